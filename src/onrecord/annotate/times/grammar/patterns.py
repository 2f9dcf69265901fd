"""The pieces that rules are written in, `{month}`, `{number}`, `{unit}` and so on, and the values of their matches."""

from __future__ import annotations

import re

from onrecord.annotate.times.grammar.vocabulary import NUMBERS, ORDINALS
from onrecord.dates.calendar_names import MONTHS, WEEKDAYS, any_of

_FULL_MONTHS = [name for name in MONTHS if len(name) > 4 or name in {"may", "june", "july"}]
_WORD_NUMBER = (
    rf"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[ -](?:{any_of(list(NUMBERS)[1:10])})\b"
    rf"|(?:{any_of(list(NUMBERS))})(?:\s+(?:hundred|thousand))?\b"
    r"|an?\s+(?:hundred|thousand|dozen)\b|(?:two|three)\s+dozen\b)"
)
_CAPITALISED = any_of([name.capitalize() for name in _FULL_MONTHS])
_DAYS = any_of([name.capitalize() for name in WEEKDAYS if name.endswith("day")])
_SHORT = any_of([name.capitalize() for name in MONTHS if name not in _FULL_MONTHS])
MONTH_NAMES = any_of([*_FULL_MONTHS, *(name for name in MONTHS if name not in _FULL_MONTHS)])
PIECES = {
    "month": rf"(?-i:(?:{_CAPITALISED}|{_CAPITALISED.upper()})\b|(?:{_SHORT})(?:\.|\b))",
    "weekday": rf"(?-i:(?:{_DAYS}|{_DAYS.upper()}))\b",
    "shortday": r"(?-i:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)(?:\.|\b)",
    "day": r"(?:[12]\d|3[01]|0?[1-9])(?:(?:st|nd|rd|th)\b)?(?![\d%]|[.,:/]\d|-\d{3})",
    "year": r"(?:1[5-9]|20)\d\d(?![\d%\w]|[.,]\d|-\d{3})",
    "number": rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?)(?:\s\d/\d|\s?½|\s?¼|\s?¾)?|{_WORD_NUMBER}",
    "vague": r"several|a\s+few|few|some|many|a\s+couple(?:\s+of)?|a\s+number\s+of|dozens\s+of|hundreds\s+of|countless",
    "ordinal": rf"(?:{any_of(list(ORDINALS))}|1st|2nd|3rd|\d{{1,2}}th)\b",
    "unit": r"(?:second|minute|hour|day|week|month|quarter|year|decade|centur(?:y|ie)|weekend)",
    "long": r"(?:day|week|month|quarter|year|decade|century|weekend)\b",
    "part": r"(?:morning|afternoon|evening|night)s?\b",
    "season": r"(?:spring|summer|fall|autumn|winter)\b",
    "hour": r"(?:1\d|2[0-4]|0?\d)(?::[0-5]\d)?(?::[0-5]\d)?",
    "half": r"[ap]\.\s?m\.|[ap]m\b|[ap]\.m\b",
    "zone": r"(?-i:E[SD]?T|C[SD]?T|M[SD]T|P[SD]?T|GMT|UTC|BST|CES?T|Eastern|Central|Pacific|Mountain)\b"
    r"(?:\s+(?:Standard\s+|Daylight\s+)?[Tt]ime)?",
}
_TIMES = {"dozen": 12, "hundred": 100, "thousand": 1000}
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_PLACE = re.compile(r"\{([a-z]+)(?:=([a-z]+))?\}")

# Character classes stay as they are; a space matches white space, an apostrophe either kind of apostrophe.
_LOOSE = re.compile(r"\[[^\]]*\]| [?*]?|'")


def expand(rule: str) -> re.Pattern[str]:
    """Return the compiled pattern of a rule.

    `{piece}` is a group of that name, `{name=piece}` one of another name; a space matches up to three white spaces.
    """

    def piece(match: re.Match[str]) -> str:
        return f"(?P<{match[1]}>{PIECES[match[2] or match[1]]})"

    def loose(match: re.Match[str]) -> str:
        return {" ": r"\s{1,3}", " ?": r"\s?", " *": r"\s*", "'": "['’]"}.get(match[0], match[0])

    return re.compile(_PLACE.sub(piece, _LOOSE.sub(loose, rule)), re.I)


def month_number(word: str) -> int:
    """Return the number of a month as matched by `{month}`."""
    return MONTHS[word.lower().rstrip(".")]


def weekday_number(word: str) -> int:
    """Return the ISO number of a weekday as matched by `{weekday}`."""
    return WEEKDAYS[word.lower().rstrip(".")]


def day_number(word: str) -> int:
    """Return the day of the month as matched by `{day}`."""
    return int(word.rstrip("stndrhSTNDRH"))


def ordinal_number(word: str) -> int:
    """Return the number of an ordinal as matched by `{ordinal}`."""
    return ORDINALS.get(word.lower()) or int(word[:-2])


def number(word: str) -> float:
    """Return the number as matched by `{number}`: digits, words, halves (`5 1/2`)."""
    word = word.lower().strip()
    fraction = 0.0
    if word[-1] in _FRACTIONS:
        fraction, word = _FRACTIONS[word[-1]], word[:-1].strip()
    if "/" in word:
        word, part = word.split()
        fraction = int(part[0]) / int(part[2]) if part[2] != "0" else 0.0
    if word[0].isdigit():
        return float(word.replace(",", "")) + fraction
    total = 0
    for part in re.split(r"[\s-]+", word):
        total = total * _TIMES[part] if part in _TIMES else total + (1 if part in {"a", "an"} else NUMBERS[part])
    return total + fraction


def number_below_hundred(words: str) -> int | None:
    """Return the number that words below a hundred name ("ninety-six", "oh five"); None for other words."""
    total = 0
    for word in re.split(r"[\s-]+", words.lower()):
        if word == "oh":
            continue
        if word not in NUMBERS:
            return None
        total += NUMBERS[word]
    return total


def unit_name(word: str) -> str:
    """Return the unit in the singular, as in `vocabulary`."""
    return "century" if word.lower().startswith("centur") else word.lower().removesuffix("s")
