"""Bodies: the nouns by which an article refers to an organisation or a group without its name, chosen by us."""

from __future__ import annotations

from onrecord.annotate.lexicon.english.outlets import KINDS_OF_NEWSPAPER
from onrecord.annotate.lexicon.word_list import words

BODIES = words("campaign administration family team camp movement police")
"""Nouns that turn a person's or an organisation's name into a group's: `the Lund campaign`."""

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
"""Noun → words of the names it can refer to: `the bank` may be `Wells Fargo`."""

IN_DISPLAY_NAMES = words(
    """
    news times post tribune council committee ministry department office police senate house party union club fc
    university school museum agency service company inc ltd group foundation institute embassy government official
    association society network radio tv press court hospital bank board authority commission force army
    """
) | {"city of"}
"""Words that make a post's display name an organisation's; of 100 such names, nearly all others were persons'."""
