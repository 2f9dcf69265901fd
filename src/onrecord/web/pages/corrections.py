"""The pages that correct: takes what a form or a program sends, has the archive keep it, leads to where it is seen."""

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
from onrecord.web.csrf import OFF, Guard
from onrecord.web.json_response import json_response
from onrecord.web.render import page
from onrecord.web.request_body import read
from onrecord.web.views.article_text import speaking
from onrecord.web.views.correction import correction_view, place
from onrecord.web.views.hits import article_href

LISTED = 100
"""Corrections on one page of them."""


@dataclass(frozen=True, slots=True)
class Correcting:
    """The endpoints of corrections. One is made at a time: the archive has one writer, and so has this process."""

    archive: Archive
    guard: Guard
    turn: Lock = field(default_factory=Lock)

    def listing(self, request: HttpRequest) -> Response:
        """All corrections, the last first."""
        made = self.archive.corrections()[::-1]
        before = request.query_params.get("before", "")
        rest = made[_place(made, before) + 1 :] if before else made
        more = len(rest) > LISTED
        return page(
            "corrections.html",
            guard=self.guard,
            total=len(made),
            corrections=[correction_view(one) for one in rest[:LISTED]],
            next=f"/corrections?before={rest[LISTED - 1].id}" if more else "",
            back="/corrections" if before else "",
        )

    def export(self, request: HttpRequest) -> Response:
        """All corrections in the order in which they were made, those undone among them."""
        return json_response(corrections(self.archive.corrections()))

    def form(self, request: HttpRequest) -> Response:
        """The page on which one quotation of an article is corrected."""
        if not self.guard.allowed:
            raise HTTPException(403, OFF)
        stored, quotation = self._quotation(request)
        speaker = speaking(stored.record, quotation, stored.people.get(quotation.id, ()))
        return page(
            "correct.html",
            guard=self.guard,
            article=stored.record.article,
            quotation=quotation,
            label=quotation_label(quotation.kind, quotation.act),
            words=" ".join(text_of(stored.record.article.text, quotation.content).split()),
            who=speaker,
            href=article_href(stored.record.article.id, quotation=quotation.id),
            suggestions=_suggestions(stored),
        )

    async def make(self, request: HttpRequest) -> Response:
        """Make a correction: from a form, then on to where it is seen; from JSON, answered with it as kept."""
        self.guard.admit(request)
        sent = await read(request)
        if sent.form is None:
            given = Correction.decode(sent.json)
            if given.undone:
                raise CorrectionError("this correction is undone; make one without “undone”")
            kept = await self._change(lambda: self.archive.correct(given))
            return json_response(shown_correction(kept), 201)
        form = sent.form
        self.guard.check(form.get("token", ""))
        kept = await self._change(lambda: self.archive.correct(correction_of(form, self.archive)))
        return RedirectResponse(place(kept), status_code=303)

    async def undo(self, request: HttpRequest) -> Response:
        """Take a correction back."""
        self.guard.admit(request)
        id = request.path_params["id"]
        sent = await read(request)
        if sent.form is not None:
            self.guard.check(sent.form.get("token", ""))
        undone = await self._change(lambda: self.archive.undo(id))
        if sent.form is None:
            return json_response(shown_correction(undone))
        listed = sent.form.get("back") == "corrections"
        return RedirectResponse(f"/corrections#c{id}" if listed else place(undone, undone=True), status_code=303)

    async def _change(self, change: Callable[[], Correction]) -> Correction:
        def in_turn() -> Correction:
            with self.turn:
                return change()

        return await run_in_threadpool(in_turn)

    def _quotation(self, request: HttpRequest) -> tuple[Stored, Quotation]:
        stored = self.archive.article(request.query_params.get("article", ""))
        if stored is None:
            raise HTTPException(404, "The archive holds no such article.")
        wanted = request.query_params.get("quotation", "")
        for quotation in stored.record.quotations:
            if quotation.id == wanted:
                return stored, quotation
        raise HTTPException(404, "The article has no such quotation as it is shown now.")


def _place(made: Sequence[Correction], id: str) -> int:
    """Where the correction with this id is in a list. Raises HTTPException where it is not."""
    for index, correction in enumerate(made):
        if correction.id == id:
            return index
    raise HTTPException(404, "The archive holds no such correction.")


def _suggestions(stored: Stored) -> dict[str, str]:
    """Whom the form offers: who speaks in the article, by id where a name is several people's, and whom it names."""
    speaking = {one for people in stored.people.values() for one in people}
    told = {(one.id if one.label.endswith(")") else one.label): one.label for one in speaking}
    named = {one.name: one.name for one in stored.record.people if one.name}
    return dict(sorted({**named, **told}.items(), key=lambda item: item[1].casefold()))
