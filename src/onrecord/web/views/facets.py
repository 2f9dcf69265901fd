"""The facet lists: takes the facets of an answer, gives choices that are links, each with its count.

A value that is a filter already is marked and leads to the page without it. Dates drill from year to month to day;
one that is vaguer than the step is listed as such ("in December 2020, day unknown"), in no step.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.api.words import ACTS
from onrecord.archive.query.tree import DATES, Field
from onrecord.archive.results import Facet
from onrecord.dates.steps import Level, level_of, wider
from onrecord.dates.words import imprecise_in_words, in_words, interval_in_words, short
from onrecord.web.search_url import UNDATED, State
from onrecord.web.views.languages import language_name

_TITLES = {
    "published": "Date printed",
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
"""Choices shown at once, so that the next facet is in sight; the others unfold."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet: its label, its count (None where it is not known), its link; `active` links remove."""

    label: str
    count: int | None
    href: str
    active: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetList:
    """One facet as the page shows it: the way back up (`trail`), the choices, and notes on what is in none of them.

    `further` are the choices after the first few; `short` says that their labels are.
    """

    name: str
    title: str
    trail: tuple[Choice, ...]
    choices: tuple[Choice, ...]
    further: tuple[Choice, ...]
    notes: tuple[str, ...]
    short: bool


def facet_lists(facets: Mapping[str, Facet], state: State) -> tuple[FacetList, ...]:
    """The lists in the order in which readers ask: when, who, where printed, how; then whatever else there is."""
    names = [*(name for name in _TITLES if name in facets), *(name for name in facets if name not in _TITLES)]
    return tuple(_facet_list(name, facets[name], state) for name in names if _worth_showing(name, facets[name], state))


def _worth_showing(name: str, facet: Facet, state: State) -> bool:
    """One language is no choice; dates always have their form."""
    if name == "language":
        return len(facet.buckets) > 1 or bool(state.values(name))
    if name in DATES and name != "published":
        return bool(facet.buckets or facet.imprecise or state.values(name))
    return name == "published" or bool(facet.buckets or facet.missing or state.values(name))


def _facet_list(name: str, facet: Facet, state: State) -> FacetList:
    dated = name in DATES
    demanded = state.values(name)
    listed = {bucket.value for bucket in facet.buckets}
    unlisted = () if dated else tuple(value for value in demanded if value not in listed)
    choices = (
        *(_choice(name, value, None, state) for value in unlisted),
        *(_choice(name, bucket.value, bucket.count, state, bucket.label) for bucket in facet.buckets),
        *((_choice(name, "none", facet.missing, state),) if dated and facet.missing else ()),
        *((_choice(name, "any", None, state),) if name == "act" and len(listed) > 1 and "any" not in demanded else ()),
    )
    first = len(choices) if name == "published" else FIRST
    return FacetList(
        name=name,
        title=_TITLES.get(name, name.capitalize()),
        trail=_trail(name, demanded, state) if dated else (),
        choices=choices[:first],
        further=choices[first:],
        notes=_notes(name, facet, demanded, state),
        short=dated and any(_within_month(name, bucket.value, state) for bucket in facet.buckets),
    )


def _choice(name: str, value: str, count: int | None, state: State, label: str = "") -> Choice:
    """A choice; its label is the bucket's, which has the name of a person, or made of the value."""
    if not label and name == "speaker":
        label = state.names.get(value) or f"anyone named {value}"
    elif not label:
        label = short(value) if name in DATES and _within_month(name, value, state) else _label(name, value)
    field = Field(name, value)
    if field in state.fields:
        return Choice(label, count, state.without(field).href(), active=True)
    return Choice(label, count, state.narrowed(name, value).href())


def _within_month(name: str, value: str, state: State) -> bool:
    """Whether a value is a day and an active date names its month, so that "21 Feb" is clear."""
    months = [above for above in state.values(name) if level_of(above) in (Level.MONTH, Level.DAY)]
    return level_of(value) is Level.DAY and any(value.startswith(above[:7]) for above in months)


def _label(name: str, value: str) -> str:
    if name in DATES:
        return UNDATED[name] if value == "none" else in_words(value)
    if name == "language":
        return language_name(value)
    names = {"kind": _KINDS, "act": _ACTS}.get(name, {})
    return names.get(value, value)


def _trail(name: str, demanded: tuple[str, ...], state: State) -> tuple[Choice, ...]:
    """From the active date up to all dates, widest first."""
    if not demanded:
        return ()
    value = demanded[-1]
    anytime = state.without(*(field for field in state.fields if field.name == name))
    above = tuple(Choice(in_words(up), None, state.narrowed(name, up).href()) for up in wider(value))
    here = Choice(_label(name, value) if "/" not in value else interval_in_words(value), None, "")
    return (Choice("All dates", None, anytime.href()), *above, here)


def _notes(name: str, facet: Facet, demanded: tuple[str, ...], state: State) -> tuple[str, ...]:
    if name == "act" and not demanded and state.path == "/quotes":
        return ("shown: said or written",)
    absent = facet.missing and name not in DATES
    missing = (f"{_MISSING.get(name, 'not stated')}: {facet.missing:,}",) if absent else ()
    imprecise = facet.imprecise if name != "published" else ()
    vague = tuple(f"{imprecise_in_words(bucket.value)}: {bucket.count:,}" for bucket in imprecise)
    more = (f"{facet.more:,} more: search for them by name",) if facet.more else ()
    return (*more, *missing, *vague)
