"""`onrecord demo`: an archive of the invented newspaper that comes with the package, and one question answered."""

from __future__ import annotations

import sys
from importlib.resources import as_file, files
from pathlib import Path
from urllib.parse import urlencode

import click

from onrecord.archive import Request, Sort, open_archive, parse
from onrecord.cli.add import add_inputs
from onrecord.cli.exit_codes import REJECTED
from onrecord.cli.text import quotation_text
from onrecord.web.server import PORT

QUESTION = "What did Maren Tolliver say about her son Elias, and when?"
QUERY = 'speaker:"Maren Tolliver" Elias'


@click.command()
@click.option(
    "-a",
    "--archive",
    "path",
    type=click.Path(path_type=Path),
    default=Path("demo.onrecord"),
    show_default=True,
    help="The archive's folder.",
)
def demo(path: str) -> None:
    """Build an archive from a small invented newspaper, and answer one question from it."""
    with as_file(files("onrecord") / "newspaper") as newspaper:
        tally = add_inputs((newspaper,), path)
    click.echo(f"\nQ: {QUESTION}\n")
    with open_archive(path) as archive:
        answer = archive.quotes(Request(query=parse(QUERY), sort=Sort.OLDEST, facets=False))
    for hit in answer.results:
        click.echo(f"{quotation_text(hit)}\n")
    click.echo(f"{answer.total} quotations. To see them as a web page, run `onrecord serve -a {path}` and open")
    click.echo(f"http://127.0.0.1:{PORT}/quotes?{urlencode({'q': QUERY})}")
    if tally.stopped or not answer.total:
        sys.exit(REJECTED)
