"""What holds for every text: spans inside it, nothing twice, the same answer each time, no text that breaks it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.annotate import annotate
from onrecord.model import Article, Evidence, Record

WORDS = [
    '"',
    "“",
    "”",
    "’",
    "'",
    ",",
    ".",
    "?",
    ":",
    ";",
    "—",
    "(",
    ")",
    "said",
    "told",
    "she",
    "he",
    "Doe",
    "Jane",
    "Mayor",
    "that",
    "the",
    "bridge",
    "was",
    "safe",
    "according",
    "to",
    "to",
    "reporters",
    "adding",
    "and",
    "but",
    "who",
    "Sen.",
    "U.S.",
    "5,000",
    "hopes",
    "praised",
    "\n\n",
    "...",
    "!",
]
HOSTILE = [
    "",
    "a",
    '"',
    " ",
    "\n",
    "said",
    '"" said.',
    "according to",
    "according to Doe",
    "Doe said:",
    "JANE DOE SAID THE BRIDGE WAS SAFE. “IT IS,” SHE SAID.",
    "\u200f\u202b“שלום,” said Jane Doe.\u202c",
    "🙂 “Fine 🙂,” Jane Doe said 🙂",
    "\ue000\ue000 “a,” said \ue000.",
    "no stop " * 500,
    "“" * 300 + "a" + "”" * 300,
    "Jane Doe said\u0000 it was \ud7ff late",
]


def record(text: str) -> Record:
    return annotate(Article(id="a1", url="", outlet="", title="", text=text), Evidence("f", 0, "sha256:00"))


def check(text: str) -> None:
    read = record(text)
    contents = [quotation.content for quotation in read.quotations]
    assert contents == sorted(set(contents))
    for quotation in read.quotations:
        assert quotation.content
        assert list(quotation.content) == sorted(quotation.content)
        assert all(left[1] <= right[0] for left, right in pairwise(quotation.content))
        for begin, end in (*quotation.content, *quotation.source, *quotation.cue):
            assert 0 <= begin < end <= len(text)
            assert text[begin:end].strip()
    for person in read.people:
        assert person.name
        assert all(0 <= begin < end <= len(text) for begin, end in person.mentions)
    assert record(text) == read
    assert Record.from_json(read.to_json()) == read


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_text_breaks_it(text: str) -> None:
    check(text)


@given(st.lists(st.sampled_from(WORDS), max_size=60))
@settings(max_examples=300, deadline=None)
def test_all_spans_lie_in_a_text_of_news_words(parts: list[str]) -> None:
    check(" ".join(parts))


@given(st.text(max_size=200))
def test_all_spans_lie_in_any_text(text: str) -> None:
    check(text)


def test_a_long_text_is_read_to_its_end() -> None:
    unit = '"We are late," said Jane Doe, the mayor of Arden. Doe said that she was sorry. '
    count = 200_000 // len(unit)
    assert len(record(unit * count).quotations) == 2 * count


def test_a_long_text_without_a_stop_is_read() -> None:
    check("Doe said that she, he said, was late according to Doe and " * 3_000)


def test_order_and_ids_follow_the_text() -> None:
    text = 'The bridge is safe, Jane Doe said. "No," Paul Orr said. According to Orr, the wall fell in May.'
    quotations = record(text).quotations
    assert [text[slice(*quotation.content[0])] for quotation in quotations] == [
        "The bridge is safe",
        '"No,"',
        "the wall fell in May",
    ]
    assert len({quotation.id for quotation in quotations}) == 3


@pytest.mark.parametrize(
    ("domain", "locale", "value"),
    [("arden.example.co.uk", "", "2020-04-03"), ("", "en-US", "2020-03-04"), ("arden.example.com", "", "2020")],
)
def test_the_page_tells_how_a_day_in_figures_is_read(domain: str, locale: str, value: str) -> None:
    text = "The lease of the mill began on 3/4/2020, the council said."
    article = Article(id="mill", url="", outlet="", title="", text=text, domain=domain, locale=locale)
    assert [time.value for time in annotate(article, Evidence("f", 0, "sha256:00")).times] == [value]
