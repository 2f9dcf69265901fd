"""A correction from the fields of a form.

Wherever a program gives an id, a reader can also give a name that only one person has, or the address of that
person's page.
"""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.archive.corrections.correction import LONGEST, Action, Correction
from onrecord.archive.protocol import Archive
from onrecord.archive.requests import PeopleRequest
from onrecord.model import SpeakerType
from onrecord.model.errors import CorrectionError
from onrecord.web.request_body import Form

NAMESAKES = 200
"""Most people searched for one with exactly the given name."""


def correction_of(form: Form, archive: Archive) -> Correction:
    """Return the correction that a form asks for. Raises CorrectionError if it is incomplete or a name is ambiguous."""
    try:
        action = Action(_text(form, "action"))
    except ValueError:
        raise CorrectionError("this form has no valid action") from None
    person, into, name = (_text(form, field) for field in ("person", "into", "name"))
    if action is Action.SPEAKER:
        person, name = _speaker(form, archive)
    elif into:
        into = _id(into, archive, but=person)
    return Correction(
        action=action,
        person=person,
        into=into,
        name=name,
        type=_type(_text(form, "type")),
        articles=tuple(dict.fromkeys(form.getlist("articles"))),
        article=form.get("article", ""),
        quotation=form.get("quotation", ""),
        wikidata=_text(form, "wikidata").rpartition("/")[2],
        note=_text(form, "note"),
        by=_text(form, "by"),
    )


def _speaker(form: Form, archive: Archive) -> tuple[str, str]:
    """Return who said it as (id, ""), or as ("", name) for someone new; ("", "") for nobody known."""
    text = _text(form, "who")
    if "unknown" in form:
        return "", ""
    if not text:
        raise CorrectionError("enter a name, or choose that the speaker is not known")
    known = _known(text, archive)
    return (known, "") if known else ("", text)


def _id(text: str, archive: Archive, *, but: str) -> str:
    if known := _known(text, archive, but=but):
        return known
    raise CorrectionError(
        f"nobody in this archive has the name or the id “{text[:100]}”; the page People lists everyone"
    )


def _known(text: str, archive: Archive, *, but: str = "") -> str:
    """Return the id of the only person with this id, address or name; "" if there is none. Raises CorrectionError."""
    if len(text) > LONGEST:
        raise CorrectionError(f"a name has at most {LONGEST} characters")
    id = text.partition("/people/")[2].partition("?")[0] or text
    if found := archive.named([id]):
        return found[id].id
    hits = archive.people(PeopleRequest(text=text, type=None, size=NAMESAKES)).results
    ids = [hit.id for hit in hits if text in _names(hit.name, hit.names) and hit.id != but]
    if len(ids) > 1:
        raise CorrectionError(f"several people are called “{text}”; choose one by id: {', '.join(ids)}")
    return ids[0] if ids else ""


def _names(name: str, others: Iterable[str]) -> set[str]:
    return {name, *others}


def _type(text: str) -> SpeakerType:
    return SpeakerType(text) if text in tuple(SpeakerType) else SpeakerType.PERSON


def _text(form: Form, name: str) -> str:
    return " ".join(form.get(name, "").split())
