"""Closed lists for sources that describe: roles, kinds of document and body. All in small letters, chosen by us."""

from __future__ import annotations

from onrecord.annotate.lexicon.english.outlets import KINDS_OF_NEWSPAPER
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
"""Roles by which the press varies the name of whom an article is about, without ever having said that they hold it."""
VARIED = words(
    "candidate secretary lady billionaire millionaire businessman businesswoman mogul"
    " mate incumbent challenger rival opponent"
)
"""Roles that one who stands for an office may hold; an article that gives someone others speaks of another person."""
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
BODIES = words("campaign administration family team camp movement police")
"""What a person's or an organisation's name makes a group: `the Lund campaign`."""

KINDS_OF_BODY = {
    "agency": words(
        "agency department bureau service services administration investigations office authority commission nasa"
    ),
    "department": words("department"),
    "bank": words("bank banks bancorp fargo financial"),
    "union": words(
        "union workers federation brotherhood teamsters teachers nurses attendants guild association afl-cio"
    ),
    "network": words("network tv television cnn nbc abc cbs fox msnbc radio channel rt bbc npr pbs"),
    "newspaper": KINDS_OF_NEWSPAPER,
    "paper": KINDS_OF_NEWSPAPER,
    "website": words("politifact politico hedge site breitbart slate salon buzzfeed beast caller"),
    "magazine": words("magazine time newsweek atlantic yorker weekly"),
    "company": words(
        "company inc corp corporation co ltd llc energy coal steel oil gas electric motors airlines industries systems"
        " technologies partners holdings group foods works mills"
    ),
    "firm": words("firm group partners associates holdings llp llc company"),
    "commission": words("commission"),
    "committee": words("committee"),
    "panel": words("committee panel commission subcommittee"),
    "court": words("court courts"),
    "council": words("council"),
    "board": words("board"),
    "party": words("party"),
    "fund": words("fund"),
    "foundation": words("foundation"),
    "alliance": words("alliance nato"),
    "association": words("association"),
    "organization": words("organization association society league union alliance federation coalition naacp center"),
    "institute": words("institute"),
    "center": words("center centre"),
    "university": words("university"),
    "college": words("college"),
    "school": words("school"),
    "hospital": words("hospital clinic"),
    "church": words("church"),
    "museum": words("museum"),
    "league": words("league"),
    "club": words("club"),
    "coalition": words("coalition"),
    "authority": words("authority agency"),
    "bureau": words("bureau"),
    "ministry": words("ministry"),
    "police": words("police"),
    "team": words("team club united rovers"),
    "service": words("service"),
    "city": words("city"),
    "bloc": words("union"),
    "think-tank": words("institute center foundation institution"),
}
DOCUMENT_HEADS = {
    "report": "report",
    "study": "report",
    "analysis": "report",
    "research": "report",
    "review": "report",
    "audit": "report",
    "paper": "report",
    "survey": "poll",
    "poll": "poll",
    "tally": "poll",
    "average": "poll",
    "database": "database",
    "data": "data",
    "letter": "letter",
    "memo": "memo",
    "statement": "statement",
    "article": "article",
    "story": "article",
    "editorial": "article",
    "column": "article",
    "commentary": "article",
    "feature": "article",
    "piece": "article",
    "book": "book",
    "memoir": "book",
    "novel": "book",
    "account": "book",
    "ad": "ad",
    "advert": "ad",
    "advertisement": "ad",
    "spot": "ad",
    "video": "ad",
    "clip": "ad",
    "recording": "ad",
    "footage": "ad",
    "film": "film",
    "documentary": "film",
    "movie": "film",
    "lawsuit": "lawsuit",
    "suit": "lawsuit",
    "complaint": "lawsuit",
    "petition": "lawsuit",
    "brief": "brief",
    "submission": "brief",
    "filing": "brief",
    "affidavit": "affidavit",
    "indictment": "indictment",
    "ruling": "ruling",
    "opinion": "ruling",
    "decision": "ruling",
    "resolution": "resolution",
    "email": "email",
    "tweet": "tweet",
    "post": "post",
    "transcript": "transcript",
    "document": "document",
    "documents": "document",
    "slide": "slide",
    "presentation": "slide",
    "agreement": "agreement",
    "accord": "agreement",
    "treaty": "agreement",
    "bill": "bill",
    "law": "law",
    "bylaws": "rules",
    "rules": "rules",
    "plan": "plan",
    "proposal": "plan",
    "order": "order",
    "website": "website",
    "program": "program",
    "show": "program",
}
"""A document's head word → the kind by which the article may take it up again ("the study … the report")."""
