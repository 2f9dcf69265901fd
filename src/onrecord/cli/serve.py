"""`onrecord serve`: show an archive as web pages."""

from __future__ import annotations

import click

from onrecord.archive import open_archive
from onrecord.cli.options import archive_option
from onrecord.sources import reread
from onrecord.web.server import PORT, Service
from onrecord.web.server import serve as serve_pages


@click.command()
@archive_option
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="0 picks a free port.")
@click.option("--name", "names", multiple=True, help="Also answer to this host name, as behind a proxy (repeatable).")
@click.option(
    "--corrections/--no-corrections",
    default=None,
    help="Allow readers to make corrections. By default they can if only this machine can open the pages: on a "
    "loopback address without --name.",
)
def serve(path: str, host: str, port: int, *, names: tuple[str, ...], corrections: bool | None) -> None:
    """Show an archive as web pages to search, read and correct."""
    with open_archive(path) as archive:
        service = Service(host=host, port=port, names=names, corrections=corrections)
        serve_pages(archive, reread=reread, service=service)
