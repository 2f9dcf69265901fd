"""A small newspaper of invented people for the tests of the pages: records made by hand, and an archive of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from msgspec import structs

from onrecord.archive import open_archive
from onrecord.archive.public_ids import capture_id
from onrecord.model import (
    Article,
    Dated,
    Evidence,
    Kind,
    Person,
    Precision,
    Quotation,
    Record,
    Said,
    Span,
    Speaker,
    SpeakerType,
    Time,
)

SCRIPT = "<script>alert(1)</script>"
ODD_ID = 'odd/id?x=1#y "z"'
_PRECISION = {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}

HARBOUR = (
    "The harbour board met on Saturday in the old customs house.\n\n"
    "“We will not wait for another winter,” Ines Calder said after the meeting. “The wall must be mended.”\n\n"
    "She called the delay “a disgrace” and said that the town had been patient for long enough."
)
GRIEF = (
    "Mara Velden wrote about her son on Instagram on Saturday.\n\n"
    "“Today was your due date,” she wrote. “We love you forever.”\n\n"
    "Her brother said that the grief had changed the family."
)
NESTED = "“Calder told me ‘never again’ and I agreed,” the mayor, Otto Brandt, said.\n\n“That is all,” he added."


def day(value: str, basis: str = "JSON-LD datePublished") -> Dated:
    """A date of a record, its precision read off its length."""
    return Dated(value, _PRECISION[len(value)], basis)


def find(text: str, words: str) -> Span:
    """Where `words` stand in `text`."""
    begin = text.index(words)
    return begin, begin + len(words)


def quotation(text: str, *pieces: str, kind: Kind = Kind.DIRECT, speaker: str = "", source: str = "") -> Quotation:
    """A quotation of these pieces of `text`."""
    return Quotation(
        id=sha256("|".join(pieces).encode()).hexdigest()[:12],
        kind=kind,
        content=tuple(find(text, piece) for piece in pieces),
        source=(find(text, source),) if source else (),
        speaker=Speaker(speaker, SpeakerType.PERSON, 0.9, f"named in the article: {speaker}") if speaker else None,
    )


def record(id: str, text: str, quotations: Sequence[Quotation] = (), **article: object) -> Record:
    """A record whose page is a file of its text."""
    given: dict[str, object] = {
        "url": f"https://www.tarnpost.example/{id}",
        "outlet": "The Tarn Post",
        "title": id.replace("-", " ").capitalize(),
        "language": "en",
        "published": day("2021-02-20"),
        "captured": Dated("2021-03-01T06:00:00Z", Precision.SECOND, "WARC-Date"),
    }
    return Record(
        article=Article(id=id, text=text, **{**given, **article}),  # type: ignore[arg-type]
        quotations=tuple(quotations),
        evidence=Evidence(f"{sha256(id.encode()).hexdigest()[:8]}.html", 0, digest(text)),
    )


def digest(text: str) -> str:
    """The digest of a page of that text."""
    return f"sha256:{sha256(text.encode()).hexdigest()}"


def evidence_path(made: Record) -> str:
    """The path of the page about the capture of a record."""
    captured = made.article.captured.value if made.article.captured else ""
    return f"/capture/{capture_id(made.article.id, captured, made.evidence.digest)}"


def harbour() -> Record:
    """A direct, a mixed and an indirect quotation by one speaker, one with its day and place of speaking."""
    first = quotation(
        HARBOUR, "“We will not wait for another winter,”", "“The wall must be mended.”", speaker="Ines Calder"
    )
    quotations = (
        replace(first, said=Said("2021-02-20", (find(HARBOUR, "on Saturday"),), "stated"), venue="the customs house"),
        quotation(HARBOUR, "the delay “a disgrace”", kind=Kind.MIXED, speaker="Ines Calder", source="She"),
        quotation(HARBOUR, "the town had been patient for long enough", kind=Kind.INDIRECT, speaker="Ines Calder"),
    )
    made = record("harbour", HARBOUR, quotations, authors=("Per Holm",), modified=day("2021-02-22", "meta modified"))
    return replace(made, times=(Time(find(HARBOUR, "another winter"), "DATE", "2021-11"),))


def grief() -> Record:
    """The day that the seed names; an unnamed and an uncertain speaker."""
    unsure = quotation(GRIEF, "the grief had changed the family", kind=Kind.INDIRECT, source="Her brother")
    quotations = (
        quotation(GRIEF, "“Today was your due date,”", "“We love you forever.”", speaker="Mara Velden"),
        replace(unsure, speaker=Speaker("", SpeakerType.UNNAMED, 0.3, "")),
    )
    return record("a-due-date", GRIEF, quotations, published=day("2021-02-21", "header line"))


def nested() -> Record:
    """A quotation in a quotation, a month for a date, and a speaker who is more likely another."""
    inner = quotation(NESTED, "‘never again’", speaker="Ines Calder")
    outer = quotation(NESTED, "“Calder told me ‘never again’ and I agreed,”", "“That is all,”", speaker="Otto Brandt")
    unsure = replace(inner, speaker=Speaker("Ines Calder", SpeakerType.PERSON, 0.4, "the only Calder here"))
    return record(
        "never-again", NESTED, (outer, unsure), outlet="Northmoor Gazette", published=day("2020-12", "address")
    )


def hostile() -> Record:
    """Markup wherever a page can put some."""
    text = f"“Look at {SCRIPT} here,” {SCRIPT} said."
    said = quotation(text, f"“Look at {SCRIPT} here,”", speaker=f'"><img src=x onerror=alert(1)> {SCRIPT}')
    return record(
        ODD_ID, text, (said,), url="javascript:alert(1)", title=SCRIPT, outlet=SCRIPT, authors=(SCRIPT,), published=None
    )


def german() -> Record:
    """An article in a language that the reader of quotations does not know."""
    return record(
        "hafenrat", "Der Hafenrat tagte am Montag in der alten Zollstelle.", language="de", published=day("2021-01-04")
    )


def daily() -> list[Record]:
    """Thirty short articles of January 2021, one a day: more than a page of results."""
    texts = [f"The tide stood at {n} feet. “The gauge reads {n},” Lena Orr said." for n in range(1, 31)]
    return [
        record(
            f"tide-{n}",
            text,
            (quotation(text, f"“The gauge reads {n},”", speaker="Lena Orr"),),
            outlet="Northmoor Gazette",
            published=day(f"2021-01-{n:02}"),
        )
        for n, text in enumerate(texts, start=1)
    ]


def changed() -> list[Record]:
    """One article captured twice, its text changed between; the later capture comes first."""
    old, new = (
        "“It opens on Monday,” Otto Brandt said.",
        "“It opens on Tuesday,” Otto Brandt said. The day was corrected.",
    )
    captures = (
        (new, "“It opens on Tuesday,”", "2021-02-11T06:00:00Z"),
        (old, "“It opens on Monday,”", "2021-02-10T06:00:00Z"),
    )
    return [
        record(
            "the-bridge",
            text,
            (quotation(text, words, speaker="Otto Brandt"),),
            published=day("2021-02-10"),
            captured=Dated(captured, Precision.SECOND, "WARC-Date"),
        )
        for text, words, captured in captures
    ]


def records() -> list[Record]:
    """Everything that the paper printed."""
    return [harbour(), grief(), nested(), hostile(), german(), *changed(), *daily()]


def council() -> list[Record]:
    """Orla Gill as mayor and as senator, a namesake of Tom Roe, and a surname alone."""
    printed = (
        ("the-vote", "2020-01-10", "Orla Gill", "mayor of Arden", "“We open the hall,”"),
        ("the-hall", "2020-01-11", "Orla Gill", "mayor of Arden", "“The hall is open,”"),
        ("the-senate", "2021-06-01", "Orla Gill", "state senator", "“I will go north,”"),
        ("the-ferry", "2021-06-02", "Gill", "pilot of the ferry", "“The ferry is late,”"),
        ("the-quay", "2021-06-03", "Tom Roe", "harbour master", "“The quay is dry,”"),
    )
    made = []
    for id, date, name, role, words in printed:
        text = f"{words} {name}, {role}, said."
        speaker = quotation(text, words, speaker=name)
        person = Person(name, SpeakerType.PERSON, (), described=(find(text, role),))
        made.append(replace(record(id, text, (speaker,), published=day(date)), people=(person,)))
    return made


def crowd() -> Record:
    """More people in one article than a page lists."""
    surnames = ("Fox", "Gray", "Hill", "Ivy", "Kay")
    names = [f"{first} {surname}" for first in ("Ana", "Bo", "Cy", "Di", "Ed") for surname in surnames]
    text = " ".join(f"“I am {name},” {name} said." for name in names)
    return record("the-crowd", text, [quotation(text, f"“I am {name},”", speaker=name) for name in names])


def make_town(folder: Path) -> Path:
    """A small archive to correct: the council, and two articles of the paper in which others speak."""
    return make_archive(folder, [*council(), harbour(), nested()])


def make_archive(folder: Path, made_of: Sequence[Record] = ()) -> Path:
    """An archive of the paper, and beside it the file of each page, under the folder that evidence is read from."""
    path = folder / "paper.onrecord"
    with open_archive(path, create=True, write=True) as archive:
        for number, made in enumerate(made_of or records()):
            page = folder / f"{number}.html"
            page.write_text(made.article.text, "utf-8")
            archive.add(replace(made, evidence=structs.replace(made.evidence, file=str(page))))
        archive.commit()
    return path


def reread(evidence: Evidence) -> bytes:
    """The bytes of a page of the paper. Raises OSError where its file is gone."""
    return Path(evidence.file).read_bytes()
