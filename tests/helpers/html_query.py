"""Reading pages in tests: a few CSS selectors for lxml, which has only XPath without a further package.

Known: tag, .class, #id, [name], [name=value], ^= and $=, :first-child, :not(.class), descendants, lists with commas.
"""

from __future__ import annotations

import re
from typing import Any, TypeAlias

Html: TypeAlias = Any
"""An element of lxml.html, of which lxml's stubs know too little."""

_PART = re.compile(
    r"""\.([\w-]+)|\#([\w-]+)|\[([\w-]+)(?:([$^]?)="?([^"\]]*)"?)?\]
    |:not\(\.([\w-]+)\)|(:first-child)|(\w+)""",
    re.VERBOSE,
)


def select(element: Html, selector: str) -> list[Html]:
    """The descendants that match, in the order of the page."""
    paths = (".//" + "//".join(_step(part) for part in alternative.split()) for alternative in selector.split(","))
    found: list[Html] = element.xpath(" | ".join(paths))
    return found


def one(element: Html, selector: str) -> Html:
    """The one descendant that matches."""
    found = select(element, selector)
    assert len(found) == 1, f"{selector}: {len(found)}"
    return found[0]


def text(element: Html) -> str:
    """All text in an element, white space made single."""
    return " ".join(element.text_content().split())


def texts(element: Html, selector: str) -> list[str]:
    """The texts of all that match."""
    return [text(found) for found in select(element, selector)]


def _step(part: str) -> str:
    tag, conditions, at = "*", [], 0
    while at < len(part):
        match = _PART.match(part, at)
        assert match, f"a selector that these tests do not know: {part}"
        css_class, id, name, operator, value, other, first, element = match.groups()
        if css_class:
            conditions.append(_has_class(css_class))
        elif id:
            conditions.append(f"@id='{id}'")
        elif name:
            conditions.append(_attribute(name, operator, value))
        elif other:
            conditions.append(f"not({_has_class(other)})")
        elif first:
            conditions.append("not(preceding-sibling::*)")
        else:
            tag = element
        at = match.end()
    return tag + "".join(f"[{condition}]" for condition in conditions)


def _has_class(name: str) -> str:
    return f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')"


def _attribute(name: str, operator: str | None, value: str | None) -> str:
    if value is None:
        return f"@{name}"
    if operator == "^":
        return f"starts-with(@{name}, '{value}')"
    if operator == "$":
        return f"substring(@{name}, string-length(@{name}) - {len(value) - 1}) = '{value}'"
    return f"@{name}='{value}'"
