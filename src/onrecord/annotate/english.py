"""English: the first language that `annotate` reads."""

from __future__ import annotations

from onrecord.annotate.dating.date_checks import check_dates
from onrecord.annotate.dating.quotation_dates import resolve_dates
from onrecord.annotate.entities.descriptions import describe_people
from onrecord.annotate.entities.mentions import Names
from onrecord.annotate.language import Language
from onrecord.annotate.quotations.act import act_of
from onrecord.annotate.quotations.encoder import WEIGHTS
from onrecord.annotate.quotations.venue import venue_of
from onrecord.annotate.speakers.resolver import SpeakerResolver
from onrecord.annotate.text.sentences import ENGLISH_RULES

ENGLISH = Language(
    code="en",
    sentence_rules=ENGLISH_RULES,
    weights=WEIGHTS,
    act_of=act_of,
    venue_of=venue_of,
    find_names=Names,
    speakers=SpeakerResolver,
    describe_people=describe_people,
    resolve_dates=resolve_dates,
    check_dates=check_dates,
)
