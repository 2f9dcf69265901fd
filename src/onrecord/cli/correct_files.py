"""`correct link-from`, `export` and `import`: many corrections at once, from files and to them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import BinaryIO

import click

from onrecord.api import correction_json
from onrecord.archive import open_archive
from onrecord.archive.corrections.reconciliation import column_options
from onrecord.archive.corrections.transfer import move
from onrecord.archive.corrections.wikidata import from_file, merge_commands
from onrecord.cli.options import archive_option, correction_options, json_option
from onrecord.cli.printing import print_json, tell
from onrecord.cli.text import correction_text

REJECTED = 1


@click.command("link-from")
@click.argument("file", type=click.Path(path_type=Path))
@column_options
@correction_options
def link_from(file: Path, path: Path, *, as_json: bool, note: str, by: str, **columns: str) -> None:
    """Link people with Wikidata as a reconciled CSV says (`onrecord people --names` writes one to reconcile).

    Columns are found by name: one that holds the item (Q42, or its address), one that holds our id or else a name, and,
    where there is one, OpenRefine's judgment. Rows without an item, or with another judgment than “matched”, are passed
    over; rows that are not clear are listed, the others are linked, and the exit code is 1. Nothing is fetched.
    """
    with open_archive(path, write=True) as archive:
        outcome = from_file(archive, file, columns, note=note, by=by)
        merges = merge_commands(archive, path, outcome.items)
    rejects = [str(rejected) for rejected in outcome.rejected]
    if as_json:
        print_json(
            {
                "linked": [correction_json(made) for made in outcome.made],
                "standing": outcome.standing,
                "unmatched": outcome.unmatched,
                "rejects": rejects,
                "merges": merges,
            }
        )
    else:
        for made in outcome.made:
            click.echo(correction_text(made))
        tell(rejects, merges=merges)
        click.echo(
            f"{len(outcome.made)} linked, {outcome.standing} linked so already, {outcome.unmatched} without a match, "
            f"{len(rejects)} rejected",
            err=True,
        )
    if rejects:
        sys.exit(REJECTED)


@click.command()
@archive_option
@click.option("--all", "undone", is_flag=True, help="Those undone, too.")
def export(path: Path, *, undone: bool) -> None:
    """Print the corrections that stand as JSON Lines."""
    with open_archive(path) as archive:
        for correction in archive.corrections():
            if undone or not correction.undone:
                print_json(correction.to_json())


@click.command("import")
@click.argument("file", type=click.File("rb"))
@archive_option
@json_option
def import_(file: BinaryIO, path: Path, *, as_json: bool) -> None:
    """Make the corrections of a file that `export` wrote (- is standard input).

    One that stands already, or was undone when it was exported, is passed over. One that cannot be made here is listed
    with file, line and reason; the others are made, and the exit code is 1.
    """
    with open_archive(path, write=True) as archive:
        outcome = move(archive, str(getattr(file, "name", "<stdin>")), file)
    rejects = [str(rejected) for rejected in outcome.rejected]
    if as_json:
        made = [correction_json(correction) for correction in outcome.made]
        print_json({"made": made, "standing": outcome.standing, "undone": outcome.undone, "rejects": rejects})
    else:
        for correction in outcome.made:
            click.echo(correction_text(correction))
        tell(rejects)
        click.echo(
            f"{len(outcome.made)} made, {outcome.standing} stood already, {outcome.undone} undone, "
            f"{len(rejects)} rejected",
            err=True,
        )
    if rejects:
        sys.exit(REJECTED)
