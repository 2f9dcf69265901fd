"""Irregular past forms of verbs that are frequent in news, by the rules that use them; regular ones end in -ed."""

from __future__ import annotations

from onrecord.annotate.lexicon.word_list import words

_EVERY_RULE = words(
    """
    took came went left held met won lost began fell ran broke made saw got led kept brought spoke gave sent found
    wrote grew chose heard built
    """
)
_TENSE_AND_DATED = words("became rose sold sank shot bought paid fled threw flew drove struck caught fought quit")
_TENSE_AND_SUBJECT = words("said told stood knew felt")
_TENSE_ONLY = words("swept hit put cut spent set drew sought wore")
_SUBJECT_ONLY = words("thought sat read withdrew")

PAST = _EVERY_RULE | _TENSE_AND_DATED | _TENSE_AND_SUBJECT | _TENSE_ONLY
"""Forms that put a sentence in the past."""

DATED_PAST = _EVERY_RULE | _TENSE_AND_DATED
"""Forms that are dated by a time expression right after them: `sank in October`."""

SUBJECT_PAST = _EVERY_RULE | _TENSE_AND_SUBJECT | _SUBJECT_ONLY
"""Forms that show the name before them to be their subject."""
