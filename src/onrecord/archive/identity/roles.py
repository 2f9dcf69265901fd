"""Roles: the words that describe a person, in one form each, with the field of work and the age that they give."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from onrecord.archive.identity.names import fold, words

_WORD = re.compile(r"[^\W_](?:[\w.'’&-]*\w)?\.?")
_AGE = re.compile(r"\(?(\d{1,3})\)?(?:-year-old\b.*)?$")
_AGED = re.compile(r"\b(\d{1,3})-year-old\b")
_PARTY = re.compile(r"\(?([DRI])(?:-([\w. ]+))?\)?$")
_PARTIES = {"D": "democrat", "R": "republican", "I": "independent"}
_EMPTY = words(
    """
    a an the his her its their my our your of for at in with from to on by and or who is was as one own other then now
    new this that which would have if had has been be mr mrs ms miss
    """
)
_SAME = {
    "sen": "senator",
    "sens": "senator",
    "gov": "governor",
    "govs": "governor",
    "rep": "representative",
    "reps": "representative",
    "congressman": "representative",
    "congresswoman": "representative",
    "lawmaker": "representative",
    "dr": "doctor",
    "physician": "doctor",
    "prof": "professor",
    "gen": "general",
    "lt": "lieutenant",
    "col": "colonel",
    "capt": "captain",
    "sgt": "sergeant",
    "rev": "reverend",
    "supt": "superintendent",
    "chairman": "chair",
    "chairwoman": "chair",
    "chairperson": "chair",
    "spokesman": "spokesperson",
    "spokeswoman": "spokesperson",
    "attorney": "lawyer",
    "justice": "judge",
    "advisor": "adviser",
    "democratic": "democrat",
    "gop": "republican",
    "nominee": "candidate",
    "contender": "candidate",
    "hopeful": "candidate",
    "presidential": "president",
    "councilman": "councillor",
    "councilwoman": "councillor",
    "councilor": "councillor",
    "businesswoman": "businessman",
    "policeman": "police",
    "policewoman": "police",
    "keeper": "goalkeeper",
    "goalie": "goalkeeper",
}
_KIN = words(
    "wife husband widow son daughter brother sister mother father niece nephew aunt uncle cousin grandson friend"
)
_STATE_FORMS = """
alabama al ala|alaska ak|arizona az ariz|arkansas ar ark|california ca calif|colorado co colo|connecticut ct conn
delaware de del|florida fl fla|georgia ga|hawaii hi|idaho id|illinois il ill|indiana in ind|iowa ia|kansas ks kan
kentucky ky|louisiana la|maine me|maryland md|massachusetts ma mass|michigan mi mich|minnesota mn minn
mississippi ms miss|missouri mo|montana mt mont|nebraska ne neb|nevada nv nev|hampshire nh|jersey nj|mexico nm|york ny
carolina nc sc|dakota nd sd|ohio oh|oklahoma ok okla|oregon or ore|pennsylvania pa|rhode ri|tennessee tn tenn
texas tx tex|utah ut|vermont vt|virginia va wv wva|washington wa wash|wisconsin wi wis|wyoming wy wyo
"""
_STATES = {
    short: state
    for line in _STATE_FORMS.split("\n")
    for state, *forms in (forms.split() for forms in line.split("|") if forms)
    for short in forms
}
"""Postal and written short forms of the American states; for names of two words, the distinctive one."""
_FIELDS = {
    "politics": """mayor senator governor representative minister chancellor premier candidate councillor
        alderman democrat republican independent delegate legislator politician incumbent pollster strategist diplomat
        ambassador secretary lobbyist congressional senate parliament mp treasurer commissioner
        campaign spokesperson adviser aide operative confidant surrogate""",
    "sport": """goalkeeper striker midfielder defender forward quarterback pitcher catcher skipper referee umpire rower
        swimmer runner coach guard lineman linebacker outfielder footballer golfer boxer cyclist sprinter gymnast
        athlete player champion skater skier wrestler shortstop winger""",
    "law": "judge lawyer prosecutor counsel solicitor barrister magistrate defendant plaintiff litigator paralegal",
    "medicine": """doctor nurse surgeon paediatrician pediatrician cardiologist oncologist psychiatrist dentist midwife
        pharmacist epidemiologist neurologist neurosurgeon paramedic physiotherapist psychologist virologist
        anesthesiologist vet veterinarian radiologist""",
    "arts": """actor actress singer soprano tenor baritone conductor violinist pianist cellist drummer guitarist
        musician composer painter sculptor artist poet novelist author writer playwright dancer choreographer filmmaker
        photographer curator rapper comedian""",
    "science": """scientist biologist geologist chemist physicist hydrologist meteorologist climatologist ecologist
        professor economist historian sociologist mathematician statistician anthropologist archaeologist astronomer
        lecturer scholar researcher engineer criminologist""",
    "police": """sheriff police detective sergeant trooper constable inspector lieutenant warden firefighter marshal
        fire officer""",
    "military": "colonel general admiral soldier sailor commander pilot airman marine",
    "business": """businessman ceo banker investor developer entrepreneur mogul magnate owner founder broker trader
        accountant analyst retailer executive tycoon billionaire""",
    "religion": "reverend pastor priest bishop archbishop cardinal rabbi imam pope monk nun deacon vicar minister",
    "school": "superintendent teacher principal student pupil librarian headteacher undergraduate freshman sophomore",
    "press": "moderator reporter journalist columnist anchor editor host correspondent broadcaster commentator",
    "trades": """plumber carpenter electrician mechanic welder miner farmer fisherman baker butcher barber cook chef
        driver bartender waitress cashier logger rancher""",
}
_FIELD_OF: dict[str, set[str]] = {}
for _field, _names in _FIELDS.items():
    for _word in _names.split():
        _FIELD_OF.setdefault(_word, set()).add(_field)

_NEAR = """politics law|politics business|politics military|politics press|politics school|politics science|law police
police military|science medicine|science school|arts press|arts business|business press|science business|law business
sport business|sport press|science press|religion school|arts school|politics police|law science|sport school
politics medicine|arts science|trades business"""
NEIGHBOURS = frozenset(words(pair) for line in _NEAR.split("\n") for pair in line.split("|"))
"""Fields that people move between or combine: a senator was a lawyer, a coach teaches."""

# How often a word describes a speaker, of all described ones: in the news read here, by order of magnitude.
_OFTEN = (
    (0.10, "former candidate president director spokesperson republican democrat state"),
    (0.05, "senator governor representative campaign chief executive professor chair adviser mayor manager officer"),
    (
        0.02,
        "leader secretary lawyer member head author founder analyst strategist judge doctor deputy police county city",
    ),
    (0.02, "university owner editor reporter resident student teacher general national house white party"),
    (0.02, "vice city senior"),
    (0.05, "wife husband son daughter mother father brother sister widow family friend supporter rival of"),
)
_RATE = {_word: _rate for _rate, _names in _OFTEN for _word in _names.split()}


def rate(word: str) -> float:
    """Return how often a word describes speakers in general: the rarer, the stronger the evidence if two share it."""
    return _RATE.get(word, 0.008 if word in _FIELD_OF else 0.004)


@lru_cache(maxsize=20_000)
def words_of(described: str) -> tuple[str, ...]:
    """Return the distinctive words of one description, lower case and in one form: `senator` for `Sen.`."""
    if party := _PARTY.fullmatch(described):
        place = fold(party[2] or "").replace(".", "").replace(" ", "")
        return (_PARTIES[party[1]], _STATES.get(place, place)) if place else (_PARTIES[party[1]],)
    if _AGE.fullmatch(described):
        return ()
    # A plumber's daughter is not a plumber.
    tokens = _WORD.findall(described.replace("press secretary", "spokesman"))
    kin = next((index for index, token in enumerate(tokens) if token in _KIN), 0)
    tokens = [token for index, token in enumerate(tokens) if index >= kin or not token.endswith(("'s", "’s"))]
    found = dict.fromkeys(word for token in tokens if (word := _plain(token)) not in _EMPTY and not word[:1].isdigit())
    return tuple(found)


def _plain(token: str) -> str:
    word = fold(token).removesuffix("'s").replace(".", "")
    if word in _SAME:
        return _SAME[word]
    return _STATES.get(word, word) if len(word) > 2 or "." in token else word


def fields_of(roles: Iterable[str]) -> set[str]:
    """Return the fields of work of some role words."""
    return {field for word in roles for field in _FIELD_OF.get(word, ())}


def age_of(described: Iterable[str]) -> int | None:
    """Return the age in years that descriptions give; None without one, or if it cannot be a person's."""
    for one in described:
        found = _AGE.fullmatch(one) or _AGED.search(one)
        if found and 4 < int(found[1]) < 111:
            return int(found[1])
    return None


def conflict(some: Iterable[str], others: Iterable[str]) -> bool:
    """True if two people's fields of work are unrelated: none in common, and no neighbouring ones."""
    mine, theirs = set(some), set(others)
    return bool(mine and theirs) and not any(a == b or frozenset((a, b)) in NEIGHBOURS for a in mine for b in theirs)
