"""Time expressions in quotation marks count from the date said, however the article states it.

All articles are published on Saturday, 20 February 2021. Each way of stating the date is combined with each expression,
through `resolve_dates`, as for a whole article; the expected values are computed here, from the calendar alone.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from onrecord.annotate.dating.quotation_dates import resolve_dates
from onrecord.annotate.text.document import Document
from onrecord.annotate.times import Publication
from tests.helpers.marked_stories import story

PUBLISHED = "2021-02-20"

# A story with a gap for what is said in it, and the day on which it was said.
TOLD = {
    '<"We talked. %s,"> {Jane Doe|said} on Thursday.': "2021-02-18",
    'On Monday, {Jane Doe|told} the council: <"No boats. %s.">': "2021-02-15",
    '{Jane Doe|told} reporters Wednesday night, <"It is a pity. %s.">': "2021-02-17",
    '{Jane Doe|said} in a statement on Jan. 5: <"Thank you all. %s.">': "2021-01-05",
    '<"A bad year. %s,"> {Jane Doe|wrote} on March 2, 2020.': "2020-03-02",
    '{Jane Doe|wrote}: <"Dear friends. %s."> (@janedoe) February 13, 2021': "2021-02-13",
    '<It sank>, {Jane Doe|said} on Tuesday.\n\n<"It was old. %s,"> {she|added}.': "2021-02-16",
    'Jane Doe sent a letter on Dec. 31.\n\n{Jane Doe|wrote}: <"Dear Rob. %s.">': "2020-12-31",
    'The hearing on Thursday was long. At the hearing {Rob Roe|said}: <"Look here. %s.">': "2021-02-18",
    '<"I waited. %s,"> {Jane Doe|said}.\n\nDoe made the comments on Friday in Harrow Falls.': "2021-02-19",
    'The dam broke on June 3, 2019.\n\n<"Run. %s,"> {Rob Roe|told} the town then.': "2019-06-03",
    '{Jane Doe|asked} Rob Roe yesterday <if he knew>. <"I did. %s,"> {Rob Roe|said}.': "2021-02-19",
    '{Jane Doe; Rob Roe|said} on Friday <it was sold>. <"We tried. %s,"> {Rob Roe|said}.': "2021-02-19",
    'In a speech earlier Saturday, {Jane Doe|said}: <"Not now. %s.">': "2021-02-20",
}


def week(day: date) -> str:
    year, number, _ = day.isocalendar()
    return f"{year}-W{number:02}"


def month(day: date, steps: int) -> str:
    number = day.year * 12 + day.month - 1 + steps
    return f"{number // 12}-{number % 12 + 1:02}"


# What is said, and what it means on a day.
MEANT: dict[str, Callable[[date], str]] = {
    "Today was your due date": lambda day: day.isoformat(),
    "It rains today": lambda day: day.isoformat(),
    "We sail tomorrow": lambda day: (day + timedelta(1)).isoformat(),
    "I saw him yesterday": lambda day: (day - timedelta(1)).isoformat(),
    "She called three days ago": lambda day: (day - timedelta(3)).isoformat(),
    "He left two weeks ago": lambda day: week(day - timedelta(14)),
    "They met last week": lambda day: week(day - timedelta(7)),
    "The vote is next week": lambda day: week(day + timedelta(7)),
    "It was sold last month": lambda day: month(day, -1),
    "We began last year": lambda day: str(day.year - 1),
    "It will open next year": lambda day: str(day.year + 1),
    "He was born five years ago": lambda day: str(day.year - 5),
}
CASES = [(marked, said, words) for marked, said in TOLD.items() for words in MEANT]


@pytest.mark.parametrize(("marked", "said", "words"), CASES)
def test_an_expression_in_quotation_marks_counts_from_the_date_said(marked: str, said: str, words: str) -> None:
    text, quotations = story(marked % words)
    dated, times = resolve_dates(Document(text), Publication(PUBLISHED), quotations)
    begin = text.index(words)
    assert dated[-1].said is not None
    assert dated[-1].said.value == said
    meant = [time.value for time in times if begin <= time.span[0] < begin + len(words)]
    assert meant == [MEANT[words](date.fromisoformat(said))]


@pytest.mark.parametrize("words", MEANT)
def test_a_paraphrase_counts_from_the_publication_date(words: str) -> None:
    text, quotations = story(f"On Monday, {{Jane Doe|told}} the council <{words}>.")
    dated, times = resolve_dates(Document(text), Publication(PUBLISHED), quotations)
    assert dated[0].said is not None
    assert dated[0].said.value == "2021-02-15"
    assert [time.value for time in times][1:] == [MEANT[words](date.fromisoformat(PUBLISHED))]


@pytest.mark.parametrize("words", MEANT)
def test_words_of_an_unknown_date_count_from_the_publication_date(words: str) -> None:
    text, quotations = story(f'<"{words},"> {{Jane Doe|said}}.')
    dated, times = resolve_dates(Document(text), Publication(PUBLISHED), quotations)
    assert dated[0].said is None
    assert [time.value for time in times] == [MEANT[words](date.fromisoformat(PUBLISHED))]


def test_two_speakers_of_two_dates_mean_two_dates() -> None:
    marked = '<"Not today,"> {Jane Doe|said} on Monday. <"Not today,"> {Rob Roe|answered} on Thursday.'
    text, quotations = story(marked)
    _, times = resolve_dates(Document(text), Publication(PUBLISHED), quotations)
    assert [time.value for time in times] == ["2021-02-15", "2021-02-15", "2021-02-18", "2021-02-18"]
