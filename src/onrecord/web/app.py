"""The web application (Starlette): routes and error pages.

The endpoints are in `pages/`: `results` (landing page and results), `article` (articles and captures), `people` and
`corrections`.
"""

from __future__ import annotations

from collections.abc import Sequence

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from onrecord.api import http_problem, problem
from onrecord.archive.protocol import Archive
from onrecord.model.errors import ArchiveBusy, CorrectionError, OnRecordError
from onrecord.web.csrf import Guard
from onrecord.web.headers import HEADERS, Headers
from onrecord.web.json_response import problem_response
from onrecord.web.pages.article import ArticlePages, Reread
from onrecord.web.pages.corrections import CorrectionPages
from onrecord.web.pages.people import PeoplePages
from onrecord.web.pages.results import ResultPages
from onrecord.web.render import asset, page
from onrecord.web.request_body import is_json

_TITLES = {
    400: "This request is not valid",
    403: "This is not allowed here",
    404: "Page not found",
    405: "This is not possible here",
    413: "This is too large",
}


def create_app(
    archive: Archive, *, reread: Reread, hosts: Sequence[str] = ("*",), corrections: bool = False
) -> Starlette:
    """Return the application that shows `archive`.

    `reread` returns the captured bytes of some evidence. Requests for host names other than `hosts` are refused.
    `corrections` allows readers to make corrections.
    """
    guard = Guard(corrections, tuple(hosts))
    results, people = ResultPages(archive), PeoplePages(archive, guard)
    articles, correct = ArticlePages(archive, reread, guard), CorrectionPages(archive, guard)
    app = Starlette(
        routes=[
            Route("/", results.landing),
            Route("/quotes", results.quotes),
            Route("/quotes.json", results.quotes_json),
            Route("/articles", results.articles),
            Route("/articles.json", results.articles_json),
            Route("/article/{id:path}", articles.article),
            Route("/capture/{id}.json", articles.capture_json),
            Route("/capture/{id}/source", articles.source),
            Route("/capture/{id}", articles.capture),
            Route("/people", people.listing),
            Route("/people.json", people.listing_json),
            Route("/people/{id}.json", people.person_json),
            Route("/people/{id}", people.person),
            Route("/correct", correct.form),
            Route("/corrections", correct.listing),
            Route("/corrections", correct.make, methods=["POST"]),
            Route("/corrections.json", correct.export),
            Route("/corrections/{id}/undo", correct.undo, methods=["POST"]),
            Route("/static/{name}", _static),
            Route("/favicon.ico", _no_icon),
            Route("/health", _health),
        ],
        middleware=[
            Middleware(Headers),
            Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts), www_redirect=False),
        ],
        exception_handlers={
            HTTPException: _http_error,
            OnRecordError: _known_error,
            Exception: _server_error,
        },
    )
    app.router.redirect_slashes = False
    return app


async def _static(request: Request) -> Response:
    file = asset(request.path_params["name"], request.query_params.get("v", ""))
    if file is None:
        raise HTTPException(404)
    return file


async def _no_icon(request: Request) -> Response:
    return Response(status_code=204)


async def _health(request: Request) -> Response:
    return PlainTextResponse("ok\n")


def _http_error(request: Request, error: Exception) -> Response:
    """Answer a request that cannot be served, as a page, or as JSON if JSON was requested or sent."""
    status, detail = (error.status_code, error.detail) if isinstance(error, HTTPException) else (500, "")
    headers = dict(error.headers or {}) if isinstance(error, HTTPException) else {}
    if _wants_json(request):
        return problem_response(http_problem(status, detail), headers)
    title = _TITLES.get(status, "This did not work")
    return page("error.html", status=status, headers=headers, title=title, detail=detail)


def _known_error(request: Request, error: Exception) -> Response:
    """Answer a correction that cannot be made, or a request while the archive cannot be read or written."""
    assert isinstance(error, OnRecordError)
    found = problem(error)
    if _wants_json(request):
        return problem_response(found)
    detail = found.detail
    if isinstance(error, CorrectionError):
        detail = f"Nothing was changed: {error}. Go back to try again."
    elif isinstance(error, ArchiveBusy):
        detail = f"Nothing was changed. {error}."
    return page("error.html", status=found.status, title=found.title, detail=detail)


def _wants_json(request: Request) -> bool:
    return request.url.path.endswith(".json") or is_json(request)


def _server_error(request: Request, error: Exception) -> Response:
    """Answer after an unexpected error; no middleware runs, so the headers are set here. The log has the traceback."""
    detail = f"{type(error).__name__}: the server's log has the details."
    return page("error.html", status=500, headers=HEADERS, title="On Record failed on this page", detail=detail)
