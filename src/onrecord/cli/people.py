"""`people`: from an archive to those who speak in it, all or one."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path
from typing import Any

import click

from onrecord.api import answer_json, person_file_json, person_hit_json
from onrecord.archive import Archive, PeopleRequest, PeopleSort, open_archive
from onrecord.archive.corrections.reconciliation import everyone, write_names
from onrecord.cli.options import archive_option, json_option
from onrecord.cli.printing import count, print_json
from onrecord.cli.text import file_text, hit_text
from onrecord.model import SpeakerType
from onrecord.model.errors import OnRecordError

REJECTED = 1
COUNTED = {
    SpeakerType.PERSON: ("person", "people"),
    SpeakerType.ORG: ("organisation", "organisations"),
    SpeakerType.GROUP: ("group", "groups"),
    SpeakerType.DOCUMENT: ("document", "documents"),
    None: ("speaker", "speakers"),
}
"""How a list counts those of each type."""

TYPES = [str(type) for type in COUNTED if type]


@click.command()
@click.argument("query", nargs=-1)
@archive_option
@json_option
@click.option("--id", "id", metavar="ID", help="Show one person's file; -n says how many articles.")
@click.option("--names", is_flag=True, help="Write all that match as CSV, to be reconciled with Wikidata.")
@click.option("--regroup", is_flag=True, help="Decide anew who is who, then make all corrections again.")
@click.option(
    "--type", "kind", type=click.Choice([*TYPES, "any"]), default="person", show_default=True, help="Who is listed."
)
@click.option(
    "--sort",
    type=click.Choice([str(s) for s in PeopleSort]),
    default=str(PeopleSort.QUOTATIONS),
    show_default=True,
    help="The order.",
)
@click.option("-n", "--size", type=click.IntRange(1, 1000), default=20, show_default=True, help="Results a page.")
@click.option("--after", metavar="CURSOR", help="Go on from here: the cursor that the page before gave.")
def people(query: tuple[str, ...], path: Path, *, as_json: bool, id: str | None, **how: Any) -> None:
    """List who speaks, over all articles; QUERY is words of a name.

    \b
    onrecord people ruiz                 who is called so, and what the latest article calls them
    onrecord people --id dana-ruiz       one person's file: roles, outlets, gaps, articles and why each was taken
    onrecord people --names > names.csv  for OpenRefine; `onrecord correct link-from` reads what comes back
    onrecord people --regroup            exit code 1 where a correction could not be made again

    `onrecord quotes speaker:dana-ruiz` finds what that person said, `onrecord correct` mends who is who.
    """
    names, regroup = how.pop("names"), how.pop("regroup")
    if bool(id) + names + regroup > 1 or (query and (id or regroup)):
        raise click.UsageError("choose one: a QUERY (--names may go with it), --id ID or --regroup")
    if regroup:
        _regroup(path, as_json=as_json)
        return
    request = _request(query, **how)
    with open_archive(path) as archive:
        if id:
            _show(archive, id, request.size, as_json=as_json)
        elif names:
            write_names(everyone(archive, request), sys.stdout)
        else:
            _list(archive, request, as_json=as_json)


def _request(query: tuple[str, ...], *, kind: str, sort: str, size: int, after: str | None) -> PeopleRequest:
    type = None if kind == "any" else SpeakerType(kind)
    return PeopleRequest(text=" ".join(query), type=type, sort=PeopleSort(sort), size=size, after=after)


def _list(archive: Archive, request: PeopleRequest, *, as_json: bool) -> None:
    answer = archive.people(request)
    if as_json:
        print_json(answer_json(answer, person_hit_json))
        return
    for hit in answer.results:
        click.echo(f"{hit_text(hit)}\n")
    one, several = COUNTED[request.type]
    click.echo(count(answer.total, one, several), err=True)
    if not answer.total and request.text in archive.named([request.text]):
        click.echo(f"{request.text} is an id: onrecord people --id {request.text}", err=True)
    if answer.next:
        click.echo(f"next page: --after {shlex.quote(answer.next)}", err=True)


def _show(archive: Archive, id: str, articles: int, *, as_json: bool) -> None:
    file = archive.person(id)
    if file is None:
        raise OnRecordError(f"there is no person with the id {id} here; `onrecord people` lists them")
    if as_json:
        print_json(person_file_json(file))
        return
    if file.person.id != id:
        click.echo(f"{id} was merged into {file.person.id}", err=True)
    click.echo(file_text(file, articles=articles))


def _regroup(path: Path, *, as_json: bool) -> None:
    with open_archive(path, write=True) as archive:
        outcome = archive.regroup()
    if as_json:
        print_json({"people": outcome.people, "problems": list(outcome.problems)})
    else:
        for problem in outcome.problems:
            click.echo(f"not made again: {problem}", err=True)
        click.echo(f"{outcome.people} speakers; {count(len(outcome.problems), 'correction')} could not be made again")
    if outcome.problems:
        sys.exit(REJECTED)
