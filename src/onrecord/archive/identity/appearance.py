"""Appearances: the named speakers of one article, each with what the article says about them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.archive.identity.names import (
    Likeness,
    compare,
    normal,
    parse,
)
from onrecord.model import Person, Record, SpeakerType

COMPANY = 60  # Other names in the article: it has 13 on average, one with lists or tables hundreds.
_DESCRIBED = 8
_LONG = 160  # Characters of a description.


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """One named speaker in one article.

    `name` is the fullest name used, `described` are the descriptions, `company` the other names in the article, most
    mentioned first; `topics` are section and tags, `day` is the publication date (EDTF; "" unknown).
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
    """Return the appearances of the speakers `names` in a record, in that order.

    Each name is a single person: a joint speaker ("Jane Doe; Paul Orr") is passed as two names. `choose` works best if
    the fullest names of an article come first. A name that is not in the record's list of people is matched with the
    only listed person who may have it; without one, its type is that of the quotation's speaker, else a person's.
    """
    article = record.article
    speakers = [quotation.speaker for quotation in record.quotations if quotation.speaker]
    types = {name: speaker.type for speaker in speakers for name in speaker.name.split("; ") if name}
    by_name = {person.name: person for person in reversed(record.people)}
    ranked = sorted(record.people, key=lambda person: -len(person.mentions))
    topics = tuple(dict.fromkeys(topic for topic in (article.section, *article.tags) if topic))
    listing = []
    for name in names:
        listed = by_name.get(name) or _only_match(record, name, types.get(name))
        own = {name, listed.name} if listed else {name}
        listing.append(
            Appearance(
                name=name,
                type=types.get(name) or (listed.type if listed else SpeakerType.PERSON),
                described=_descriptions(article.text, listed) if listed else (),
                company=tuple(one.name for one in ranked if one.name not in own)[:COMPANY],
                place=article.dateline.place if article.dateline else "",
                outlet=article.outlet,
                topics=topics,
                day=article.published.day if article.published else "",
            )
        )
    return listing


def _only_match(record: Record, name: str, type_: SpeakerType | None) -> Person | None:
    """Return the only one of a record's people who may have a name that is written differently; else None."""
    if type_ is not None and type_ is not SpeakerType.PERSON:
        return next((one for one in record.people if one.type is type_ and normal(one.name) == normal(name)), None)
    parsed = parse(name)
    like = [(compare(parse(one.name), parsed), one) for one in record.people if one.type is SpeakerType.PERSON]
    best = max((likeness for likeness, _ in like), default=Likeness.NEVER)
    fitting = [one for likeness, one in like if likeness is best]
    return fitting[0] if best is not Likeness.NEVER and len(fitting) == 1 else None


def _descriptions(text: str, person: Person) -> tuple[str, ...]:
    distinct = dict.fromkeys(text[begin:end][:_LONG] for begin, end in person.described)
    return tuple(distinct)[:_DESCRIBED]
