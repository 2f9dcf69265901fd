"""Where it was said, from the words behind the cue."""

from __future__ import annotations

import pytest

from onrecord.annotate.quotations.venue import venue_of

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
    ("Jane Doe |said| on a conference call with farmers.", "conference call"),
    ("Jane Doe |said| during a long debate in Harrow.", "debate"),
    # None is named, or it is another's.
    ("Jane Doe |declined to comment| on the letter.", ""),
    ("Jane Doe |said| after Roe left the hearing.", ""),
    ("Jane Doe |said| when he spoke at a rally.", ""),
    ("Jane Doe |said| that it sank in a debate.", ""),
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


def test_what_was_said_of_a_venue_is_no_venue() -> None:
    text = "Jane Doe said she would speak at a rally."
    content = (text.index("she"), len(text) - 1)
    assert venue_of(text, (9, 13), (content,)) == ""
    assert venue_of(text, (9, 13)) == "rally"
