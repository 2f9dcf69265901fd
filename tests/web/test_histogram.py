"""The histogram's bars: one for every step with results, in order, inside the drawing."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from onrecord.archive.results import Bucket, Facet
from onrecord.dates.steps import Level
from onrecord.web.search_url import State
from onrecord.web.views.histogram import MAX_STEPS, histogram

STATE = State(path="/quotes")


def facet(counts: dict[str, int]) -> Facet:
    return Facet(buckets=tuple(Bucket(value, counts[value]) for value in sorted(counts)))


def percent(text: str) -> float:
    return float(text.removesuffix("%"))


def test_one_step_is_not_drawn() -> None:
    assert histogram(facet({}), Level.YEAR, STATE) is None
    assert histogram(facet({"2021": 5}), Level.YEAR, STATE) is None


def test_a_gap_is_visible_and_a_bar_links_to_its_step() -> None:
    drawing = histogram(facet({"2020-12": 10, "2021-02": 5}), Level.MONTH, STATE)
    assert drawing is not None
    first, last = drawing.bars
    assert first.href == "/quotes?q=published:2020-12"
    assert (first.label, first.count) == ("December 2020", 10)
    assert percent(first.height) == 2 * percent(last.height)
    assert percent(last.slot_x) == 2 * percent(first.slot_width)
    assert not drawing.gaps_left_out


def test_a_stray_date_does_not_thin_the_bars_to_nothing() -> None:
    drawing = histogram(facet({"1066": 1, "2020": 3, "2021": 4}), Level.YEAR, STATE)
    assert drawing is not None
    assert drawing.gaps_left_out
    assert [bar.label for bar in drawing.bars] == ["1066", "2020", "2021"]


@given(st.dictionaries(st.integers(0, 300), st.integers(1, 10_000), min_size=2, max_size=62))
def test_all_bars_lie_in_the_drawing_in_order(counts: dict[int, int]) -> None:
    days = {(date(2020, 1, 1) + timedelta(days=n)).isoformat(): count for n, count in counts.items()}
    drawing = histogram(facet(days), Level.DAY, STATE)
    assert drawing is not None
    assert [bar.count for bar in drawing.bars] == [days[value] for value in sorted(days)]
    places = [percent(bar.slot_x) for bar in drawing.bars]
    assert places == sorted(places)
    assert all(percent(bar.slot_x) + percent(bar.slot_width) < 100.1 for bar in drawing.bars)
    assert all(3 <= percent(bar.height) <= 100 for bar in drawing.bars)
    assert drawing.gaps_left_out == (max(counts) - min(counts) >= MAX_STEPS)
