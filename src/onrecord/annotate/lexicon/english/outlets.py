"""Words of the names of news outlets, and outlets known by name."""

from __future__ import annotations

from onrecord.annotate.lexicon.word_list import words

NEWSPAPERS = words("times post journal news tribune herald gazette chronicle courier observer")
"""Words that make a name a newspaper's, whatever precedes them."""

NEWSPAPERS_AFTER_NAME = NEWSPAPERS | words("globe sun star")
"""The same, and words that also mean something else, at the end of a name: `the Harrow Star`."""

KINDS_OF_NEWSPAPER = NEWSPAPERS_AFTER_NAME | words("today")
"""Words of the names that `the newspaper` can refer to."""

SHORT_NAMES = NEWSPAPERS_AFTER_NAME | words("register beacon")
"""Words that are short for a newspaper's full name elsewhere in the article: `the Times`."""

INTERVIEWING = NEWSPAPERS_AFTER_NAME | words("guardian telegraph mail examiner ledger")
"""Last words of newspaper names that are the venue of an interview: `the Harrow Times`."""

AFTER_WEEKDAY = words("times telegraph mail mirror express herald post star world independent tribune review")
"""Words that make a weekday part of a newspaper's name: `the Sunday Times`."""

BROADCASTERS_AND_AGENCIES = (
    r"CNN|MSNBC|NBC(?: News)?|CBS(?: News)?|ABC(?: News)?|Fox(?: News)?|NPR|PBS|BBC|CNBC|C-SPAN|ESPN|Sky News"
    r"|Al Jazeera|Reuters|Bloomberg(?: News)?|Politico|Axios|BuzzFeed(?: News)?|Vox|TMZ|HuffPost|the AP"
    r"|[Tt]he Associated Press|USA Today"
)
"""Regular expression for outlets by their own names."""
