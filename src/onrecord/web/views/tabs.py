"""Ways to see something: a line of links of which one is where the reader is."""

from __future__ import annotations

from dataclasses import dataclass

PLACES = (("Quotations", "/quotes"), ("Articles", "/articles"), ("People", "/people"))


@dataclass(frozen=True, slots=True)
class Tab:
    """A way to see the same state: its name, how many results, its address, whether it is the one shown."""

    name: str
    count: int | None
    href: str
    current: bool


def places(current: str) -> tuple[Tab, ...]:
    """The lists that an archive has, from a page that asks nothing of them."""
    return tuple(Tab(name, None, path, path == current) for name, path in PLACES)
