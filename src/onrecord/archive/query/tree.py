"""Query trees: the meaning of a query, and its canonical text.

The search box, the URL, the command line and the API share them. `grammar.parse` makes a tree from text, and `write`
returns the canonical text of a tree, so that `parse(write(node)) == node`. Trees are values: frozen and hashable.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

FIELDS = (
    *("speaker", "outlet", "kind", "act", "certainty"),
    *("published", "said", "about", "captured", "modified", "place", "language", "title"),
    *("tag", "doubt", "is", "story"),
)
DATES = frozenset({"published", "said", "about", "captured", "modified"})
QUOTED = frozenset({"speaker", "kind", "act", "certainty", "said", "about"})
"""Fields of a quotation; all others are fields of an article."""
LABELS = frozenset({"tag", "doubt", "is"})
"""Fields of an article's labels: its publisher's tags, doubts about its dates, the kind of its page."""

STEPS = 20
"""Certainties are indexed in steps of a twentieth: `certainty:0.9` finds quotations of 0.9 or more."""

ANY = "any"
"""The value of `act:` that matches every act; a query without `act:` finds what was said or written."""

SLOP = 100
"""The largest n of `"a b"~n`: beyond a paragraph, a phrase says no more than AND does."""

_BARE = re.compile(r"""(?!-)[^\s()"“”„«»\\]+""")
_RESERVED = frozenset({"AND", "OR", "NOT"})


@dataclass(frozen=True, slots=True)
class Everything:
    """Matches everything."""


@dataclass(frozen=True, slots=True)
class Words:
    """Adjacent words, at most `slop` moves apart; a single word is a phrase of one."""

    text: str
    slop: int = 0


@dataclass(frozen=True, slots=True)
class Field:
    """A field and its value: speaker:"Jane Doe", published:2021-02."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Not:
    """Matches what the child does not match."""

    child: Node


@dataclass(frozen=True, slots=True)
class And:
    """Matches what every child matches; two children or more, none of them an And. Made by `both`."""

    children: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Matches what any child matches; two children or more, none of them an Or. Made by `either`."""

    children: tuple[Node, ...]


Node = Everything | Words | Field | Not | And | Or


def conjuncts(node: Node) -> tuple[Node, ...]:
    """Return the parts that must all match: those of a top-level And, else the node itself; () for Everything."""
    if isinstance(node, Everything):
        return ()
    return node.children if isinstance(node, And) else (node,)


def both(*nodes: Node) -> Node:
    """Return the tree that matches where all of `nodes` match: flat, each part once, in the order given."""
    parts = tuple(dict.fromkeys(part for node in nodes for part in conjuncts(node)))
    if not parts:
        return Everything()
    return parts[0] if len(parts) == 1 else And(parts)


def either(*nodes: Node) -> Node:
    """Return the tree that matches where any of `nodes` does: flat, each part once, in the order given."""
    if any(isinstance(node, Everything) for node in nodes):
        return Everything()
    parts = tuple(
        dict.fromkeys(part for node in nodes for part in (node.children if isinstance(node, Or) else (node,)))
    )
    return parts[0] if len(parts) == 1 else Or(parts)


def searched_words(node: Node) -> Iterator[Words]:
    """Yield the words and phrases that a query searches for, not those it excludes."""
    if isinstance(node, Words):
        yield node
    elif isinstance(node, And | Or):
        for child in node.children:
            yield from searched_words(child)


def with_default_act(node: Node) -> Node:
    """Return a query with the default act: said or written, unless the query names acts itself."""
    return node if _names_acts(node) else both(node, Field("act", "said"))


def _names_acts(node: Node) -> bool:
    match node:
        case Field("act", _):
            return True
        case Not(child):
            return _names_acts(child)
        case And(children) | Or(children):
            return any(_names_acts(child) for child in children)
    return False


def write(node: Node) -> str:
    """Return the canonical text of a tree; "" for Everything."""
    match node:
        case Everything():
            return ""
        case Words(text, slop):
            return f"{_quote(text)}~{slop}" if slop else _value(text, colon=False)
        case Field(name, value):
            return f"{name}:{_value(value, colon=True)}"
        case Not(child):
            return f"-{_atom(child)}"
        case And(children):
            return " ".join(_atom(child) if isinstance(child, Or) else write(child) for child in children)
        case Or(children):
            return " OR ".join(_atom(child) if isinstance(child, And) else write(child) for child in children)


def _atom(node: Node) -> str:
    return f"({write(node)})" if isinstance(node, And | Or | Not) else write(node)


def _value(text: str, *, colon: bool) -> str:
    """Return `text` unchanged if it is read back as one word, else in quotation marks."""
    bare = _BARE.fullmatch(text) and text not in _RESERVED and (colon or ":" not in text)
    return text if bare else _quote(text)


def _quote(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
