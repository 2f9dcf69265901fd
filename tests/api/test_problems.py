"""Errors in JSON are problem details (RFC 9457)."""

from __future__ import annotations

import json
from typing import Any

import pytest

from onrecord.api import http_problem, problem
from onrecord.model import codec
from onrecord.model.errors import (
    ArchiveBroken,
    ArchiveBusy,
    CorrectionError,
    OnRecordError,
    ParameterError,
    QueryError,
)


@pytest.mark.parametrize(
    ("error", "kind", "status", "more"),
    [
        (QueryError("no end", position=3), "query", 400, {"position": 3}),
        (ParameterError("size", "too large"), "parameter", 400, {"parameter": "size"}),
        (CorrectionError("no such person"), "correction", 400, {}),
        (ArchiveBusy("another process"), "archive-busy", 503, {}),
        (ArchiveBroken("damaged"), "archive", 503, {}),
    ],
)
def test_an_exception_as_a_problem(error: OnRecordError, kind: str, status: int, more: dict[str, Any]) -> None:
    found = json.loads(codec.encode(problem(error)))
    assert found.pop("title")
    detail = getattr(error, "reason", str(error))
    assert found == {"type": f"urn:onrecord:problem:{kind}", "status": status, "detail": detail, **more}


def test_a_status_is_a_problem_of_no_type_of_its_own() -> None:
    assert json.loads(codec.encode(http_problem(404, "Not here."))) == {
        "type": "about:blank",
        "title": "Not Found",
        "status": 404,
        "detail": "Not here.",
    }
    assert http_problem(599, "").detail == "Error."
