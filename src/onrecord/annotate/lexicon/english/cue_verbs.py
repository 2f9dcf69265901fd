"""Cue verbs: the verbs that report what was said or thought, with their act and their forms, and where each counts.

`SAYING` and `THINKING` say which act a verb states; every other list is a use of some forms in some tense. The uses
differ in size: a rule that reads on from a weak cue needs fewer verbs than one that already knows the speaker.
"""

from __future__ import annotations

from onrecord.annotate.lexicon.word_list import alternatives, words

SAYING = words(
    """
    say tell write ask add note announce argue tweet retweet continue declare acknowledge claim state reply respond
    predict confirm admit complain assert stress emphasize reiterate repeat joke concede boast remark lament caution
    quip shout yell chant post text opine allege contend maintain testify cry whisper mutter exclaim attest profess
    venture interject marvel gush elaborate clarify warn promise vow pledge describe mention echo recommend propose
    demand request advise scoff criticize praise denounce mock slam condemn decry assail tout applaud thank express
    portray voice hail invoke liken ridicule lambaste chide scold berate bemoan unveil disclose reveal report explain
    call accuse blame urge insist suggest speak talk comment answer brag apologize object allude rail refer deny
    decline refuse order rule sue recount detail discuss plead pray sing cite quote inform remind assure
    email e-mail publish release issue sign inquire estimate forecast advertise brief blog bash blast rip tease swear
    threaten endorse nominate counter protest fume rant gripe grumble moan groan sigh laugh smile observe persuade
    greet congratulate summarize summarise narrate dictate proclaim pronounce recite sneer jeer taunt vote question
    conclude term dub label coin challenge dispute reject dismiss attack defend point signal hint imply indicate
    stipulate highlight underscore invite appeal beg implore instruct command offer encourage lobby plea confide
    reassure address raise read underline notify relay caption message correct rebut refute retort riff interrupt
    recall reaffirm welcome reference restate stutter stammer preach lecture quiz poll survey
    """
)
"""Verbs whose act is SAID: said, written or asked for."""

THINKING = words(
    """
    think believe feel want hope fear worry know plan intend expect consider wish like dislike love hate prefer see
    hear understand realize realise doubt suspect mean seek aim favor favour guess reckon remember forget wonder
    imagine dream desire regret notice learn find discover assume presume trust envision view regard sense decide
    anticipate dread enjoy admire resent fancy recognize recognise care mind perceive ponder weigh judge look
    determine contemplate interpret disagree agree aspire yearn long appreciate respect value calculate
    """
)
"""Verbs whose act is THOUGHT: thought, wanted or felt."""

_SAYING_WORDS = words(
    """
    according statement statements words remarks letter essay speech memo interview testimony tweets comment comments
    report reports message messages criticism accusation accusations allegation allegations claim claims question
    questions answer answers advice suggestion assertion announcement proposal call calls request promise pledge vow
    account quote quotes slogan headline caption poem song book column article ad ads post posts complaint
    complaints refusal
    """
)
_THINKING_WORDS = words(
    """
    view views opinion opinions belief beliefs concern concerns hope hopes fear fears doubt doubts thought thoughts
    mind eyes desire wish wishes intention plan plans worried concerned afraid eager hopeful confident convinced
    skeptical aware sure certain glad happy sad angry proud sorry surprised shocked interested willing
    determined reluctant unclear feeling feelings sense expectation expectations interest impression memory
    dream dreams
    """
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
    # Verbs of the uses below whose act is not in the two lists.
    "send": "sent", "give": "gave", "hold": "held", "make": "made", "run": "ran", "spar": "sparred", "pen": "penned",
}  # fmt: skip


def forms(lemma: str) -> frozenset[str]:
    """Return all forms of a verb, among them regular ones that an irregular verb does not have: `say`, `sayed`."""
    stem = lemma.removesuffix("e")
    return frozenset({lemma, present(lemma), _regular_past(lemma), stem + "ing", *_IRREGULAR.get(lemma, "").split()})


def past(lemma: str) -> str:
    """Return the past tense of a verb: `said`."""
    irregular = _IRREGULAR.get(lemma, "").split()
    return irregular[0] if irregular else _regular_past(lemma)


def present(lemma: str) -> str:
    """Return the third person of a verb: `says`."""
    if _ends_in_y(lemma):
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x")) else "s")


def _regular_past(lemma: str) -> str:
    return lemma[:-1] + "ied" if _ends_in_y(lemma) else lemma.removesuffix("e") + "ed"


def _ends_in_y(lemma: str) -> bool:
    return lemma.endswith("y") and lemma[-2] not in "aeo"


def _past_of(lemmas: str) -> frozenset[str]:
    return frozenset(map(past, lemmas.split()))


def _present_of(lemmas: str) -> frozenset[str]:
    return frozenset(map(present, lemmas.split()))


SAID_WORDS = frozenset().union(*map(forms, SAYING)) | _SAYING_WORDS
"""Words of a cue by which its act is SAID."""

THOUGHT_WORDS = (frozenset().union(*map(forms, THINKING)) | _THINKING_WORDS) - SAID_WORDS
"""Words of a cue by which its act is THOUGHT."""

CUES = _past_of(
    """
    say tell write add tweet ask reply explain note argue continue testify warn insist recall acknowledge declare
    respond counter joke concede claim
    """
) | _present_of("say tell write add claim")
"""Forms beside which a capitalised run is a person, and which show a subject: the surest and most frequent cues."""

ANY_CUE = alternatives(CUES)
"""Regular expression for any of `CUES`, without brackets."""

ACTS_IN_PUBLIC = (
    _past_of(
        """
        clash spar press challenge scold rip say tell speak call announce tweet write release send ask urge accuse
        blast criticize praise argue testify appear deliver address respond warn vow promise unleash issue give
        discuss defend acknowledge claim declare deny dismiss explain insist joke mock note post question reject
        repeat reveal slam state suggest admit apologize outline debate grill condemn pledge complain attack try
        rule report publish hold file
        """
    )
    | _present_of("say tell")
    | {"squared off", "took questions", "laid out", "speaking", "addressing"}
)
"""Verbs for what a speaker does on an occasion, quoted there or not: their day dates what the speaker says next."""

DATED_BY_WEEKDAY = _past_of("say write testify announce add warn confirm acknowledge argue claim declare deny insist")
"""Verbs that are dated by a weekday right after them: `said on Sunday`."""

MAKING_DOCUMENTS = _past_of("issue release publish file write send make air run post produce conduct pen") | {
    "handed down",
    "is filing",
    "is releasing",
}
"""Verbs whose subject made the document that is their object: `Lund published her report`."""

TAKING_AN_OBJECT = words(
    """
    grill blast criticiz criticis attack prais accus slam ripp denounc condemn mock defend urg ask press question
    challeng thank scold rebuk warn tell told hail assail ran publish releas issu fil sent send post
    """
)
"""Stems of the verbs whose object is the addressee or the topic: `grilled the mayor on Friday over the ferry`."""
