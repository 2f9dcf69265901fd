"""The pages that find: takes a request's state and the archive, gives the landing page and the pages of results."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from starlette.datastructures import QueryParams
from starlette.exceptions import HTTPException
from starlette.requests import Request as HttpRequest
from starlette.responses import RedirectResponse, Response

from onrecord.api import answer, article_hit, problem, quotation_hit, search_parameters
from onrecord.archive.protocol import Archive
from onrecord.archive.query.tree import Everything
from onrecord.archive.requests import Copies, Request, Sort
from onrecord.archive.results import Answer, ArticleHit, Facet, QuotationHit
from onrecord.dates.steps import bounds, level_of
from onrecord.dates.words import in_words
from onrecord.model.errors import ParameterError, QueryError
from onrecord.web.json_response import json_response, problem_response
from onrecord.web.render import page
from onrecord.web.search_url import (
    UNDATED,
    State,
    read_state,
)
from onrecord.web.views.date_steps import Scaled, to_scale
from onrecord.web.views.facets import facet_lists
from onrecord.web.views.histogram import Histogram, histogram
from onrecord.web.views.hits import article_view, quotation_view
from onrecord.web.views.tabs import Tab

T = TypeVar("T")
Find = Callable[[Request], Answer[T]]

_NONE = Facet(buckets=())


@dataclass(frozen=True, slots=True)
class Finding:
    """The endpoints of the landing page and of the results; plain functions, so that they run in the thread pool."""

    archive: Archive

    def landing(self, request: HttpRequest) -> Response:
        """What the archive holds, and where to begin."""
        state, articles = State(path="/quotes"), State(path="/articles")
        everything = Request(query=Everything(), size=1)
        newest = to_scale(self.archive.search, everything)
        oldest = self.archive.search(replace(everything, sort=Sort.OLDEST, facets=False))
        said = self.archive.quotes(everything)
        days = [in_words(hit.published.day) for a in (oldest, newest.answer) for hit in a.results if hit.published]
        return page(
            "landing.html",
            state=state,
            counts=self.archive.counts(),
            quotations=said.total,
            days=days,
            outlets=facet_lists({"outlet": newest.answer.facets.get("outlet", _NONE)}, articles),
            speakers=facet_lists({"speaker": said.facets.get("speaker", _NONE)}, state),
            histogram=histogram(newest.drawn, newest.level, articles),
            dates=newest.drawn,
        )

    def quotes(self, request: HttpRequest) -> Response:
        """Quotations that match."""
        return self._results(request, "/quotes")

    def articles(self, request: HttpRequest) -> Response:
        """Articles that match."""
        return self._results(request, "/articles")

    def quotes_json(self, request: HttpRequest) -> Response:
        """Quotations that match, as `quotes --json` prints them."""
        return _json(request, self.archive.quotes, quotation_hit)

    def articles_json(self, request: HttpRequest) -> Response:
        """Articles that match, as `search --json` prints them."""
        return _json(request, self.archive.search, article_hit)

    def _results(self, request: HttpRequest, path: str) -> Response:
        params = request.query_params
        state = _state(params, path)
        state = state.knowing(self.archive.named(state.values("speaker")))
        if "from" in params or "to" in params:
            return _by_dates(state, params.get("from", ""), params.get("to", ""))
        if state.problem:
            return _problem(state, state.problem.reason, position=state.problem.position)
        asked = _asked(state, params)
        try:
            if path == "/quotes":
                return self._page(state, asked, to_scale(self.archive.quotes, asked), self.archive.search)
            return self._page(state, asked, to_scale(self.archive.search, asked), self.archive.quotes)
        except QueryError as error:
            return _problem(state, error.reason)

    def _page(
        self, state: State, asked: Request, scaled: Scaled[T], other: Find[ArticleHit] | Find[QuotationHit]
    ) -> Response:
        answer = scaled.answer
        others = other(replace(asked, after=None, size=0, facets=False)).total
        quotations, articles = (answer.total, others) if state.path == "/quotes" else (others, answer.total)
        first, last = bounds((state.values("published") or ("",))[-1])
        return page(
            "results.html",
            state=state,
            tabs=_tabs(state, quotations, articles),
            total=answer.total,
            copies=_copies(state, answer),
            quotations=[quotation_view(hit) for hit in answer.results if isinstance(hit, QuotationHit)],
            articles=[article_view(hit) for hit in answer.results if isinstance(hit, ArticleHit)],
            facets=facet_lists({**answer.facets, "published": scaled.listed}, state),
            histogram=histogram(scaled.drawn, scaled.level, state),
            dates=scaled.drawn,
            charts=[
                (drawn, facet, what, UNDATED[name])
                for name, what in _OTHER_DATES
                for drawn, facet in _drawn(answer, name, state)
            ],
            first=first,
            last=last,
            sorts=_sorts(state),
            next=state.href(after=answer.next) if answer.next else "",
            back=state.href() if asked.after else "",
            twin=_twin(state, asked.after),
        )


_OTHER_DATES = (("said", "of saying"), ("about", "talked about"), ("captured", "of capture"))


def _drawn(answer: Answer[T], name: str, state: State) -> list[tuple[Histogram, Facet]]:
    """The histogram of a date other than that of printing, where there are steps to compare."""
    facet = answer.facets.get(name)
    if facet is None or facet.level is None:
        return []
    drawn = histogram(facet, facet.level, state, name)
    return [(drawn, facet)] if drawn else []


def _tabs(state: State, quotations: int | None, articles: int | None) -> tuple[Tab, ...]:
    both = (("Quotations", "/quotes", quotations), ("Articles", "/articles", articles))
    shown = (Tab(name, n, replace(state, path=path).href(), path == state.path) for name, path, n in both)
    return (*shown, Tab("People", None, "/people", False))


def _sorts(state: State) -> tuple[Tab, ...]:
    """The orders; by relevance only where there are words to be relevant to."""
    names = {Sort.NEWEST: "newest first", Sort.OLDEST: "oldest first", Sort.RELEVANCE: "best match first"}
    offered = tuple(sort for sort in Sort if sort is not Sort.RELEVANCE or state.box or state.sort is sort)
    return tuple(Tab(names[sort], None, replace(state, sort=sort).href(), sort is state.sort) for sort in offered)


@dataclass(frozen=True, slots=True)
class CopiesView:
    """What the page says of copies: whether they are folded, how many results there are with all of them (`every`) and
    how many stand in copies of earlier articles (`later`), and the address of the other way to list them."""

    folded: bool
    every: int
    later: int
    href: str


def _copies(state: State, answer: Answer[T]) -> CopiesView | None:
    """None where nothing that matches is a copy of anything earlier."""
    if not answer.later:
        return None
    folded = state.copies is Copies.FOLDED
    other = replace(state, copies=Copies.ALL if folded else Copies.FOLDED)
    return CopiesView(folded, answer.unfolded, answer.later, other.href())


def _twin(state: State, after: str | None) -> str:
    return replace(state, path=f"{state.path}.json").href(after=after)


def _state(params: QueryParams, path: str) -> State:
    try:
        return read_state(path, search_parameters(params.multi_items(), lenient=True))
    except ParameterError as error:
        raise HTTPException(400, f"{error.reason[:1].upper()}{error.reason[1:]}.") from error


def _asked(state: State, params: QueryParams) -> Request:
    """What a state without a problem asks of the archive."""
    return Request(query=state.node, sort=state.sort, copies=state.copies, after=params.get("after") or None)


def _by_dates(state: State, first: str, last: str) -> Response:
    """From the date form to the page that has its dates as a filter; both empty takes the filter away."""
    dates = tuple(day.strip() for day in (first, last))
    if any(day and level_of(day) is None for day in dates) or (all(dates) and dates[0] > dates[1]):
        reason = "the dates are not a span of days: give them as 2021-02-21, the earlier one first"
        return _problem(state, reason)
    value = "/".join(day or ".." for day in dates) if dates[0] != dates[1] else dates[0]
    anytime = state.without(*(field for field in state.fields if field.name == "published"))
    asked = anytime.narrowed("published", value) if value else anytime
    return RedirectResponse(asked.href(), status_code=303)


def _problem(state: State, reason: str, *, position: int | None = None) -> Response:
    """The page of results without results: what was wrong, and where in the box."""
    end = len(state.box) if position is None else min(position, len(state.box))
    where = None if position is None else (state.box[:end], state.box[end : end + 1], state.box[end + 1 :])
    return page(
        "problem.html", status=400, state=state, tabs=_tabs(state, None, None), reason=_begun(reason), where=where
    )


def _begun(reason: str) -> str:
    """A reason as a sentence begins; one that begins with a field ("published: …") stays as it is."""
    return reason if reason.split(" ", 1)[0].endswith(":") else reason[:1].upper() + reason[1:]


def _json(request: HttpRequest, find: Find[T], make: Callable[[T], object]) -> Response:
    try:
        asked = search_parameters(request.query_params.multi_items()).request()
        return json_response(answer(find(asked), make, copies=asked.copies))
    except (QueryError, ParameterError) as error:
        return problem_response(problem(error))
