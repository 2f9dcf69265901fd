"""Makes records for the archive's tests: our own words, by invented people, in the shapes that the readers give."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from onrecord.model import (
    Act,
    Article,
    Dated,
    Dateline,
    Evidence,
    Kind,
    Precision,
    Quotation,
    Record,
    Said,
    Speaker,
    SpeakerType,
    Time,
    article_id,
    quotation_id,
)

_PRECISION = {4: Precision.YEAR, 7: Precision.MONTH, 8: Precision.WEEK, 10: Precision.DAY}


@dataclass(frozen=True)
class Quoted:
    """Something said: it becomes a paragraph of its own, `Content, SPEAKER said.`"""

    content: str
    speaker: str = ""
    kind: Kind = Kind.DIRECT
    said: str = ""
    act: Act = Act.SAID
    certainty: float = 1.0
    about: tuple[str, ...] = ()  # the dates that its words name


def dated(value: str) -> Dated | None:
    return Dated(value, _PRECISION.get(len(value), Precision.SECOND), "test") if value else None


def record(
    name: str,
    text: str = "The harbour board met on Monday.",
    *quoted: Quoted,
    title: str = "",
    outlet: str = "Coast Courier",
    published: str = "",
    captured: str = "",
    language: str = "en",
    place: str = "",
    host: str = "courier.example",
    digest: str = "",
) -> Record:
    """An article of `text` and one paragraph for each of `quoted`, at https://HOST/NAME."""
    url = f"https://{host}/{name}"
    id = article_id(url=url)
    quotations: list[Quotation] = []
    times: list[Time] = []
    for said in quoted:
        begin = len(text) + 2
        source = said.speaker or "they"
        text += f"\n\n{said.content} {source} said."
        end = begin + len(said.content)
        times += [Time((begin, begin + 1), "DATE", value, value) for value in said.about]
        quotations.append(
            Quotation(
                id=quotation_id(id, said.content, 0),
                kind=said.kind,
                act=said.act,
                certainty=said.certainty,
                content=((begin, end),),
                source=((end + 1, end + 1 + len(source)),),
                cue=((end + 2 + len(source), end + 6 + len(source)),),
                speaker=Speaker(said.speaker, SpeakerType.PERSON, 0.9, "named here") if said.speaker else None,
                said=Said(said.said, (), "stated") if said.said else None,
            )
        )
    return Record(
        article=Article(
            id=id,
            url=url,
            outlet=outlet,
            title=title,
            text=text,
            authors=("Mara Quill",),
            language=language,
            published=dated(published),
            captured=dated(captured),
            dateline=Dateline(place, (0, 0)) if place else None,
        ),
        quotations=tuple(quotations),
        times=tuple(times),
        evidence=Evidence("made.warc.gz", 0, digest or f"sha256:{sha256(text.encode()).hexdigest()}"),
    )
