"""The day it was said: invented stories printed on Saturday, 20 February 2021, and the day of each quotation in them.

A story marks its quotations itself, so that these tests do not depend on the reader of quotations: `{source|cue}` are
the words that report, and what stands in quotation marks in the same sentence, or else in `<...>`, is the content.
"""

from __future__ import annotations

import re

import pytest

from onrecord.annotate.saying import date_quotations, read_days
from onrecord.annotate.sentences import sentences
from onrecord.annotate.times import read_times
from onrecord.model import Kind, Quotation, Said, Span, Speaker, SpeakerType

PRINTED = "2021-02-20"


def story(marked: str) -> tuple[str, list[Quotation]]:
    """The text without its marks, and the quotations that the marks make: <content> {source|cue} in any order."""
    text = ""
    content: list[Span] = []
    reports: list[tuple[Span, Span]] = []
    at = 0
    for mark in re.finditer(r"<(?P<content>[^<>]+)>|\{(?P<source>[^|{}]*)\|(?P<cue>[^{}]+)\}|\n\n", marked + "\n\n"):
        text += marked[at : mark.start()]
        at = mark.end()
        if mark["content"]:
            content.append((len(text), len(text) + len(mark["content"])))
            text += mark["content"]
        elif mark["cue"]:
            source = (len(text), len(text) + len(mark["source"]))
            text += mark["source"] + " "
            cue = (len(text), len(text) + len(mark["cue"]))
            text += mark["cue"]
            reports.append((source, cue))
        else:
            text += "\n\n"
    made = []
    for number, (source, cue) in enumerate(reports):
        name = text[source[0] : source[1]]
        speaker = Speaker(name, SpeakerType.PERSON, 1.0, "marked") if name[:1].isupper() and " " in name else None
        piece = content[number]
        kind = Kind.DIRECT if text[piece[0]] == '"' else Kind.INDIRECT
        sources = (source,) if source[0] < source[1] else ()
        made.append(Quotation(id=str(number), kind=kind, content=(piece,), source=sources, cue=(cue,), speaker=speaker))
    return text.rstrip(), made


def days(marked: str, printed: str = PRINTED) -> list[tuple[str, str]]:
    """Value and how of each quotation; ("", "") where the day is unknown."""
    text, quotations = story(marked)
    spans = sentences(text)
    dated = date_quotations(text, quotations, read_times(text, printed, spans), spans, printed)
    return [(q.said.value, q.said.how) if q.said else ("", "") for q in dated]


STATED = [
    ('<"It sank,"> {Jane Doe|said} on Thursday.', "2021-02-18"),
    ('<"It sank,"> {Jane Doe|said} Thursday.', "2021-02-18"),
    ("On Thursday, {Jane Doe|said} <the ferry sank>.", "2021-02-18"),
    ("{Jane Doe|told} reporters Monday night that <the ferry sank>.", "2021-02-15"),
    ("{Jane Doe|said} in a 2011 interview that <the ferry was old>.", "2011"),
    ("{Jane Doe|wrote} in December that <the ferry was old>.", "2020-12"),
    ("{Jane Doe|said} last year that <the ferry was old>.", "2020"),
    ("{Jane Doe|said} two years ago that <the ferry was old>.", "2019"),
    ("{Jane Doe|said} last week that <the ferry was old>.", "2021-W06"),
    ("{Jane Doe|said} at a rally on Friday that <the ferry was old>.", "2021-02-19"),
    ("In Monday's debate, {Jane Doe|said} <the ferry was old>.", "2021-02-15"),
    ("{Jane Doe|said} on Jan. 5, 2019, that <the ferry was old>.", "2019-01-05"),
    ('<"It sank,"> {Jane Doe|said} earlier Saturday.', "2021-02-20"),
    ("{Jane Doe|said} tonight that <the ferry sank>.", "2021-02-20"),
    ("{A poll released Friday|shows} that <few trust the ferry>.", "2021-02-19"),
    ("{A 2014 study|found} that <few trusted the ferry>.", "2014"),
    ("{Jane Doe|promised} last spring that <the ferry would sail>.", "2020"),
]


@pytest.mark.parametrize(("marked", "value"), STATED)
def test_stated(marked: str, value: str) -> None:
    assert days(marked) == [(value, "stated")]


UNKNOWN = [
    # Nothing says when, and the day of printing is no guess.
    '<"It sank,"> {Jane Doe|said}.',
    # What was said is about another day.
    "{Jane Doe|said} <the ferry sank on Thursday>.",
    '<"It sank on Thursday,"> {Jane Doe|said}.',
    # The day belongs to another verb, or to a thing.
    "{Jane Doe|said}, who quit when it sank in 2015, that <it sank>.",
    "Jane Doe, who left the harbour in 2015, also {Jane Doe|said} <it sank>.",
    "{Jane Doe|said} after Thursday that <it sank>.",
    "{Jane Doe|said} of the 2016 campaign that <it sank>.",
    "Since June {Jane Doe|said} <it would sink>.",
    # What somebody says at all times was said on no day.
    "In 2011 {Jane Doe|had long said} <it would sink>.",
    "{Jane Doe|will say} on Friday that <it sank>.",
    # Nothing is said on a day to come.
    "The harbour reopens on March 3, {Jane Doe|said} as <the ferry sank>.",
    # A dateline says where and when the story was filed.
    "HARROW FALLS, Feb. 18 (Tern) — {Jane Doe|said} <the ferry sank>.",
]


@pytest.mark.parametrize("marked", UNKNOWN)
def test_unknown(marked: str) -> None:
    assert days(marked) == [("", "")]


def test_a_post_has_its_own_stamp() -> None:
    marked = '{Jane Doe|wrote}: <"The ferry sank."> (@janedoe) February 13, 2021'
    assert days(marked) == [("2021-02-13", "post")]


CARRIED = [
    # The same speaker goes on.
    '<"It sank,"> {Jane Doe|said} on Thursday. <"It was old,"> {she|added}.',
    '<"It sank,"> {Jane Doe|said} on Thursday.\n\n<"It was old,"> {Jane Doe|said}.',
    # A day that the text tells of the speaker, quoted there or not.
    'Jane Doe spoke on Thursday in Harrow Falls. <"It sank,"> {Jane Doe|said}.',
    "Jane Doe sent a letter on Thursday.\n\n{Jane Doe|wrote} that <the ferry sank>.",
    # An occasion by its word.
    "The hearing on Thursday was long. At the hearing {Rob Roe|said} <the ferry sank>.",
    # Told behind it.
    '<"It sank,"> {Jane Doe|said}.\n\nDoe made the comments on Thursday in Harrow Falls.',
]


@pytest.mark.parametrize("marked", CARRIED)
def test_carried(marked: str) -> None:
    assert days(marked)[-1] == ("2021-02-18", "carried")


NOT_CARRIED = [
    # Another speaker.
    '<"It sank,"> {Jane Doe|said} on Thursday. <"It was old,"> {Rob Roe|said}.',
    # "Says" behind a dated "said".
    '<"It sank,"> {Jane Doe|said} on Thursday. <It was old>, {Jane Doe|says}.',
    # Another time.
    '<"It sank,"> {Jane Doe|said} on Thursday. {Jane Doe|has often said} that <it was old>.',
    # Too far away.
    '<"It sank,"> {Jane Doe|said} on Thursday.'
    + "\n\nThe harbour is deep." * 5
    + '\n\n<"It was old,"> {Jane Doe|said}.',
    # A year is not carried into the next paragraph.
    '<"It sank,"> {Jane Doe|said} in 2011.\n\n<"It was old,"> {Jane Doe|said}.',
    # Behind a break another story begins.
    '<"It sank,"> {Jane Doe|said} on Thursday.\n\n___\n\n<"It was old,"> {Jane Doe|said}.',
]


@pytest.mark.parametrize("marked", NOT_CARRIED)
def test_not_carried(marked: str) -> None:
    assert days(marked)[-1] == ("", "")


def test_the_basis_is_the_words_that_say_so() -> None:
    text, quotations = story('<"It sank,"> {Jane Doe|said} on Thursday. <"It was old,"> {she|added}.')
    dated, _ = read_days(text, PRINTED, quotations)
    basis = [[text[begin:end] for begin, end in q.said.basis] for q in dated if q.said]
    assert basis == [["Thursday"], ["Thursday"]]


def test_words_that_were_said_count_from_the_day_they_were_said() -> None:
    text, quotations = story('<"It sank yesterday,"> {Jane Doe|wrote} on Monday. {She|said} <it will sail tomorrow>.')
    dated, times = read_days(text, PRINTED, quotations)
    assert [q.said for q in dated] == [
        Said("2021-02-15", (times[1].span,), "stated"),
        Said("2021-02-15", (times[1].span,), "carried"),
    ]
    # The paraphrase is the writer's: its "tomorrow" is the day after printing.
    assert [time.value for time in times] == ["2021-02-14", "2021-02-15", "2021-02-21"]


@pytest.mark.parametrize("printed", [None, "2021", "2021-02"])
def test_without_a_day_of_printing_a_weekday_dates_nothing(printed: str | None) -> None:
    text, quotations = story('<"It sank,"> {Jane Doe|said} on Thursday.')
    dated, _ = read_days(text, printed, quotations)
    assert [q.said for q in dated] == [None]


@pytest.mark.parametrize("text", ["", " \n\n ", "Thursday", "\n".join(["on Thursday"] * 50)])
def test_texts_without_quotations(text: str) -> None:
    assert read_days(text, PRINTED, [])[0] == ()
