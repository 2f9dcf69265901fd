"""`correct`: what a reader knows better than the archive, as corrections that are kept, undone and moved."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Any

import click

from onrecord.api import correction_json
from onrecord.archive import Action, Archive, Correction, open_archive
from onrecord.archive.corrections.reconciliation import item
from onrecord.archive.corrections.wikidata import merge_commands
from onrecord.cli.correct_files import export, import_, link_from
from onrecord.cli.options import archive_option, correction_options, json_option
from onrecord.cli.printing import count, print_json, tell
from onrecord.cli.text import correction_text
from onrecord.model import SpeakerType
from onrecord.model.errors import CorrectionError

TYPES = [str(type) for type in SpeakerType if type is not SpeakerType.UNNAMED]


@click.group()
def correct() -> None:
    """Correct who is who and who said what; all of it can be undone.

    `onrecord people` shows the ids of people, `onrecord quotes --ids` those of articles and quotations. A correction is
    kept beside the record, holds when articles are read again, and moves to other archives by `export` and `import`.
    One that makes no sense in this archive changes nothing; the exit code is then 2.
    """


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
@click.option(
    "--article", "articles", multiple=True, required=True, metavar="ID", help="Where it is someone else; any number."
)
@click.option("--name", default="", help="What the other is shown as, if new; else as before.")
@click.option("--into", default="", metavar="ID", help="Who the other is, if known.")
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


@correct.command()
@click.argument("id", required=False, default="")
@click.option("--last", is_flag=True, help="The last correction that was not undone.")
@archive_option
@json_option
def undo(id: str, path: Path, *, last: bool, as_json: bool) -> None:
    """Undo the correction ID, or the last one."""
    if bool(id) is last:
        raise click.UsageError("give the id of a correction (`onrecord correct list` has them), or --last")
    with open_archive(path, write=True) as archive:
        undone = archive.undo(id or _last(archive))
    if as_json:
        print_json(correction_json(undone))
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
        print_json([correction_json(correction) for correction in corrections])
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


def _make(path: Path, correction: Correction, *, as_json: bool) -> None:
    with open_archive(path, write=True) as archive:
        made = archive.correct(correction)
        merges = merge_commands(archive, path, filter(None, [made.wikidata]))
    if as_json:
        print_json(correction_json(made))
        return
    click.echo(correction_text(made))
    tell(merges=merges)
    click.echo(f"to take it back: onrecord correct undo {made.id} -a {shlex.quote(str(path))}", err=True)


for command in (link_from, export, import_):
    correct.add_command(command)
