"""The pages of people: takes a request and the archive, gives the list of those who speak, and each one's own page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from starlette.datastructures import QueryParams
from starlette.exceptions import HTTPException
from starlette.requests import Request as HttpRequest
from starlette.responses import RedirectResponse, Response

from onrecord.api import answer, people_parameters, person_file, person_hit, problem
from onrecord.api.parameters import NAME_LENGTH
from onrecord.archive.protocol import Archive
from onrecord.archive.requests import PeopleRequest, PeopleSort
from onrecord.archive.results import Named, PersonFile
from onrecord.model import SpeakerType
from onrecord.model.errors import ParameterError, QueryError
from onrecord.web.csrf import Guard
from onrecord.web.json_response import json_response, problem_response
from onrecord.web.render import page
from onrecord.web.views.person import portrait
from onrecord.web.views.speaker import person_href
from onrecord.web.views.tabs import Tab, places

TYPES: tuple[tuple[str, SpeakerType | None], ...] = (
    ("Persons", SpeakerType.PERSON),
    ("Organisations", SpeakerType.ORG),
    ("Groups", SpeakerType.GROUP),
    ("Documents", SpeakerType.DOCUMENT),
    ("All", None),
)
SORTS = {PeopleSort.QUOTATIONS: "most quotations first", PeopleSort.NAME: "by name"}


@dataclass(frozen=True, slots=True)
class Asked:
    """What a list of people asks, which is its URL. `same` is whom one of them is to be merged with, if any."""

    request: PeopleRequest
    same: str = ""
    path: str = "/people"

    def href(self, *, after: str | None = None) -> str:
        """The URL of this list; `after` is the cursor of a later page."""
        asked = self.request
        pairs = {
            "q": asked.text,
            "type": "" if asked.type is SpeakerType.PERSON else str(asked.type or "all"),
            "sort": "" if asked.sort is PeopleSort.QUOTATIONS else str(asked.sort),
            "same": self.same,
            "after": after or "",
        }
        query = urlencode({name: value for name, value in pairs.items() if value})
        return f"{self.path}?{query}" if query else self.path

    def having(self, **changes: object) -> Asked:
        """With another search, from its first page on."""
        return replace(self, request=replace(self.request, after=None, **changes))  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class People:
    """The endpoints; plain functions, so that they run in the thread pool."""

    archive: Archive
    guard: Guard

    def listing(self, request: HttpRequest) -> Response:
        """Those who speak, by name."""
        asked = _asked(request.query_params)
        try:
            answer = self.archive.people(asked.request)
        except QueryError as error:
            raise HTTPException(400, error.reason) from error
        return page(
            "people.html",
            asked=asked,
            places=places("/people"),
            types=self._types(asked),
            sorts=[
                Tab(name, None, asked.having(sort=sort).href(), sort is asked.request.sort)
                for sort, name in SORTS.items()
            ],
            answer=answer,
            same=self._same(asked.same),
            person_href=person_href,
            next=asked.href(after=answer.next) if answer.next else "",
            back=asked.href() if asked.request.after else "",
            twin=replace(asked, path="/people.json").href(after=asked.request.after),
        )

    def listing_json(self, request: HttpRequest) -> Response:
        """Those who speak, as `people --json` prints them."""
        try:
            asked = people_parameters(request.query_params.multi_items()).request()
            return json_response(answer(self.archive.people(asked), person_hit))
        except (QueryError, ParameterError) as error:
            return problem_response(problem(error))

    def person(self, request: HttpRequest) -> Response:
        """All that the archive has of one person."""
        file = self._file(request)
        id = file.person.id
        if id != request.path_params["id"]:
            return RedirectResponse(person_href(id), status_code=308)
        into = self._same(request.query_params.get("into", ""))
        return page(
            "person.html",
            guard=self.guard,
            places=places("/people"),
            into=into.id if into else "",
            view=portrait(file, self.archive),
            twin=person_href(id, ".json"),
        )

    def person_json(self, request: HttpRequest) -> Response:
        """The same as JSON."""
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

    def _types(self, asked: Asked) -> tuple[Tab, ...]:
        """A way to each type, with how many there are of it."""
        tabs = []
        for name, type in TYPES:
            of_type = asked.having(type=type)
            total = self.archive.people(replace(of_type.request, size=0)).total
            tabs.append(Tab(name, total, of_type.href(), type is asked.request.type))
        return tuple(tabs)


def _asked(params: QueryParams) -> Asked:
    """Return the search of a URL; an unknown type or order is replaced by the default."""
    try:
        request = people_parameters(params.multi_items(), lenient=True).request()
    except ParameterError as error:
        raise HTTPException(400, f"{error.reason[:1].upper()}{error.reason[1:]}.") from error
    return Asked(replace(request, size=PeopleRequest().size), params.get("same", "")[:NAME_LENGTH])
