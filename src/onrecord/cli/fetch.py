"""`onrecord fetch`: download pages politely, keep them as WARC, and add them to an archive."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from onrecord import pipeline
from onrecord.api import FetchOutcome
from onrecord.archive import folder_of, open_archive
from onrecord.cli.add import add_inputs, interruptible
from onrecord.cli.exit_codes import INTERRUPTED, REJECTED
from onrecord.cli.options import archive_option, json_option, reader_option
from onrecord.cli.printing import print_json
from onrecord.model import Reader, Rejected
from onrecord.model.errors import InputError
from onrecord.sources.fetching import (
    AGENT,
    Fetching,
    FetchSettings,
)
from onrecord.sources.fetching.link_lists import is_address, listed_in

FOLDER = "fetched"
"""The folder in an archive that holds the WARCs of fetched pages."""


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
    help="Seconds between two requests to the same host.",
)
@click.option("--most", default=1000, show_default=True, type=click.IntRange(1), help="Maximum number of responses.")
@click.option("--agent", default=AGENT, show_default=True, help="The User-Agent; include a way to reach you.")
@click.option("--allow-private", is_flag=True, help="Also fetch from private and loopback addresses.")
def fetch(addresses: tuple[str, ...], path: str, *, reader: Reader, as_json: bool, **how: Any) -> None:
    """Fetch ADDRESS... and add the articles to an archive.

    ADDRESS is the address of a page, a feed, a sitemap or a sitemap index, or a file that lists addresses (one per
    line, a feed, or a sitemap). robots.txt is obeyed, and pages that have not changed are not downloaded again. Every
    response is kept as WARC in ARCHIVE/fetched; that folder is then added as a whole, so the same command completes a
    run that was stopped.
    """
    urls = [url for address in addresses for url in _addresses(address)]
    settings = FetchSettings(**how)
    folder = folder_of(path) / FOLDER
    with open_archive(path, create=True, write=True) as archive, interruptible() as interrupted:
        fetching = Fetching(urls, folder, settings)
        failed: list[Rejected] = []
        for rejected in fetching:
            archive.reject(rejected)
            failed.append(rejected)
            if not as_json:
                click.echo(f"not fetched: {rejected.url}: {rejected.reason}", err=True)
            if interrupted:
                break
        archive.commit()
    unchanged = sum(fetching.skipped.values())
    if as_json:
        print_json(FetchOutcome(fetched=fetching.fetched, unchanged=unchanged, failed=tuple(failed)))
    else:
        click.echo(f"{fetching.fetched} fetched, {unchanged} unchanged, {len(failed)} not fetched", err=True)
    if interrupted:
        sys.exit(INTERRUPTED)
    kept = tuple(sorted(folder.glob("*.warc.gz")))
    tally = add_inputs(kept, path, quiet=as_json, settings=pipeline.Settings(reader=reader)) if kept else None
    if tally and tally.stopped:
        sys.exit(INTERRUPTED)
    if failed or (tally and tally.rejected):
        sys.exit(REJECTED)


def _addresses(address: str) -> list[str]:
    """Return an address, or the addresses that a file lists. Raises InputError."""
    if is_address(address):
        return [address]
    try:
        listed = listed_in(Path(address).read_bytes())
    except OSError as error:
        reason = f"this is neither an address nor a readable file ({error.strerror or error})"
        raise InputError(address, reason) from error
    if listed is None or not (listed.pages or listed.lists):
        raise InputError(address, "it lists no addresses: give a list (one per line), a feed or a sitemap")
    return [*listed.lists, *listed.pages]
