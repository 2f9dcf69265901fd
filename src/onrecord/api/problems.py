"""Errors in JSON: problem details (RFC 9457), sent as `application/problem+json`."""

from __future__ import annotations

from http import HTTPStatus

from msgspec import UNSET, Struct, UnsetType

from onrecord.model.errors import (
    ArchiveBusy,
    CorrectionError,
    OnRecordError,
    ParameterError,
    QueryError,
)

MEDIA_TYPE = "application/problem+json"
_TYPE = "urn:onrecord:problem"


class Problem(Struct, frozen=True, kw_only=True):
    """A fault of a request, or the reason why it could not be answered now.

    `type` identifies the kind of problem, "about:blank" where `status` (HTTP) says it all; `detail` is one sentence for
    people. `position` is the character of the query, counted from 0, where parsing stopped; `parameter` the one that is
    wrong.
    """

    type: str
    title: str
    status: int
    detail: str
    position: int | UnsetType = UNSET
    parameter: str | UnsetType = UNSET


def http_problem(status: int, detail: str) -> Problem:
    """Return the problem of an HTTP status."""
    try:
        title = HTTPStatus(status).phrase
    except ValueError:
        title = "Error"
    return Problem(type="about:blank", title=title, status=status, detail=detail or f"{title}.")


def problem(error: OnRecordError) -> Problem:
    """Return the problem that describes an exception to the client."""
    match error:
        case QueryError():
            return Problem(
                type=f"{_TYPE}:query",
                title="The query cannot be parsed",
                status=400,
                detail=error.reason,
                position=error.position,
            )
        case ParameterError():
            return Problem(
                type=f"{_TYPE}:parameter",
                title="A parameter is wrong",
                status=400,
                detail=error.reason,
                parameter=error.parameter,
            )
        case CorrectionError():
            return _problem("correction", "This correction cannot be made", 400, error)
        case ArchiveBusy():
            return _problem("archive-busy", "The archive is in use", 503, error)
        case _:
            return _problem("archive", "The archive cannot be read at the moment", 503, error)


def _problem(kind: str, title: str, status: int, error: OnRecordError) -> Problem:
    return Problem(type=f"{_TYPE}:{kind}", title=title, status=status, detail=str(error))
