"""Noun phrases: the coordinated parts of a source, the head of each, and the antecedent of a relative pronoun.

`Mr. Orr (D-Maine) and Jane Doe, a lawyer,` has the parts `Mr. Orr` and `Jane Doe`. Offsets stay those of the article:
what is set aside (brackets, party and state) is blanked, not removed.
"""

from __future__ import annotations

import re

from onrecord.annotate.lexicon.english.names import COMMON, TITLES
from onrecord.model import Span

# (D-Maine) · , R-Ore., · , Republican of Maine, · , 52, · [sic]
_ASIDE = re.compile(
    r"\([^()\n]{0,80}\)|\[[^\[\]\n]{0,40}\]|, [RDI]-[A-Z][\w.]*,?|, (?:Republican|Democrat) of [A-Z]\w+(?: [A-Z]\w+)?,?"
    r"|, \d\d?(?=,)|\A[A-Z]{4,}(?:, [A-Z]\w+)? [-–—] "
)
_LEADING = re.compile(
    r"\s*(?:both(?= (?-i:[A-Z]))|even|only|as|but|and|while|like|so|also|either|then|when|at least)\s+", re.I
)
_BREAK = re.compile(r",|;| [-–—―]+ |--|—|―|\b(?:who|whom|whose|which|that)\b|\s\(")
_AND = re.compile(r",? (?:and|&) (?!Human Services\b)")
PREPOSITION = re.compile(
    r"\b(?:of|for|from|in|at|on|to|by|with|against|about|under|near|named|among|over|behind|representing|released"
    r"|tracking(?! polls?\b)|conducted|published|filed|like|being|close|worried|looking|including)\b",
    re.I,
)
_EXAMPLES = re.compile(r"\b(?:including|such as|like|led by)\s+", re.I)
_WORD = re.compile(r"[\w’'.&/-]*\w")
_DESCRIBES = re.compile(r"\s*(?:(?:a|an|the|his|her|its|their|who|now|then|one)\b|[a-z])")
_CAPITALISED = r"(?:[A-Z][\w.&’'-]*|U\.[A-Z]\.)"
_NAME = rf"{_CAPITALISED}(?:(?: (?:of|for|on) (?:the )?| & | ){_CAPITALISED}){{0,7}}"
_LISTED = rf"(?:[Bb]oth )?(?:[Tt]he )?{_NAME}(?:(?:, | and | or |, and )(?:the )?{_NAME}){{0,3}}"
_APPOSED_NAME = re.compile(rf"({_LISTED}), (?:an?|the) [^,.;\n]{{3,80}}(?P<stop>,? )$")
_ADJACENT_NAME = re.compile(rf"({_LISTED})(?:, | ?(?:--|[-–—]) )$")
_RELATIVE_REACH = 160
_CLAUSE_ENDS = ("\n", ". ", "? ", "! ", "” ", "“", "v. ")
RELATIVE_PRONOUN = re.compile(r"(who)\b|(?:which|that|whom|whose)$|(?P<which>which) (?:together|also|all|both|in)\b")


def masked(text: str, span: Span) -> str:
    """Return the words at `span`, their length unchanged, with line breaks, brackets, party, state and age blanked."""
    words = re.sub(r"\s", " ", text[slice(*span)])
    return _ASIDE.sub(lambda aside: " " * len(aside[0]), words)


def coordinated_parts(words: str) -> list[Span]:
    """Return the coordinated parts of `words` (masked), each without its description; at least one."""
    begin = lead.end() if (lead := _LEADING.match(words)) else 0
    joint = _AND.search(words, begin)
    if joint is None or not _joins(words[begin : joint.start()], words[joint.end() :], words[joint.start()] == ","):
        return [_bare(words, begin, len(words))]
    found: list[Span] = []
    for piece in re.finditer(r"[^,]+", words[begin : joint.start()]):
        if not found or not _DESCRIBES.match(piece[0]) or re.match(r"\s*the [A-Z]", piece[0]):
            found.append(_bare(words, begin + piece.start(), begin + piece.end()))
    rest = coordinated_parts(words[joint.end() :])
    return [*found, *((low + joint.end(), high + joint.end()) for low, high in rest)]


def _joins(left: str, right: str, comma: bool) -> bool:
    """True if an `and` joins two sources and is not part of the description of one."""
    last = left.rpartition(",")[2] if not comma else left.partition(",")[0]
    if "," in left and not comma and _DESCRIBES.match(last) and not re.match(r"\s*the [A-Z]", last):
        return False
    if re.search(r"\b(?:who|which|that|whose)\b", left):
        return False
    crossing = PREPOSITION.search(last)
    if crossing is not None and (last[: crossing.start()].split() or [""])[-1].lower() not in TITLES:
        return False
    return bool(re.match(r"\s*(?:[A-Z]|(?:the|his|her|their|its|other|others|has|civic|industry|my|i|a|an)\b)", right))


def _bare(words: str, begin: int, end: int) -> Span:
    """Return a part up to its first comma, dash or relative pronoun, without surrounding white space."""
    while begin < end and words[begin] in " ,":
        begin += 1
    stop = _BREAK.search(words, begin, end)
    if stop is not None and stop.start() > begin:
        end = stop.start()
    while end > begin and words[end - 1] in " ,.;:" and not re.search(r"[A-Z]\.$", words[begin:end]):
        end -= 1
    return begin, end


def apposition_after(words: str, after: int) -> Span | None:
    """Return the part that follows the comma at `after`: `David Orr` in `A lawyer for the port, David Orr,`."""
    comma = re.match(r"\s*,\s*", words[after:])
    return _bare(words, after + comma.end(), len(words)) if comma else None


def examples_begin(words: str) -> int | None:
    """Return where the named examples of a group begin: `Mr. Orr` in `some experts, including Mr. Orr`."""
    found = _EXAMPLES.search(words)
    return found.end() if found else None


def split_at_head(words: str) -> tuple[list[str], str, list[str]]:
    """Return the words before the head of a noun phrase, its head, and the words after it."""
    crossing = next((preposition for preposition in PREPOSITION.finditer(words) if preposition.start() > 0), None)
    stop = crossing.start() if crossing else len(words)
    before = _WORD.findall(words[:stop])
    after = _WORD.findall(words[stop:])
    if not before:
        return [], "", after
    last = re.sub(r"[’']s?$", "", before[-1])
    return before[:-1], last, after


def content_words(tokens: list[str]) -> list[str]:
    """Return the tokens that are not function words, in small letters, without the possessive."""
    lows = [re.sub(r"[’']s?$", "", token).lower().rstrip(".") for token in tokens]
    return [low for low in lows if low and low not in COMMON]


def relative_antecedent(text: str, offset: int) -> Span | None:
    """Return the span of the capitalised words that the relative pronoun at `offset` refers to; None if there are none.

    `both Democrats and Republicans, who` gives `both Democrats and Republicans`; `Lund45, a fund that` gives `Lund45`.
    """
    low = (
        max(
            text.rfind(mark, max(0, offset - _RELATIVE_REACH), offset)
            for mark in ("\n", ". ", "? ", "! ", "” ", "“", "v. ")
        )
        + 1
    )
    low = max(low, offset - _RELATIVE_REACH, 0)
    if apposed := _APPOSED_NAME.search(text, low, offset):
        return apposed.span(1) if apposed["stop"] == ", " or text.startswith(("who", "that"), offset) else None
    beside = _ADJACENT_NAME.search(text, low, offset)
    dashed = beside and beside[0].rstrip()[-1] in "-–—"
    return None if beside is None or (dashed and not text.startswith("who", offset)) else beside.span(1)
