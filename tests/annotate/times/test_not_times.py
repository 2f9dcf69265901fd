"""Words and numbers that look like a time and are none, and the same words where they are one."""

from __future__ import annotations

import pytest

from onrecord.annotate.text.document import Document
from onrecord.annotate.times import Publication, tag_times


def read(text: str) -> list[str]:
    return [text[t.span[0] : t.span[1]] for t in tag_times(text, Publication("2021-02-20"), Document(text).sentences)]


NO_TIME = [
    # may, march, april, june, august
    "The council may sell the mill.",
    "May I see the mill?",
    "May the best mill win.",
    "Theresa May sold the mill.",
    "May said the mill was sold.",
    "Brian May played at the mill.",
    "They march to the mill.",
    "The march ended at the mill.",
    "The Women's March ended at the mill.",
    "The March on Arden drew thousands.",
    "April Quill sold the mill.",
    "June Halloway sold the mill.",
    "August Brandt sold the mill.",
    "It was an august body.",
    "Jan Kessel sold the mill.",
    # second, now, fall, sun, spring, minute
    "She came second in the race.",
    "The second mill was sold.",
    "Now that the mill is sold, the miller rests.",
    "The National Organization for Women, called NOW-Arden by few, met.",
    "Prices fall when mills close.",
    "The fall of the mill shocked Arden.",
    "She broke a hip in a fall.",
    "Fall prices never rise.",
    "The sun rose over the mill.",
    "The Sun published the story.",
    "Water from a spring turns the mill.",
    "They drink spring water.",
    "The gears are minute.",
    "The mill spring is broken.",
    # 9/11, 24/7, fractions, scores, times of races
    "She wrote a book on 9/11.",
    "The mill grinds 24/7.",
    "About 3/4 of the mills closed.",
    "Arden won 7-5.",
    "Arden beat Harrow 21-14.",
    "The vote was 10-2.",
    "She ran the mile in 4:32.",
    "He read Genesis 3:16 aloud.",
    "Arden led 3:1.",
    # page, phone, house, flight and model numbers
    "See page 1984 of the report.",
    "See p. 1996.",
    "Call 555-1998 for tickets.",
    "Call (212) 555-2001 for tickets.",
    "Call 0800 1999 2000 for tickets.",
    "She lives at 1990 Mill Road.",
    "She lives at 2010 Mill Street.",
    "Flight 1970 was late.",
    "He slept in room 2012.",
    "The bill is No. 1997.",
    "He drives along Route 1950.",
    "The computer runs Windows 2000.",
    # prices and counts
    "The mill cost $1998.",
    "The mill cost £2,010.",
    "The mill cost 1,998 dollars.",
    "It weighs 1990 pounds.",
    "About 2000 people came.",
    "Some 1999 voters signed.",
    "The mill has 2010 square feet.",
    "Shares fell to 1987.50.",
    "The tower is 1900 feet tall.",
    "The engine gives 2000 watts.",
    # names
    "He supports the 49ers.",
    "She reads USA Today.",
    "She writes for the Sunday Times.",
    "She watches 60 Minutes.",
    "Bloody Sunday was shown twice.",
    "She works for the Daily Tern.",
    "They ate at Ruby Tuesday.",
    "She drives a 1987 Chevrolet to the mill.",
    "The Summer Olympics came to Arden.",
    "She watches Current TV.",
    "Most of the quarter of the century was lost.",
    "The average daily catch is small.",
    # ages say who, not when
    "The 52-year-old miller smiled.",
    "The miller is 52 years old.",
    "The six-month-old baby smiled.",
    "She is in her sixties.",
    # other words of time that name none
    "She will come as soon as she can.",
    "How soon is too soon?",
    "They had a quarter of the vote.",
    "She paid with a quarter.",
    "One day the mill will grind again.",
    "He had his day in court.",
    "It took three quarters of the vote.",
    "The second-hand mill was sold.",
]


@pytest.mark.parametrize("text", NO_TIME)
def test_no_time(text: str) -> None:
    assert read(text) == []


A_TIME = [
    ("The mill was sold in May.", ["May"]),
    ("May's sales rose.", ["May"]),
    ("The May sale failed.", ["May"]),
    ("The mill was sold in March.", ["March"]),
    ("The March sale failed.", ["March"]),
    ("The mill was sold in April.", ["April"]),
    ("The mill was sold by August.", ["August"]),
    ("The mill was sold in the fall.", ["the fall"]),
    ("The mill was sold last fall.", ["last fall"]),
    ("The mill was sold in the spring.", ["the spring"]),
    ("The mill was sold on Sunday.", ["Sunday"]),
    ("It took ten seconds.", ["ten seconds"]),
    ("The mill was sold in 2012.", ["2012"]),
    ("The 2012 sale failed.", ["2012"]),
    ("The mill was sold on 9/11/2012.", ["9/11/2012"]),
    ("The miller is now rich.", ["now"]),
    ("It is the mill of today.", ["today"]),
    ("Police met 2012 in riot gear.", ["2012"]),
    ("In 2012 police came.", ["2012"]),
    ("He sold mills, most recently in May.", ["May"]),
    ("Most recently, he sold the mill.", ["recently"]),
]


@pytest.mark.parametrize(("text", "expected"), A_TIME)
def test_the_same_words_as_a_time(text: str, expected: list[str]) -> None:
    assert read(text) == expected
