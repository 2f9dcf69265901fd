"""Closed classes of English words, for rules that run without a tagger. All in small letters."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of `text`, parted by white space."""
    return frozenset(text.split())


PRONOUNS = words("he she they i we it you who which")
OBJECTS = words("him her them me us you")
DETERMINERS = words("the a an his her their its my our your this these those that no")
PREPOSITIONS = words(
    "of in on at for with by from to about into over under against during among between within without through "
    "throughout like near off out up down away via per toward towards upon amid despite behind across around "
    "outside inside"
)
SUBORDINATORS = words(
    "that because if when while as after before although though since whether than what how why where but so "
    "until unless and or nor yet once whom whose which who even"
)
AUXILIARIES = words(
    "is are was were am be been being has have had having do does did will would can could may might shall should "
    "must isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't cannot "
    "couldn't shouldn't ought"
)
BE = words("is are was were am be been being isn't aren't wasn't weren't")
ADVERBS = words(
    "not also never later then once again still even just now already always often repeatedly first both all only "
    "further soon long previously subsequently ever simply reportedly apparently today yesterday earlier so"
)
DAYS = words("monday tuesday wednesday thursday friday saturday sunday today yesterday")
# What may stand before a verb in its base form without being its object: `they say`, `some say`.
PLURALS = words("they we i you who which some many others people most both few several voters and")
# Past tenses without -ed, which end a sentence's subject as those in -ed do.
IRREGULAR_PASTS = words(
    "came went met took made gave held kept led ran won lost sent left began became brought bought built drew "
    "fell fought got grew heard laid sat set spent spoke stood threw wore drove put let cut hit quit paid broke "
    "chose rose stuck"
)
# Words that open a sentence before its subject.
OPENERS = words(
    "also then now still meanwhile instead however moreover furthermore later yet so indeed and but or nor today "
    "yesterday earlier afterward perhaps maybe there here again thus"
)
