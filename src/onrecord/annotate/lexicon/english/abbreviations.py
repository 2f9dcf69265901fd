"""Abbreviations by what their full stop can mean, and the words that open a sentence after one."""

from __future__ import annotations

from onrecord.annotate.lexicon.word_list import words
from onrecord.dates.calendar_names import MONTH_ABBREVIATIONS, WEEKDAY_ABBREVIATIONS

BEFORE_NAME = words(
    "mr mrs ms dr del prof sen sens gov govs rep reps sgt lt col gen maj capt cpl cmdr adm rev fr hon pres supt "
    "det insp st messrs mme mlle amb atty asst assoc dist hr vs v cf al ed eds mt ft"
)
"""Abbreviations that never end a sentence: a name, a number or a place follows."""

MONTHS = frozenset(MONTH_ABBREVIATIONS)
BEFORE_NUMBER = words("no nos vol fig op pp art")
"""Abbreviations before a number only: No. 5."""

STATES = words(
    "ala ariz ark calif colo conn fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa tenn tex "
    "va vt wash wis wyo"
)
"""American states in the style of the press, without `Del.`, which is also a delegate's title."""

MAY_END_SENTENCE = (
    MONTHS
    | STATES
    | frozenset(WEEKDAY_ABBREVIATIONS)
    | words("inc corp co ltd llc bros jr sr dept univ est ave blvd rd etc penn approx dem")
)
"""Abbreviations that may end a sentence, but not before a lower-case letter or, for months, a number."""

SENTENCE_OPENERS = words(
    "the a an he she it they we i you his her their its this that these those but and in on at for as if when "
    "while after before there so or not what who how one some most many all no still yet"
)
"""Function words that, capitalised after `U.S.` or `a.m.`, open a sentence."""
