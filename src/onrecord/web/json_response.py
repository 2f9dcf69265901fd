"""JSON responses: answers, and problem details (RFC 9457) for errors."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.responses import Response

from onrecord.api.problems import MEDIA_TYPE, Problem
from onrecord.model import codec


def json_response(value: object, status: int = 200) -> Response:
    """Return an answer as JSON."""
    return Response(codec.encode(value), status_code=status, media_type="application/json")


def problem_response(problem: Problem, headers: Mapping[str, str] | None = None) -> Response:
    """Return an error as problem details, with the status that they name."""
    body = codec.encode(problem)
    return Response(body, status_code=problem.status, headers=headers, media_type=MEDIA_TYPE)
