"""`onrecord people`: list the people quoted in an archive, or show one of them."""

from __future__ import annotations

import shlex
import sys
from typing import Any

import click

from onrecord.api import PeopleParameters, PeopleType, answer, person_file, unchanged
from onrecord.archive import Archive, PeopleRequest, PeopleSort, open_archive
from onrecord.archive.corrections.reconciliation import all_people, write_names
from onrecord.cli.exit_codes import REJECTED
from onrecord.cli.options import after_option, archive_option, json_option, size_option
from onrecord.cli.printing import count, print_json
from onrecord.cli.text import person_text, profile_text
from onrecord.model import SpeakerType
from onrecord.model.errors import OnRecordError

COUNTED = {
    SpeakerType.PERSON: ("person", "people"),
    SpeakerType.ORG: ("organisation", "organisations"),
    SpeakerType.GROUP: ("group", "groups"),
    SpeakerType.DOCUMENT: ("document", "documents"),
    None: ("speaker", "speakers"),
}
"""The noun that counts speakers of each type."""

TYPES = [str(type) for type in COUNTED if type]


@click.command()
@click.argument("query", nargs=-1)
@archive_option
@json_option
@click.option("--id", "id", metavar="ID", help="Show one person; -n limits the articles listed.")
@click.option("--names", is_flag=True, help="Write all matches as CSV, to reconcile with Wikidata.")
@click.option("--regroup", is_flag=True, help="Group all names into people again, then reapply all corrections.")
@click.option(
    "--type", "kind", type=click.Choice([*TYPES, "any"]), default="person", show_default=True, help="What to list."
)
@click.option(
    "--sort",
    type=click.Choice([str(s) for s in PeopleSort]),
    default=str(PeopleSort.QUOTATIONS),
    show_default=True,
    help="The order of the list.",
)
@size_option
@after_option
def people(query: tuple[str, ...], path: str, *, as_json: bool, id: str | None, **how: Any) -> None:
    """List the people quoted in all articles; QUERY is words of a name.

    \b
    onrecord people ruiz                 people of that name, with their latest description
    onrecord people --id dana-ruiz       one person: roles, outlets, gaps, and articles with the reason for each match
    onrecord people --names > names.csv  a CSV for OpenRefine; `onrecord correct link-from` reads the result
    onrecord people --regroup            exit code 1 if a correction could not be reapplied

    `onrecord quotes speaker:dana-ruiz` finds what that person said; `onrecord correct` corrects who is who.
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
            write_names(all_people(archive, request), sys.stdout)
        else:
            _list(archive, request, as_json=as_json)


def _request(query: tuple[str, ...], *, kind: str, sort: str, size: int, after: str | None) -> PeopleRequest:
    type = PeopleType.ALL if kind == "any" else PeopleType(kind)
    return PeopleParameters(q=" ".join(query), type=type, sort=PeopleSort(sort), size=size, after=after).request()


def _list(archive: Archive, request: PeopleRequest, *, as_json: bool) -> None:
    found = archive.people(request)
    if as_json:
        print_json(answer(found, unchanged))
        return
    for hit in found.results:
        click.echo(f"{person_text(hit)}\n")
    one, several = COUNTED[request.type]
    click.echo(count(found.total, one, several), err=True)
    if not found.total and request.text in archive.named([request.text]):
        click.echo(f"{request.text} is an id: onrecord people --id {request.text}", err=True)
    if found.next:
        click.echo(f"next page: --after {shlex.quote(found.next)}", err=True)


def _show(archive: Archive, id: str, articles: int, *, as_json: bool) -> None:
    file = archive.person(id)
    if file is None:
        raise OnRecordError(f"no person in this archive has the id {id}; `onrecord people` lists all ids")
    if as_json:
        print_json(person_file(file))
        return
    if file.person.id != id:
        click.echo(f"{id} was merged into {file.person.id}", err=True)
    click.echo(profile_text(file, articles=articles))


def _regroup(path: str, *, as_json: bool) -> None:
    with open_archive(path, write=True) as archive:
        outcome = archive.regroup()
    if as_json:
        print_json(outcome)
    else:
        for problem in outcome.problems:
            click.echo(f"not reapplied: {problem}", err=True)
        click.echo(f"{outcome.people} speakers; {count(len(outcome.problems), 'correction')} could not be reapplied")
    if outcome.problems:
        sys.exit(REJECTED)
