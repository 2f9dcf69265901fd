"""The JSON shapes: what the command line and the pages give out is the same, is JSON, and says what DESIGN.md says."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from onrecord.api import (
    answer_json,
    article_hit_json,
    checkup_json,
    counts_json,
    quotation_hit_json,
    rejected_json,
    stored_json,
)
from onrecord.archive import Archive, Request, open_archive, parse
from onrecord.archive.results import Checkup
from onrecord.model import Record, Rejected
from tests.helpers.paper import make_archive


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with open_archive(make_archive(tmp_path_factory.mktemp("paper"))) as opened:
        yield opened


def test_quotations(archive: Archive) -> None:
    asked = Request(query=parse("outlet:Tarn published:2021-02-20"))
    answer = json.loads(json.dumps(answer_json(archive.quotes(asked), quotation_hit_json)))
    assert set(answer) == {"total", "results", "facets", "next"}
    assert (answer["total"], answer["next"]) == (3, None)
    by_kind = {hit["kind"]: hit for hit in answer["results"]}
    direct = by_kind["direct"]
    assert direct["content"] == ["“We will not wait for another winter,”", "“The wall must be mended.”"]
    assert direct["speaker"] == {
        "name": "Ines Calder",
        "type": "person",
        "certainty": 0.9,
        "basis": "named in the article: Ines Calder",
    }
    assert (direct["said"]["value"], direct["said"]["how"]) == ("2021-02-20", "stated")
    assert direct["venue"] == "the customs house"
    assert direct["article"]["published"] == {
        "value": "2021-02-20",
        "precision": "day",
        "basis": "JSON-LD datePublished",
    }
    snippet = direct["snippet"]
    assert [snippet["text"][begin:end] for begin, end in snippet["quoted"]] == direct["content"]
    assert not set("".join(by_kind["indirect"]["content"])) & set('“”"‘’')
    assert by_kind["mixed"]["source"] == ["She"]
    assert (by_kind["mixed"]["said"], by_kind["mixed"]["venue"]) == (None, None)


def test_facets(archive: Archive) -> None:
    facets = answer_json(archive.search(Request(query=parse("-gauge"))), article_hit_json)["facets"]
    assert {"published", "outlet", "speaker", "kind"} <= set(facets)
    for facet in facets.values():
        assert set(facet) == {"buckets", "more", "missing", "coarser"}
    assert facets["published"]["buckets"] == [{"value": "2020", "count": 1}, {"value": "2021", "count": 4}]
    assert facets["published"]["missing"] == 1


def test_articles_page_on(archive: Archive) -> None:
    first = answer_json(archive.search(Request(query=parse("gauge"), size=20)), article_hit_json)
    assert first["total"] == 30
    rest = answer_json(archive.search(Request(query=parse("gauge"), size=20, after=first["next"])), article_hit_json)
    assert len({hit["id"] for hit in first["results"] + rest["results"]}) == 30
    assert rest["next"] is None
    (bridge,) = answer_json(archive.search(Request(query=parse("bridge"))), article_hit_json)["results"]
    assert (bridge["captures"], bridge["quotations"], bridge["authors"]) == (2, 1, [])
    assert set(bridge["snippet"]) == {"text", "marks", "cut"}


def test_an_article_reads_back_as_its_record(archive: Archive) -> None:
    stored = archive.article("harbour")
    assert stored is not None
    shape = json.loads(json.dumps(stored_json(stored)))
    assert Record.from_json(shape) == stored.record
    assert shape["captures"] == [shape["capture"]]
    assert shape["capture"]["newest"] is True


def test_upkeep(archive: Archive) -> None:
    counts = archive.counts()
    assert counts_json(counts) == {"articles": 36, "captures": 37, "quotations": 39, "rejected": 0}
    checkup = Checkup(problems=("one",), mended=1, counts=counts, indexed_articles=35, indexed_quotations=36)
    assert checkup_json(checkup)["indexed"] == {"articles": 35, "quotations": 36}
    assert rejected_json(Rejected("a.warc", "offset 3", "empty")) == {
        "file": "a.warc",
        "record": "offset 3",
        "reason": "empty",
        "url": "",
    }
