"""The query language: a recursive-descent parser from text to a query tree.

    alternatives = sequence ("OR" sequence)*          AND binds tighter than OR: a b OR c is (a b) OR c
    sequence     = part (["AND"] part)*
    part         = ("-" | "NOT") part | "(" alternatives ")" | phrase | field | word
    phrase       = quoted ["~" number]
    field        = name ":" (quoted | word | "(" value ("OR" value)* ")")

Quotation marks are straight, curly, low or guillemets; \\" is one within them. Anything without a letter or digit
(– & ,) is not a word and is ignored. The only error is QueryError, with the position and what to write instead.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from math import ceil

from onrecord.archive.query.dates import HINT, NONE, days_asked
from onrecord.archive.query.tree import (
    ANY,
    DATES,
    FIELDS,
    SLOP,
    STEPS,
    Everything,
    Field,
    Node,
    Not,
    Words,
    both,
    either,
)
from onrecord.model import Act, DoubtKind, Flag, Kind
from onrecord.model.errors import QueryError

LENGTH = 10_000
"""Characters in a query: 50 times the longest seen in a search box, and still parsed in milliseconds."""

DEPTH = 50
"""Nested parentheses and negations: far below Python's recursion limit (1,000 frames, 4 a level)."""

_CLOSING = {'"': '"', "“": '”"“', "”": '”"', "„": '“”"', "«": "»", "»": "«»"}
_RUN = re.compile(r"""[^\s()"“”„«»]+""")
_SPACE = re.compile(r"\s*")
_SLOP = re.compile(r"~(\d*)")
_VALUES = {"kind": tuple(Kind), "act": (*Act, ANY), "doubt": tuple(DoubtKind), "is": tuple(Flag)}
_SURROGATE = re.compile("[\ud800-\udfff]")


def parse(text: str) -> Node:
    """Return the tree of a query; Everything for a blank one. Raises QueryError."""
    if len(text) > LENGTH:
        raise QueryError(f"the query has {len(text):,} characters; keep it under {LENGTH:,}", position=LENGTH)
    if broken := _SURROGATE.search(text):
        raise QueryError("this is half of a character; type it again", position=broken.start())
    if not text.strip():
        return Everything()
    parser = _Parser(text)
    node = parser.alternatives()
    if parser.at < len(text):
        raise parser.error("this ) closes nothing; remove it or open a ( before it")
    return node


class _Parser:
    """The position in the text (`at`), and the depth of nested parentheses and negations (`depth`)."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.depth = 0

    def error(self, reason: str, at: int | None = None) -> QueryError:
        return QueryError(reason, position=self.at if at is None else at)

    def alternatives(self) -> Node:
        branches = [self.sequence()]
        while self.keyword("OR"):
            branches.append(self.sequence())
        return either(*branches)

    def sequence(self) -> Node:
        parts: list[Node] = []
        begin, needed = self.at, False
        while not self.ended() and self.ahead() != "OR":
            if self.ahead() == "AND":
                if not parts or needed:
                    raise self.error("AND needs something before it; remove it, or put it in quotes to find the word")
                self.keyword("AND")
                needed = True
            elif (part := self.part()) is not None:
                parts.append(part)
                needed = False
        if needed:
            raise self.error("AND needs something after it; remove it, or put it in quotes to find the word")
        if not parts:
            raise self.empty(begin)
        return both(*parts)

    def empty(self, begin: int) -> QueryError:
        """Return the error for finding nothing between `begin` and here."""
        if self.text[begin : self.at].strip():
            return self.error("there is no word to search for here; write one with a letter or a digit", begin)
        if self.at < len(self.text) and self.text[self.at] == ")" and not self.depth:
            return self.error("this ) closes nothing; remove it or open a ( before it")
        if self.ahead() == "OR" or self.text[:begin].endswith("OR"):
            return self.error("OR needs something on both sides; remove it, or put it in quotes to find the word")
        return self.error("there is nothing between these parentheses; remove them")

    def part(self) -> Node | None:
        char = self.text[self.at]
        if self.ahead() == "NOT" or char == "-":
            return self.negation()
        if char == "(":
            return self.group()
        if char in _CLOSING:
            return self.phrase()
        return self.run()

    def negation(self) -> Node | None:
        begin = self.at
        if not self.keyword("NOT"):
            self.at += 1
            if self.at == len(self.text) or self.text[self.at].isspace():
                return None
        if self.ended() or self.ahead() in ("OR", "AND"):
            raise self.error("this excludes nothing; write what to leave out right after it", begin)
        self.deeper(begin)
        child = self.part()
        self.depth -= 1
        return Not(child) if child is not None else None

    def group(self) -> Node:
        begin = self.at
        self.deeper(begin)
        self.at += 1
        node = self.alternatives()
        self.close(begin)
        self.depth -= 1
        return node

    def phrase(self) -> Words:
        begin = self.at
        text = self.quoted()
        if not _searchable(text):
            raise self.error("there is no word between these quotes; write one with a letter or a digit", begin)
        if not (slop := _SLOP.match(self.text, self.at)):
            return Words(text)
        if not slop[1] or len(slop[1]) > 3 or int(slop[1]) > SLOP:
            raise self.error(f'~ needs a number up to {SLOP}: write "a b"~5')
        self.at = slop.end()
        return Words(text, int(slop[1]))

    def run(self) -> Node | None:
        match = _RUN.match(self.text, self.at)
        if match is None:
            raise self.error("this cannot be read; put it in quotes to find it as it stands")
        name, colon, _ = match[0].partition(":")
        if colon:
            return self.field(name, match[0])
        self.at = match.end()
        return Words(match[0]) if _searchable(match[0]) else None

    def field(self, name: str, run: str) -> Node:
        begin = self.at
        if name.lower() not in FIELDS:
            raise self.error(_unknown(name, run), begin)
        self.at += len(name) + 1
        name = name.lower()
        if not self.text[self.at :].startswith("("):
            return self.value(name)
        opened = self.at
        self.at += 1
        _ = self.ended()
        values = [self.value(name)]
        while self.keyword("OR"):
            _ = self.ended()
            values.append(self.value(name))
        if not self.ended() and self.text[self.at] != ")":
            raise self.error(f'write OR between the values of {name}:( ), and quotes around each: {name}:("a" OR "b")')
        self.close(opened)
        return either(*values)

    def value(self, name: str) -> Field:
        begin = self.at
        if self.at < len(self.text) and self.text[self.at] in _CLOSING:
            value = self.quoted()
        else:
            match = _RUN.match(self.text, self.at)
            value = match[0] if match else ""
            self.at += len(value)
        if not _searchable(value):
            raise self.error(f'{name}: has no value; write it right after the colon, as in {name}:"…"', begin)
        return Field(name, self.checked(name, value, begin))

    def checked(self, name: str, value: str, begin: int) -> str:
        """Return `value` in its canonical form. Raises QueryError if the field cannot have it."""
        if known := _VALUES.get(name):
            if value.lower() not in known:
                raise self.error(f"there is no {name} “{value}”; write {', '.join(known)}", begin)
            return value.lower()
        if name == "certainty":
            if not _SHARE.fullmatch(value):
                raise self.error(f"“{value}” is not a certainty; write a number from 0 to 1: certainty:0.9", begin)
            return f"{ceil(round(float(value) * STEPS, 6)) / STEPS:g}"
        if name in DATES:
            try:
                days_asked(value)
            except ValueError as reason:
                raise self.error(f"{name}: {reason}; {HINT}", begin) from None
            return NONE if value.lower() == NONE else value
        return value

    def quoted(self) -> str:
        """Return the text up to the closing quotation mark, white space made single."""
        begin = self.at
        closing = _CLOSING[self.text[begin]]
        letters: list[str] = []
        self.at += 1
        while self.at < len(self.text) and self.text[self.at] not in closing:
            if self.text[self.at] == "\\" and self.text[self.at + 1 : self.at + 2] in ("\\", *_CLOSING):
                self.at += 1
            letters.append(self.text[self.at])
            self.at += 1
        if self.at >= len(self.text):
            raise self.error('this quotation mark is not closed; add a " or remove it', begin)
        self.at += 1
        return " ".join("".join(letters).split())

    def close(self, opened: int) -> None:
        if self.ended() and self.at == len(self.text):
            raise self.error("this ( is not closed; add a ) or remove it", opened)
        self.at += 1

    def deeper(self, at: int) -> None:
        self.depth += 1
        if self.depth > DEPTH:
            raise self.error(f"the query is nested more than {DEPTH} deep; write it flatter", at)

    def ended(self) -> bool:
        """Skip white space, and return True if the sequence ends here."""
        self.at = _SPACE.match(self.text, self.at).end()  # type: ignore[union-attr]
        return self.at == len(self.text) or self.text[self.at] == ")"

    def ahead(self) -> str:
        """Return the run of characters here, which may be a keyword."""
        match = _RUN.match(self.text, self.at)
        return match[0] if match else ""

    def keyword(self, word: str) -> bool:
        if self.ended() or self.ahead() != word:
            return False
        self.at += len(word)
        return True


_SHARE = re.compile(r"0?\.\d+|[01](?:\.0*)?")


def _searchable(text: str) -> bool:
    return any(char.isalnum() for char in text)


def _unknown(name: str, run: str) -> str:
    if not name:
        return f'a colon needs a field before it; to find the text itself write "{run}"'
    near = get_close_matches(name.lower(), FIELDS, n=1)
    meant = f"did you mean {near[0]}:? " if near else ""
    return f'there is no field “{name}:”; {meant}to find the text itself write "{run}"; fields: {", ".join(FIELDS)}'
