"""Which times does a text name? An own grammar for English time expressions: small tables and rules.

`read_times` takes a text, the day it was printed, its sentences and what is known of the days on which its quotations
were said; it gives TIMEX3 expressions (ISO-TimeML 1.2.1) with their value, and EDTF where it has one. `tables` and
`pieces` are the vocabulary; `days`, `relative`, `quarters`, `fiscal`, `durations`, `clock` and the like the rules;
`friends` what only looks like a time; `tense` and `choosing` decide between past and future, `order` between day-first
and month-first; `reading` puts it together.
"""

from __future__ import annotations

from onrecord.annotate.times.date_order import Printed
from onrecord.annotate.times.edtf_values import edtf
from onrecord.annotate.times.tagger import Quoted, read_times

__all__ = ["Printed", "Quoted", "edtf", "read_times"]
