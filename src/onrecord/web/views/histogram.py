"""Histogram of dates: the bars of a date facet in percentages, for the SVG in the template.

Each bar links to the results of its step. There is no view box, so that labels keep their size at any width.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.archive.results import Facet
from onrecord.dates.steps import Level, steps
from onrecord.dates.words import imprecise_in_words, in_words, short
from onrecord.web.search_url import State

MAX_STEPS = 120
"""Most steps drawn including empty ones: at 360 px, more would be under 3 px wide. Else empty steps are left out."""

_HEADINGS = {"published": "of publication", "said": "said", "about": "talked about", "captured": "of capture"}
"""What follows "Quotations by month" in the heading of a chart, by the field of its date."""

_WITHOUT_DATE = {
    "published": ("undated", "undated"),
    "said": ("with date said unknown", "with date said unknown"),
    "about": ("that mentions no date", "that mention no date"),
    "captured": ("with capture date unknown", "with capture date unknown"),
}
"""What follows the number of results without a date, for one result and for several."""

_WIDEST_SLOT, _WIDEST_BAR = 20.0, 8.0
"""Percent: five steps fill the drawing, and no bar is so wide that it looks like a flag."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One step with results: label, count and address; the boxes of its bar and slot in percent of the drawing."""

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
    """Width of a step in percent, number of results of the highest bar, and the date's field name."""

    slot: float
    peak: int
    name: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A label under the bars: its position in percent and its text anchor."""

    text: str
    x: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Histogram:
    """The bars, the labels below them, the name of the step ("month"), and whether empty steps are left out.

    `period` is the whole range in words if the steps are days, since their labels have no year; else "".
    """

    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    step: str
    gaps_left_out: bool
    period: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing (None: nothing to compare), the end of its heading ("of publication"), and a note on omissions."""

    heading: str
    drawing: Histogram | None
    note: str


def date_chart(facet: Facet, level: Level, state: State, name: str = "published") -> Chart:
    """Return the chart of a date facet; `name` is the field of the date: published, said, about, captured."""
    drawing = histogram(facet, level, state, name)
    return Chart(_HEADINGS[name], drawing, _note(facet, name, drawn=drawing is not None))


def _note(facet: Facet, name: str, *, drawn: bool) -> str:
    """Return the results that no bar counts: "Not in the chart: 2 in December 2023, day unknown; 3 undated."."""
    parts = [f"{bucket.count:,} {imprecise_in_words(bucket.value)}" for bucket in facet.imprecise]
    if facet.missing:
        parts.append(f"{facet.missing:,} {_WITHOUT_DATE[name][facet.missing > 1]}")
    return f"{'Not in the chart: ' if drawn else ''}{'; '.join(parts)}." if parts else ""


def histogram(facet: Facet, level: Level, state: State, name: str = "published") -> Histogram | None:
    """Return the drawing of a date facet, or None if fewer than two steps have results.

    `name` is the field of the date: published, said, about, captured.
    """
    counts = {bucket.value: bucket.count for bucket in facet.buckets if bucket.count}
    if len(counts) < 2:
        return None
    every = steps(min(counts), max(counts), level)
    shown = every if len(every) <= MAX_STEPS else tuple(sorted(counts))
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
    """Label the first, middle and last step: under its bar if that is wide, else flush with the drawing's edges."""
    places = (0, len(shown) // 2, len(shown) - 1) if len(shown) >= 5 else (0, len(shown) - 1)
    if slot >= 10:
        return tuple(Tick(short(shown[place]), _percent((place + 0.5) * slot), "middle") for place in places)
    anchors = {places[0]: ("start", 0.0), places[-1]: ("end", 1.0)}
    named = ((place, *anchors.get(place, ("middle", 0.5))) for place in places)
    return tuple(Tick(short(shown[place]), _percent((place + at) * slot), anchor) for place, anchor, at in named)


def _percent(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".") + "%"
