"""Where sentences and paragraphs end: takes a text, gives half-open spans that touch no white space at their ends.

News breaks the plain rule "a stop and a capital": titles (Sen. Doe), initials (J. K. Doe), states and months (Sept. 3),
stops inside a closing mark (.”) and headings that have no stop. A paragraph's end is always a sentence's end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.annotate.lexicon.word_list import words
from onrecord.model import Span

_BREAK = re.compile(r"\n[^\S\n]*\n\s*|\n")
# A run of stops, the marks that close after it, then white space and the beginning of what follows.
_STOP = re.compile(r"[.!?…]{1,8}[)\]\"”’'»“]{0,4}(?=\s+(\S{1,3}))")
_OPENERS = "\"“‘'«„([¿¡—–-•"
# Words whose stop does not end a sentence: what follows them is a name, a number or a place.
_TITLES = words(
    "mr mrs ms dr del prof sen sens gov govs rep reps sgt lt col gen maj capt cpl cmdr adm rev fr hon pres supt "
    "det insp st messrs mme mlle amb atty asst assoc dist hr vs v cf al ed eds mt ft"
)
# Words whose stop may end a sentence, but not before a small letter or a number.
_SHORT = words(
    "jan feb mar apr jun jul aug sept sep oct nov dec inc corp co ltd llc bros jr sr dept univ est ave blvd rd "
    "etc ala ariz ark calif colo conn fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa "
    "penn tenn tex vt va wash wis wyo mon tue tues wed thu thur thurs fri sat sun approx dem ky"
)
_NUMBERED = words("no nos vol fig op pp art")  # Before a number only: No. 5.
_MONTHS = words("jan feb mar apr jun jul aug sept sep oct nov dec")
_WORD_BEGINS = re.compile(r"\S")
_NEXT_WORD = re.compile(r"\s+(\w+)")
_LAST_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+)*$")


def paragraphs_of(text: str) -> list[Span]:
    """The paragraphs of `text`: what line breaks part, empty ones left out."""
    spans = []
    begin = 0
    for gap in _BREAK.finditer(text):
        spans.append((begin, gap.start()))
        begin = gap.end()
    spans.append((begin, len(text)))
    return [trimmed for span in spans if (trimmed := _trim(text, *span))]


def sentences_of(text: str, paragraphs: Iterable[Span]) -> list[Span]:
    """Return the sentences of `text` in order; together they hold every character that is not white space."""
    return [sentence for paragraph in paragraphs for sentence in split(text, *paragraph)]


def split(text: str, begin: int, end: int) -> list[Span]:
    """The sentences of the one paragraph that lies from `begin` to `end`."""
    spans = []
    for stop in _STOP.finditer(text, begin, end):
        if stop.end() > begin and _ends(text, begin, stop):
            spans.append((begin, stop.end()))
            begin = _WORD_BEGINS.search(text, stop.end(), end).start()  # type: ignore[union-attr]
    if begin < end:
        spans.append((begin, end))
    return spans


def _ends(text: str, begin: int, stop: re.Match[str]) -> bool:
    following = stop[1].lstrip(_OPENERS) or stop[1]
    if following[0].islower():
        return False
    if stop[0][0] != "." or stop[0].startswith(".."):
        return True
    before = _LAST_WORD.search(text, max(begin, stop.start() - 24), stop.start())
    word = before[0].lower() if before else ""
    bare = word.replace(".", "")
    if word in _NUMBERED:
        return not following[0].isdigit()
    if word in _TITLES or (len(word) == 1 and word.isalpha()):
        return word == "i" and len(stop[0]) > 1
    if bare in _SHORT:
        return not following[0].isdigit() if bare in _MONTHS else following[0] != "("
    # U.S., a.m., D.C.: an end only where a function word or a mark opens the next sentence.
    dotted = "." in word and len(bare) <= 3 and word[0].isalpha()
    return not dotted or stop[1][0] in '"“' or _opens(text, stop.end())


def _opens(text: str, at: int) -> bool:
    word = _NEXT_WORD.match(text, at)
    return word is not None and word[1].lower() in _FUNCTION


_FUNCTION = words(
    "the a an he she it they we i you his her their its this that these those but and in on at for as if when "
    "while after before there so or not what who how one some most many all no still yet"
)


def _trim(text: str, begin: int, end: int) -> Span | None:
    while begin < end and text[begin].isspace():
        begin += 1
    while begin < end and text[end - 1].isspace():
        end -= 1
    return (begin, end) if begin < end else None
