"""Dates said: invented stories published on Saturday, 20 February 2021, and the date of each quotation in them.

A story marks its quotations itself (`stories.story`): <content> {source|cue}.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.annotate.dating.quotation_dates import date_quotations, resolve_dates
from onrecord.annotate.text.document import Document
from onrecord.annotate.times import Publication, tag_times
from onrecord.model import Said
from tests.helpers.marked_stories import story
from tests.helpers.work import lines_run

PUBLISHED = "2021-02-20"


def days(marked: str, published: str = PUBLISHED) -> list[tuple[str, str]]:
    """Return value and how of each quotation; ("", "") if the date is unknown."""
    text, quotations = story(marked)
    spans = Document(text).sentences
    dated = date_quotations(
        Document(text), quotations, tag_times(text, Publication(published), spans), spans, published
    )
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
    # The day is between the addressee and the topic.
    ("{Jane Doe|grilled} <the mayor on Friday over the ferry>.", "2021-02-19"),
    ("{Jane Doe|criticized} <the harbour board Thursday for its silence>.", "2021-02-18"),
    ("{Jane Doe|urged} <Rob Roe late Monday to resign>.", "2021-02-15"),
    ("{The Harrow Times|published} <a report on Tuesday that named the owner>.", "2021-02-16"),
    ("{An article on Monday about the ferry|reported} that <it was old>.", "2021-02-15"),
    # Between two dashes, but not a dateline.
    ("HARROW -- <The ferry sank>, {Jane Doe|said} on Thursday -- a day of mourning.", "2021-02-18"),
    # "Often", and yet on that day.
    ("On Monday night {Jane Doe|often insisted} that <the ferry was old>.", "2021-02-15"),
    # The document's own year, and the source's own clause.
    ("{A 2014 study that few had read|found} that <the ferry was old>.", "2014"),
    ("Rob Roe, {who in 2010|said} <the ferry was old>, has left.", "2010"),
]


@pytest.mark.parametrize(("marked", "value"), STATED)
def test_stated(marked: str, value: str) -> None:
    assert days(marked) == [(value, "stated")]


UNKNOWN = [
    # Nothing says when, and the publication date is not used as a guess.
    '<"It sank,"> {Jane Doe|said}.',
    # What was said is about another day.
    "{Jane Doe|said} <the ferry sank on Thursday>.",
    '<"It sank on Thursday,"> {Jane Doe|said}.',
    "{Jane Doe|said} <the ferry sank on Thursday for the second time>.",
    # The evening mentioned before, not that of the publication date.
    "{An officer there that evening|said} <the ferry sank>.",
    # ... or may be: the attack or the criticism was on Friday.
    "{Jane Doe|condemned} <the attack on Friday as senseless>.",
    "{Jane Doe|criticized} <the harbour board on Friday>.",
    "{Jane Doe|attacked} <Rob Roe for remarks made Friday about the ferry>.",
    "{Jane Doe|rebuked} <the mayor for suggesting earlier Friday that it sank>.",
    "{Jane Doe|asked} <whether the mayor on Friday left for good>.",
    # The day belongs to another verb, or to a thing.
    "{Jane Doe|said}, who quit when it sank in 2015, that <it sank>.",
    "Jane Doe, who left the harbour in 2015, also {Jane Doe|said} <it sank>.",
    "{Jane Doe|said} after Thursday that <it sank>.",
    "{Jane Doe|said} of the 2016 campaign that <it sank>.",
    "Since June {Jane Doe|said} <it would sink>.",
    # A standing view has no date.
    "In 2011 {Jane Doe|had long said} <it would sink>.",
    "{Jane Doe|will say} on Friday that <it sank>.",
    "In 2019 {Jane Doe|often said} <it was old>.",
    # Nothing was said on a future day.
    "The harbour reopens on March 3, {Jane Doe|said} as <the ferry sank>.",
    # A dateline says where and when the story was filed.
    "HARROW FALLS, Feb. 18 (Tern) — {Jane Doe|said} <the ferry sank>.",
    "FLINT, Mich., Feb. 18 — {Jane Doe|said} <the ferry sank>.",
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
    # A day on which the speaker acted, quoted there or not.
    'Jane Doe spoke on Thursday in Harrow Falls. <"It sank,"> {Jane Doe|said}.',
    "Jane Doe sent a letter on Thursday.\n\n{Jane Doe|wrote} that <the ferry sank>.",
    # An occasion by its word.
    "The hearing on Thursday was long. At the hearing {Rob Roe|said} <the ferry sank>.",
    "In a letter sent Thursday, Jane Doe was milder. {Jane Doe|called} <the board slow>.",
    # ... also if the text gives its day further down, and has no other.
    '<"It sank,"> {Rob Roe|said} after the meeting.\n\nThursday\'s meeting was long.',
    # Given after it.
    '<"It sank,"> {Jane Doe|said}.\n\nDoe made the comments on Thursday in Harrow Falls.',
    '<"It sank,"> {Jane Doe|said}.\n\nHer response to Roe came in a letter Thursday.',
    # All speakers of a joint quotation, and the person addressed.
    "{Jane Doe; Rob Roe|said} on Thursday that <it sank>. {Jane Doe|said} <it was old>.",
    "{Jane Doe; Rob Roe|said} on Thursday that <it sank>. {Rob Roe|said} <it was old>.",
    '{Jane Doe|asked} the skipper Rob Roe on Thursday, <"Why?"> {Rob Roe|admitted} that <it was old>.',
    # "The spokesman" of the board.
    '<"It sank,"> {a spokesman for the board|said} on Thursday. <"It was old,"> {the spokesman|said}.',
    "Jane Doe and Rob Roe clashed on Thursday in Harrow. {Jane Doe|said} <it was old>. {Rob Roe|said} <it was new>.",
    # An answer is given when the other person spoke.
    '<"Why?"> {Jane Doe|asked} on Thursday. <"Why not?"> {Rob Roe|answered}.',
    # A participle is as past as its verb.
    '<"It sank,"> {Jane Doe|said} on Thursday. {Jane Doe|going on to say} that <it was old>.',
    # "Then" is the time mentioned before.
    'The storm came on Thursday. <"Run,"> {Jane Doe|said} then.',
    'The storm came on Thursday.\n\n<"Run,"> {Rob Roe|told} the town at the time.',
]


@pytest.mark.parametrize("marked", CARRIED)
def test_carried(marked: str) -> None:
    assert days(marked)[-1] == ("2021-02-18", "carried")


NOT_CARRIED = [
    # Another speaker.
    '<"It sank,"> {Jane Doe|said} on Thursday. <"It was old,"> {Rob Roe|said}.',
    # A response may come later; an answer belongs to the question right before it.
    '<"It sank,"> {Jane Doe|said} on Thursday. <"It was old,"> {Rob Roe|responded}.',
    '<"Why?"> {Jane Doe|asked} on Thursday. <"Who?"> {Ann Poe|asked}. <"I,"> {Rob Roe|answered}.',
    # A meeting on a day may be described long after.
    "Jane Doe met Rob Roe on Thursday in Harrow. {Jane Doe|said} <it was old>.",
    # "Says" after a dated "said".
    '<"It sank,"> {Jane Doe|said} on Thursday. <It was old>, {Jane Doe|says}.',
    # After the meeting of Thursday it may be Friday.
    "After the meeting on Thursday ended when the lights failed, {Rob Roe|said} <the ferry sank>.",
    # A report about officials is not by them.
    "There {a report on Thursday about officials|said} <it sank>. {Officials|said} <it was old>.",
    # The mayor at the time speaks now.
    "The storm came on Thursday. {The mayor at the time, Jane Doe|said} that <it was old>.",
    # Nobody spoke at a future time.
    'The harbour opens on March 3. <"Run,"> {Jane Doe|said} then.',
    # Another time.
    '<"It sank,"> {Jane Doe|said} on Thursday. {Jane Doe|has often said} that <it was old>.',
    # Too far away.
    '<"It sank,"> {Jane Doe|said} on Thursday.'
    + "\n\nThe harbour is deep." * 5
    + '\n\n<"It was old,"> {Jane Doe|said}.',
    # A year is not carried into the next paragraph.
    '<"It sank,"> {Jane Doe|said} in 2011.\n\n<"It was old,"> {Jane Doe|said}.',
    # The topic of a question was not there.
    "{Jane Doe|asked} about Rob Roe on Thursday <what it cost>. {Rob Roe|said} <it was old>.",
    # The addressee of one month may have spoken in another.
    "{Jane Doe|told} Rob Roe in December that <it sank>. {Rob Roe|said} <it was old>.",
    # The comments were another speaker's, also quoted.
    '<"It was old,"> {Jane Doe|said}.\n\n<"It sank,"> {Rob Roe|said}.\n\nDoe made the comments on Thursday.',
    # The text has two meetings.
    "<\"It sank,\"> {Jane Doe|said} after the meeting.\n\nThursday's meeting was long, Friday's meeting was short.",
    # "Then" was said, or what it points to lies too far back.
    'The storm came on Thursday. <"Run then,"> {Jane Doe|said}.',
    "The storm came on Thursday." + "\n\nThe harbour is deep." * 3 + '\n\n<"Run,"> {Jane Doe|said} then.',
    # After a separator another story begins.
    '<"It sank,"> {Jane Doe|said} on Thursday.\n\n___\n\n<"It was old,"> {Jane Doe|said}.',
]


@pytest.mark.parametrize("marked", NOT_CARRIED)
def test_not_carried(marked: str) -> None:
    assert days(marked)[-1] == ("", "")


def test_a_day_after_a_participle_is_the_date_said() -> None:
    text, (dedicating, said) = story("{Jane Doe|dedicating} <the new hall on Friday>, {|said} <it would last>.")
    together = [dedicating, replace(said, source=dedicating.source, speaker=dedicating.speaker)]
    alone = [replace(dedicating, source=(), speaker=None), said]
    for quotations, day in ((together, "2021-02-19"), (alone, "")):
        dated, _ = resolve_dates(Document(text), Publication(PUBLISHED), quotations)
        assert dated[1].said == (Said(day, (find(text, "Friday"),), "stated") if day else None)
    # What is promised may be for that day.
    text, (promising, said) = story("{Jane Doe|promising} <a new hall on Friday>, {|said} <it would last>.")
    together = [promising, replace(said, source=promising.source, speaker=promising.speaker)]
    assert resolve_dates(Document(text), Publication(PUBLISHED), together)[0][1].said is None


@pytest.mark.parametrize(("first", "second", "carried"), [("", "X", False), ("X", "X", True), ("hearing", "", True)])
def test_a_post_does_not_take_the_day_of_a_speech(first: str, second: str, carried: bool) -> None:
    text, (one, other) = story('<"It sank,"> {Jane Doe|said} on Thursday. <"It was old,"> {she|wrote}.')
    dated, _ = resolve_dates(
        Document(text), Publication(PUBLISHED), [replace(one, venue=first), replace(other, venue=second)]
    )
    assert (dated[1].said is not None) == carried


def test_below_a_dateline_days_count_from_it_and_it_alone_dates_nothing() -> None:
    marked = (
        'HARROW FALLS, Feb. 17 (Tern) — The ferry sank. <"It sank,"> {Jane Doe|said}. {Rob Roe|said} %s <it was old>.'
    )
    assert days(marked % "today") == [("", ""), ("2021-02-17", "stated")]
    assert days(marked % "Tuesday") == [("", ""), ("2021-02-16", "stated")]


def test_work_grows_linearly_with_the_paragraph() -> None:
    """Days given around quotations, hundreds of them in one paragraph."""
    unit = '<"It sank,"> {Jane Doe|said}. She was speaking on Friday in Harrow. '

    def work(count: int) -> int:
        text, quotations = story(unit * count)
        document = Document(text)
        times = tag_times(text, Publication(PUBLISHED), document.sentences)
        assert all(q.said for q in date_quotations(document, quotations, times, document.sentences, PUBLISHED))
        return lines_run(lambda: date_quotations(document, quotations, times, document.sentences, PUBLISHED))

    assert work(1_600) < 5 * work(400)  # Linear is 4, quadratic 16.


def find(text: str, words: str) -> tuple[int, int]:
    """Return the span of `words` in `text`."""
    return text.index(words), text.index(words) + len(words)


def test_the_basis_is_the_words_that_give_the_date() -> None:
    text, quotations = story('<"It sank,"> {Jane Doe|said} on Thursday. <"It was old,"> {she|added}.')
    dated, _ = resolve_dates(Document(text), Publication(PUBLISHED), quotations)
    basis = [[text[begin:end] for begin, end in q.said.basis] for q in dated if q.said]
    assert basis == [["Thursday"], ["Thursday"]]


def test_times_in_content_count_from_the_date_said() -> None:
    text, quotations = story('<"It sank yesterday,"> {Jane Doe|wrote} on Monday. {She|said} <it will sail tomorrow>.')
    dated, times = resolve_dates(Document(text), Publication(PUBLISHED), quotations)
    assert [q.said for q in dated] == [
        Said("2021-02-15", (times[1].span,), "stated"),
        Said("2021-02-15", (times[1].span,), "carried"),
    ]
    # The paraphrase is the writer's: its "tomorrow" is the day after publication.
    assert [time.value for time in times] == ["2021-02-14", "2021-02-15", "2021-02-21"]


@pytest.mark.parametrize("published", ["", "2021", "2021-02"])
def test_without_a_publication_date_a_weekday_gives_no_date(published: str) -> None:
    text, quotations = story('<"It sank,"> {Jane Doe|said} on Thursday.')
    dated, _ = resolve_dates(Document(text), Publication(published), quotations)
    assert [q.said for q in dated] == [None]


@pytest.mark.parametrize("text", ["", " \n\n ", "Thursday", "\n".join(["on Thursday"] * 50)])
def test_texts_without_quotations(text: str) -> None:
    assert resolve_dates(Document(text), Publication(PUBLISHED), [])[0] == ()
