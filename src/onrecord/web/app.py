"""The web application: takes an archive and a way to read captured bytes again, gives a Starlette application.

Routes only; what they show is made in `finding` (landing and results), `people`, `evidence` (articles and captures) and
`correcting`.
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
from onrecord.web.pages.article import Reread, Showing
from onrecord.web.pages.corrections import Correcting
from onrecord.web.pages.people import People
from onrecord.web.pages.results import Finding
from onrecord.web.render import asset, page
from onrecord.web.request_body import is_json

_TITLES = {
    400: "This cannot be asked",
    403: "This may not be done here",
    404: "Nothing is here",
    405: "This cannot be done here",
    413: "This is too much",
}


def create_app(
    archive: Archive, *, reread: Reread, hosts: Sequence[str] = ("*",), corrections: bool = False
) -> Starlette:
    """The application that shows `archive`; `reread` gives the bytes that some evidence points to.

    `hosts` are the names it answers to; a request for another is refused. `corrections` lets readers correct.
    """
    guard = Guard(corrections, tuple(hosts))
    finding, people = Finding(archive), People(archive, guard)
    showing, correcting = Showing(archive, reread, guard), Correcting(archive, guard)
    app = Starlette(
        routes=[
            Route("/", finding.landing),
            Route("/quotes", finding.quotes),
            Route("/quotes.json", finding.quotes_json),
            Route("/articles", finding.articles),
            Route("/articles.json", finding.articles_json),
            Route("/article/{id:path}", showing.article),
            Route("/capture/{id}.json", showing.capture_json),
            Route("/capture/{id}/source", showing.source),
            Route("/capture/{id}", showing.capture),
            Route("/people", people.listing),
            Route("/people.json", people.listing_json),
            Route("/people/{id}.json", people.person_json),
            Route("/people/{id}", people.person),
            Route("/correct", correcting.form),
            Route("/corrections", correcting.listing),
            Route("/corrections", correcting.make, methods=["POST"]),
            Route("/corrections.json", correcting.export),
            Route("/corrections/{id}/undo", correcting.undo, methods=["POST"]),
            Route("/static/{name}", _static),
            Route("/favicon.ico", _no_icon),
            Route("/health", _health),
        ],
        middleware=[
            Middleware(Headers),
            Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts), www_redirect=False),
        ],
        exception_handlers={
            HTTPException: _refused,
            OnRecordError: _explained,
            Exception: _failed,
        },
    )
    app.router.redirect_slashes = False
    return app


async def _static(request: Request) -> Response:
    found = asset(request.path_params["name"], request.query_params.get("v", ""))
    if found is None:
        raise HTTPException(404)
    return found


async def _no_icon(request: Request) -> Response:
    return Response(status_code=204)


async def _health(request: Request) -> Response:
    return PlainTextResponse("ok\n")


def _refused(request: Request, error: Exception) -> Response:
    """Return what was wrong with the request, as a page, or as JSON where JSON was asked for or sent."""
    status, detail = (error.status_code, error.detail) if isinstance(error, HTTPException) else (500, "")
    headers = dict(error.headers or {}) if isinstance(error, HTTPException) else {}
    if _wants_json(request):
        return problem_response(http_problem(status, detail), headers)
    title = _TITLES.get(status, "This did not work")
    return page("error.html", status=status, headers=headers, title=title, detail=detail)


def _explained(request: Request, error: Exception) -> Response:
    """Return why a correction cannot be made, or the archive cannot be read or written now."""
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


def _failed(request: Request, error: Exception) -> Response:
    """What a reader sees when we fail; the log has the traceback. Outside of the middleware, so it sets the headers."""
    detail = f"{type(error).__name__}: the server's log says more."
    return page("error.html", status=500, headers=HEADERS, title="On Record failed on this page", detail=detail)
