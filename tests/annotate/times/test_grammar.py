"""Every rule of the grammar: invented sentences printed on Saturday, 20 February 2021, and what is read in them."""

from __future__ import annotations

from itertools import pairwise

import pytest

from onrecord.annotate.sentences import sentences
from onrecord.annotate.times import read_times

PRINTED = "2021-02-20"


def read(text: str, printed: str | None = PRINTED) -> list[tuple[str, str, str]]:
    """The words, type and value of each expression."""
    return [(text[t.span[0] : t.span[1]], t.type, t.value) for t in read_times(text, printed, sentences(text))]


DATES = [
    # Days that are named.
    ("The bridge opened on March 4, 2019.", "March 4, 2019", "2019-03-04"),
    ("The bridge opened on Mar. 4, 2019.", "Mar. 4, 2019", "2019-03-04"),
    ("The bridge opened on 4 March 2019.", "4 March 2019", "2019-03-04"),
    ("The bridge opened on the 4th of March 2019.", "the 4th of March 2019", "2019-03-04"),
    ("The bridge opened on Monday, March 4, 2019.", "Monday, March 4, 2019", "2019-03-04"),
    ("The bridge opened on 2019-03-04.", "2019-03-04", "2019-03-04"),
    ("The bridge opened on 3/14/2019.", "3/14/2019", "2019-03-14"),
    ("The bridge opened on 14/3/2019.", "14/3/2019", "2019-03-14"),
    ("The bridge opened on 14.3.2019.", "14.3.2019", "2019-03-14"),
    ("It cost £4m and opened on 4/3/2019.", "4/3/2019", "2019-03-04"),
    ("It cost $4m and opened on 4/3/2019.", "4/3/2019", "2019-04-03"),
    # A year left out is the one near the day of printing.
    ("The mayor resigned on Sept. 30.", "Sept. 30", "2020-09-30"),
    ("The mayor resigned on Feb. 3.", "Feb. 3", "2021-02-03"),
    ("The mayor will resign on Sept. 30.", "Sept. 30", "2021-09-30"),
    ("The offer stands until April 9.", "April 9", "2021-04-09"),
    ("The mayor was elected on December 8 last year.", "December 8 last year", "2020-12-08"),
    ("The trial is scheduled for Jan. 11.", "Jan. 11", "2022-01-11"),
    ("The twin towers fell in the Sept. 11 attacks.", "Sept. 11", "2001-09-11"),
    # Months.
    ("The mill burned in October 1984.", "October 1984", "1984-10"),
    ("The mill burned in October.", "October", "2020-10"),
    ("The mill will reopen in October.", "October", "2021-10"),
    ("The mill burned in early October.", "early October", "2020-10"),
    ("The mill burned at the end of October.", "the end of October", "2020-10"),
    ("The mill burned last October.", "last October", "2020-10"),
    ("The mill burned last March.", "last March", "2020-03"),
    ("The mill reopens next March.", "next March", "2021-03"),
    ("The mill burned in May.", "May", "2020-05"),
    ("The mill burned in October of 1984.", "October of 1984", "1984-10"),
    ("It began in January nineteen ninety-seven.", "January nineteen ninety-seven", "1997-01"),
    # Weekdays: the day of printing is a Saturday.
    ("The council met on Saturday.", "Saturday", "2021-02-20"),
    ("The council met on Friday.", "Friday", "2021-02-19"),
    ("The council met on Monday.", "Monday", "2021-02-15"),
    ("The council will meet on Monday.", "Monday", "2021-02-22"),
    ("The council is to meet on Thursday.", "Thursday", "2021-02-25"),
    ("The council has until Tuesday to answer.", "Tuesday", "2021-02-23"),
    ("The council met last Wednesday.", "last Wednesday", "2021-02-17"),
    ("The council meets next Wednesday.", "next Wednesday", "2021-02-24"),
    ("The council meets this Wednesday.", "this Wednesday", "2021-02-24"),
    ("The council met last Saturday.", "last Saturday", "2021-02-13"),
    ("The council said Sunday it would wait.", "Sunday", "2021-02-21"),
    ("Tuesday's vote was close.", "Tuesday", "2021-02-16"),
    # Counted from the day of printing.
    ("The ferry sank today.", "today", "2021-02-20"),
    ("The ferry sank yesterday.", "yesterday", "2021-02-19"),
    ("The ferry sails tomorrow.", "tomorrow", "2021-02-21"),
    ("The ferry sank the day before yesterday.", "the day before yesterday", "2021-02-18"),
    ("The ferry sails the day after tomorrow.", "the day after tomorrow", "2021-02-22"),
    ("The ferry sank last week.", "last week", "2021-W06"),
    ("The ferry sails next week.", "next week", "2021-W08"),
    ("The ferry sank earlier this week.", "this week", "2021-W07"),
    ("The ferry sank last month.", "last month", "2021-01"),
    ("The ferry sails next month.", "next month", "2021-03"),
    ("The ferry sank last year.", "last year", "2020"),
    ("The ferry sails next year.", "next year", "2022"),
    ("The ferry sank early this year.", "early this year", "2021"),
    ("The ferry sank last weekend.", "last weekend", "2021-W06-WE"),
    ("The ferry sank two years ago.", "two years ago", "2019"),
    ("The ferry sank three months ago.", "three months ago", "2020-11"),
    ("The ferry sank six weeks ago.", "six weeks ago", "2021-W01"),
    ("The ferry sank a week ago today.", "a week ago today", "2021-02-13"),
    ("The ferry sank two weeks ago Monday.", "two weeks ago Monday", "2021-02-01"),
    ("The ferry sank 11 days ago.", "11 days ago", "2021-02-09"),
    ("The ferry sank a decade ago.", "a decade ago", "2011"),
    ("The ferry sank more than two years ago.", "more than two years ago", "2019"),
    ("The ferry sails two weeks from now.", "two weeks from now", "2021-W09"),
    ("They meet in the week of March 8.", "the week of March 8", "2021-W10"),
    # Counted from the date that was named last.
    ("It opened on May 3, 2012, and closed two days later.", "two days later", "2012-05-05"),
    ("It opened in 2012 and closed the following year.", "the following year", "2013"),
    ("It opened in 2012 and closed later that year.", "later that year", "2012"),
    ("It opened in 2012; a year earlier it was a barn.", "a year earlier", "2011"),
    ("It opened on May 3, 2012, and closed the next day.", "the next day", "2012-05-04"),
    ("It opened on May 3, 2012; that day it rained.", "that day", "2012-05-03"),
    # Years and decades.
    ("The mill was built in 1996.", "1996", "1996"),
    ("The 1996 flood took the mill.", "1996", "1996"),
    ("The mill prospered in the 1990s.", "the 1990s", "199"),
    ("The mill prospered in the early 1990s.", "the early 1990s", "199"),
    ("The mill prospered in the '90s.", "the '90s", "199"),
    ("The mill prospered in the nineties.", "the nineties", "199"),
    ("The mill was built in nineteen ninety-six.", "nineteen ninety-six", "1996"),
    ("The mill closed in the year 2000.", "the year 2000", "2000"),
    ("The mill lost money in fiscal 1990.", "fiscal 1990", "FY1990"),
    ("The mill ran a deficit in 2019-20.", "2019-20", "2019/2020"),
    ("Mills were built in the 19th century.", "the 19th century", "18XX"),
    # Seasons and feasts.
    ("The mill burned in the summer of 1998.", "the summer of 1998", "1998-SU"),
    ("The mill burned last fall.", "last fall", "2020-FA"),
    ("The mill burned this past spring.", "this past spring", "2020-SP"),
    ("The mill reopens next summer.", "next summer", "2021-SU"),
    ("The mill burned on Christmas Eve.", "Christmas Eve", "2020-12-24"),
    ("The mill burned on Thanksgiving Day.", "Thanksgiving Day", "2020-11-26"),
    ("The mill burned on Labor Day 2019.", "Labor Day 2019", "2019-09-02"),
    ("The mill will reopen on Easter.", "Easter", "2021-04-04"),
    ("The mill will reopen on Good Friday.", "Good Friday", "2021-04-02"),
    ("The mill will reopen on Memorial Day.", "Memorial Day", "2021-05-31"),
    ("The mill burned on Election Day.", "Election Day", "2020-11-03"),
    ("The mill burned on Independence Day 2018.", "Independence Day 2018", "2018-07-04"),
    ("The mill burned last Halloween.", "last Halloween", "2020-10-31"),
    # Quarters and halves.
    ("Profit rose in the third quarter.", "the third quarter", "2020-Q3"),
    ("Profit rose in the first quarter.", "the first quarter", "2021-Q1"),
    ("Profit rose in the third quarter of 1990.", "the third quarter of 1990", "1990-Q3"),
    ("The third-quarter loss surprised no one.", "third-quarter", "2020-Q3"),
    ("A merger is planned for next year's first quarter.", "next year's first quarter", "2022-Q1"),
    ("Profit rose in Q3 2019.", "Q3 2019", "2019-Q3"),
    ("Profit rose in the first half of 2019.", "the first half of 2019", "2019-H1"),
    ("Profit rose in the third quarter, against a loss in the year-ago quarter.", "the year-ago quarter", "2019-Q3"),
    ("Third-quarter sales rose. Profit in the quarter fell.", "the quarter", "2020-Q3"),
    # Vague.
    ("The mill is now a museum.", "now", "PRESENT_REF"),
    ("The mill is currently closed.", "currently", "PRESENT_REF"),
    ("Few mills grind these days.", "these days", "PRESENT_REF"),
    ("The mill was recently sold.", "recently", "PAST_REF"),
    ("The mill ground corn in the past.", "the past", "PAST_REF"),
    ("The mill will soon be sold.", "soon", "FUTURE_REF"),
    ("The mill may be sold in the near future.", "the near future", "FUTURE_REF"),
    ("The mill was sold a few years ago.", "a few years ago", "PAST_REF"),
]


@pytest.mark.parametrize(("text", "words", "value"), DATES)
def test_dates(text: str, words: str, value: str) -> None:
    assert (words, "DATE", value) in read(text)


TIMES = [
    ("The bell rang at 7:15 p.m. on Thursday.", "7:15 p.m. on Thursday", "2021-02-18T19:15"),
    ("The bell rang Thursday at 7:15 p.m.", "Thursday at 7:15 p.m.", "2021-02-18T19:15"),
    ("The bell rang at 9 a.m. Tuesday.", "9 a.m. Tuesday", "2021-02-16T09:00"),
    ("The offer ends at 5 p.m. EST Nov. 9, 2020.", "5 p.m. EST Nov. 9, 2020", "2020-11-09T17:00:00-05:00"),
    ("The bell rang at 12 a.m.", "12 a.m.", "2021-02-20T00:00"),
    ("The bell rang at 12 p.m.", "12 p.m.", "2021-02-20T12:00"),
    ("The bell rang at noon.", "noon", "2021-02-20T12:00"),
    ("The bell rang at midnight.", "midnight", "2021-02-20T00:00"),
    ("The bell rang at 4 in the morning.", "4 in the morning", "2021-02-20T04:00"),
    ("The bell rang at 8 o'clock.", "8 o'clock", "2021-02-20T08:00"),
    ("The bell rang at nine o'clock in the evening.", "nine o'clock in the evening", "2021-02-20T21:00"),
    ("The quake struck at 0735 GMT.", "0735 GMT", "2021-02-20T07:35:00Z"),
    ("The bell rang Thursday night.", "Thursday night", "2021-02-18TNI"),
    ("The bell rang Friday morning.", "Friday morning", "2021-02-19TMO"),
    ("The bell rang last night.", "last night", "2021-02-19TNI"),
    ("The bell rang this morning.", "this morning", "2021-02-20TMO"),
    ("The bell will ring tonight.", "tonight", "2021-02-20TNI"),
    ("The bell will ring tomorrow evening.", "tomorrow evening", "2021-02-21TEV"),
    ("The bell rang by mid afternoon.", "mid afternoon", "2021-02-20TAF"),
    ("It opened on May 3, 2012, and closed the next morning.", "the next morning", "2012-05-04TMO"),
    ("It opened on May 3, 2012; that night it rained.", "that night", "2012-05-03TNI"),
    ("The bell will ring later this afternoon.", "later this afternoon", "2021-02-20TAF"),
]


@pytest.mark.parametrize(("text", "words", "value"), TIMES)
def test_times_of_day(text: str, words: str, value: str) -> None:
    assert (words, "TIME", value) in read(text)


DURATIONS = [
    ("The strike lasted three years.", "three years", "P3Y"),
    ("The strike lasted 16 hours.", "16 hours", "PT16H"),
    ("She took a 16-hour train.", "16-hour", "PT16H"),
    ("The strike lasted twenty-four days.", "twenty-four days", "P24D"),
    ("The strike lasted 5 1/2 hours.", "5 1/2 hours", "PT5H30M"),
    ("The strike lasted two and a half years.", "two and a half years", "P2.5Y"),
    ("The strike lasted half an hour.", "half an hour", "PT30M"),
    ("The strike lasted more than four hours.", "more than four hours", "PT4H"),
    ("The strike lasted about a decade.", "about a decade", "P1DE"),
    ("The strike will last two more weeks.", "two more weeks", "P2W"),
    ("The strike lasted several months.", "several months", "PXM"),
    ("The strike lasted a couple of years.", "a couple of years", "P2Y"),
    ("The strike went on for years.", "years", "PXY"),
    ("Strikes are rarer in recent months.", "recent months", "PXM"),
    ("Strikes are likely in the coming weeks.", "the coming weeks", "PXW"),
    ("Pay rose over the past three years.", "the past three years", "P3Y"),
    ("Pay will rise over the next few weeks.", "the next few weeks", "PXW"),
    ("Profit rose in the first nine months.", "the first nine months", "P9M"),
    ("It is due within the next three quarters.", "the next three quarters", "P9M"),
    ("Ships arrive within two to three weeks.", "two to three weeks", "P2W"),
    ("She has been away for a year.", "a year", "P1Y"),
    ("Profit for the year ended March 31 rose.", "the year", "P1Y"),
    ("The strike took all of the past decade.", "the past decade", "P1DE"),
]


@pytest.mark.parametrize(("text", "words", "value"), DURATIONS)
def test_durations(text: str, words: str, value: str) -> None:
    assert (words, "DURATION", value) in read(text)


SETS = [
    ("The council meets every day.", "every day", "P1D"),
    ("The council meets each month.", "each month", "P1M"),
    ("The council meets every other week.", "every other week", "P2W"),
    ("The council meets every two years.", "every two years", "P2Y"),
    ("The council meets every Monday.", "every Monday", "XXXX-WXX-1"),
    ("The council meets on Mondays.", "Mondays", "XXXX-WXX-1"),
    ("The council meets every Monday night.", "every Monday night", "XXXX-WXX-1TNI"),
    ("The council meets every morning.", "every morning", "XXXX-XX-XXTMO"),
    ("The council meets daily.", "daily", "P1D"),
    ("The council meets annually.", "annually", "P1Y"),
    ("They earn $30,000 a year.", "a year", "P1Y"),
    ("They work 40 hours per week.", "per week", "P1W"),
]


@pytest.mark.parametrize(("text", "words", "value"), SETS)
def test_sets(text: str, words: str, value: str) -> None:
    assert (words, "SET", value) in read(text)


RANGES = [
    ("It ran from 2015 to 2018.", [("2015", "2015"), ("2018", "2018")]),
    ("It runs Monday through Thursday.", [("Monday", "2021-02-15"), ("Thursday", "2021-02-18")]),
    ("It will run on April 24 and 25.", [("April 24", "2021-04-24"), ("25", "2021-04-25")]),
    ("It ran Oct. 3-5.", [("Oct. 3", "2020-10-03"), ("5", "2020-10-05")]),
    ("It ran from Dec. 3, 2019, to Jan. 5.", [("Dec. 3, 2019", "2019-12-03"), ("Jan. 5", "2020-01-05")]),
    ("It ran between October and December.", [("October", "2020-10"), ("December", "2020-12")]),
    ("It ran in the late 1980s and early 1990s.", [("the late 1980s", "198"), ("early 1990s", "199")]),
]


@pytest.mark.parametrize(("text", "expected"), RANGES)
def test_ranges_are_two_expressions(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(words, value) for words, _, value in read(text)] == expected


WITHOUT_A_DAY = [
    ("The ferry sank on Tuesday.", "XXXX-WXX-2"),
    ("The ferry sank on March 4.", "XXXX-03-04"),
    ("The ferry sank in October.", "XXXX-10"),
    ("The ferry sank yesterday.", "XXXX-XX-XX"),
    ("The ferry sank last week.", "XXXX-WXX"),
    ("The ferry sank last year.", "XXXX"),
    ("The ferry sank in 1996.", "1996"),
    ("The ferry sank on March 4, 2019.", "2019-03-04"),
]


@pytest.mark.parametrize(("text", "value"), WITHOUT_A_DAY)
def test_what_is_not_known_is_not_made_up(text: str, value: str) -> None:
    assert [found for _, _, found in read(text, printed=None)] == [value]


VAGUE_DAYS = [
    ("The ferry sank yesterday.", "2021", "XXXX-XX-XX"),
    ("The ferry sank last year.", "2021", "2020"),
    ("The ferry sank last month.", "2021-02", "2021-01"),
    ("The ferry sank on Tuesday.", "2021-02", "XXXX-WXX-2"),
    ("The ferry sank last month.", "2021", "XXXX-XX"),
]


@pytest.mark.parametrize(("text", "printed", "value"), VAGUE_DAYS)
def test_a_vague_day_of_printing_gives_no_precise_days(text: str, printed: str, value: str) -> None:
    assert [found for _, _, found in read(text, printed)] == [value]


def test_a_dateline_of_its_own_day_counts_for_the_story() -> None:
    text = "HARROW FALLS, Feb. 18 (Tern) — The mayor resigned today. Her deputy resigned yesterday."
    assert [value for _, _, value in read(text)] == ["2021-02-18", "2021-02-18", "2021-02-17"]


def test_spans_hold_no_preposition_and_do_not_overlap() -> None:
    text = "On Friday at 9 a.m. the council, since 1996 in session every year until the end of June, met for two hours."
    spans = [t.span for t in read_times(text, PRINTED, sentences(text))]
    assert [text[begin:end] for begin, end in spans] == [
        "Friday at 9 a.m.",
        "1996",
        "every year",
        "the end of June",
        "two hours",
    ]
    assert all(one[1] <= two[0] for one, two in pairwise(spans))
