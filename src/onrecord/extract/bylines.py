"""Bylines: names of authors, persons or agencies, from bylines as pages write them.

A byline is split at "and", "&", "/", "," and ";"; "By", roles, places and addresses are removed. The outlet itself and
"Staff" are not authors.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.extract.titles import key
from onrecord.extract.tree import plain

_BY = re.compile(
    r"^(?:(?:words|written|reported|story|reporting|text|posted|published|exclusive|analysis|opinion|review)\s+)?by[\s:]+",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"\s+(?:and|&|und|et|with)\s+|\s*[;|•·]\s*|\s+/\s+|\s*&\s*|\s*、\s*", re.IGNORECASE)
_ADDRESS = re.compile(r"https?:|www\.|[@<>{}]|\.(?:com|org|net|co\.uk)\b", re.IGNORECASE)
_ROLE = re.compile(
    r"\b(?:reporter|writer|editor|correspondent|columnist|contributor|journalist|producer|critic|photographer|bureau|"
    r"chief|staff|special to|desk|intern|anchor|director|fellow|professor|analyst|team|updated|published)\b",
    re.IGNORECASE,
)
_NOBODY = frozenset(
    {
        "staff", "admin", "administrator", "editor", "editors", "editorial", "newsroom", "news", "author", "webmaster",
        "guest", "contributor", "unknown", "anonymous", "none", "null", "undefined", "redaktion", "user", "root",
        "newsdesk", "staff reporter", "staff writer", "web desk", "news desk", "online desk", "press release",
        "site admin", "web staff",
    }
)  # fmt: skip
_STAFF = re.compile(r"(?:^|\s)(?:editorial |news )?(?:staff|staff reports?|newsroom|web desk)$", re.IGNORECASE)
# A desk of the outlet itself: "Gull News", "Tarn Post Business".
_DESK = re.compile(
    r"\s+(?:news|business|sports?|politics|world|online|digital|team|desk|bureau|editors?)$", re.IGNORECASE
)
_SUFFIX = re.compile(r"^(?:jr|sr|ii|iii|iv|inc|ltd)\.?$", re.IGNORECASE)
_DEGREE = re.compile(
    r"^(?:M\.?D|Ph\.?D|M\.?A|M\.?S|M\.?Sc|B\.?A|R\.?D|R\.?D\.?N|R\.?N|C\.?F\.?A|J\.?D|M\.?P\.?H|D\.?O)\.?$"
)
# Longer strings are sentences ("Jane Doe covers the city hall for …"); the longest name on the 227 sample pages has 40
# characters.
_LONGEST = 60


def author_names(bylines: Iterable[str], *, outlets: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the names in `bylines`, each once, in order, without `outlets`, the names of the site itself."""
    sites = {key(name) for name in outlets if name}
    names: dict[str, str] = {}
    for byline in bylines:
        for name in _names(plain(byline)):
            if _is_name(name, sites):
                names.setdefault(name.casefold(), name)
    return tuple(names.values())


def _names(byline: str) -> list[str]:
    parts = [part for piece in _SPLIT.split(_BY.sub("", byline)) for part in _at_commas(piece)]
    return [name for part in parts if (name := _trimmed(part))]


def _at_commas(piece: str) -> list[str]:
    """Split at commas, which separate names and roles; "Doe, Jane", one word a side, is one inverted name."""
    parts = [part.strip() for part in piece.split(",")]
    kept: list[str] = []
    for part in parts:
        if kept and _SUFFIX.match(part):
            kept[-1] = f"{kept[-1]}, {part}"
        elif part and not _DEGREE.match(part):
            kept.append(part)
    if (
        len(kept) == 2
        and all(re.fullmatch(r"[^\W\d_]+\.?(?: [^\W\d_]\.)?", part) for part in kept)
        and not _ROLE.search(piece)
    ):
        return [f"{kept[1]} {kept[0]}"]
    return [part for part in kept if not _ROLE.search(part)] or kept[:1]


def _trimmed(name: str) -> str:
    name = _BY.sub("", name.strip(" \t-–—:|*•\"'"))
    head, dash, tail = name.partition(" - ")
    name = head if dash and _ROLE.search(tail) else name
    return _without_note(name).strip()


def _without_note(name: str) -> str:
    """Return a name without the parentheses at its end."""
    begin = name.find("(", name.rfind(")", 0, -1) + 1) if name.endswith(")") else -1
    return name[:begin] if begin >= 0 else name


def _is_name(name: str, sites: set[str]) -> bool:
    folded = name.casefold()
    return not (
        len(name) > _LONGEST
        or len(name) < 2
        or folded in _NOBODY
        or _ADDRESS.search(name)
        or any(character.isdigit() for character in name)
        or _STAFF.search(name)
        or (name.islower() and name.isascii() and " " not in name)
        or key(name) in sites
        or key(_DESK.sub("", name)) in sites
    )
