"""The pages of people: the list of everyone quoted, and a page for each person."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from starlette.datastructures import QueryParams
from starlette.exceptions import HTTPException
from starlette.requests import Request as HttpRequest
from starlette.responses import RedirectResponse, Response

from onrecord.api import answer, people_parameters, person_file, problem, unchanged
from onrecord.api.parameters import NAME_LENGTH
from onrecord.archive.protocol import Archive
from onrecord.archive.requests import PeopleRequest, PeopleSort
from onrecord.archive.results import Named, PersonFile
from onrecord.model import SpeakerType
from onrecord.model.errors import ParameterError, QueryError
from onrecord.web.csrf import Guard
from onrecord.web.json_response import json_response, problem_response
from onrecord.web.render import page
from onrecord.web.views.links import Tab, list_tabs, person_href
from onrecord.web.views.person import person_view

TYPES: tuple[tuple[str, SpeakerType | None], ...] = (
    ("Persons", SpeakerType.PERSON),
    ("Organisations", SpeakerType.ORG),
    ("Groups", SpeakerType.GROUP),
    ("Documents", SpeakerType.DOCUMENT),
    ("All", None),
)
SORTS = {PeopleSort.QUOTATIONS: "most quotations first", PeopleSort.NAME: "by name"}


@dataclass(frozen=True, slots=True)
class PeopleState:
    """The state of a list of people, which is its URL; `same` is the id of a person to merge with one of them."""

    request: PeopleRequest
    same: str = ""
    path: str = "/people"

    def href(self, *, after: str | None = None) -> str:
        """Return the URL of this list; `after` is the cursor of a later page."""
        request = self.request
        pairs = {
            "q": request.text,
            "type": "" if request.type is SpeakerType.PERSON else str(request.type or "all"),
            "sort": "" if request.sort is PeopleSort.QUOTATIONS else str(request.sort),
            "same": self.same,
            "after": after or "",
        }
        query = urlencode({name: value for name, value in pairs.items() if value})
        return f"{self.path}?{query}" if query else self.path

    def having(self, **changes: object) -> PeopleState:
        """Return the first page of a changed search."""
        return replace(self, request=replace(self.request, after=None, **changes))  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class PeoplePages:
    """Endpoints of people; not async, so that Starlette runs them in its thread pool."""

    archive: Archive
    guard: Guard

    def listing(self, request: HttpRequest) -> Response:
        """List the people quoted in the archive."""
        state = _people_state(request.query_params)
        try:
            answer = self.archive.people(state.request)
        except QueryError as error:
            raise HTTPException(400, error.reason) from error
        return page(
            "people.html",
            state=state,
            tabs=list_tabs("/people"),
            types=self._types(state),
            sorts=[
                Tab(name, None, state.having(sort=sort).href(), sort is state.request.sort)
                for sort, name in SORTS.items()
            ],
            answer=answer,
            same=self._same(state.same),
            person_href=person_href,
            next=state.href(after=answer.next) if answer.next else "",
            back=state.href() if state.request.after else "",
            json_href=replace(state, path="/people.json").href(after=state.request.after),
        )

    def listing_json(self, request: HttpRequest) -> Response:
        """List the people in the JSON of `onrecord people --json`."""
        try:
            asked = people_parameters(request.query_params.multi_items()).request()
            return json_response(answer(self.archive.people(asked), unchanged))
        except (QueryError, ParameterError) as error:
            return problem_response(problem(error))

    def person(self, request: HttpRequest) -> Response:
        """Show everything the archive has about a person."""
        file = self._file(request)
        id = file.person.id
        if id != request.path_params["id"]:
            return RedirectResponse(person_href(id), status_code=308)
        into = self._same(request.query_params.get("into", ""))
        return page(
            "person.html",
            guard=self.guard,
            tabs=list_tabs("/people"),
            into=into.id if into else "",
            view=person_view(file, self.archive),
            json_href=person_href(id, ".json"),
        )

    def person_json(self, request: HttpRequest) -> Response:
        """Return everything the archive has about a person as JSON."""
        file = self._file(request)
        if file.person.id != request.path_params["id"]:
            return RedirectResponse(person_href(file.person.id, ".json"), status_code=308)
        return json_response(person_file(file))

    def _file(self, request: HttpRequest) -> PersonFile:
        file = self.archive.person(request.path_params["id"])
        if file is None:
            raise HTTPException(404, "Nobody in this archive has this id.")
        return file

    def _same(self, id: str) -> Named | None:
        return self.archive.named([id]).get(id) if id and self.guard.allowed else None

    def _types(self, state: PeopleState) -> tuple[Tab, ...]:
        """Return a tab for each type of speaker, with the number of speakers."""
        tabs = []
        for name, type in TYPES:
            of_type = state.having(type=type)
            total = self.archive.people(replace(of_type.request, size=0)).total
            tabs.append(Tab(name, total, of_type.href(), type is state.request.type))
        return tuple(tabs)


def _people_state(params: QueryParams) -> PeopleState:
    """Return the state of a URL; an unknown type or order means the default."""
    try:
        request = people_parameters(params.multi_items(), lenient=True).request()
    except ParameterError as error:
        raise HTTPException(400, f"{error.reason[:1].upper()}{error.reason[1:]}.") from error
    return PeopleState(replace(request, size=PeopleRequest().size), params.get("same", "")[:NAME_LENGTH])
