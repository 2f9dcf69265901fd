"""Output that several commands share: answers on stdout, counts and whatever needs attention on stderr."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

import click
import msgspec

from onrecord.archive import Answer, Copies
from onrecord.model import codec

H = TypeVar("H")

FACET_VALUES = 8
"""Values of each facet listed under an answer; `--json` has them all."""


def count(number: int, one: str, several: str = "") -> str:
    """Return a number with its noun: "1 article", "2 articles", "2 stories"."""
    return f"{number} {one if number == 1 else several or one + 's'}"


def print_json(value: object) -> None:
    """Print a value of an API type as JSON on a line of its own, in UTF-8."""
    click.echo(msgspec.json.format(codec.encode(value), indent=0))


def print_rejects(rejects: Iterable[str]) -> None:
    """List rejected inputs or lines on stderr."""
    for rejected in rejects:
        click.echo(f"rejected: {rejected}", err=True)


def print_merge_commands(commands: Iterable[str]) -> None:
    """List on stderr the commands that would merge people linked to the same Wikidata item."""
    for command in commands:
        click.echo(f"linked to the same Wikidata item, so probably the same person: {command}", err=True)


def print_answer(answer: Answer[H], hit_text: Callable[[H], str], total: str) -> None:
    """Print the hits on stdout; on stderr the total, the most frequent values of each facet, and the cursor."""
    for hit in answer.results:
        click.echo(f"{hit_text(hit)}\n")
    click.echo(total, err=True)
    shown = {name: facet for name, facet in answer.facets.items() if answer.total}
    for name, facet in shown.items():
        values = ", ".join(
            f"{bucket.label or bucket.value} ({bucket.count})" for bucket in facet.buckets[:FACET_VALUES]
        )
        more = " …" if len(facet.buckets) > FACET_VALUES or facet.more else ""
        click.echo(f"  {name}: {values or '-'}{more}", err=True)
    if answer.next:
        click.echo(f"next page: --after {answer.next}", err=True)


def total_text(answer: Answer[H], copies: Copies, one: str, folded: tuple[str, str]) -> str:
    """Return the number of hits in words, and how many are copies; `folded` names what is counted once folded."""
    if copies is Copies.FOLDED:
        return f"{count(answer.total, *folded)}, copies folded: {count(answer.unfolded, one)} with all (--copies all)"
    later = f", {answer.later} in copies of earlier articles (--copies folded)" if answer.later else ""
    return f"{count(answer.total, one)}{later}"
