"""Reports, polls, letters and campaigns that an article names, each under the name that the article gives it.

`a poll by the Arden Institute` and `an Arden Institute poll` are both `Arden Institute poll`; `the poll` is the most
recent poll before it, or the next one named after it if there was none before.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping

from onrecord.annotate.entities.mentions import Entity, Names
from onrecord.annotate.entities.person_cues import opens_sentence
from onrecord.annotate.lexicon.english.bodies import BODIES
from onrecord.annotate.lexicon.english.cue_verbs import ANY_CUE, MAKING_DOCUMENTS
from onrecord.annotate.lexicon.english.documents import DOCUMENT_HEADS
from onrecord.annotate.lexicon.english.names import CALENDAR, COMMON
from onrecord.annotate.lexicon.english.roles import ROLE_HEADS
from onrecord.annotate.lexicon.word_list import alternatives
from onrecord.annotate.text.document import Document
from onrecord.model import SpeakerType

_HEADS = "|".join(sorted((*DOCUMENT_HEADS, *BODIES), key=len, reverse=True))
_DOCUMENT = re.compile(rf"\b({_HEADS})\b")
_WORDS = re.compile(r"(?:[\w’'&/.-]*\w[’'.]?(?:\s|$)){1,9}$")
_WORD = re.compile(r"[\w’'&/.-]*\w\.?")
_MAKER = re.compile(
    r"(?: [a-z]+ly| (?:it|being|was|were|that|which|recently|last|released|published|conducted|filed|commissioned"
    r"|produced|issued"
    r"|written|appeared|appearing|done|week|month|year|on|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)){0,6}"
    r" (?:by|from|(?<=published )in|(?<=appeared )in|(?<=appearing )in)"
    r" (?:the journal |the |a |an )?"
)
_MADE = re.compile(
    r" (?:has |have |had |also |then |later |[a-z]+ly ){0,2}"
    rf"(?:{alternatives(MAKING_DOCUMENTS)})"
    r" (?:an?|his|her|its|their|the) (?:[\w’'-]+ ){0,3}$"
)
_SAID_IN = re.compile(rf" (?:{ANY_CUE})(?: [A-Z][a-z]+day)? in (?:an?|his|her|its|their) (?:[\w’'-]+ ){{0,2}}$")
_NEW = re.compile(r"\b(an?|another|his|her|its|their|own) (?:[a-z-]+ ){0,2}$")
_TITLED = re.compile(r" (?:[a-z]+ ){1,3}[A-Z]")
_POSSESSIVE = re.compile(r"[’']s?$")
_ABBREVIATION = 5  # Letters and full stop of the longest abbreviation before a name; a longer word ends a sentence.
_FEW = 20  # Documents considered further down.
_AHEAD = 2500  # Characters searched forwards for the name of a lead's "a poll".
_AFTER_NEW = [[place] for place in ("York", "Jersey", "Hampshire", "Mexico", "England", "Zealand", "Orleans")]
_YEAR = 4  # Digits.
_NEAR = 3  # Words between a name and the head, in small letters: `Arden super PAC tally`.
_LOOSE = frozenset({"american", "federal", "national", "new", "recent", "latest", "sunday", "another", "instant"})


class NamedDocuments:
    """The documents and bodies of one article that are named in it; resolves phrases such as `the poll`."""

    def __init__(self, document: Document, names: Names, genders: Mapping[Entity, str]) -> None:
        text = document.plain
        self._text, self._names, self._genders = text, names, genders
        self._known: dict[str, Entity] = {}
        self._people = {entity.name: entity for entity in names.entities}
        self._by_kind: dict[str, list[tuple[int, Entity | None]]] = {}
        for found in _DOCUMENT.finditer(text):
            if document.in_headline(found.start()):
                continue
            entity = self.named_at(found.start(), found[1])
            new = _NEW.search(text, max(0, found.start() - 30), found.start())
            if entity is not None or new:
                known = self._by_kind.setdefault(document_kind(found[1]), [])
                same = entity is None and new is not None and known and self._owns(new[1].lower(), known[-1][1])
                known.append((found.start(), known[-1][1] if same else entity))

    def named_at(self, at: int, head: str) -> Entity | None:
        """Return the document or body whose head word begins at `at`, by the name given there; None if it has none."""
        maker = self._before(at) or self._after(at + len(head), head) or self._subject(at, head)
        if not maker:
            return None
        if maker.rpartition(" ")[2].lower() in DOCUMENT_HEADS and head.lower() in {"data", "results", "figures"}:
            return self._known.setdefault(maker, Entity(maker, SpeakerType.DOCUMENT))
        if head in BODIES:
            maker = self._short(maker)
            if head in {"team", "camp"} and f"{maker} campaign" in self._known:
                head = "campaign"
            type_ = SpeakerType.ORG if head in {"administration", "police"} else SpeakerType.GROUP
            return self._known.setdefault(f"{maker} {head}", Entity(f"{maker} {head}", type_))
        return self._known.setdefault(f"{maker} {head}", Entity(f"{maker} {head}", SpeakerType.DOCUMENT))

    def antecedent(self, head: str, offset: int) -> Entity | None:
        """Return the antecedent of `the poll` at `offset`: the most recent one of its kind, else the next one named."""
        known = self._by_kind.get(document_kind(head), ())
        at = bisect_left(known, offset, key=_begin)
        if at:
            return known[at - 1][1]
        ahead = known[: bisect_left(known, offset + _AHEAD, key=_begin)][:_FEW]
        return next((entity for _, entity in ahead if entity is not None), None)

    def _owns(self, pronoun: str, document: Entity | None) -> bool:
        """True if `her book` may be the document named most recently, because its maker is a woman."""
        maker = self._people.get(document.name.rpartition(" ")[0]) if document is not None else None
        return maker is not None and self._genders[maker] == {"his": "he", "her": "she"}.get(pronoun, "?")

    def the_only(self, head: str) -> Entity | None:
        """Return the only document or body of a kind in the article, wherever it is named; None if it has several."""
        known = self._by_kind.get(document_kind(head), ())[:_FEW]
        found = {entity for _, entity in known if entity is not None}
        return found.pop() if len(found) == 1 else None

    def _before(self, at: int) -> str:
        """Return the capitalised words before a head that name its maker: `Arden Times/Lund News`; "" if none."""
        stretch = _WORDS.search(self._text, max(0, at - 70), at)
        taken = _modifiers(_WORD.findall(stretch[0])) if stretch else []
        owner = next(
            (index for index, word in enumerate(taken) if word[0].isupper() and _POSSESSIVE.search(word)), None
        )
        if owner is not None:  # `Lund's latest tracking poll` is the Lund poll: the owner made it.
            taken = taken[: owner + 1]
        if not taken or ROLE_HEADS.intersection(_POSSESSIVE.sub("", word) for word in taken):
            return ""  # `the Arden judge's ruling` is the judge's, named or not.
        if owner is None and sum(word[0].isupper() for word in taken) == 1 and self._is_loose(taken[0], at):
            return ""
        return " ".join([*taken[:-1], _POSSESSIVE.sub("", taken[-1])])

    def _is_loose(self, word: str, at: int) -> bool:
        """True if a word before `at` may be capitalised only because it opens a sentence: `Phone video`."""
        found = self._text.rfind(word, max(0, at - 80), at)
        return word not in self._names.inner and found >= 0 and opens_sentence(self._text, found)

    def _after(self, at: int, head: str) -> str:
        """Return the maker named after a head: `a poll by the Arden Institute`."""
        if head in BODIES:
            return ""
        maker = _MAKER.match(self._text, at, at + 110)
        if maker is None:
            return ""
        found = [
            (span, entity)
            for span, entity in self._names.within((maker.end(), maker.end() + 70))
            if not re.search(
                r"[.,;:]|\b(?:and|who|that|of|for) ", self._text[maker.end() : span[0]].replace("U.S.", "")
            )
        ]
        made, made_at = [entity for _, entity in found], [span[1] for span, _ in found]
        if len(made) > 1 and made[1].type is SpeakerType.PERSON and _TITLED.match(self._text, made_at[0]):
            return made[1].name
        if made:
            return made[0].name
        maker_words = re.match(
            r"(?:\d{4} )?(?:[A-Z][\w.&/-]*(?: (?:of|for|and|the|on) (?=[A-Z]))? ?)+",
            self._text[maker.end() : maker.end() + 80],
        )
        return maker_words[0].strip(" .") if maker_words and len(maker_words[0]) > 2 else ""

    def _subject(self, at: int, head: str) -> str:
        """Return the subject of a verb that makes a document: `Lund wrote a memoir`, `Lund said in a statement`."""
        if head in BODIES:
            return ""
        for span, entity in self._names.before(at, 100)[:2]:
            if _MADE.fullmatch(self._text, span[1], at) or _SAID_IN.fullmatch(self._text, span[1], at):
                return entity.name
        return ""

    def _short(self, maker: str) -> str:
        """Return the surname of a campaign's candidate: the Lund campaign, not the Mary Lund campaign."""
        entity = self._people.get(maker)
        if entity is not None and entity.type is SpeakerType.PERSON:
            return maker.rsplit(maxsplit=1)[-1]
        return maker


def _modifiers(tokens: list[str]) -> list[str]:
    """Return the words before a head that belong to its name, from the first capitalised word on; [] if none is."""
    taken: list[str] = []
    for place in range(len(tokens) - 1, -1, -1):
        token, low = tokens[place], _POSSESSIVE.sub("", tokens[place]).lower()
        if token.endswith(".") and "." not in token[:-1] and (token[0].islower() or len(token) > _ABBREVIATION):
            break  # A sentence ends.
        common = (low in COMMON or low in CALENDAR) and (len(token) == 1 or not token.isupper())
        capitalised = token[0].isupper() or (token[0].isdigit() and len(token) == _YEAR)
        joins = bool(taken) and low in {"of", "and", "&"} and place > 0 and tokens[place - 1][0].isupper()
        near = len(tokens) - place <= _NEAR and not any(word[0].isupper() for word in taken)
        if not (joins or (not common and (capitalised or near))):
            break
        taken.insert(0, token)
    while taken and (not taken[0][0].isupper() or (taken[0].lower() in _LOOSE and taken[1:2] not in _AFTER_NEW)):
        taken.pop(0)
    return taken


def document_kind(head: str) -> str:
    """Return the kind of a document or body from its head word; `team` and `camp` count as campaigns."""
    low = head.lower()
    low = low if low in DOCUMENT_HEADS else low.removesuffix("s")
    return {"team": "campaign", "camp": "campaign"}.get(low, DOCUMENT_HEADS.get(low, low))


def _begin(entry: tuple[int, Entity | None]) -> int:
    return entry[0]
