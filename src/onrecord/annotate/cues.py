"""The words that say that something was said: takes a word, gives what may follow it and where it can be a cue.

The lexicon is ours; it was chosen by reading news, and a verb was dropped where on PolNeAR's training part it was wrong
more often than right. Four shapes cover what follows a cue:

    SAY    a clause or words in marks        She said (that) it was late.
    TELL   someone, then the same            She told reporters that it was late.
    WANT   to and a verb                     She hopes to win.
    JUDGE  a thing or a person               She praised the plan.
"""

from __future__ import annotations

from enum import Flag, StrEnum, auto

from onrecord.annotate.english import words


class Shape(Flag):
    """What may follow a cue; a word may have several."""

    SAY = auto()
    TELL = auto()
    WANT = auto()
    JUDGE = auto()


class Form(StrEnum):
    """Which form of its verb a word is: `say`, `says`, `said`, `saying`."""

    BASE = "base"
    THIRD = "third"
    PAST = "past"
    PARTICIPLE = "participle"


_SAY = """
    say add write note report announce suggest argue tweet retweet continue explain declare acknowledge claim
    state conclude reveal recall insist reply respond predict confirm admit complain indicate assert stress
    emphasize reiterate repeat joke concede boast remark lament caution observe quip shout yell chant post text
    opine allege imply hint disclose signal estimate contend deny maintain testify cry whisper mutter exclaim
    thunder recount attest profess wonder ask answer venture interject believe think know feel suspect hope fear
    worry learn find show see expect doubt read agree share marvel gush snap elaborate clarify warn promise vow
    pledge decide rule speculate figure guess reckon realize understand remember describe detail discuss mention
    echo recommend propose demand request forecast project theorize surmise advise scoff muse
"""
# Verbs that report only with a clause or marks after them: with a mere object they tell of something done.
_WEAK = """
    find show see think know feel read share post continue learn report state estimate reveal figure project
    guess decide rule expect understand remember realize write answer maintain ask doubt hope fear demand
    request forecast observe detail cry believe reply respond text signal advise agree snap add repeat recount
"""
_TELL = "tell remind assure inform warn ask promise convince persuade advise"
_WANT = """
    want hope plan vow promise pledge refuse decline seek intend threaten agree prefer decide expect claim offer
    aim wish propose ask
"""
_JUDGE = """
    call describe accuse endorse criticize praise support oppose defend blast blame reject dismiss denounce
    attack cite question urge mock slam condemn decry assail tout welcome applaud thank express highlight back
    portray propose deny voice order hail invoke quote reference liken ridicule lambaste rip chide scold berate
    bemoan champion announce discuss explain mention acknowledge show recall suggest reveal identify predict
    echo list unveil admire hate want prefer compare dispute view encourage emphasize stress approve seek fear
    request recommend
"""
# A verb with a particle, where the two together are the cue.
_WITH_PARTICLE = {
    "call": "for on", "point": "to out", "refer": "to", "talk": "about", "speak": "about of against",
    "complain": "about", "allude": "to", "rail": "against", "push": "for", "hit": "back", "fire": "back",
    "lash": "out", "object": "to", "apologize": "for", "boast": "about of", "joke": "about",
    "warn": "of about against", "comment": "on", "disagree": "with", "agree": "with", "side": "with",
    "worry": "about", "respond": "to", "write": "about of", "ask": "about for", "wonder": "about", "tell": "of",
    "think": "about", "brag": "about", "insist": "on", "react": "to",
}  # fmt: skip
# Forms that are nouns too often to be read as cues.
_NOUNS = words("state states attack attacks offer offers back backing challenge figure figures project projects")
_IRREGULAR = {
    "say": "says said saying", "tell": "tells told telling", "write": "writes wrote writing",
    "think": "thinks thought thinking", "know": "knows knew knowing", "feel": "feels felt feeling",
    "find": "finds found finding", "see": "sees saw seeing", "show": "shows showed showing",
    "read": "reads read reading", "understand": "understands understood understanding",
    "seek": "seeks sought seeking", "forecast": "forecasts forecast forecasting",
    "speak": "speaks spoke speaking", "hit": "hits hit hitting", "deny": "denies denied denying",
    "cry": "cries cried crying", "refer": "refers referred referring", "rip": "rips ripped ripping",
    "quip": "quips quipped quipping", "slam": "slams slammed slamming", "brag": "brags bragged bragging",
    "admit": "admits admitted admitting", "snap": "snaps snapped snapping",
    "prefer": "prefers preferred preferring", "plan": "plans planned planning",
    "signal": "signals signaled signaling", "hint": "hints hinted hinting",
}  # fmt: skip


def _forms(lemma: str) -> dict[str, Form]:
    """The forms of a verb; the past form of an irregular one is as in the table."""
    if lemma in _IRREGULAR:
        third, past, participle = _IRREGULAR[lemma].split()
    else:
        stem = lemma[:-1] if lemma.endswith("e") else lemma
        third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x")) else "s")
        past = stem + "ed"
        if lemma.endswith("y") and lemma[-2] not in "aeo":
            third, past = lemma[:-1] + "ies", lemma[:-1] + "ied"
        participle = stem + "ing"
    return {lemma: Form.BASE, third: Form.THIRD, past: Form.PAST, participle: Form.PARTICIPLE}


def _lexicon() -> dict[str, Shape]:
    lexicon: dict[str, Shape] = {}
    for shape, table in ((Shape.SAY, _SAY), (Shape.TELL, _TELL), (Shape.WANT, _WANT), (Shape.JUDGE, _JUDGE)):
        for lemma in table.split():
            for form in _forms(lemma).keys() - _NOUNS:
                lexicon[form] = lexicon.get(form, shape) | shape
    return lexicon


_VERBS = " ".join((_SAY, _TELL, _WANT, _JUDGE)).split()
CUES = _lexicon()
FORMS = {form: kind for lemma in dict.fromkeys([*_VERBS, *_WITH_PARTICLE]) for form, kind in _forms(lemma).items()}
WEAK = frozenset(form for lemma in _WEAK.split() for form in _forms(lemma))
PARTICLES = {form: words(particles) for lemma, particles in _WITH_PARTICLE.items() for form in _forms(lemma)}
ONLY_WITH_PARTICLE = frozenset(PARTICLES) - frozenset(CUES)
