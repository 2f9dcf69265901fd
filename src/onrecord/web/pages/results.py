"""The landing page and the pages of results: quotations or articles that match a query."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from starlette.datastructures import QueryParams
from starlette.exceptions import HTTPException
from starlette.requests import Request as HttpRequest
from starlette.responses import RedirectResponse, Response

from onrecord.api import answer, problem, quotation_hit, search_parameters, unchanged
from onrecord.archive.protocol import Archive
from onrecord.archive.query.tree import Everything
from onrecord.archive.requests import Copies, Request, Sort
from onrecord.archive.results import Answer, ArticleHit, Facet, QuotationHit
from onrecord.dates.steps import bounds, level_of
from onrecord.dates.words import in_words
from onrecord.model.errors import ParameterError, QueryError
from onrecord.web.json_response import json_response, problem_response
from onrecord.web.render import page
from onrecord.web.search_url import State, read_state
from onrecord.web.views.date_steps import DatedAnswer, search_with_dates
from onrecord.web.views.facets import facet_lists
from onrecord.web.views.histogram import Chart, date_chart
from onrecord.web.views.hits import article_view, quotation_view
from onrecord.web.views.links import Tab

T = TypeVar("T")
Find = Callable[[Request], Answer[T]]

_NONE = Facet(buckets=())


@dataclass(frozen=True, slots=True)
class ResultPages:
    """Endpoints of the landing page and the results; not async, so that Starlette runs them in its thread pool."""

    archive: Archive

    def landing(self, request: HttpRequest) -> Response:
        """Show what the archive contains, with outlets, speakers and dates to start from."""
        state, articles = State(path="/quotes"), State(path="/articles")
        everything = Request(query=Everything(), size=1)
        newest = search_with_dates(self.archive.search, everything)
        oldest = self.archive.search(replace(everything, sort=Sort.OLDEST, facets=False))
        quotations = self.archive.quotes(everything)
        days = [in_words(hit.published.day) for a in (oldest, newest.answer) for hit in a.results if hit.published]
        return page(
            "landing.html",
            state=state,
            counts=self.archive.counts(),
            quotations=quotations.total,
            days=days,
            outlets=facet_lists({"outlet": newest.answer.facets.get("outlet", _NONE)}, articles),
            speakers=facet_lists({"speaker": quotations.facets.get("speaker", _NONE)}, state),
            chart=date_chart(newest.drawn, newest.level, articles),
        )

    def quotes(self, request: HttpRequest) -> Response:
        """List quotations that match."""
        return self._results(request, "/quotes")

    def articles(self, request: HttpRequest) -> Response:
        """List articles that match."""
        return self._results(request, "/articles")

    def quotes_json(self, request: HttpRequest) -> Response:
        """List quotations that match, in the JSON of `onrecord quotes --json`."""
        return _json(request, self.archive.quotes, quotation_hit)

    def articles_json(self, request: HttpRequest) -> Response:
        """List articles that match, in the JSON of `onrecord search --json`."""
        return _json(request, self.archive.search, unchanged)

    def _results(self, request: HttpRequest, path: str) -> Response:
        params = request.query_params
        state = _state(params, path)
        state = state.knowing(self.archive.named(state.values("speaker")))
        if "from" in params or "to" in params:
            return _redirect_to_dates(state, params.get("from", ""), params.get("to", ""))
        if state.problem:
            return _invalid_query(state, state.problem.reason, position=state.problem.position)
        wanted = _archive_request(state, params)
        try:
            if path == "/quotes":
                return self._page(state, wanted, search_with_dates(self.archive.quotes, wanted), self.archive.search)
            return self._page(state, wanted, search_with_dates(self.archive.search, wanted), self.archive.quotes)
        except QueryError as error:
            return _invalid_query(state, error.reason)

    def _page(
        self, state: State, wanted: Request, dated: DatedAnswer[T], other: Find[ArticleHit] | Find[QuotationHit]
    ) -> Response:
        """Render the results; `other` counts the matches on the other tab."""
        answer = dated.answer
        others = other(replace(wanted, after=None, size=0, facets=False)).total
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
            facets=facet_lists({**answer.facets, "published": dated.listed}, state),
            chart=date_chart(dated.drawn, dated.level, state),
            other_charts=_other_charts(answer, state),
            first=first,
            last=last,
            sorts=_sorts(state),
            next=state.href(after=answer.next) if answer.next else "",
            back=state.href() if wanted.after else "",
            json_href=_json_href(state, wanted.after),
        )


def _other_charts(answer: Answer[T], state: State) -> list[Chart]:
    """Return the charts of dates other than publication that have at least two steps."""
    facets = ((name, answer.facets.get(name)) for name in ("said", "about", "captured"))
    charts = (date_chart(facet, facet.level, state, name) for name, facet in facets if facet and facet.level)
    return [chart for chart in charts if chart.drawing]


def _tabs(state: State, quotations: int | None, articles: int | None) -> tuple[Tab, ...]:
    both = (("Quotations", "/quotes", quotations), ("Articles", "/articles", articles))
    shown = (Tab(name, n, replace(state, path=path).href(), path == state.path) for name, path, n in both)
    return (*shown, Tab("People", None, "/people", False))


def _sorts(state: State) -> tuple[Tab, ...]:
    """Return the orders to choose from; by relevance only if the query has words."""
    names = {Sort.NEWEST: "newest first", Sort.OLDEST: "oldest first", Sort.RELEVANCE: "best match first"}
    offered = tuple(sort for sort in Sort if sort is not Sort.RELEVANCE or state.box or state.sort is sort)
    return tuple(Tab(names[sort], None, replace(state, sort=sort).href(), sort is state.sort) for sort in offered)


@dataclass(frozen=True, slots=True)
class CopiesView:
    """Copies among the results: whether they are folded, the number of results with all copies (`every`) and of those
    in copies of earlier articles (`later`), and the address of the other way to list them."""

    folded: bool
    every: int
    later: int
    href: str


def _copies(state: State, answer: Answer[T]) -> CopiesView | None:
    """Return how copies are shown, or None if no result is a copy of an earlier article."""
    if not answer.later:
        return None
    folded = state.copies is Copies.FOLDED
    other = replace(state, copies=Copies.ALL if folded else Copies.FOLDED)
    return CopiesView(folded, answer.unfolded, answer.later, other.href())


def _json_href(state: State, after: str | None) -> str:
    return replace(state, path=f"{state.path}.json").href(after=after)


def _state(params: QueryParams, path: str) -> State:
    try:
        return read_state(path, search_parameters(params.multi_items(), lenient=True))
    except ParameterError as error:
        raise HTTPException(400, f"{error.reason[:1].upper()}{error.reason[1:]}.") from error


def _archive_request(state: State, params: QueryParams) -> Request:
    """Return the archive's request for a state without a problem."""
    return Request(query=state.node, sort=state.sort, copies=state.copies, after=params.get("after") or None)


def _redirect_to_dates(state: State, first: str, last: str) -> Response:
    """Redirect from the date form to the page with its dates as a filter; without both dates, remove the filter."""
    dates = tuple(day.strip() for day in (first, last))
    if any(day and level_of(day) is None for day in dates) or (all(dates) and dates[0] > dates[1]):
        reason = "these dates are not a period: write them as 2021-02-21, the earlier one first"
        return _invalid_query(state, reason)
    value = "/".join(day or ".." for day in dates) if dates[0] != dates[1] else dates[0]
    anytime = state.without(*(field for field in state.fields if field.name == "published"))
    dated = anytime.narrowed("published", value) if value else anytime
    return RedirectResponse(dated.href(), status_code=303)


def _invalid_query(state: State, reason: str, *, position: int | None = None) -> Response:
    """Return the page for a query that is not valid, with the reason and the position in the query."""
    end = len(state.box) if position is None else min(position, len(state.box))
    where = None if position is None else (state.box[:end], state.box[end : end + 1], state.box[end + 1 :])
    return page(
        "invalid_query.html",
        status=400,
        state=state,
        tabs=_tabs(state, None, None),
        reason=_capitalised(reason),
        where=where,
    )


def _capitalised(reason: str) -> str:
    """Return a reason with a capital letter, unless it begins with a field ("published: …")."""
    return reason if reason.split(" ", 1)[0].endswith(":") else reason[:1].upper() + reason[1:]


def _json(request: HttpRequest, find: Find[T], make: Callable[[T], object]) -> Response:
    try:
        asked = search_parameters(request.query_params.multi_items()).request()
        return json_response(answer(find(asked), make, copies=asked.copies))
    except (QueryError, ParameterError) as error:
        return problem_response(problem(error))
