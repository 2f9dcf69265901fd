"""Words that were said count from the day they were said: each expression in a quotation, for six days of saying.

All are published on Saturday, 20 February 2021. 2021-02-13 was a Saturday, 2021-02-18 a Thursday, 2021-01-05 a Tuesday,
2020-12-31 a Thursday, 2011-07-04 a Monday, 2020-03-01 a Sunday.
"""

from __future__ import annotations

import pytest

from onrecord.annotate.text.document import Document
from onrecord.annotate.times import Publication, QuotedSpan, tag_times

PUBLISHED = "2021-02-20"
SAID = ("2021-02-13", "2021-02-18", "2021-01-05", "2020-12-31", "2011-07-04", "2020-03-01")
MEANT = {
    "today": "2021-02-13 2021-02-18 2021-01-05 2020-12-31 2011-07-04 2020-03-01",
    "tonight": "2021-02-13TNI 2021-02-18TNI 2021-01-05TNI 2020-12-31TNI 2011-07-04TNI 2020-03-01TNI",
    "tomorrow": "2021-02-14 2021-02-19 2021-01-06 2021-01-01 2011-07-05 2020-03-02",
    "yesterday": "2021-02-12 2021-02-17 2021-01-04 2020-12-30 2011-07-03 2020-02-29",
    "this morning": "2021-02-13TMO 2021-02-18TMO 2021-01-05TMO 2020-12-31TMO 2011-07-04TMO 2020-03-01TMO",
    "last night": "2021-02-12TNI 2021-02-17TNI 2021-01-04TNI 2020-12-30TNI 2011-07-03TNI 2020-02-29TNI",
    "tomorrow morning": "2021-02-14TMO 2021-02-19TMO 2021-01-06TMO 2021-01-01TMO 2011-07-05TMO 2020-03-02TMO",
    "on Monday": "2021-02-08 2021-02-15 2021-01-04 2020-12-28 2011-07-04 2020-02-24",
    "last Friday": "2021-02-12 2021-02-12 2021-01-01 2020-12-25 2011-07-01 2020-02-28",
    "next Tuesday": "2021-02-16 2021-02-23 2021-01-12 2021-01-05 2011-07-05 2020-03-03",
    "this week": "2021-W06 2021-W07 2021-W01 2020-W53 2011-W27 2020-W09",
    "last week": "2021-W05 2021-W06 2020-W53 2020-W52 2011-W26 2020-W08",
    "next week": "2021-W07 2021-W08 2021-W02 2021-W01 2011-W28 2020-W10",
    "this month": "2021-02 2021-02 2021-01 2020-12 2011-07 2020-03",
    "last month": "2021-01 2021-01 2020-12 2020-11 2011-06 2020-02",
    "next month": "2021-03 2021-03 2021-02 2021-01 2011-08 2020-04",
    "this year": "2021 2021 2021 2020 2011 2020",
    "last year": "2020 2020 2020 2019 2010 2019",
    "next year": "2022 2022 2022 2021 2012 2021",
    "two weeks ago": "2021-W04 2021-W05 2020-W52 2020-W51 2011-W25 2020-W07",
    "three days ago": "2021-02-10 2021-02-15 2021-01-02 2020-12-28 2011-07-01 2020-02-27",
    "a month ago": "2021-01 2021-01 2020-12 2020-11 2011-06 2020-02",
    "five years ago": "2016 2016 2016 2015 2006 2015",
    "last summer": "2020-SU 2020-SU 2020-SU 2020-SU 2010-SU 2019-SU",
    "in May": "2020-05 2020-05 2020-05 2020-05 2011-05 -",
    "last Christmas": "2020-12-25 2020-12-25 2020-12-25 2020-12-25 2010-12-25 2019-12-25",
}
CASES = [
    (words, said, value)
    for words, values in MEANT.items()
    for said, value in zip(SAID, values.split(), strict=True)
    if value != "-"
]


@pytest.mark.parametrize(("words", "said", "value"), CASES)
def test_words_in_marks_count_from_the_day_they_were_said(words: str, said: str, value: str) -> None:
    text = f'"We waited for it {words}," she told the council.'
    quoted = [QuotedSpan((0, text.rindex('"') + 1), said)]
    assert [time.value for time in tag_times(text, Publication(PUBLISHED), Document(text).sentences, quoted)] == [value]


def test_there_are_as_many_as_were_asked_for() -> None:
    assert len(CASES) >= 150


def test_words_beside_the_quotation_count_from_the_day_of_printing() -> None:
    text = '"Today was your due date," she wrote a week ago today. "I miss you since yesterday."'
    first, second = text.index('," she') + 2, text.index('"I miss')
    quoted = [QuotedSpan((0, first), "2021-02-13"), QuotedSpan((second, len(text)), "2021-02-13")]
    assert [time.value for time in tag_times(text, Publication(PUBLISHED), Document(text).sentences, quoted)] == [
        "2021-02-13",
        "2021-02-13",
        "2021-02-12",
    ]


def test_a_quotation_over_several_sentences_keeps_its_day() -> None:
    text = '"It sank yesterday. It sails tomorrow. It rests today." That was today.'
    quoted = [QuotedSpan((0, text.index('" That') + 1), "2020-06-10")]
    assert [time.value for time in tag_times(text, Publication(PUBLISHED), Document(text).sentences, quoted)] == [
        "2020-06-09",
        "2020-06-11",
        "2020-06-10",
        "2021-02-20",
    ]


@pytest.mark.parametrize(
    ("words", "said", "value"),
    [
        ("today", "2011", "2011"),
        ("last year", "2011", "2010"),
        ("yesterday", "2011", "XXXX-XX-XX"),
        ("last month", "2011-03", "2011-02"),
    ],
)
def test_a_vague_day_of_saying_gives_no_precise_day(words: str, said: str, value: str) -> None:
    text = f'"We waited for it {words}."'
    assert [
        time.value
        for time in tag_times(
            text, Publication(PUBLISHED), Document(text).sentences, [QuotedSpan((0, len(text)), said)]
        )
    ] == [value]
