"""Under which name, described how, among whom does someone speak in one article?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.archive.identity.names import (
    Likeness,
    compare,
    normal,
    parse,
)
from onrecord.model import Person, Record, Span, SpeakerType

COMPANY = 60  # Names beside a speaker's own; an article names 13 on average, those of lists and tables hundreds.
_DESCRIBED = 8
_LONG = 160  # Characters of a description.


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """One named speaker in one article.

    `name` is the fullest name there, `described` the words that say who it is, `company` who and what else the article
    names; `topics` are section and tags, `day` is that of publication (EDTF; "" unknown).
    """

    name: str
    type: SpeakerType
    described: tuple[str, ...] = ()
    company: tuple[str, ...] = ()
    place: str = ""
    outlet: str = ""
    topics: tuple[str, ...] = ()
    day: str = ""


def appearances(record: Record, names: Iterable[str]) -> list[Appearance]:
    """The appearances of the speakers `names` in a record, in that order.

    Each is one name: a speaker of several ("Jane Doe; Paul Orr") is asked for name by name. `choose` does best where
    the fullest names of an article are put to it first. A name that the record does not list goes with the one person
    listed who may bear it; where there is none it is a person's, or of the type that a quotation gives its speaker.
    """
    article = record.article
    speakers = [quotation.speaker for quotation in record.quotations if quotation.speaker]
    told = {name: speaker.type for speaker in speakers for name in speaker.name.split("; ") if name}
    by_name = {person.name: person for person in reversed(record.people)}
    ranked = sorted(record.people, key=lambda person: -len(person.mentions))
    topics = tuple(dict.fromkeys(topic for topic in (article.section, *article.tags) if topic))
    found = []
    for name in names:
        listed = by_name.get(name) or _bearer(record, name, told.get(name))
        own = {name, listed.name} if listed else {name}
        found.append(
            Appearance(
                name=name,
                type=told.get(name) or (listed.type if listed else SpeakerType.PERSON),
                described=_descriptions(article.text, listed) if listed else (),
                company=tuple(one.name for one in ranked if one.name not in own)[:COMPANY],
                place=article.dateline.place if article.dateline else "",
                outlet=article.outlet,
                topics=topics,
                day=article.published.day if article.published else "",
            )
        )
    return found


def _bearer(record: Record, name: str, type_: SpeakerType | None) -> Person | None:
    """The only one of a record's people who may bear a name that is written otherwise."""
    if type_ is not None and type_ is not SpeakerType.PERSON:
        return next((one for one in record.people if one.type is type_ and normal(one.name) == normal(name)), None)
    parsed = parse(name)
    like = [(compare(parse(one.name), parsed), one) for one in record.people if one.type is SpeakerType.PERSON]
    best = max((likeness for likeness, _ in like), default=Likeness.NEVER)
    fitting = [one for likeness, one in like if likeness is best]
    return fitting[0] if best is not Likeness.NEVER and len(fitting) == 1 else None


def _descriptions(text: str, person: Person) -> tuple[str, ...]:
    found = dict.fromkeys(text[begin:end][:_LONG] for begin, end in person.described)
    return tuple(found)[:_DESCRIBED]


def span_words(text: str, spans: Sequence[Span]) -> tuple[str, ...]:
    """Return the words at some spans of a text, white space made single, each once."""
    return tuple(dict.fromkeys(" ".join(text[begin:end].split()) for begin, end in spans))
