"""What `who`, `which` and `that` follow where no listed name stands: takes a text, gives the words before the pronoun.

`both Democrats and Republicans, who` gives `both Democrats and Republicans`; `Lund45, a fund that` gives `Lund45`.
"""

from __future__ import annotations

import re

from onrecord.model import Span

_TALL = r"(?:[A-Z][\w.&’'-]*|U\.[A-Z]\.)"
_NAME = rf"{_TALL}(?:(?: (?:of|for|on) (?:the )?| & | ){_TALL}){{0,7}}"
_LISTED = rf"(?:[Bb]oth )?(?:[Tt]he )?{_NAME}(?:(?:, | and | or |, and )(?:the )?{_NAME}){{0,3}}"
_APPOSED = re.compile(rf"({_LISTED}), (?:an?|the) [^,.;\n]{{3,80}}(?P<stop>,? )$")
_BESIDE = re.compile(rf"({_LISTED})(?:, | ?(?:--|[-–—]) )$")
_REACH = 160
RELATIVE = re.compile(r"(who)\b|(?:which|that|whom|whose)$|(?P<which>which) (?:together|also|all|both|in)\b")


def held_by(text: str, offset: int) -> Span | None:
    """Where the tall words lie that the relative pronoun at `offset` takes up; None where it stands off from them."""
    low = (
        max(text.rfind(mark, max(0, offset - _REACH), offset) for mark in ("\n", ". ", "? ", "! ", "” ", "“", "v. "))
        + 1
    )
    low = max(low, offset - _REACH, 0)
    if apposed := _APPOSED.search(text, low, offset):
        return apposed.span(1) if apposed["stop"] == ", " or text.startswith(("who", "that"), offset) else None
    beside = _BESIDE.search(text, low, offset)
    dashed = beside and beside[0].rstrip()[-1] in "-–—"
    return None if beside is None or (dashed and not text.startswith("who", offset)) else beside.span(1)
