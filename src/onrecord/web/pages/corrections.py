"""The pages of corrections: the list, the form for a quotation, and the endpoints that make and undo them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from threading import Lock

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request as HttpRequest
from starlette.responses import RedirectResponse, Response

from onrecord.api import corrections, shown_correction
from onrecord.api.words import quotation_label
from onrecord.archive.corrections.correction import Correction
from onrecord.archive.protocol import Archive
from onrecord.archive.results import Stored
from onrecord.model import Quotation
from onrecord.model.errors import CorrectionError
from onrecord.spans import text_of
from onrecord.web.correction_form import correction_of
from onrecord.web.csrf import CORRECTIONS_OFF, Guard
from onrecord.web.json_response import json_response
from onrecord.web.render import page
from onrecord.web.request_body import read_body
from onrecord.web.views.article_text import speaker_of
from onrecord.web.views.correction import corrected_href, correction_view
from onrecord.web.views.links import article_href

LISTED = 100
"""Corrections per page."""


@dataclass(frozen=True, slots=True)
class CorrectionPages:
    """Endpoints of corrections. One is made at a time, since an archive has only one writer."""

    archive: Archive
    guard: Guard
    writing: Lock = field(default_factory=Lock)

    def listing(self, request: HttpRequest) -> Response:
        """List all corrections, the latest first."""
        made = self.archive.corrections()[::-1]
        before = request.query_params.get("before", "")
        rest = made[_position(made, before) + 1 :] if before else made
        more = len(rest) > LISTED
        return page(
            "corrections.html",
            guard=self.guard,
            total=len(made),
            corrections=[correction_view(correction) for correction in rest[:LISTED]],
            next=f"/corrections?before={rest[LISTED - 1].id}" if more else "",
            back="/corrections" if before else "",
        )

    def export(self, request: HttpRequest) -> Response:
        """Return all corrections as JSON in the order in which they were made, including undone ones."""
        return json_response(corrections(self.archive.corrections()))

    def form(self, request: HttpRequest) -> Response:
        """Show the form that corrects a quotation of an article."""
        if not self.guard.allowed:
            raise HTTPException(403, CORRECTIONS_OFF)
        stored, quotation = self._quotation(request)
        speaker = speaker_of(stored.record, quotation, stored.people.get(quotation.id, ()))
        return page(
            "correct.html",
            guard=self.guard,
            article=stored.record.article,
            quotation=quotation,
            label=quotation_label(quotation.kind, quotation.act),
            words=" ".join(text_of(stored.record.article.text, quotation.content).split()),
            speaker=speaker,
            href=article_href(stored.record.article.id, quotation=quotation.id),
            suggestions=_suggestions(stored),
        )

    async def make(self, request: HttpRequest) -> Response:
        """Make a correction: from a form, then redirect to its effect; from JSON, and return it as JSON."""
        self.guard.check_origin(request)
        body = await read_body(request)
        if body.form is None:
            given = Correction.decode(body.json)
            if given.undone:
                raise CorrectionError("this correction is undone; send it without “undone”")
            kept = await self._change(lambda: self.archive.correct(given))
            return json_response(shown_correction(kept), 201)
        form = body.form
        self.guard.check_token(form.get("token", ""))
        kept = await self._change(lambda: self.archive.correct(correction_of(form, self.archive)))
        return RedirectResponse(corrected_href(kept), status_code=303)

    async def undo(self, request: HttpRequest) -> Response:
        """Undo a correction."""
        self.guard.check_origin(request)
        id = request.path_params["id"]
        body = await read_body(request)
        if body.form is not None:
            self.guard.check_token(body.form.get("token", ""))
        undone = await self._change(lambda: self.archive.undo(id))
        if body.form is None:
            return json_response(shown_correction(undone))
        listed = body.form.get("back") == "corrections"
        return RedirectResponse(
            f"/corrections#c{id}" if listed else corrected_href(undone, undone=True), status_code=303
        )

    async def _change(self, change: Callable[[], Correction]) -> Correction:
        def in_turn() -> Correction:
            with self.writing:
                return change()

        return await run_in_threadpool(in_turn)

    def _quotation(self, request: HttpRequest) -> tuple[Stored, Quotation]:
        stored = self.archive.article(request.query_params.get("article", ""))
        if stored is None:
            raise HTTPException(404, "This article is not in the archive.")
        wanted = request.query_params.get("quotation", "")
        for quotation in stored.record.quotations:
            if quotation.id == wanted:
                return stored, quotation
        raise HTTPException(404, "The article does not have this quotation, or no longer has it.")


def _position(made: Sequence[Correction], id: str) -> int:
    """Return the position of the correction with this id. Raises HTTPException 404 if there is none."""
    for index, correction in enumerate(made):
        if correction.id == id:
            return index
    raise HTTPException(404, "This correction is not in the archive.")


def _suggestions(stored: Stored) -> dict[str, str]:
    """Return the names that the form suggests, by what to enter: the article's speakers and all people it names.

    A speaker who shares the name with others is entered by id.
    """
    speakers = {person for people in stored.people.values() for person in people}
    spoken = {(person.id if person.label.endswith(")") else person.label): person.label for person in speakers}
    named = {entity.name: entity.name for entity in stored.record.people if entity.name}
    return dict(sorted({**named, **spoken}.items(), key=lambda item: item[1].casefold()))
