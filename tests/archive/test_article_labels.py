"""Labels of articles: the publisher's tags, doubts about dates, the kind of page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from onrecord.archive import Archive, Request, parse
from onrecord.model import Doubt, DoubtKind, Flag, Record
from onrecord.model.errors import QueryError
from tests.archive.conftest import KINDS, opener
from tests.helpers.records import record


def marked(
    name: str, *, tags: tuple[str, ...] = (), doubts: tuple[Doubt, ...] = (), flags: tuple[Flag, ...] = ()
) -> Record:
    made = record(name)
    return replace(made, article=replace(made.article, section="Harbour", tags=tags, doubts=doubts, flags=flags))


@pytest.fixture(scope="module", params=KINDS)
def paper(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with opener(request.param, tmp_path_factory.mktemp("marks"))(True) as archive:
        archive.add(marked("one", tags=("Été", "sea wall"), flags=(Flag.LIVE,)))
        archive.add(marked("two", doubts=(Doubt(DoubtKind.FUTURE, "x"), Doubt(DoubtKind.FUTURE, "y"))))
        archive.add(marked("three", tags=("harbour",), flags=(Flag.PAYWALLED, Flag.STUB)))
        archive.commit()
        yield archive


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("tag:harbour", ["one", "three", "two"]),
        ('tag:"SEA WALL"', ["one"]),
        ("tag:été", ["one"]),
        ("tag:sea", []),
        ("doubt:future", ["two"]),
        ("doubt:stale", []),
        ("is:live", ["one"]),
        ("-is:(live OR stub)", ["two"]),
        ("is:Paywalled tag:harbour", ["three"]),
    ],
)
def test_marks_are_found(paper: Archive, query: str, names: list[str]) -> None:
    found = paper.search(Request(query=parse(query))).results
    assert sorted(hit.url.rpartition("/")[2] for hit in found) == names


@pytest.mark.parametrize("query", ["doubt:grave", "is:long"])
def test_a_mark_that_there_is_not_is_told(query: str) -> None:
    with pytest.raises(QueryError, match=r"there is no (doubt|is) “(grave|long)”; write"):
        parse(query)
