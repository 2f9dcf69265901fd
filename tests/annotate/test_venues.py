"""Where it was said, from the words behind the cue."""

from __future__ import annotations

import pytest

from onrecord.annotate.venues import venue_of

VENUES = [
    ("Jane Doe |wrote| on Instagram.", "Instagram"),
    ("Jane Doe |posted| to her TikTok.", "TikTok"),
    ("Jane Doe |said| Friday on Instagram.", "Instagram"),
    ("Jane Doe |tweeted| that it sank.", "Twitter"),
    ("Jane Doe |wrote| in an essay for the Tern.", "essay"),
    ("Jane Doe |wrote| in a long essay.", "essay"),
    ("Jane Doe |wrote| in a blog post.", "blog post"),
    ("Jane Doe |said| in her memoir.", "memoir"),
    ("Jane Doe |said| in a statement.", "statement"),
    ("Jane Doe |said| at a news conference.", "news conference"),
    ("Jane Doe |told| reporters on Friday at a news conference.", "news conference"),
    ("Jane Doe |told| CNN that it sank.", "CNN"),
    ("Jane Doe |told| the Harrow Times that it sank.", "Harrow Times"),
    ("Jane Doe |said| on a podcast.", "podcast"),
    ("Jane Doe |said| in an interview.", "interview"),
    ("Jane Doe |said| in a telephone interview on Monday.", "telephone interview"),
    ("Jane Doe |testified| at a hearing.", "hearing"),
    # None is named, or it is another's.
    ("Jane Doe |said|.", ""),
    ("Jane Doe |said| it sank.", ""),
    ("Jane Doe |told| the mayor that it sank.", ""),
    ("Jane Doe |said|. He wrote on Instagram.", ""),
    ("Jane Doe |said| “on Instagram”.", ""),
    ("Jane Doe |said| Xavier came.", ""),
]


@pytest.mark.parametrize(("marked", "venue"), VENUES)
def test_venues(marked: str, venue: str) -> None:
    before, cue, after = marked.split("|")
    assert venue_of(before + cue + after, (len(before), len(before) + len(cue))) == venue
