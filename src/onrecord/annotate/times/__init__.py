"""Which times does a text name? A grammar of English time expressions that gives TIMEX3 and EDTF values.

`tag_times` needs a text, what is known of its publication, its sentences and the dates on which its quotations were
said; it returns expressions as TIMEX3 (ISO-TimeML 1.2.1), with an EDTF value where they have one. `tagger` goes through
the text, `matcher` through a sentence. The rules are in `grammar`, one file a kind of expression; `not_times` rejects
what only looks like a time; `tense` and `year_choice` decide between past and future, `date_order` between day first
and month first.
"""

from __future__ import annotations

from onrecord.annotate.times.publication import Publication
from onrecord.annotate.times.tagger import QuotedSpan, tag_times
from onrecord.annotate.times.values import to_edtf

__all__ = ["Publication", "QuotedSpan", "tag_times", "to_edtf"]
