"""What commands print alike: answers for programs on stdout, what needs attention on stderr."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import click


def count(number: int, one: str, several: str = "") -> str:
    """1 → "1 article", 2 → "2 articles", 2 of "story", "stories" → "2 stories"."""
    return f"{number} {one if number == 1 else several or one + 's'}"


def print_json(value: Any) -> None:
    """Print a JSON value on a line of its own."""
    click.echo(json.dumps(value, ensure_ascii=False))


def tell(rejects: Iterable[str] = (), *, merges: Iterable[str] = ()) -> None:
    """List what was rejected, and the commands that merge people who share a Wikidata item."""
    for rejected in rejects:
        click.echo(f"rejected: {rejected}", err=True)
    for command in merges:
        click.echo(f"one Wikidata item, so probably one person: {command}", err=True)
