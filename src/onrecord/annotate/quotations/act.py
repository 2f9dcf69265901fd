"""Whether something was said or only thought: takes the words of a cue, gives the act.

PolNeAR annotates what anyone said, wrote, thought, meant, wanted or felt alike. A record of speech must keep these
apart, and the cue tells: its first word that is in one of the two lists below decides. What shows neither ("showed",
"supported") is unclear; words in quotation marks were said or written by somebody, whatever the cue.
"""

from __future__ import annotations

import re

from onrecord.annotate.lexicon.word_list import words
from onrecord.model import Act, Kind, Span

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_SAID = """
    say tell write ask add note announce argue tweet retweet continue declare acknowledge claim state reply respond
    predict confirm admit complain assert stress emphasize reiterate repeat joke concede boast remark lament caution
    quip shout yell chant post text opine allege contend maintain testify cry whisper mutter exclaim attest profess
    venture interject marvel gush elaborate clarify warn promise vow pledge describe mention echo recommend propose
    demand request advise scoff criticize praise denounce mock slam condemn decry assail tout applaud thank express
    portray voice hail invoke liken ridicule lambaste chide scold berate bemoan unveil disclose reveal report explain
    call accuse blame urge insist suggest speak talk comment answer brag apologize object allude rail refer deny
    decline refuse order rule sue testify recount detail discuss plead pray sing cite quote inform remind assure
    email e-mail publish release issue sign inquire estimate forecast advertise brief blog bash blast rip tease swear
    threaten endorse nominate counter protest fume rant gripe grumble moan groan sigh laugh smile observe persuade
    greet congratulate summarize summarise narrate dictate proclaim pronounce recite sneer jeer taunt vote question
    conclude term dub label coin challenge dispute reject dismiss attack defend point signal hint imply indicate
    stipulate highlight underscore tell invite appeal beg implore instruct command offer encourage lobby plea confide
    reassure address raise read underline notify relay caption message correct rebut refute retort riff interrupt
    venture recall reaffirm welcome reference restate stutter stammer caution hint preach lecture quiz poll survey
"""
_THOUGHT = """
    think believe feel want hope fear worry know plan intend expect consider wish like dislike love hate prefer see
    hear understand realize realise doubt suspect mean seek aim favor favour guess reckon remember forget wonder
    imagine dream desire regret notice learn find discover assume presume trust envision view regard sense decide
    anticipate dread enjoy admire resent fancy recognize recognise care mind perceive ponder weigh judge look
    determine perceive contemplate interpret disagree agree aspire yearn long appreciate respect value calculate
"""
_SAID_WORDS = words(
    "according statement statements words remarks letter essay speech memo interview testimony tweets comment comments "
    "report reports message messages criticism accusation accusations allegation allegations claim claims question "
    "questions answer answers advice suggestion assertion announcement proposal call calls request promise pledge vow "
    "account quote quotes slogan headline caption poem song book column article ad ads post posts complaint "
    "complaints refusal"
)
_THOUGHT_WORDS = words(
    "view views opinion opinions belief beliefs concern concerns hope hopes fear fears doubt doubts thought thoughts "
    "mind eyes desire wish wishes intention plan plans worried concerned afraid eager hopeful confident convinced "
    "skeptical aware sure certain glad happy sad angry proud sorry surprised shocked interested willing "
    "determined reluctant unclear feeling feelings sense expectation expectations interest impression memory "
    "dream dreams"
)
_IRREGULAR = {
    "say": "said", "tell": "told", "write": "wrote written", "think": "thought", "feel": "felt", "know": "knew known",
    "mean": "meant", "see": "saw seen", "hear": "heard", "understand": "understood", "seek": "sought",
    "find": "found", "forget": "forgot forgotten", "speak": "spoke spoken", "swear": "swore sworn", "read": "read",
    "sing": "sang sung", "beg": "begged begging", "rip": "ripped ripping", "rebut": "rebutted rebutting",
    "brag": "bragged bragging", "quip": "quipped quipping", "slam": "slammed slamming", "chat": "chatted chatting",
    "admit": "admitted admitting", "refer": "referred referring", "prefer": "preferred preferring",
    "plan": "planned planning", "dub": "dubbed dubbing", "blog": "blogged blogging", "tweet": "tweeted",
    "signal": "signaled signaling signalled signalling", "label": "labeled labelled", "dream": "dreamt dreamed",
    "learn": "learnt learned", "regret": "regretted regretting", "forecast": "forecast", "plead": "pled pleaded",
    "quote": "quoted",
}  # fmt: skip


def act_of(text: str, cue: Span | None, kind: Kind) -> Act:
    """The act that the cue at those offsets tells of."""
    if kind is Kind.DIRECT:
        return Act.SAID
    found = text[slice(*cue)].lower() if cue else ""
    for word in _WORD.findall(found):
        if word in SAID:
            return Act.SAID
        if word in THOUGHT:
            return Act.THOUGHT
    return Act.SAID if found.strip() in {":", "—", "–", "―", "-", "--"} else Act.UNCLEAR


def _forms(lemma: str) -> set[str]:
    stem = lemma.removesuffix("e")
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x")) else "s")
    past = stem + "ed"
    if lemma.endswith("y") and lemma[-2] not in "aeo":
        third, past = lemma[:-1] + "ies", lemma[:-1] + "ied"
    return {lemma, third, past, stem + "ing", *_IRREGULAR.get(lemma, "").split()}


SAID = frozenset().union(*map(_forms, _SAID.split()), _SAID_WORDS)
THOUGHT = frozenset().union(*map(_forms, _THOUGHT.split()), _THOUGHT_WORDS) - SAID
