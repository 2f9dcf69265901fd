"""The words that docs/glossary.md rules out appear in no docstring, comment, message or documentation.

Examples in quotation marks or backticks are data and are not checked.
"""

from __future__ import annotations

import ast
import re
import tokenize
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

PROSE = (
    "ARCHITECTURE.md",
    "README.md",
    "CHANGELOG.md",
    "docs/archive.md",
    "docs/glossary.md",
    "docs/inputs.md",
    "docs/json.md",
    "docs/pages.md",
    "docs/people.md",
    "docs/queries.md",
)
"""Documents that are checked."""

CODE = (
    "src/onrecord",
    "docs/screenshot.py",
    "bench",
    "evals",
    "newspaper",
    "training",
)
"""Folders and files of Python whose docstrings and comments are checked."""

MESSAGES = ("src/onrecord/cli", "src/onrecord/web")
"""Folders whose other strings are checked too, since users see them."""

TEMPLATES = ("src/onrecord/web/templates",)
"""Folders of templates that are checked."""

EXEMPT = {("ARCHITECTURE.md", "the house")}
"""Words that one document may use."""

_EXAMPLE = re.compile(r'"[^"\n]*"|“[^”]*”|`[^`\n]*`')
_FENCE = re.compile(r"^```.*?^```", flags=re.M | re.S)


@dataclass(frozen=True)
class Text:
    """A piece of prose, and the line of its file on which it begins."""

    line: int
    words: str


def forbidden() -> dict[str, str]:
    """The words of the glossary's last section, each with what to use instead."""
    section = (ROOT / "docs" / "glossary.md").read_text("utf-8").partition("## Words we do not use")[2]
    rows = re.findall(r"^\| (.+?) \| (.+?) \|$", section, flags=re.M)
    return dict(rows[1:])


def uses(text: Text, word: str) -> Iterator[int]:
    """The lines on which a piece of prose uses a word; a phrase may run over the end of a line."""
    pattern = re.compile(r"\b" + r"\s+".join(map(re.escape, word.split())) + r"\b", flags=re.IGNORECASE)
    words = _EXAMPLE.sub(lambda example: re.sub(r"\S", "_", example[0]), text.words)
    for match in pattern.finditer(words):
        yield text.line + words.count("\n", 0, match.start())


def markdown(path: Path) -> Iterator[Text]:
    """The prose of a document, without its code, and without the glossary's list of words not to use."""
    text = path.read_text("utf-8").partition("## Words we do not use")[0]
    yield Text(1, _FENCE.sub(lambda block: "\n" * block[0].count("\n"), text))


def comments(path: Path) -> Iterator[Text]:
    """The comments of a module; comments on lines that follow each other are one piece."""
    begin, lines = 0, list[str]()
    with path.open("rb") as file:
        for token in tokenize.tokenize(file.readline):
            if token.type != tokenize.COMMENT:
                continue
            if begin + len(lines) != token.start[0]:
                yield Text(begin, "\n".join(lines))
                begin, lines = token.start[0], []
            lines.append(token.string.lstrip("# "))
    yield Text(begin, "\n".join(lines))


def strings(path: Path, *, messages: bool) -> Iterator[Text]:
    """The docstrings of a module (also those of its constants), and with `messages` its other strings."""
    tree = ast.parse(path.read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            value: object = node.value.value
            if isinstance(value, str):
                yield Text(node.lineno, value)
        elif messages and isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield Text(node.lineno, node.value)


def found(path: Path, texts: Iterable[Text]) -> Iterator[str]:
    """Each use of a forbidden word, as `file:line: word → what to use instead`."""
    name = path.relative_to(ROOT).as_posix()
    for text in texts:
        for word, instead in forbidden().items():
            if (name, word) not in EXEMPT:
                yield from (f"{name}:{line}: {word} → {instead}" for line in uses(text, word))


def modules(folder: str) -> list[Path]:
    """The modules in a folder, or the one at this path."""
    if (ROOT / folder).is_file():
        return [ROOT / folder]
    return sorted(path for path in (ROOT / folder).rglob("*.py") if "__pycache__" not in path.parts)


def test_the_glossary_lists_words_to_avoid() -> None:
    assert len(forbidden()) > 10


@pytest.mark.parametrize("folder", CODE)
def test_docstrings_and_comments_are_in_plain_english(folder: str) -> None:
    problems: list[str] = []
    for path in modules(folder):
        texts = [*comments(path), *strings(path, messages=any(str(path).startswith(str(ROOT / f)) for f in MESSAGES))]
        problems += sorted(set(found(path, texts)))
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize("folder", TEMPLATES)
def test_templates_are_in_plain_english(folder: str) -> None:
    problems = [use for path in sorted((ROOT / folder).glob("*.html")) for use in found(path, markdown(path))]
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize("name", PROSE)
def test_documents_are_in_plain_english(name: str) -> None:
    problems = list(found(ROOT / name, markdown(ROOT / name)))
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("A tall word.", [1]),
        ("One\nwhat is\ntold here.", [2]),
        ("Nothing `tall` and “told” here, tallies and all.", []),
    ],
)
def test_a_use_is_found_on_its_line(words: str, lines: list[int]) -> None:
    text = Text(1, words)
    assert sorted({line for word in ("tall", "what is told") for line in uses(text, word)}) == lines
