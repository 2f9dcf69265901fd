"""Words of the names of news outlets, and outlets known by name."""

from __future__ import annotations

from onrecord.annotate.lexicon.word_list import words

NEWSPAPERS = words("times post journal news tribune herald gazette chronicle courier observer")
"""Words that make a name a newspaper's, whatever precedes them."""

NEWSPAPERS_AFTER_NAME = NEWSPAPERS | words("globe sun star")
"""Those and others that end a newspaper's name but also mean something else."""

KINDS_OF_NEWSPAPER = NEWSPAPERS_AFTER_NAME | words("today")
"""Words by which `the newspaper` refers to a name."""

SHORT_NAMES = NEWSPAPERS_AFTER_NAME | words("register beacon")
"""Words that are a newspaper's short name after `the`, if the article names a single one: `the Times`."""

INTERVIEWING = NEWSPAPERS_AFTER_NAME | words("guardian telegraph mail examiner ledger")
"""Last words of the newspapers that people talk to: `told the Harrow Times`."""

AFTER_WEEKDAY = words("times telegraph mail mirror express herald post star world independent tribune review")
"""Words that make a weekday part of a newspaper's name: `the Sunday Times`."""

BROADCASTERS_AND_AGENCIES = (
    r"CNN|MSNBC|NBC(?: News)?|CBS(?: News)?|ABC(?: News)?|Fox(?: News)?|NPR|PBS|BBC|CNBC|C-SPAN|ESPN|Sky News"
    r"|Al Jazeera|Reuters|Bloomberg(?: News)?|Politico|Axios|BuzzFeed(?: News)?|Vox|TMZ|HuffPost|the AP"
    r"|[Tt]he Associated Press|USA Today"
)
"""Regular expression for outlets that are known by name."""
