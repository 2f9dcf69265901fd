"""The target of a query: articles or quotations."""

from __future__ import annotations

from enum import Enum, auto


class Target(Enum):
    """The kind of results."""

    ARTICLES = auto()
    QUOTATIONS = auto()
