"""The title of an article without the site's name at its end, and the name of its outlet."""

from __future__ import annotations

import re
from collections.abc import Iterable

_TAIL = re.compile(r"\s+[|\-–—•·:»]{1,2}\s+|\s*[|｜]\s*")

_SEPARATED = re.compile(r"\s+[|\-–—•·:»*]{1,2}\s|\s*[|｜：]")
# The most characters of a site's name; without a limit, a title of bars takes time quadratic in its length.
_LONGEST_NAME = 200
_TYPEWRITTEN = str.maketrans("‘’“”", "''\"\"")


def choose_title(candidates: Iterable[str], *, site: Iterable[str] = ()) -> str:
    """Return the first non-empty candidate without the site's name; "" if all are empty.

    If it consists of another candidate, a separator and more (a section, a site, an author), it ends at the separator.
    """
    names = [key(name) for name in site if key(name)]
    cleaned = [found for candidate in candidates if (found := _without_site(candidate.strip(), names))]
    return _cut_at(cleaned[0], cleaned[1:]) if cleaned else ""


def _cut_at(text: str, others: list[str]) -> str:
    folded = text.translate(_TYPEWRITTEN)
    for other in others:
        if folded.startswith(other.translate(_TYPEWRITTEN)) and _SEPARATED.match(text, len(other)):
            return text[: len(other)]
    return text


def without_slogan(name: str) -> str:
    """Return a site's name without the slogan or address after a bar."""
    return re.split(r"\s+[|｜]\s+", name)[0].strip().removeprefix("@")


def is_name(name: str, host: str) -> bool:
    """True if `name` is written as a name: not an address, not the host, not a slug ("tarnpost")."""
    return "://" not in name and name.casefold() not in {host, f"www.{host}"} and (" " in name or not name.islower())


def _without_site(text: str, names: list[str]) -> str:
    """Return `text` up to the separator before the site's name; "" for a title that is only that name."""
    if key(text) in names:
        return ""
    cuts = list(_TAIL.finditer(text))
    for cut in cuts:
        if cut.start() and len(text) - cut.end() <= _LONGEST_NAME and key(text[cut.end() :]) in names:
            return text[: cut.start()].rstrip()
    return text


def key(name: str) -> str:
    """Return letters and digits, lower case, without "the": "dailygull" for "The Daily Gull", as in the host."""
    return re.sub(r"\W+|_", "", re.sub(r"^the\s+", "", name.casefold()))
