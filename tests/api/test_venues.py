"""Where something was said, as readers are told it."""

from __future__ import annotations

import pytest

from onrecord.api import placed
from onrecord.model import NETWORKS

PLACED = [
    ("", ""),
    # Networks, outlets that were spoken to, occasions, what is sent, what is said or written.
    ("Instagram", "on Instagram"),
    ("X", "on X"),
    ("Truth Social", "on Truth Social"),
    ("CNN", "to CNN"),
    ("Fox News", "to Fox News"),
    ("USA Today", "to USA Today"),
    ("Harrow Times", "to the Harrow Times"),
    ("Associated Press", "to the Associated Press"),
    ("AP", "to the AP"),
    ("The Merrin Ledger", "to The Merrin Ledger"),
    ("vigil", "at a vigil"),
    ("news conference", "at a news conference"),
    ("press briefing", "at a press briefing"),
    ("town hall", "at a town hall"),
    ("podcast", "on a podcast"),
    ("conference call", "on a conference call"),
    ("essay", "in an essay"),
    ("op-ed", "in an op-ed"),
    ("interview", "in an interview"),
    ("phone interview", "in a phone interview"),
    ("statement", "in a statement"),
    ("text message", "in a text message"),
    ("testimony", "in testimony"),
    ("the customs house", "at the customs house"),
]


@pytest.mark.parametrize(("venue", "words"), PLACED)
def test_placed(venue: str, words: str) -> None:
    assert placed(venue) == words


@pytest.mark.parametrize("network", sorted(NETWORKS))
def test_a_post_is_on_its_network(network: str) -> None:
    assert placed(network) == f"on {network}"
