"""Words and numbers that look like a time but are not.

"May" the verb and "March" the demonstration, "fall" the verb, prices, pages, phone numbers and scores that look like
years, newspapers called after days, people called April. Each function takes a match and its context.
"""

from __future__ import annotations

import re
from re import Match

from onrecord.annotate.lexicon.english import outlets
from onrecord.annotate.lexicon.word_list import alternatives
from onrecord.annotate.times.context import Context

ATTACKS = re.compile(r",?\s+(?:\w+\s+)?(?:attack|terror|hijack|commission|victim|memorial|tragedy|museum)", re.I)
_MONTH_LEAD = re.compile(
    r"(?:\b(?:in|last|next|since|by|until|till|this|of|for|from|through|between|and|or|early|late|mid|during"
    r"|before|after"
    r"|past|to|previous|coming|come|than|into|ended|ending|on|every|each|around)|mid-|[-–/])\s*$",
    re.I,
)
_ARTICLE_LEAD = re.compile(r"\b(?:the|a|an|its|their|his|her|our)\s+$", re.I)
_YEAR_THINGS = re.compile(
    r"[\s-]+(?:other |more |or so |new |registered |young |square |cubic |\w+ing )?"
    r"(?:people|persons|residents|employees|workers|jobs|shares|votes|voters|points|feet|foot|ft|miles|mph|km"
    r"|kilomet\w+|met(?:er|re)s"
    r"|yards|acres|pounds|tons|tonnes|barrels|gallons|lit(?:er|re)s|dollars|euros|yen|francs|marks|marines"
    r"|rubles|students|soldiers|troops|men"
    r"|women|children|members|homes|houses|units|copies|cases|deaths|stores|seats|rooms|calories|hours|days"
    r"|weeks|months"
    r"|years|minutes|seconds|times|steps|words|pages|items|companies|customers|patients|protesters"
    r"|demonstrators|refugees"
    r"|victims|police|officers|agents|guests|fans|cars|vehicles|watts|megawatts|volts|degrees|percent"
    r"|per\s?cent|million"
    r"|billion|thousand|hundred|and (?:a|one) half|block|avenue|street|st\.|ave\.|road|rd\.|boulevard|blvd"
    r"|drive|lane)\b",
    re.I,
)
_NUMBER_LEAD = re.compile(
    r"(?:[$£€¥#@]\s?|\b(?:no|nos|p|pp|page|pages|room|flight|route|highway|section|chapter|verse|model|apt"
    r"|apartment|suite"
    r"|building|bus|channel|code|extension|ext|pin|number|lot|unit|serial|bill|resolution|at least|about|some|nearly"
    r"|almost|roughly|approximately|over|more than|fewer than|less than|another|dlrs|dollars|rs|usd|nasdaq|s&p"
    r"|p\.o\. box"
    r"|box|interstate|psalm|act|area|isbn|tel|phone|fax|call|dial|boeing|windows|office)\.?\s+)$",
    re.I,
)
_YEARS_OK = re.compile(
    r"\b(?:in|since|by|until|till|from|of|during|before|after|early|late|mid|year|fiscal)[\s-]+$", re.I
)
# "a 1987 Chevrolet": a model, not a time.
_MAKES = re.compile(
    r"\s+(?:Audi|BMW|Buick|Cadillac|Chevrolet|Chevy|Chrysler|Dodge|Ford|GMC|Honda|Hyundai|Jeep|Kia|Lexus|Mazda|Mercedes"
    r"|Nissan|Oldsmobile|Plymouth|Pontiac|Porsche|Saab|Subaru|Toyota|Volkswagen|Volvo)\s+(?!has\b|had\b)"
)
_PAPERS = re.compile(r"['’]?s?\s+(?-i:" + alternatives(word.capitalize() for word in outlets.AFTER_WEEKDAY) + r")\b")
_DAY_NAMES = re.compile(
    r"\b(?:Bloody|Super|Ruby|Black|Cyber|Ash|Holy|Casual|Freaky|Taking Back|Joe|Giving"
    r"|Billy)\s+$"
)
_SEASON_THE = re.compile(
    r"\b(?:in|since|by|until|early|late|mid|during|through|into|after|before|of|for|over|next|last|all"
    r"|this)[ -](?:the\s+)?$",
    re.I,
)
_VERBS = re.compile(r"\s+(?:be|have|not|well|also|or|never|still|need|I)\b", re.I)


def is_not_month(match: Match[str], context: Context) -> bool:
    """True if "May", "March", "April", "June", "August" or an abbreviation without its full stop is not a month."""
    if match[0].endswith("."):
        return not _MONTH_LEAD.search(context.before(match)) and match[0].lower() in {"mar.", "may."}
    if _MONTH_LEAD.search(context.before(match)):
        following = context.after(match)
        return bool(match[0] == "May" and _VERBS.match(following))
    if _ARTICLE_LEAD.search(context.before(match)):
        # "the March agreement", not "the March on Washington", "the May family" only if it were lower case.
        return not re.match(
            r"(?:\s+(?!on\b|of\b|for\b|in\b|to\b|was\b|and\b)[a-z]"
            r"|['’]s\s+[a-z])",
            context.after(match),
        )
    return not re.match(r"['’]s\s+[a-z]|\s+(?:\d{4}|was\b|is\b|\w+ (?:sales|figures))", context.after(match)) or (
        match[0] in {"May", "March"}
        and context.before(match).strip() == ""
        and not re.match(r"['’]s", context.after(match))
    )


def is_persons_name(match: Match[str], context: Context) -> bool:
    """True if the month is part of a person's name: "April Ryan", "Theresa May", "Elias August"."""
    if re.match(r"\s+[A-Z][a-z]+", context.after(match)) and not _MONTH_LEAD.search(context.before(match)):
        word = match[0]
        return word in {"April", "June", "August", "May", "March"}
    if len(match[0]) == 3 and match[0] not in {"May"} and re.match(r"\s+[A-Z]", context.after(match)):
        return True
    named = re.search(r"\b([A-Z][a-z]+)\s+$", context.before(match))
    return bool(
        named
        and match[0] in {"May", "March", "June", "August", "April"}
        and not re.fullmatch(
            r"In|Last|Next|Since|By|Until|This|From|Early|Late|During|Before|After|The|And|On|Between", named[1]
        )
    )


def is_verb_with_number(match: Match[str], context: Context) -> bool:
    """True if "may 10" or "march 20" in lower case, or "May 10 people", is not a date."""
    return bool(
        match["month"] in {"May", "March", "Mar"}
        and re.match(r"\s+(?:people|percent|miles|of them)\b", context.after(match))
    )


def is_not_year(match: Match[str], context: Context) -> bool:
    """True if four digits are a count, a price, a number or an address instead of a year."""
    before, after = context.before(match), context.after(match)
    if _NUMBER_LEAD.search(before) or re.match(r"[%°]|[-–]\d|\s?[ap]\.?m\b|\s*[x×]\s*\d", after):
        return True
    if before[-1:] in {"-", "–", "/", ".", ",", ":", "(", "'", "’"} and re.search(
        r"\d[-–/.,:]$|\(\d*$|\d\)\s?-?$|['’]$", before
    ):
        return not before.endswith("(")
    if re.search(r"(?:\d|\b[A-Z]{1,3})[ -]$|\d{3}[)-]\s?$|\+\d+\s$", before) and not re.search(
        r"\b(?:\d{1,2}|Q\d)\s$|(?-i:[A-Z][a-z]+) $", before
    ):
        return bool(re.search(r"\d{3}[)-]?\s?-?$|\b[A-Z]{1,2}-$", before))
    if _YEAR_THINGS.match(after):
        return not re.match(
            r"[\s-]+(?:police|troops|women|men|members|fans|cars|children)\b", after
        ) or not _YEARS_OK.search(before)
    if _MAKES.match(after):
        return True
    return bool(
        re.match(r"\s+(?-i:[A-Z][a-z]+)\s+(?:St|Ave|Rd|Blvd|Dr|Street|Avenue|Road|Drive|Lane|Boulevard)\b", after)
    ) and not _YEARS_OK.search(before)


def is_name_with_weekday(match: Match[str], context: Context) -> bool:
    """True if the weekday is part of a name: the Sunday Times, Black Friday, Ruby Tuesday."""
    return bool(_PAPERS.match(context.text, match.end())) or bool(_DAY_NAMES.search(context.before(match)))


def is_not_season(match: Match[str], context: Context) -> bool:
    """True if "fall" is a verb, "spring" a source, or a season only an adjective without a time."""
    before, after = context.before(match), context.after(match)
    if match[0][0].isupper():
        return not _SEASON_THE.search(before) or bool(re.match(r"\s+(?-i:[A-Z])[a-z]", after))
    if match[0].lower() == "fall":
        if re.search(r"\b(?:the|a|an|free|steep|sharp)\s+$", before, re.I) and re.match(
            r"\s+(?:of|in|from|to|for)\b", after
        ):
            return True
        return not re.search(
            r"\b(?:in|during|by|since|until|early|late|through|last|this|next) (?:the )?$", before, re.I
        )
    if re.match(r"\s+(?:water|break|training|rolls?|onions?|squash|camp|street|olympics|games)\b", after, re.I):
        return True
    return not _SEASON_THE.search(before)


def is_not_duration(match: Match[str], context: Context) -> bool:
    """True if a number and a unit are a price, the end of a ratio, a name ("60 Minutes") or "one day" (some day)."""
    before, words = context.before(match), match[0]
    if re.search(r"[$£€#]\s?$|\d[/.:]$|\b(?:page|no\.)\s$", before, re.I):
        return True
    if re.fullmatch(r"one\s+day", words, re.I):
        return not re.search(r"\b(?:for|in|within|than|least|just|only) $", before)
    return match["unit"][0].isupper() and not words.isupper() and (words[0].isdigit() or "-" not in words)
