"""Records in JSON: what is written is read back, older layouts too, and a wrong layout says where it is wrong."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from onrecord.model import (
    Article,
    Block,
    Candidate,
    Caption,
    Dated,
    Dateline,
    Doubt,
    DoubtKind,
    Evidence,
    Flag,
    Kind,
    Person,
    Precision,
    Quotation,
    Record,
    Role,
    Said,
    Speaker,
    SpeakerType,
    Time,
)
from onrecord.model.errors import RecordError

DAY = Dated("2021-02-20", Precision.DAY, "URL")
ARTICLE = Article(
    id="a1",
    url="https://courier.example/a",
    outlet="Courier",
    title="Ferry — late",
    text="“Late,” Ann Lund said on Saturday.",
    authors=("Mara Quill",),
    language="en",
    published=DAY,
    captured=Dated("2021-02-21T04:00:00Z", Precision.SECOND, "WARC-Date"),
    dateline=Dateline("HARROW", (0, 6)),
    blocks=(
        Block(span=(0, 7), role=Role.QUOTE, words=(0, 7)),
        Block(span=(0, 30), role=Role.POST, words=(0, 7), source=(8, 16), handle="@ann", date=DAY, dated=(20, 30)),
    ),
    captions=(Caption("A ferry", "", 7),),
    candidates=(Candidate("published", DAY, True, "the only one"),),
    doubts=(Doubt(DoubtKind.WEEKDAY, "it was a Friday", span=(25, 33)), Doubt(DoubtKind.STALE, "old", "modified")),
    section="Harbour",
    tags=("ferry",),
    canonical="https://courier.example/a",
    domain="courier.example",
    flags=(Flag.LIVE,),
    locale="en-GB",
)
RECORD = Record(
    article=ARTICLE,
    quotations=(
        Quotation(
            id="q1",
            kind=Kind.DIRECT,
            content=((0, 7),),
            source=((8, 16),),
            cue=((17, 21),),
            speaker=Speaker("Ann Lund", SpeakerType.PERSON, 0.9, "named here"),
            said=Said("2021-02-20", ((25, 33),), "stated"),
            venue="CNN",
            certainty=0.97,
        ),
        Quotation(id="q2", kind=Kind.INDIRECT, content=((0, 7), (9, 12))),
    ),
    times=(Time((25, 33), "DATE", "2021-02-20", "2021-02-20"), Time((0, 1), "SET", "P1D")),
    people=(Person("Ann Lund", SpeakerType.PERSON, ((8, 16),), ((0, 3),)),),
    evidence=Evidence("a.warc.gz", 512, "sha256:00"),
)


def without(json: Any, *names: str) -> Any:
    if isinstance(json, dict):
        return {name: without(value, *names) for name, value in json.items() if name not in names}
    return [without(value, *names) for value in json] if isinstance(json, list) else json


def test_a_record_reads_back_from_its_json() -> None:
    assert Record.decode(RECORD.encode()) == RECORD
    assert Record.from_json(RECORD.to_json()) == RECORD
    assert Record.decode(RECORD.encode()).article.locale == ""


def test_absent_values_are_null_and_a_block_has_only_what_it_has() -> None:
    json = RECORD.to_json()
    assert (json["modified"], json["times"][1]["edtf"]) == (None, None)
    second = json["quotations"][1]
    assert (second["speaker"], second["said"], second["venue"], second["act"]) == (None, None, None, "said")
    assert json["blocks"][0] == {"span": [0, 7], "role": "quote", "words": [0, 7]}
    assert list(json["blocks"][1]) == ["span", "role", "words", "source", "handle", "date", "dated"]
    assert list(json["candidates"][0]) == ["field", "value", "precision", "basis", "chosen", "reason"]


def test_records_of_older_archives_lack_some_keys() -> None:
    later = ("candidates", "dateline", "section", "tags", "canonical", "domain", "flags", "blocks", "captions")
    older = without(RECORD.to_json(), "doubts", *later, "act", "edtf", "described")
    read = Record.from_json(older)
    assert read.article == Article(
        **{name: getattr(ARTICLE, name) for name in ("id", "url", "outlet", "title", "text", "authors", "language")},
        published=ARTICLE.published,
        captured=ARTICLE.captured,
    )
    assert read.quotations == RECORD.quotations
    assert (read.times[0].edtf, read.people[0].described) == ("", ())


def test_keys_that_no_record_has_are_ignored() -> None:
    assert Record.from_json({**RECORD.to_json(), "captures": []}) == RECORD


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"title": 7}, "title: "),
        ({"quotations": [{"id": "q"}]}, r"quotations\[0\]: "),
        ({"times": [{"span": [1, 2, 3], "type": "DATE", "value": "x"}]}, r"times\[0\].span: "),
        ({"flags": ["odd"]}, r"flags\[0\]: "),
    ],
)
def test_another_layout_is_an_error_that_names_the_field(changes: dict[str, Any], where: str) -> None:
    with pytest.raises(RecordError, match=where):
        Record.from_json({**RECORD.to_json(), **changes})


@pytest.mark.parametrize("text", [b"", b"{", b"[]", b"{}", b"\xff", '{"id": "\\ud800"}', "[" * 100_000])
def test_text_that_is_no_record_is_an_error(text: bytes | str) -> None:
    with pytest.raises(RecordError, match="not the JSON of a record"):
        Record.decode(text)


def test_half_characters_become_replacement_characters_one_for_one() -> None:
    odd = replace(RECORD, article=replace(ARTICLE, title="bad\udcffname"), evidence=Evidence("\ud800.html", 0, ""))
    read = Record.decode(odd.encode())
    assert (read.article.title, read.evidence.file) == ("bad\ufffdname", "\ufffd.html")
    assert read.quotations == RECORD.quotations
