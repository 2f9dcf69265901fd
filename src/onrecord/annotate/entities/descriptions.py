"""Descriptions of people: the words of an article that say who a person is.

`state Sen. Ann Lund`, `Ann Lund, 34, president of the port authority,`, `The council president, Ann Lund,`, `Ann Lund
is the mayor of Arden`, `Ann Lund (D-Maine)`. Only the first mentions of a person are read, where the press introduces
people.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from msgspec import structs

from onrecord.annotate.lexicon.english.abbreviations import STATES
from onrecord.annotate.lexicon.english.cue_verbs import CUES
from onrecord.annotate.lexicon.english.names import CALENDAR, COMMON, TITLES
from onrecord.annotate.lexicon.english.roles import OFFICES, PARTIES, ROLE_HEADS, WRITTEN_OUT
from onrecord.annotate.lexicon.word_list import words
from onrecord.model import Person, Span, SpeakerType

_FIRST = 4  # Mentions that may introduce a person,
_FULL = 3  # and those in full after them: `Jane Doe` again is often a new section's introduction.
_REACH = 140  # Characters read on each side of the name.
_MOST = 6  # Spans kept for a person.
_LONGEST = 14  # Words in one span.

_COURTESIES = words("mr mrs ms miss messrs fellow")
_ROLES = (
    ROLE_HEADS
    | (TITLES - _COURTESIES - words("former ex vice prime presidential democratic acting interim incoming"))
    | frozenset(WRITTEN_OUT)
    | OFFICES
    | PARTIES
    | words(
        """goalkeeper striker midfielder defender forward quarterback pitcher catcher skipper referee umpire rower
        swimmer runner guard lineman linebacker outfielder plumber carpenter electrician chef cook butcher barber
        tenor soprano baritone drummer dancer painter sculptor mechanic welder miller miner logger rancher midwife vet
        bookseller innkeeper grocer shopkeeper tailor trader broker accountant auditor surveyor planner negotiator
        diplomat envoy translator interpreter clerk secretary-general vice-chair co-founder co-chair cofounder
        co-owner restaurateur retiree pensioner parent grandmother grandfather voter official operative lobbyist
        freshman sophomore junior senior undergraduate employee worker volunteer supporter chemist physicist monk nun
        nephew legend star champion"""
    )
)
_ROLE_ENDINGS = (
    "ologist",
    "ician",
    "woman",
    "person",
    "keeper",
    "maker",
    "grapher",
    "surgeon",
    "iatrist",
    "inist",
    "anist",
)
_MODIFIERS = words(
    """
    former then acting interim deputy vice senior junior assistant associate state city county federal national local
    regional district town village school council campaign party press communications finance police fire public
    foreign prime presidential gubernatorial congressional senate house republican democratic democrat independent
    conservative liberal progressive libertarian longtime veteran retired onetime ex-president chief executive managing
    general staff board committee union hospital harbor harbour port river water dam bridge church museum university
    college team club football baseball basketball soccer hockey head lead first top late current outgoing incoming
    newly-elected high medical political policy security defense defence intelligence legal election research news
    radio television tv sports business real estate bank company industry community youth opinion guest visiting
    emeritus appeals supreme trial defence prosecuting ruling opposition majority minority whip new old young local
    film opera theater theatre orchestra award-winning financial economic climate weather
    """
)
_DETERMINERS = words("the a an his her their its my our your another")
_STOPS = (
    words(
        """who whom whose which that where when while after before because although though but as since if and or said
    says told is was are were has had have will would can could should may might did does do not also so than on to"""
    )
    | CUES
)
_PREPOSITIONS = words("of for at in with from on to by under and")
_SHORT = frozenset(WRITTEN_OUT) | words("dr prof mr mrs ms sgt lt maj adm fr supt hon asst atty assoc ft mt st")
_STATES = STATES | {"del"}
_ABBREVIATED = re.compile(r"(?:[^\W\d_]\.)+|(?:Inc|Co|Corp|Ltd|St|Jr|Sr|No|vs|Dr|Mr|Mrs|Ms)\.")
_BLANKS = "\xa0\u2007\u2009\u202f"
_TOKEN = re.compile(r"[\w’'.&/-]*\w\.?[’']?")
_BACK = re.compile(r"[\w’'.&/-]+[,]? ")
_AGE = re.compile(r"(?:, (?:age |aged )?| \(|, who is )(\d\d?|10\d)(?=[,);]|\.(?:\s|$))")
_AGED = re.compile(r"\b(\d\d?|10\d)-year-old\b")
_PARTY = re.compile(r" (\([RDI](?:-[^()\n]{2,20})?\))|, ([RDI]-[A-Z][\w.]*)")
_COMMA = re.compile(r"(?:,|\s*[-–—]{1,2}) (?:who (?:is|was|serves as|served as) )?")
_CAPITALISED = r"(?:(?:[A-Z]\.){2,}|[A-Z][\w’'&-]*)"
_OF = re.compile(rf",? (of (?:the )?{_CAPITALISED}(?:(?: | of | for ){_CAPITALISED}){{0,6}})")
_COPULA = re.compile(r" (?:is|was|became|has been|serves as|served as|had been) (?=(?:the|a|an|his|her|its) )")
_APPOSED = re.compile(
    r"(?:^|[\s“\"(—])((?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Oo]ur|[Mm]y) [^,;:.!?\n“”\"()]{3,100}), $"
)


def describe_people(text: str, people: Sequence[Person]) -> tuple[Person, ...]:
    """Return `people` in order, each person with the spans of `text` that describe them.

    Each span lies within one sentence. Never raises; time grows with the number of people.
    """
    for blank in _BLANKS:
        text = text.replace(blank, " ")
    found = sorted(
        (span for person in people if person.type is SpeakerType.PERSON for span in person.mentions),
    )
    return tuple(
        structs.replace(person, described=_described(text, person, found))
        if person.type is SpeakerType.PERSON
        else person
        for person in people
    )


def _described(text: str, person: Person, mentions: list[Span]) -> tuple[Span, ...]:
    """Return the spans that describe one person, at most `_MOST`, in order."""
    full = [span for span in person.mentions[_FIRST:] if span[1] - span[0] == len(person.name)]
    found: set[Span] = set()
    for begin, end in [*person.mentions[:_FIRST], *full[:_FULL]]:
        at = bisect_left(mentions, (begin, end))
        low = max(mentions[at - 1][1] if at else 0, begin - _REACH)
        high = min(len(text), end + _REACH)
        found.update(_before(text, low, begin))
        found.update(_apposed(text, low, begin))
        found.update(_after(text, end, high))
        if len(found) >= _MOST:
            break
    return tuple(sorted(found)[:_MOST])


def _before(text: str, low: int, begin: int) -> list[Span]:
    """Return the titles and roles right before a name, back to a determiner: `Osk River Authority spokesman`."""
    start, compound = begin, False
    for count, (first, word) in enumerate(_backwards(text, low, begin)):
        plain = _plain(word)
        if plain in _DETERMINERS:
            start = first + len(word) + 1
            break
        of = plain == "of" and text[first + 3 : first + 4].isupper()
        if of or (_may_stand(word, plain) and not (compound and _is_role(plain))):
            start = start if compound else first
        elif count == 1 and word.islower() and text[start].islower() and plain not in _STOPS | COMMON:
            compound = True  # `the bus driver`: any noun before the role, where a determiner opens the phrase
        else:
            break
    title = text[start : max(start, begin - 1)].removeprefix("of ")
    head = title.partition(" of ")[0].rpartition(" ")[2]
    return [(begin - 1 - len(title), begin - 1)] if title and _is_role(_plain(head)) else []


def _backwards(text: str, low: int, begin: int) -> Iterator[tuple[int, str]]:
    """Yield the words before `begin` in its sentence, nearest first, each with its offset."""
    at = begin
    for _ in range(_LONGEST):
        if at <= low or text[at - 1] != " ":
            return
        bound = max(low, at - 40)
        first = max(text.rfind(" ", bound, at - 1), text.rfind("\n", bound, at - 1), bound - 1) + 1
        word = text[first : at - 1]
        if not word.strip("-–—") or word != word.strip("“”\"'(") or word[-1] in ",;:)!?" or _ends_sentence(word):
            return
        yield first, word
        at = first


def _may_stand(word: str, plain: str) -> bool:
    """True if a word may be part of a title: a role, a modifier, a capitalised word, `34-year-old`, `gubernatorial`."""
    if plain in _MODIFIERS:
        return True
    if plain in COMMON or plain in CALENDAR:
        return False
    return word[0].isupper() or _is_role(plain) or "-" in plain or plain.endswith("ial")


def _apposed(text: str, low: int, begin: int) -> list[Span]:
    """Return the description before a name, up to its comma: `The council president, Ann Lund`."""
    found = _APPOSED.search(text, low, begin)
    if found is None:
        return []
    start, stop = found.span(1)
    for determiner in re.finditer(r"\b(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts) ", text[start:stop]):
        head = _head(text[start + determiner.start() : stop])
        if head and _is_role(_plain(head)):
            return [(start + determiner.start(), stop)]
    return []


def _after(text: str, end: int, high: int) -> list[Span]:
    """Return what follows a name: age, party and state, an apposition, or the complement of `is` and `was`."""
    found: list[Span] = []
    if party := _PARTY.match(text, end, high):
        found.append(party.span(1) if party[1] else party.span(2))
        end = party.end()
    if age := _AGE.match(text, end, high):
        found.append(age.span(1))
        end = age.end() + (text[age.end() : age.end() + 1] == ")")
    if place := _OF.match(text, end, high):
        found.append(place.span(1))
        end = place.end()
    comma, copula = _COMMA.match(text, end, high), _COPULA.match(text, end, high)
    opened = comma or copula
    if opened is None:
        return found
    span = _phrase(text, opened.end(), high)
    if span is None:
        return found
    head = _head(text[slice(*span)])
    determined = _plain(text[slice(*span)].partition(" ")[0]) in _DETERMINERS
    if head and (_is_role(_plain(head)) or (comma and determined and head[:1].islower())):
        found.append(span)
    return found


def _phrase(text: str, begin: int, high: int) -> Span | None:
    """Return the words from `begin` to the next punctuation mark, relative pronoun or verb; None if there are none."""
    at = end = begin
    for _ in range(_LONGEST):
        token = _TOKEN.match(text, at, high)
        if token is None:
            break
        word, plain = token[0], _plain(token[0])
        if plain in _STOPS and plain not in {"and", "or", "on", "to"}:
            break
        stopped = word.endswith(".") and not (_ABBREVIATED.fullmatch(word) or plain in _SHORT)
        end = token.end() - (stopped or (word.endswith(".") and text[token.end() : token.end() + 1] in {"", "\n"}))
        if stopped or text[token.end() : token.end() + 1] != " ":
            break
        at = token.end() + 1
    words_ = text[begin:end].split()
    while words_ and _plain(words_[-1]) in _PREPOSITIONS | {"the", "a", "an"}:
        end -= len(words_.pop()) + 1
    return (begin, end) if end > begin else None


def _head(phrase: str) -> str:
    """Return the last word before the first preposition: `president` of `president of the council`."""
    last = ""
    for word in phrase.split():
        plain = _plain(word)
        if plain in _PREPOSITIONS and last:
            break
        last = word if plain not in _DETERMINERS else last
    return last


def _is_role(plain: str) -> bool:
    """True if the word names a role."""
    return plain in _ROLES or (len(plain) > 6 and plain.endswith(_ROLE_ENDINGS))


def _plain(word: str) -> str:
    return re.sub(r"[’']s?$", "", word).lower().strip(".,“”\"'’()")


def _ends_sentence(word: str) -> bool:
    plain = _plain(word)
    return word.endswith(".") and not (
        _ABBREVIATED.fullmatch(word) or plain in _SHORT or (word[:1].isupper() and plain in _STATES)
    )
