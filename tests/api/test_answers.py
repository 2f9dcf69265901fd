"""Answers in JSON: both surfaces give the same types, and those types are all that is in them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from onrecord import api
from onrecord.api.answers import Answer, ArticleFile, Corrections, PersonFile, QuotationHit
from onrecord.archive import (
    Action,
    Archive,
    ArticleHit,
    Copies,
    Correction,
    PeopleRequest,
    PersonHit,
    Request,
    open_archive,
    parse,
)
from onrecord.archive.query.tree import Everything
from onrecord.archive.results import Checkup
from onrecord.model import Record, Rejected, codec
from tests.helpers.paper import make_archive

ALL = Request(query=Everything(), size=100)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with open_archive(make_archive(tmp_path_factory.mktemp("paper"))) as opened:
        yield opened


@pytest.fixture(scope="module")
def demo(demo_archive: Path) -> Iterator[Archive]:
    with open_archive(demo_archive) as opened:
        yield opened


def in_json(value: object) -> Any:
    return json.loads(codec.encode(value))


def same_after_decoding(value: object, kind: Any) -> None:
    """Everything in the JSON of `value` is in its type: decoded and encoded again, nothing is lost."""
    text = codec.encode(value)
    assert json.loads(codec.encode(msgspec.json.decode(text, type=kind))) == json.loads(text)


def test_quotations(archive: Archive) -> None:
    asked = Request(query=parse("outlet:Tarn published:2021-02-20"))
    answer = in_json(api.answer(archive.quotes(asked), api.quotation_hit))
    assert list(answer) == ["total", "results", "facets", "next"]
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
    facets = in_json(api.answer(archive.search(Request(query=parse("-gauge"))), api.unchanged))["facets"]
    assert {"published", "outlet", "speaker", "kind"} <= set(facets)
    for facet in facets.values():
        assert list(facet) == ["buckets", "more", "missing", "imprecise"]
    assert facets["published"]["buckets"] == [{"value": "2020", "count": 1}, {"value": "2021", "count": 4}]
    assert facets["published"]["missing"] == 1


def test_articles_page_on(archive: Archive) -> None:
    first = in_json(api.answer(archive.search(Request(query=parse("gauge"), size=20)), api.unchanged))
    assert first["total"] == 30
    following = Request(query=parse("gauge"), size=20, after=first["next"])
    rest = in_json(api.answer(archive.search(following), api.unchanged))
    assert len({hit["id"] for hit in first["results"] + rest["results"]}) == 30
    assert rest["next"] is None
    (bridge,) = in_json(api.answer(archive.search(Request(query=parse("bridge"))), api.unchanged))["results"]
    assert (bridge["captures"], bridge["quotations"], bridge["authors"]) == (2, 1, [])
    assert list(bridge["snippet"]) == ["text", "highlights", "truncated"]


def test_folded_answers_count_all_copies_too(archive: Archive) -> None:
    found = archive.search(Request(query=Everything(), copies=Copies.FOLDED))
    assert in_json(api.answer(found, api.unchanged, copies=Copies.FOLDED))["total_with_copies"] == found.unfolded
    assert "total_with_copies" not in in_json(api.answer(found, api.unchanged))


def test_an_article_reads_back_as_its_record(archive: Archive) -> None:
    stored = archive.article("harbour")
    assert stored is not None
    article = in_json(api.article_file(stored))
    assert Record.from_json(article) == stored.record
    assert list(article)[-5:] == ["capture", "captures", "copies", "speakers", "corrections"]
    assert article["captures"] == [article["capture"]]
    assert article["capture"]["newest"] is True


def test_every_answer_of_the_demo_archive_is_of_its_type(demo: Archive) -> None:
    articles, people = demo.search(ALL), demo.people(PeopleRequest(type=None, size=100))
    same_after_decoding(api.answer(demo.quotes(ALL), api.quotation_hit), Answer[QuotationHit])
    same_after_decoding(api.answer(articles, api.unchanged), Answer[ArticleHit])
    same_after_decoding(api.answer(people, api.unchanged), Answer[PersonHit])
    for article in articles.results:
        stored = demo.article(article.id)
        assert stored is not None
        same_after_decoding(api.article_file(stored), ArticleFile)
    for person in people.results:
        file = demo.person(person.id)
        assert file is not None
        same_after_decoding(api.person_file(file), PersonFile)
    known = {bool(api.person_file(file).possible_matches) for hit in people.results if (file := demo.person(hit.id))}
    assert known == {True, False}


def test_corrections_and_what_they_apply_to(tmp_path: Path) -> None:
    with open_archive(make_archive(tmp_path), write=True) as archive:
        quotation = archive.quotes(Request(query=parse("outlet:Tarn kind:direct"))).results[0]
        archive.correct(
            Correction(
                action=Action.SPEAKER, article=quotation.article, quotation=quotation.id, name="Tarn Board", note="x"
            )
        )
        archive.undo(archive.correct(Correction(action=Action.RENAME, person="ines-calder", name="I. Calder")).id)
        made = api.corrections(archive.corrections())
        same_after_decoding(made, Corrections)
        assert [one["summary"] for one in in_json(made)["corrections"]][1] == "ines-calder is shown as “I. Calder”"
        stored = archive.article(quotation.article)
        assert stored is not None
        same_after_decoding(api.article_file(stored), ArticleFile)
        (applied,) = in_json(api.article_file(stored))["corrections"]
        assert quotation.speaker is not None
        assert applied["as_read"]["quotation"] == quotation.id
        assert applied["as_read"]["speaker"]["name"] == quotation.speaker.name


def test_a_checkup_lists_rejects_where_they_were_asked_for(archive: Archive) -> None:
    counts = archive.counts()
    found = Checkup(problems=("one",), mended=1, counts=counts, indexed_articles=35, indexed_quotations=36)
    assert in_json(api.checkup(found)) == {
        "problems": ["one"],
        "repaired": 1,
        "counts": {"articles": 36, "captures": 37, "quotations": 39, "rejected": 0},
        "indexed": {"articles": 35, "quotations": 36},
    }
    rejected = Rejected("a.warc", "offset 3", "empty")
    assert in_json(api.checkup(found, [rejected]))["rejects"] == [
        {"file": "a.warc", "record": "offset 3", "reason": "empty", "url": ""}
    ]
