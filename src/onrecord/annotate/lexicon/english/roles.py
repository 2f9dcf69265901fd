"""Roles: the nouns by which an article refers to a person, and their equivalents, chosen by us."""

from __future__ import annotations

from onrecord.annotate.lexicon.word_list import words

ROLE_HEADS = words(
    """
    president mayor judge justice sheriff chief officer detective sergeant lieutenant colonel general major captain
    commander admiral reverend pastor priest bishop archbishop cardinal rabbi imam minister chancellor ambassador
    secretary director chairman chairwoman chair chairperson speaker leader spokesman spokeswoman spokesperson
    commissioner councilman councilwoman councillor alderman deputy lawyer coach manager principal superintendent
    analyst economist pollster strategist actor actress singer author candidate nominee hopeful contender senator
    governor representative doctor professor supervisor executive editor reporter host anchor moderator physician
    surgeon nurse researcher scientist teacher owner organizer founder mother father wife husband widow widower son
    daughter sister brother niece nephew aunt uncle cousin girlfriend boyfriend fiancee partner ex-wife ex-husband
    businessman businesswoman developer investor banker farmer fisherman baker journalist columnist historian
    biographer activist advocate organiser consultant adviser aide counsel prosecutor trustee treasurer administrator
    surrogate mate rival opponent challenger incumbent lady student graduate resident neighbor neighbour veteran
    soldier sailor pilot engineer architect designer artist musician filmmaker director producer playwright poet
    novelist writer fellow scholar expert specialist dean provost rector curator librarian clerk inspector
    investigator agent warden trooper firefighter paramedic driver conductor witness survivor victim defendant
    plaintiff billionaire millionaire mogul magnate entrepreneur democrat republican independent lawmaker
    legislator delegate assemblyman assemblywoman premier king queen prince princess pope coordinator vice-president
    member head
    """
)
PROTAGONISTS = words(
    """candidate governor senator representative president mayor businessman businesswoman billionaire millionaire mogul
    tycoon magnate judge pope secretary lady premier minister chancellor republican democrat incumbent challenger
    congressman congresswoman"""
)
"""Roles by which the press refers to the person an article is about without having stated the role before."""
VARIED = words(
    "candidate secretary lady billionaire millionaire businessman businesswoman mogul"
    " mate incumbent challenger rival opponent"
)
"""Roles that a candidate for an office may have; any other stated role makes it a different person."""
PARTIES = words("democrat republican independent")
OFFICES = words("senator governor representative president mayor judge minister chancellor pope")
HOLDERS = words(
    "his her its their my our former then ex longtime veteran onetime new old current retired vice late top"
)
WRITTEN_OUT = {
    "sen": "senator",
    "senators": "senator",
    "sens": "senator",
    "gov": "governor",
    "govs": "governor",
    "rep": "representative",
    "reps": "representative",
    "representatives": "representative",
    "dr": "doctor",
    "prof": "professor",
    "gen": "general",
    "lt": "lieutenant",
    "col": "colonel",
    "capt": "captain",
    "sgt": "sergeant",
    "rev": "reverend",
    "del": "delegate",
    "ceo": "executive",
}
SAME_ROLE = {
    "attorney": "lawyer",
    "congressman": "representative",
    "congresswoman": "representative",
    "lawmaker": "representative",
    "contender": "candidate",
    "nominee": "candidate",
    "hopeful": "candidate",
    "gop": "republican",
    "chairman": "chair",
    "chairwoman": "chair",
    "chairperson": "chair",
    "physician": "doctor",
    "justice": "judge",
    "spokesman": "spokesperson",
    "spokeswoman": "spokesperson",
    "advisor": "adviser",
    "ex-wife": "wife",
    "ex-husband": "husband",
    "democratic": "democrat",
}
FEMALE_ROLES = words(
    """spokeswoman chairwoman congresswoman councilwoman mother wife widow daughter sister niece aunt girlfriend fiancee
    ex-wife businesswoman actress lady queen princess assemblywoman"""
)
MALE_ROLES = words(
    """spokesman chairman congressman councilman father husband widower son brother nephew uncle boyfriend ex-husband
    businessman king prince pope assemblyman fisherman"""
)
