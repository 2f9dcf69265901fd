"""The pages of articles and captures: the text with its quotations, the evidence, and the captured source."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256

from starlette.exceptions import HTTPException
from starlette.requests import Request as HttpRequest
from starlette.responses import Response

from onrecord.api import article_file
from onrecord.api.words import language_name
from onrecord.archive.protocol import Archive
from onrecord.archive.results import Capture, Stored
from onrecord.model import Evidence
from onrecord.model.errors import OnRecordError
from onrecord.web.csrf import Guard
from onrecord.web.headers import SANDBOX
from onrecord.web.json_response import json_response
from onrecord.web.render import page
from onrecord.web.views.article_text import article_text
from onrecord.web.views.correction import corrected_quotations
from onrecord.web.views.links import article_href, correct_href, quotes_href

Reread = Callable[[Evidence], bytes]

DATES = ("Published", "Modified", "Captured")
"""The dates on an article's page; each has ✔, or ✖ and what contradicts it."""

QUOTATIONS_LANGUAGE = "en"
"""The language in which quotations are found."""


@dataclass(frozen=True, slots=True)
class Check:
    """Whether a capture's bytes can still be read (`there`), and are the same as recorded; `size` is in bytes.

    `at` is the capture they were read from: for a revisit, another capture of the same bytes. `reason` says why they
    cannot be read.
    """

    there: bool
    same: bool
    size: int
    reason: str = ""
    at: Capture | None = None


@dataclass(frozen=True, slots=True)
class ArticlePages:
    """Endpoints of articles and captures; not async, so that Starlette runs them in its thread pool."""

    archive: Archive
    reread: Reread
    guard: Guard

    def article(self, request: HttpRequest) -> Response:
        """Show an article from its newest capture, or from the one asked for; as JSON if the address ends in .json."""
        id = request.path_params["id"]
        capture = request.query_params.get("capture")
        if stored := self.archive.article(id, capture=capture):
            return _article(stored, self.guard)
        as_json = self.archive.article(id.removesuffix(".json"), capture=capture) if id.endswith(".json") else None
        if as_json is None:
            raise HTTPException(404, "This article is not in the archive.")
        return json_response(article_file(as_json))

    def capture(self, request: HttpRequest) -> Response:
        """Show the evidence of a capture, and whether the bytes are unchanged."""
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
        """Return the record of a capture as JSON."""
        return json_response(article_file(self._captured(request)))

    def source(self, request: HttpRequest) -> Response:
        """Return the captured bytes as plain text."""
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
            raise HTTPException(404, "This capture is not in the archive.")
        return stored

    def _check(self, stored: Stored) -> Check:
        try:
            source, at = self._read(stored)
        except (OnRecordError, OSError) as error:
            return Check(False, False, 0, str(error))
        return Check(True, f"sha256:{sha256(source).hexdigest()}" == stored.capture.digest, len(source), at=at)

    def _read(self, stored: Stored) -> tuple[bytes, Capture]:
        """Return a capture's bytes, and the capture of equal digest they were read from. Raises what `reread` does."""
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
    text = article_text(stored.record, stored.people)
    shown = [quotation for speaker in text.speakers for quotation in speaker.quotations]
    corrections = corrected_quotations(stored, shown)
    language = article.language.partition("-")[0].lower()
    return page(
        "article.html",
        stored=stored,
        article=article,
        checks={name: [doubt for doubt in article.doubts if doubt.about == name.lower()] for name in DATES},
        text=text,
        guard=guard,
        correct_href=correct_href if guard.allowed and stored.capture.newest else None,
        corrections=corrections,
        corrected={corrected.quotation.id for corrected in corrections if corrected.quotation},
        other_language=language_name(article.language)
        if language not in ("", QUOTATIONS_LANGUAGE) and not stored.record.quotations
        else "",
        outlet_href=quotes_href("outlet", article.outlet),
        copies=[(copy, article_href(copy.id)) for copy in stored.copies],
        captures=[(capture, article_href(article.id, capture=capture.id)) for capture in stored.captures],
        json_href=article_href(f"{article.id}.json", capture=None if stored.capture.newest else stored.capture.id),
    )


def _evidence(capture: Capture) -> Evidence:
    return Evidence(capture.file, capture.offset, capture.digest)


def _charset(source: bytes) -> str:
    """Return utf-8 if the bytes are valid UTF-8, else windows-1252, in which every byte is some character."""
    try:
        source.decode()
    except UnicodeDecodeError:
        return "windows-1252"
    return "utf-8"
