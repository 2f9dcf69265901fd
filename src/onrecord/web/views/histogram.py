"""The histogram of dates: takes a date facet, gives bars laid out in percentages for the SVG in the template.

Each bar links to the results of its step. Percentages and no view box, so that the labels keep their size at any width.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.archive.results import Facet
from onrecord.dates.steps import Level, steps
from onrecord.dates.words import in_words, short
from onrecord.web.search_url import State

MOST = 120
"""Steps drawn with their gaps; at 360 px more would be under 3 px wide. Beyond, only steps with results are drawn."""

_WIDEST_SLOT, _WIDEST_BAR = 20.0, 8.0
"""Percent: five steps fill the drawing, and no bar is so wide that it looks like a flag."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One step with results: what it is, how many, where it leads; the box in percent of the drawing."""

    label: str
    count: int
    href: str
    x: str
    width: str
    slot_x: str
    slot_width: str
    y: str
    height: str


@dataclass(frozen=True, slots=True)
class _Scale:
    """How wide a step is, in percent, and how many results the highest bar stands for, of which date."""

    slot: float
    peak: int
    name: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A name under the bars: its place in percent and how it is anchored there."""

    text: str
    x: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Histogram:
    """The bars, the names below them, the step's name ("month"), and whether steps without results are left out.

    `period` says from when to when days are drawn, since their names have no year; "" for months and years.
    """

    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    step: str
    gaps_left_out: bool
    period: str


def histogram(facet: Facet, level: Level, state: State, name: str = "published") -> Histogram | None:
    """The drawing of a date facet, or None where fewer than two steps have results: there is nothing to compare.

    `name` is the field of the date: published, said, about, captured.
    """
    counts = {bucket.value: bucket.count for bucket in facet.buckets if bucket.count}
    if len(counts) < 2:
        return None
    every = steps(min(counts), max(counts), level)
    shown = every if len(every) <= MOST else tuple(sorted(counts))
    slot = min(100 / len(shown), _WIDEST_SLOT)
    scale = _Scale(slot, max(counts.values()), name)
    bars = tuple(
        _bar(value, counts[value], index, scale, state) for index, value in enumerate(shown) if value in counts
    )
    period = in_words(f"{shown[0]}/{shown[-1]}") if level is Level.DAY else ""
    return Histogram(bars, _ticks(shown, slot), str(level), len(shown) < len(every), period)


def _bar(value: str, count: int, index: int, scale: _Scale, state: State) -> Bar:
    slot, place = scale.slot, index * scale.slot
    width = min(slot * 0.8, _WIDEST_BAR)
    height = max(100 * count / scale.peak, 3.0)  # at least 3 %: 2 px of 72, so that the smallest count is seen
    return Bar(
        label=in_words(value),
        count=count,
        href=state.narrowed(scale.name, value).href(),
        x=_percent(place + (slot - width) / 2),
        width=_percent(width),
        slot_x=_percent(place),
        slot_width=_percent(slot),
        y=_percent(100 - height),
        height=_percent(height),
    )


def _ticks(shown: tuple[str, ...], slot: float) -> tuple[Tick, ...]:
    """The first, the middle and the last step; under its bar where that is wide, else flush with the drawing's ends."""
    places = (0, len(shown) // 2, len(shown) - 1) if len(shown) >= 5 else (0, len(shown) - 1)
    if slot >= 10:
        return tuple(Tick(short(shown[place]), _percent((place + 0.5) * slot), "middle") for place in places)
    anchors = {places[0]: ("start", 0.0), places[-1]: ("end", 1.0)}
    named = ((place, *anchors.get(place, ("middle", 0.5))) for place in places)
    return tuple(Tick(short(shown[place]), _percent((place + at) * slot), anchor) for place, anchor, at in named)


def _percent(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".") + "%"
