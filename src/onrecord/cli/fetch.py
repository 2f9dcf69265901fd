"""`fetch`: from addresses to an archive, politely."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click
from msgspec import structs

from onrecord import pipeline
from onrecord.archive import open_archive
from onrecord.cli.add import (
    INTERRUPTED,
    REJECTED,
    fill,
    interruptible,
)
from onrecord.cli.options import archive_option, json_option, reader_option
from onrecord.model import Reader, Rejected
from onrecord.model.errors import InputError
from onrecord.sources.fetching import (
    AGENT,
    Fetching,
    Settings,
)
from onrecord.sources.fetching.link_lists import is_address, listing

FOLDER = "fetched"
"""The folder in an archive that holds the WARCs of what was fetched."""


@click.command()
@click.argument("addresses", nargs=-1, required=True, metavar="ADDRESS...")
@archive_option
@reader_option
@json_option
@click.option(
    "--delay",
    default=1.0,
    show_default=True,
    type=click.FloatRange(0.0),
    help="Seconds between two requests to a host.",
)
@click.option("--most", default=1000, show_default=True, type=click.IntRange(1), help="Responses to keep at most.")
@click.option("--agent", default=AGENT, show_default=True, help="The User-Agent; say how to reach you.")
@click.option("--allow-private", is_flag=True, help="Fetch from private and loopback addresses too.")
def fetch(addresses: tuple[str, ...], path: Path, *, reader: Reader, as_json: bool, **how: Any) -> None:
    """Fetch ADDRESS... and add what is there to an archive.

    ADDRESS is that of a page, a feed, a sitemap or a sitemap index, or a file that lists addresses (one a line, a feed,
    a sitemap). robots.txt is obeyed; a page that has not changed is not sent again. Every response is kept as WARC in
    ARCHIVE/fetched, and all of that folder is then added, so the same command completes a run that was stopped.
    """
    urls = [url for address in addresses for url in _listed(address)]
    settings = Settings(**how)
    with open_archive(path, create=True, write=True) as archive, interruptible() as interrupted:
        fetching = Fetching(urls, path / FOLDER, settings)
        failed: list[Rejected] = []
        for rejected in fetching:
            archive.reject(rejected)
            failed.append(rejected)
            if not as_json:
                click.echo(f"not fetched: {rejected.url}: {rejected.reason}", err=True)
            if interrupted:
                break
        archive.commit()
    same = sum(fetching.skipped.values())
    if as_json:
        told = {
            "fetched": fetching.fetched,
            "unchanged": same,
            "failed": [structs.asdict(rejected) for rejected in failed],
        }
        click.echo(json.dumps(told, ensure_ascii=False))
    else:
        click.echo(f"{fetching.fetched} fetched, {same} unchanged, {len(failed)} not fetched", err=True)
    if interrupted:
        sys.exit(INTERRUPTED)
    kept = tuple(sorted((path / FOLDER).glob("*.warc.gz")))
    tally = fill(kept, path, quiet=as_json, settings=pipeline.Settings(reader=reader)) if kept else None
    if tally and tally.stopped:
        sys.exit(INTERRUPTED)
    if failed or (tally and tally.rejected):
        sys.exit(REJECTED)


def _listed(address: str) -> list[str]:
    """An address, or those that a file lists. Raises InputError."""
    if is_address(address):
        return [address]
    try:
        found = listing(Path(address).read_bytes())
    except OSError as error:
        raise InputError(
            address, f"it is no address, and no file that can be read ({error.strerror or error})"
        ) from error
    if found is None or not (found.pages or found.lists):
        raise InputError(address, "it lists no addresses: give a list (one a line), a feed or a sitemap")
    return [*found.lists, *found.pages]
