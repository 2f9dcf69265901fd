"""`serve`, `doctor` and `demo`: an archive on a page, an archive in health, a small newspaper as an archive."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from importlib.resources import as_file, files
from pathlib import Path
from urllib.parse import urlencode

import click
from msgspec import structs

from onrecord.archive import Request, Sort, open_archive, parse
from onrecord.cli.add import fill
from onrecord.cli.options import archive_option, json_option
from onrecord.cli.search import quotation_text
from onrecord.sources import reread
from onrecord.web.server import Service
from onrecord.web.server import serve as serve_pages

PORT = 8765


@click.command()
@archive_option
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="0 takes a free one.")
@click.option("--name", "names", multiple=True, help="Answer to this name too, as behind a proxy (any number).")
@click.option(
    "--corrections/--no-corrections",
    default=None,
    help="Let readers correct. As a rule they can where only this machine reaches the pages: on a loopback address "
    "without --name.",
)
def serve(path: Path, host: str, port: int, *, names: tuple[str, ...], corrections: bool | None) -> None:
    """Show an archive as pages, to read, search and correct."""
    with open_archive(path) as archive:
        service = Service(host=host, port=port, names=names, corrections=corrections)
        serve_pages(archive, reread=reread, service=service)


@click.command()
@archive_option
@json_option
@click.option("--rebuild", is_flag=True, help="Make the whole index anew from the record.")
@click.option("--rejected", is_flag=True, help="List what was rejected, and why.")
def doctor(path: Path, *, as_json: bool, rebuild: bool, rejected: bool) -> None:
    """Compare record and index, mend the index where they differ, and say what was found."""
    with open_archive(path, write=True) as archive:
        checkup = archive.doctor(rebuild=rebuild)
        rejects = list(archive.rejected()) if rejected else []
    if as_json:
        click.echo(
            json.dumps(
                {**asdict(checkup), "rejects": [structs.asdict(reject) for reject in rejects]}, ensure_ascii=False
            )
        )
        return
    for problem in checkup.problems:
        click.echo(f"problem: {problem}")
    for reject in rejects:
        click.echo(f"rejected: {reject}")
    counts = checkup.counts
    click.echo(
        f"record: {counts.articles} articles, {counts.captures} captures, {counts.quotations} quotations; "
        f"{counts.rejected} rejected"
    )
    click.echo(f"index:  {checkup.indexed_articles} articles, {checkup.indexed_quotations} quotations")
    click.echo(f"{checkup.mended} mended" if checkup.problems or checkup.mended else "healthy")


@click.command()
@click.option(
    "-a",
    "--archive",
    "path",
    type=click.Path(path_type=Path),
    default=Path("demo.onrecord"),
    show_default=True,
    help="Where to build it.",
)
def demo(path: Path) -> None:
    """Build an archive from a small newspaper of our own, and answer one question from it."""
    with as_file(files("onrecord") / "newspaper") as newspaper:
        tally = fill((newspaper,), path)
    click.echo(f"\nQ: {QUESTION}\n")
    with open_archive(path) as archive:
        answer = archive.quotes(Request(query=parse(QUERY), sort=Sort.OLDEST, facets=False))
    for hit in answer.results:
        click.echo(f"{quotation_text(hit)}\n")
    click.echo(f"{answer.total} quotations. The same on a page: onrecord serve -a {path}, then open")
    click.echo(f"http://127.0.0.1:{PORT}/quotes?{urlencode({'q': QUERY})}")
    if tally.stopped or not answer.total:
        sys.exit(1)


QUESTION = "What did Maren Tolliver say about her son Elias, and when?"
QUERY = 'speaker:"Maren Tolliver" Elias'
