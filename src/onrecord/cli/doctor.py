"""`onrecord doctor`: check and repair an archive's index, and list rejected inputs."""

from __future__ import annotations

import click

from onrecord import api
from onrecord.archive import open_archive
from onrecord.cli.options import archive_option, json_option
from onrecord.cli.printing import print_json


@click.command()
@archive_option
@json_option
@click.option("--rebuild", is_flag=True, help="Rebuild the whole index from the record.")
@click.option("--rejected", is_flag=True, help="List rejected inputs with their reasons.")
def doctor(path: str, *, as_json: bool, rebuild: bool, rejected: bool) -> None:
    """Compare the record with the index, repair the index where they differ, and report."""
    with open_archive(path, write=True) as archive:
        checkup = archive.doctor(rebuild=rebuild)
        rejects = list(archive.rejected()) if rejected else []
    if as_json:
        print_json(api.checkup(checkup, rejects if rejected else None))
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
    click.echo(f"{checkup.mended} repaired" if checkup.problems or checkup.mended else "healthy")
