"""The pages that show: takes an article's id or a capture's id, gives the article, its evidence and its source."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256

from starlette.exceptions import HTTPException
from starlette.requests import Request as HttpRequest
from starlette.responses import Response

from onrecord.api import article_file
from onrecord.archive.protocol import Archive
from onrecord.archive.results import Capture, Stored
from onrecord.model import Evidence
from onrecord.model.errors import OnRecordError
from onrecord.web.csrf import Guard
from onrecord.web.headers import SANDBOX
from onrecord.web.json_response import json_response
from onrecord.web.render import page
from onrecord.web.views.article_text import read_out
from onrecord.web.views.correction import correct_href, mended
from onrecord.web.views.hits import article_href
from onrecord.web.views.languages import language_name
from onrecord.web.views.speaker import searches

Reread = Callable[[Evidence], bytes]

DATES = ("Published", "Modified", "Captured")
"""The dates of an article's page, by their names there; each has ✔, or ✖ and what contradicts it."""

READ = "en"
"""The language that the reader of quotations knows."""


@dataclass(frozen=True, slots=True)
class Check:
    """Whether a capture's bytes are still where they were, and are still the same; `size` in bytes where they are.

    `at` is the capture they were read at: another one of the same bytes where the capture only names them (a revisit).
    """

    there: bool
    same: bool
    size: int
    reason: str = ""
    at: Capture | None = None


@dataclass(frozen=True, slots=True)
class Showing:
    """The endpoints of articles and captures; plain functions, so that they run in the thread pool."""

    archive: Archive
    reread: Reread
    guard: Guard

    def article(self, request: HttpRequest) -> Response:
        """An article as its newest capture has it, or another one; its JSON twin where the address ends in .json."""
        id = request.path_params["id"]
        capture = request.query_params.get("capture")
        if stored := self.archive.article(id, capture=capture):
            return _article(stored, self.guard)
        twin = self.archive.article(id.removesuffix(".json"), capture=capture) if id.endswith(".json") else None
        if twin is None:
            raise HTTPException(404, "The archive holds no such article.")
        return json_response(article_file(twin))

    def capture(self, request: HttpRequest) -> Response:
        """The evidence of a capture, and whether it still stands."""
        stored = self._captured(request)
        article = stored.record.article
        return page(
            "capture.html",
            stored=stored,
            capture=stored.capture,
            check=self._check(stored),
            href=article_href(article.id, capture=stored.capture.id),
        )

    def capture_json(self, request: HttpRequest) -> Response:
        """The article as one capture has it."""
        return json_response(article_file(self._captured(request)))

    def source(self, request: HttpRequest) -> Response:
        """The captured bytes, as text that nothing runs."""
        try:
            source, _ = self._read(self._captured(request))
        except (OnRecordError, OSError) as error:
            raise HTTPException(404, f"The captured bytes cannot be read: {error}") from error
        return Response(
            source,
            media_type=f"text/plain; charset={_charset(source)}",
            headers={"content-security-policy": SANDBOX, "x-content-type-options": "nosniff"},
        )

    def _captured(self, request: HttpRequest) -> Stored:
        stored = self.archive.capture(request.path_params["id"])
        if stored is None:
            raise HTTPException(404, "The archive holds no such capture.")
        return stored

    def _check(self, stored: Stored) -> Check:
        try:
            source, at = self._read(stored)
        except (OnRecordError, OSError) as error:
            return Check(False, False, 0, str(error))
        return Check(True, f"sha256:{sha256(source).hexdigest()}" == stored.capture.digest, len(source), at=at)

    def _read(self, stored: Stored) -> tuple[bytes, Capture]:
        """The bytes of a capture, and the one of equal digest they were read at. Raises what `reread` does."""
        try:
            return self.reread(_evidence(stored.capture)), stored.capture
        except (OnRecordError, OSError):
            for other in stored.captures:
                if other.digest == stored.capture.digest and other.id != stored.capture.id:
                    with suppress(OnRecordError, OSError):
                        return self.reread(_evidence(other)), other
            raise


def _article(stored: Stored, guard: Guard) -> Response:
    article = stored.record.article
    reading = read_out(stored.record, stored.people)
    corrections = mended(stored, [told for voice in reading.voices for told in voice.told])
    language = article.language.partition("-")[0].lower()
    return page(
        "article.html",
        stored=stored,
        article=article,
        checks={name: [doubt for doubt in article.doubts if doubt.about == name.lower()] for name in DATES},
        reading=reading,
        guard=guard,
        correct_href=correct_href if guard.allowed and stored.capture.newest else None,
        mended=corrections,
        corrected={one.told.id for one in corrections if one.told},
        unread=language_name(article.language) if language not in ("", READ) and not stored.record.quotations else "",
        outlet_href=searches("outlet", article.outlet),
        copies=[(copy, article_href(copy.id)) for copy in stored.copies],
        captures=[(capture, article_href(article.id, capture=capture.id)) for capture in stored.captures],
        twin=article_href(f"{article.id}.json", capture=None if stored.capture.newest else stored.capture.id),
    )


def _evidence(capture: Capture) -> Evidence:
    return Evidence(capture.file, capture.offset, capture.digest)


def _charset(source: bytes) -> str:
    """UTF-8 where it is that; else windows-1252, which shows every byte as some character."""
    try:
        source.decode()
    except UnicodeDecodeError:
        return "windows-1252"
    return "utf-8"
