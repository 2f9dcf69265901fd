"""Parameters of requests: their names, types, defaults and limits, for URLs and for the command line alike."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Annotated, Any, TypeVar

import msgspec
from msgspec import Meta, Struct

from onrecord.archive.query.grammar import parse
from onrecord.archive.query.tree import both
from onrecord.archive.requests import Copies, PeopleRequest, PeopleSort, Request, Sort
from onrecord.dates.steps import Level
from onrecord.model import SpeakerType, codec
from onrecord.model.errors import ParameterError

P = TypeVar("P", bound=Struct)

QUERY_LENGTH = 2000
"""The most characters of a query in a URL: proxies often refuse URLs over 8 kB, and an escaped letter has 3 to 9."""

NAME_LENGTH = 200
"""The most characters of a search for a name."""

Size = Annotated[int, Meta(ge=1, le=1000, description="Results per page.")]
Cursor = Annotated[str, Meta(description="The `next` of the page before.")]


class SearchParameters(Struct, frozen=True, kw_only=True):
    """The parameters of a search. Each `q` is a query; results match all. `step` is that of the published facet."""

    q: tuple[str, ...] = ()
    sort: Sort = Sort.NEWEST
    copies: Copies = Copies.ALL
    step: Level | None = None
    size: Size = 20
    after: Cursor | None = None

    def request(self) -> Request:
        """Return the request for an archive. Raises QueryError."""
        return Request(
            query=both(*map(parse, self.q)),
            sort=self.sort,
            copies=self.copies,
            level=self.step,
            size=self.size,
            after=self.after,
        )


class PeopleType(StrEnum):
    """The type of speaker that a list of people has, or all of them."""

    PERSON = "person"
    ORG = "org"
    GROUP = "group"
    DOCUMENT = "document"
    ALL = "all"


class PeopleParameters(Struct, frozen=True, kw_only=True):
    """The parameters of a list of people: words of a name (`q`), and the type of speaker."""

    q: Annotated[str, Meta(max_length=NAME_LENGTH)] = ""
    type: PeopleType = PeopleType.PERSON
    sort: PeopleSort = PeopleSort.QUOTATIONS
    size: Size = 20
    after: Cursor | None = None

    def request(self) -> PeopleRequest:
        """Return the request for an archive."""
        return PeopleRequest(
            text=self.q,
            type=None if self.type is PeopleType.ALL else SpeakerType(self.type),
            sort=self.sort,
            size=self.size,
            after=self.after,
        )


def search_parameters(pairs: Iterable[tuple[str, str]], *, lenient: bool = False) -> SearchParameters:
    """Return the parameters of a URL's query string.

    Unknown names and empty values are ignored. Raises ParameterError for a wrong value; with `lenient`, as
    for pages, the default is used instead, but a query that is too long is always an error.
    """
    given = _given(pairs)
    queries = given.get("q", [])
    if sum(map(len, queries)) > QUERY_LENGTH:
        raise ParameterError("q", f"the query is longer than {QUERY_LENGTH:,} characters; ask for less at once")
    values = {name: values[-1] for name, values in given.items() if name != "q"}
    return _converted(SearchParameters, {**values, "q": queries}, lenient=lenient)


def people_parameters(pairs: Iterable[tuple[str, str]], *, lenient: bool = False) -> PeopleParameters:
    """Return the parameters of a URL's query string; errors as in `search_parameters`."""
    values: dict[str, Any] = {name: values[-1] for name, values in _given(pairs).items()}
    values["q"] = str(values.get("q", "")).strip()
    if len(values["q"]) > NAME_LENGTH:
        raise ParameterError("q", f"a name to search for has at most {NAME_LENGTH} characters")
    return _converted(PeopleParameters, values, lenient=lenient)


def _given(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    given: dict[str, list[str]] = {}
    for name, value in pairs:
        if value:
            given.setdefault(name, []).append(value)
    return given


def _converted(kind: type[P], values: Mapping[str, Any], *, lenient: bool) -> P:
    """Return the parameters of these values, one at a time, so that an error names its parameter."""
    known: dict[str, Any] = {}
    for field in msgspec.structs.fields(kind):
        if field.name not in values:
            continue
        try:
            known[field.name] = msgspec.convert(values[field.name], field.type, strict=False)
        except msgspec.ValidationError as error:
            if not lenient:
                raise ParameterError(field.name, codec.reason(error)) from error
    return kind(**known)
