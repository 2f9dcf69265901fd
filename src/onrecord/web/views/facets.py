"""Facet lists: the values of each field among the results, as links that add a filter, with counts.

A value that is already a filter is marked, and its link removes it. Dates lead from year to month to day; dates less
precise than the step are listed on their own ("December 2020, day unknown").
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.api.words import ACTS, language_name
from onrecord.archive.query.tree import DATES, Field
from onrecord.archive.results import Facet
from onrecord.dates.steps import Level, level_of, wider
from onrecord.dates.words import imprecise_in_words, in_words, interval_in_words, short
from onrecord.web.search_url import UNDATED, State

_TITLES = {
    "published": "Date published",
    "speaker": "Speaker",
    "outlet": "Outlet",
    "kind": "Kind",
    "act": "Act",
    "said": "Date said",
    "about": "Date talked about",
    "captured": "Date captured",
}
_MISSING = {"speaker": "speaker unknown", "outlet": "outlet unknown"}
_KINDS = {"direct": "direct", "mixed": "partly direct (mixed)", "indirect": "paraphrase (indirect)"}
_ACTS = {**ACTS, "any": "all of these"}

FIRST = 10
"""Choices shown at first, so that the next facet stays in sight; the others unfold."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet: label, count (None: not known) and link; the link of an `active` one removes the filter."""

    label: str
    count: int | None
    href: str
    active: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetList:
    """One facet: the wider dates above an active one (`trail`), the choices, and notes on results in none of them.

    `further` are the choices after the first few; `short` is true if the labels are short enough for two columns.
    """

    name: str
    title: str
    trail: tuple[Choice, ...]
    choices: tuple[Choice, ...]
    further: tuple[Choice, ...]
    notes: tuple[str, ...]
    short: bool


def facet_lists(facets: Mapping[str, Facet], state: State) -> tuple[FacetList, ...]:
    """Return the facet lists in a fixed order: date published, speaker, outlet, kind, …; then any others."""
    names = [*(name for name in _TITLES if name in facets), *(name for name in facets if name not in _TITLES)]
    return tuple(_facet_list(name, facets[name], state) for name in names if _worth_showing(name, facets[name], state))


def _worth_showing(name: str, facet: Facet, state: State) -> bool:
    """True if a facet offers a choice; publication dates always do, by their form."""
    if name == "language":
        return len(facet.buckets) > 1 or bool(state.values(name))
    if name in DATES and name != "published":
        return bool(facet.buckets or facet.imprecise or state.values(name))
    return name == "published" or bool(facet.buckets or facet.missing or state.values(name))


def _facet_list(name: str, facet: Facet, state: State) -> FacetList:
    dated = name in DATES
    filtered = state.values(name)
    listed = {bucket.value for bucket in facet.buckets}
    unlisted = () if dated else tuple(value for value in filtered if value not in listed)
    choices = (
        *(_choice(name, value, None, state) for value in unlisted),
        *(_choice(name, bucket.value, bucket.count, state, bucket.label) for bucket in facet.buckets),
        *((_choice(name, "none", facet.missing, state),) if dated and facet.missing else ()),
        *((_choice(name, "any", None, state),) if name == "act" and len(listed) > 1 and "any" not in filtered else ()),
    )
    first = len(choices) if name == "published" else FIRST
    return FacetList(
        name=name,
        title=_TITLES.get(name, name.capitalize()),
        trail=_trail(name, filtered, state) if dated else (),
        choices=choices[:first],
        further=choices[first:],
        notes=_notes(name, facet, filtered, state),
        short=dated and any(_within_month(name, bucket.value, state) for bucket in facet.buckets),
    )


def _choice(name: str, value: str, count: int | None, state: State, label: str = "") -> Choice:
    """Return a choice; its label is the bucket's (a person's name), or made from the value."""
    if not label and name == "speaker":
        label = state.names.get(value) or f"anyone named {value}"
    elif not label:
        label = short(value) if name in DATES and _within_month(name, value, state) else _label(name, value)
    field = Field(name, value)
    if field in state.fields:
        return Choice(label, count, state.without(field).href(), active=True)
    return Choice(label, count, state.narrowed(name, value).href())


def _within_month(name: str, value: str, state: State) -> bool:
    """True if a value is a day in the month of an active filter, so that "21 Feb" is unambiguous."""
    months = [above for above in state.values(name) if level_of(above) in (Level.MONTH, Level.DAY)]
    return level_of(value) is Level.DAY and any(value.startswith(above[:7]) for above in months)


def _label(name: str, value: str) -> str:
    if name in DATES:
        return UNDATED[name] if value == "none" else in_words(value)
    if name == "language":
        return language_name(value)
    names = {"kind": _KINDS, "act": _ACTS}.get(name, {})
    return names.get(value, value)


def _trail(name: str, filtered: tuple[str, ...], state: State) -> tuple[Choice, ...]:
    """Return the links from all dates down to the active date."""
    if not filtered:
        return ()
    value = filtered[-1]
    anytime = state.without(*(field for field in state.fields if field.name == name))
    above = tuple(Choice(in_words(up), None, state.narrowed(name, up).href()) for up in wider(value))
    here = Choice(_label(name, value) if "/" not in value else interval_in_words(value), None, "")
    return (Choice("All dates", None, anytime.href()), *above, here)


def _notes(name: str, facet: Facet, filtered: tuple[str, ...], state: State) -> tuple[str, ...]:
    if name == "act" and not filtered and state.path == "/quotes":
        return ("showing: said or written",)
    absent = facet.missing and name not in DATES
    missing = (f"{_MISSING.get(name, 'not stated')}: {facet.missing:,}",) if absent else ()
    vague = tuple(
        f"{imprecise_in_words(bucket.value)}: {bucket.count:,}" for bucket in facet.imprecise if name != "published"
    )
    more = (f"{facet.more:,} more: search by name",) if facet.more else ()
    return (*more, *missing, *vague)
