"""`correct`: what a reader knows better than the archive, as corrections that are kept, undone and moved."""

from __future__ import annotations

import json
import shlex
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

import click

from onrecord.api import correction_json
from onrecord.archive import Action, Correction, open_archive
from onrecord.cli.linking import from_file, merge_commands
from onrecord.cli.moving import move
from onrecord.cli.options import archive_option, json_option, note_options
from onrecord.cli.person import correction_text
from onrecord.cli.reconciling import column_options, item
from onrecord.model import SpeakerType

F = TypeVar("F", bound=Callable[..., Any])
REJECTED = 1
TYPES = [str(type) for type in SpeakerType if type is not SpeakerType.UNNAMED]


@click.group()
def correct() -> None:
    """Correct who is who and who said what; all of it can be undone.

    `onrecord people` shows the ids of people, `onrecord quotes --ids` those of articles and quotations. A correction is
    kept beside the record, holds when articles are read again, and moves to other archives by `export` and `import`.
    One that makes no sense in this archive changes nothing; the exit code is then 2.
    """


def correction_options(command: F) -> F:
    """What each command takes that makes a correction."""
    for decorate in (note_options, json_option, archive_option):
        command = decorate(command)
    return command


@correct.command()
@click.argument("person", metavar="ID")
@click.argument("name")
@correction_options
def rename(path: Path, *, as_json: bool, **fields: Any) -> None:
    """Show a person as NAME; the names that articles have still find them."""
    _make(path, Correction(action=Action.RENAME, **fields), as_json=as_json)


@correct.command()
@click.argument("person", metavar="ID")
@click.argument("into")
@correction_options
def merge(path: Path, *, as_json: bool, **fields: Any) -> None:
    """Say that ID and INTO are one person, who keeps the id INTO."""
    _make(path, Correction(action=Action.MERGE, **fields), as_json=as_json)


@correct.command()
@click.argument("person", metavar="ID")
@click.option("--article", "articles", multiple=True, required=True, metavar="ID", help="Where it is someone else.")
@click.option("--name", default="", help="What someone new is shown as; else as before.")
@click.option("--into", default="", metavar="ID", help="Who it is there, where that one is known.")
@correction_options
def split(path: Path, *, as_json: bool, **fields: Any) -> None:
    """Say that ID is someone else in some articles."""
    if fields["name"] and fields["into"]:
        raise click.UsageError("--name is for someone new, --into for someone known: choose one")
    _make(path, Correction(action=Action.SPLIT, **fields), as_json=as_json)


@correct.command()
@click.argument("article")
@click.argument("quotation")
@click.option("--person", default="", metavar="ID", help="Someone known.")
@click.option("--name", default="", help="Someone of this name: the one who has it, or someone new.")
@click.option("--type", "kind", type=click.Choice(TYPES), default=TYPES[0], show_default=True, help="With --name.")
@click.option("--unknown", is_flag=True, help="Nobody who is known.")
@correction_options
def speaker(path: Path, *, as_json: bool, kind: str, unknown: bool, **fields: Any) -> None:
    """Say who said a quotation of an article."""
    if bool(fields["person"]) + bool(fields["name"]) + unknown != 1:
        raise click.UsageError("say who: --person ID, --name NAME or --unknown")
    _make(path, Correction(action=Action.SPEAKER, type=SpeakerType(kind), **fields), as_json=as_json)


@correct.command()
@click.argument("article")
@click.argument("quotation")
@correction_options
def remove(path: Path, *, as_json: bool, **fields: Any) -> None:
    """Say that what stands as a quotation in an article is none."""
    _make(path, Correction(action=Action.REMOVE, **fields), as_json=as_json)


@correct.command()
@click.argument("person", metavar="ID")
@click.argument("wikidata", metavar="[ITEM]", required=False)
@click.option("--none", "unlink", is_flag=True, help="Take the link away.")
@correction_options
def link(path: Path, *, as_json: bool, wikidata: str | None, unlink: bool, **fields: Any) -> None:
    """Say that a person is the Wikidata item ITEM (Q42, or its address)."""
    if bool(wikidata) is unlink:
        raise click.UsageError("give a Wikidata item, as Q42, or --none")
    wanted = item(wikidata) or wikidata if wikidata else ""
    _make(path, Correction(action=Action.LINK, wikidata=wanted, **fields), as_json=as_json)


@correct.command("link-from")
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
        _print(
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
        _tell(rejects, merges)
        click.echo(
            f"{len(outcome.made)} linked, {outcome.standing} linked so already, {outcome.unmatched} without a match, "
            f"{len(rejects)} rejected",
            err=True,
        )
    if rejects:
        sys.exit(REJECTED)


@correct.command()
@click.argument("number", type=int)
@archive_option
@json_option
def undo(number: int, path: Path, *, as_json: bool) -> None:
    """Take the correction NUMBER back."""
    with open_archive(path, write=True) as archive:
        undone = archive.undo(number)
    if as_json:
        _print(correction_json(undone))
    else:
        click.echo(correction_text(undone))


@correct.command("list")
@archive_option
@json_option
def list_(path: Path, *, as_json: bool) -> None:
    """List all corrections, those undone among them."""
    with open_archive(path) as archive:
        corrections = archive.corrections()
    if as_json:
        _print([correction_json(correction) for correction in corrections])
        return
    for correction in corrections:
        click.echo(correction_text(correction))
    click.echo(f"{len(corrections)} corrections", err=True)


@correct.command()
@archive_option
@click.option("--all", "undone", is_flag=True, help="Those undone, too.")
def export(path: Path, *, undone: bool) -> None:
    """Print the corrections that stand as JSON Lines."""
    with open_archive(path) as archive:
        for correction in archive.corrections():
            if undone or not correction.undone:
                _print(correction.to_json())


@correct.command("import")
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
        _print({"made": made, "standing": outcome.standing, "undone": outcome.undone, "rejects": rejects})
    else:
        for correction in outcome.made:
            click.echo(correction_text(correction))
        _tell(rejects)
        click.echo(
            f"{len(outcome.made)} made, {outcome.standing} stood already, {outcome.undone} undone, "
            f"{len(rejects)} rejected",
            err=True,
        )
    if rejects:
        sys.exit(REJECTED)


def _make(path: Path, correction: Correction, *, as_json: bool) -> None:
    with open_archive(path, write=True) as archive:
        made = archive.correct(correction)
        merges = merge_commands(archive, path, filter(None, [made.wikidata]))
    if as_json:
        _print(correction_json(made))
        return
    click.echo(correction_text(made))
    _tell([], merges)
    click.echo(f"to take it back: onrecord correct undo {made.number} -a {shlex.quote(str(path))}", err=True)


def _tell(rejects: list[str], merges: list[str] | None = None) -> None:
    for rejected in rejects:
        click.echo(f"rejected: {rejected}", err=True)
    for command in merges or []:
        click.echo(f"one Wikidata item, so probably one person: {command}", err=True)


def _print(value: Any) -> None:
    click.echo(json.dumps(value, ensure_ascii=False))
