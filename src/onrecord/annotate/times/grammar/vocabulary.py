"""English words of time and their values: units, numbers, decades, seasons, parts of the day and feasts.

Keys are lower case and without a full stop. Months and weekdays are in `dates.calendar_names`.
"""

from __future__ import annotations

# Full names that are also words, verbs or given names: alone, they need a word of time next to them.
DOUBTFUL_MONTHS = frozenset(("march", "april", "may", "june", "august"))

# TIMEX3 unit designators (ISO 8601, with Q for quarters, E for decades and C for centuries, as TimeML adds).
UNITS = {
    "second": "S",
    "minute": "M",
    "hour": "H",
    "day": "D",
    "week": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "DE",
    "century": "C",
    "centurie": "C",
    "weekend": "WE",
}
CLOCK_UNITS = frozenset(("second", "minute", "hour"))

_SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
NUMBERS = {word: value for value, word in enumerate(_SMALL)} | {word: 10 * value for value, word in enumerate(_TENS, 2)}
ORDINALS = {
    word: value
    for value, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ],
        1,
    )
}
# "the sixties"; a decade of the twentieth century unless the text says more.
DECADES = {
    "twenties": 192,
    "thirties": 193,
    "forties": 194,
    "fifties": 195,
    "sixties": 196,
    "seventies": 197,
    "eighties": 198,
    "nineties": 199,
}

SEASONS = {"spring": "SP", "summer": "SU", "fall": "FA", "autumn": "FA", "winter": "WI"}
# TIMEX3 parts of a year as EDTF codes: seasons (level 1), quarters and halves (level 2); see `dates.edtf`.
EDTF_PARTS_OF_YEAR = {"SP": 21, "SU": 22, "FA": 23, "WI": 24} | {
    "Q1": 33,
    "Q2": 34,
    "Q3": 35,
    "Q4": 36,
    "H1": 40,
    "H2": 41,
}

PARTS_OF_DAY = {
    "morning": "TMO",
    "afternoon": "TAF",
    "evening": "TEV",
    "night": "TNI",
    "midmorning": "TMO",
    "midafternoon": "TAF",
}
MOMENTS = {"noon": "T12:00", "midday": "T12:00", "midnight": "T00:00"}

# Feasts on the same day each year: (month, day).
FIXED_FEASTS = {
    "new year's day": (1, 1),
    "groundhog day": (2, 2),
    "valentine's day": (2, 14),
    "st. patrick's day": (3, 17),
    "april fools' day": (4, 1),
    "earth day": (4, 22),
    "may day": (5, 1),
    "cinco de mayo": (5, 5),
    "juneteenth": (6, 19),
    "independence day": (7, 4),
    "fourth of july": (7, 4),
    "july fourth": (7, 4),
    "bastille day": (7, 14),
    "halloween": (10, 31),
    "guy fawkes day": (11, 5),
    "veterans day": (11, 11),
    "armistice day": (11, 11),
    "remembrance day": (11, 11),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
}
# Feasts on the nth weekday of a month: (month, ISO weekday, n; -1 is the last), after United States usage.
WEEKDAY_FEASTS = {
    "martin luther king jr. day": (1, 1, 3),
    "martin luther king day": (1, 1, 3),
    "mlk day": (1, 1, 3),
    "presidents day": (2, 1, 3),
    "presidents' day": (2, 1, 3),
    "mother's day": (5, 7, 2),
    "memorial day": (5, 1, -1),
    "father's day": (6, 7, 3),
    "labor day": (9, 1, 1),
    "columbus day": (10, 1, 2),
    "thanksgiving day": (11, 4, 4),
    "thanksgiving": (11, 4, 4),
}
# Days from Easter Sunday.
EASTER_FEASTS = {
    "ash wednesday": -46,
    "palm sunday": -7,
    "maundy thursday": -3,
    "good friday": -2,
    "easter sunday": 0,
    "easter monday": 1,
    "easter": 0,
}
# The day after the fourth Thursday, the Tuesday after the first Monday, and so on: see `values.feast`.
OTHER_FEASTS = frozenset(("black friday", "election day", "inauguration day", "super bowl sunday"))
