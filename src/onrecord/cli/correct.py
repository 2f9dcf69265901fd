"""`onrecord correct`: corrections of who is who and who said what; made, undone, listed, exported and imported."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, BinaryIO

import click

from onrecord.api import ImportOutcome, LinkOutcome, shown_correction
from onrecord.archive import Action, Archive, Correction, open_archive
from onrecord.archive.corrections.reconciliation import COLUMN_NAMES, wikidata_item
from onrecord.archive.corrections.transfer import import_corrections
from onrecord.archive.corrections.wikidata import link_from_file, probably_same
from onrecord.cli.exit_codes import REJECTED
from onrecord.cli.options import F, archive_option, correction_options, json_option
from onrecord.cli.printing import count, print_json, print_merge_commands, print_rejects
from onrecord.cli.text import correction_text
from onrecord.model import SpeakerType
from onrecord.model.errors import CorrectionError

TYPES = [str(type) for type in SpeakerType if type is not SpeakerType.UNNAMED]


@click.group()
def correct() -> None:
    """Correct who is who and who said what; every correction can be undone.

    `onrecord people` shows the ids of people, `onrecord quotes --ids` the ids of articles and quotations. A correction
    is kept beside the record, stays in force when articles are read again, and moves to other archives with `export`
    and `import`. A correction that is not valid in this archive changes nothing, and the exit code is 2.
    """


@correct.command()
@click.argument("person", metavar="ID")
@click.argument("name")
@correction_options
def rename(path: str, *, as_json: bool, **fields: Any) -> None:
    """Show a person under NAME; searches for the names in articles still find them."""
    _make(path, Correction(action=Action.RENAME, **fields), as_json=as_json)


@correct.command()
@click.argument("person", metavar="ID")
@click.argument("into")
@correction_options
def merge(path: str, *, as_json: bool, **fields: Any) -> None:
    """Merge two people who are the same person; INTO keeps its id, and ID redirects to it."""
    _make(path, Correction(action=Action.MERGE, **fields), as_json=as_json)


@correct.command()
@click.argument("person", metavar="ID")
@click.option(
    "--article",
    "articles",
    multiple=True,
    required=True,
    metavar="ID",
    help="An article in which it is someone else (repeatable).",
)
@click.option("--name", default="", help="The name of the other person, if new; the same name by default.")
@click.option("--into", default="", metavar="ID", help="The other person, if already in the archive.")
@correction_options
def split(path: str, *, as_json: bool, **fields: Any) -> None:
    """Split off articles in which ID is someone else."""
    if fields["name"] and fields["into"]:
        raise click.UsageError("choose one: --name for a new person, or --into for one already in the archive")
    _make(path, Correction(action=Action.SPLIT, **fields), as_json=as_json)


@correct.command()
@click.argument("article")
@click.argument("quotation")
@click.option("--person", default="", metavar="ID", help="A person already in the archive.")
@click.option("--name", default="", help="Someone with this name: the person who has it, or a new one.")
@click.option(
    "--type", "kind", type=click.Choice(TYPES), default=TYPES[0], show_default=True, help="What a new --name is."
)
@click.option("--unknown", is_flag=True, help="Nobody known.")
@correction_options
def speaker(path: str, *, as_json: bool, kind: str, unknown: bool, **fields: Any) -> None:
    """Set who said a quotation of an article."""
    if bool(fields["person"]) + bool(fields["name"]) + unknown != 1:
        raise click.UsageError("say who: --person ID, --name NAME or --unknown")
    _make(path, Correction(action=Action.SPEAKER, type=SpeakerType(kind), **fields), as_json=as_json)


@correct.command()
@click.argument("article")
@click.argument("quotation")
@correction_options
def remove(path: str, *, as_json: bool, **fields: Any) -> None:
    """Remove something that is not a quotation from an article."""
    _make(path, Correction(action=Action.REMOVE, **fields), as_json=as_json)


@correct.command()
@click.argument("person", metavar="ID")
@click.argument("wikidata", metavar="[ITEM]", required=False)
@click.option("--none", "unlink", is_flag=True, help="Remove the link.")
@correction_options
def link(path: str, *, as_json: bool, wikidata: str | None, unlink: bool, **fields: Any) -> None:
    """Link a person to the Wikidata item ITEM (Q42, or its address)."""
    if bool(wikidata) is unlink:
        raise click.UsageError("give a Wikidata item, as Q42, or --none")
    wanted = wikidata_item(wikidata) or wikidata if wikidata else ""
    _make(path, Correction(action=Action.LINK, wikidata=wanted, **fields), as_json=as_json)


@correct.command()
@click.argument("id", required=False, default="")
@click.option("--last", is_flag=True, help="The last correction that was not undone.")
@archive_option
@json_option
def undo(id: str, path: str, *, last: bool, as_json: bool) -> None:
    """Undo the correction ID, or the last one."""
    if bool(id) is last:
        raise click.UsageError("give the id of a correction (`onrecord correct list` has them), or --last")
    with open_archive(path, write=True) as archive:
        undone = archive.undo(id or _last(archive))
    if as_json:
        print_json(shown_correction(undone))
    else:
        click.echo(correction_text(undone))


@correct.command("list")
@archive_option
@json_option
def list_(path: str, *, as_json: bool) -> None:
    """List all corrections, including undone ones."""
    with open_archive(path) as archive:
        corrections = archive.corrections()
    if as_json:
        print_json([shown_correction(correction) for correction in corrections])
        return
    for correction in corrections:
        click.echo(correction_text(correction))
    click.echo(count(len(corrections), "correction"), err=True)


def _last(archive: Archive) -> str:
    """Return the id of the last correction that was not undone. Raises CorrectionError where there is none."""
    for correction in reversed(archive.corrections()):
        if not correction.undone:
            return correction.id
    raise CorrectionError("there is no correction to undo")


def column_options(command: F) -> F:
    """Add `--id-column` and the like: the name of a column in the file, if it is not one of the known names."""
    for column, names in reversed(COLUMN_NAMES.items()):
        known = ", ".join(names)
        option = click.option(f"--{column}-column", column, default="", metavar="NAME", help=f"Known names: {known}.")
        command = option(command)
    return command


@correct.command("link-from")
@click.argument("file", type=click.Path(path_type=Path))
@column_options
@correction_options
def link_from(file: Path, path: str, *, as_json: bool, note: str, by: str, **columns: str) -> None:
    """Link people to Wikidata from a reconciled CSV (`onrecord people --names` writes a CSV to reconcile).

    Columns are recognised by name: the item (Q42, or its address), our id or else a name, and OpenRefine's judgment if
    there is one. Rows without an item, or with a judgment other than “matched”, are skipped. Rows that cannot be
    resolved are listed, the others are linked, and the exit code is 1. Nothing is fetched.
    """
    with open_archive(path, write=True) as archive:
        outcome = link_from_file(archive, file, columns, note=note, by=by)
        merges = _merge_commands(archive, path, outcome.items)
    rejects = [str(rejected) for rejected in outcome.rejected]
    if as_json:
        print_json(
            LinkOutcome(
                linked=tuple(map(shown_correction, outcome.made)),
                already_linked=outcome.in_force,
                unmatched=outcome.unmatched,
                rejects=tuple(outcome.rejected),
                merges=tuple(merges),
            )
        )
    else:
        for made in outcome.made:
            click.echo(correction_text(made))
        print_rejects(rejects)
        print_merge_commands(merges)
        click.echo(
            f"{len(outcome.made)} linked, {outcome.in_force} already linked, {outcome.unmatched} without a match, "
            f"{len(rejects)} rejected",
            err=True,
        )
    if rejects:
        sys.exit(REJECTED)


@correct.command()
@archive_option
@click.option("--all", "undone", is_flag=True, help="Include undone corrections.")
def export(path: str, *, undone: bool) -> None:
    """Print the corrections in force as JSON Lines."""
    with open_archive(path) as archive:
        for correction in archive.corrections():
            if undone or not correction.undone:
                print_json(correction)


@correct.command("import")
@click.argument("file", type=click.File("rb"))
@archive_option
@json_option
def import_(file: BinaryIO, path: str, *, as_json: bool) -> None:
    """Make the corrections of a file written by `export` (- is standard input).

    Corrections that are already in force, or were undone when exported, are skipped. Corrections that cannot be made
    here are listed with file, line and reason, the others are made, and the exit code is 1.
    """
    with open_archive(path, write=True) as archive:
        outcome = import_corrections(archive, str(getattr(file, "name", "<stdin>")), file)
    rejects = [str(rejected) for rejected in outcome.rejected]
    if as_json:
        print_json(
            ImportOutcome(
                made=tuple(map(shown_correction, outcome.made)),
                already_made=outcome.in_force,
                undone=outcome.undone,
                rejects=tuple(outcome.rejected),
            )
        )
    else:
        for correction in outcome.made:
            click.echo(correction_text(correction))
        print_rejects(rejects)
        click.echo(
            f"{len(outcome.made)} made, {outcome.in_force} already in force, {outcome.undone} undone, "
            f"{len(rejects)} rejected",
            err=True,
        )
    if rejects:
        sys.exit(REJECTED)


def _make(path: str, correction: Correction, *, as_json: bool) -> None:
    """Make one correction and print it, with how to undo it."""
    with open_archive(path, write=True) as archive:
        made = archive.correct(correction)
        merges = _merge_commands(archive, path, filter(None, [made.wikidata]))
    if as_json:
        print_json(shown_correction(made))
        return
    click.echo(correction_text(made))
    print_merge_commands(merges)
    click.echo(f"to undo it: onrecord correct undo {made.id} -a {shlex.quote(path)}", err=True)


def _merge_commands(archive: Archive, path: str, items: Iterable[str]) -> list[str]:
    """Return the commands that merge the people who share one of these Wikidata items."""
    where = f"-a {shlex.quote(path)}"
    return [f"onrecord correct merge {one.person} {one.into} {where}" for one in probably_same(archive, items)]
