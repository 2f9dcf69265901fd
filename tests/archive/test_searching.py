"""Searching: words, fields, dates by their own precision, and clauses that must match one quotation."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from onrecord.archive import Archive, Bucket, Level, Request, Sort, parse
from onrecord.model import Act, Kind
from onrecord.model.errors import QueryError
from tests.archive.conftest import KINDS, opener
from tests.helpers.records import Quoted, record

CALDER, ROE = "Ines Calder", "Tom Roe"
INDIRECT = Kind.INDIRECT


@pytest.fixture(scope="module", params=KINDS)
def paper(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """Six articles: `wall` and `quay` by day, `tide` by month, `week` over a month's end, `year`, and `undated`."""
    with opener(request.param, tmp_path_factory.mktemp("paper"))(True) as archive:
        for made in (
            record(
                "wall",
                "Été at the sea wall. We’ve waited for the new sea wall.",
                Quoted("“The wall will open in May,”", CALDER, said="2021-02-20"),
                Quoted("The mayor would resign,", ROE, INDIRECT, said="2020-12"),
                title="Sea wall shut",
                published="2021-02-20",
                place="Port Linney",
            ),
            record(
                "quay",
                "The quay was sold twice.",
                Quoted("She would not resign,", CALDER, INDIRECT),
                Quoted("“Nobody asked us,”", ROE),
                outlet="The “Daily” Gull",
                host="www.gull.example",
                published="2021-02-03T09:30:00+01:00",
                language="en-GB",
            ),
            record(
                "tide",
                "High tide again.",
                Quoted("“High,”", "", Kind.MIXED),
                published="2020-12",
                captured="2021-03-01T00:00:00Z",
            ),
            record("week", "Low tide.", published="2020-W53", outlet="", language=""),
            record("year", "A new sea and an old wall.", published="2020"),
            record("undated", "No tide at all."),
        ):
            archive.add(made)
        archive.commit()
        yield archive


def articles(archive: Archive, query: str, sort: Sort = Sort.NEWEST) -> list[str]:
    return [hit.url.rpartition("/")[2] for hit in archive.search(Request(query=parse(query), sort=sort)).results]


ALL = ["wall", "quay", "week", "tide", "year", "undated"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ALL),
        ("wall", ["wall", "year"]),
        ("WALL", ["wall", "year"]),
        ("ete", ["wall"]),
        ("E\u0301TE\u0301", ["wall"]),
        ("we've", ["wall"]),
        ("“we’ve waited”", ["wall"]),
        ('"sea wall"', ["wall"]),
        ('"sea wall"~5', ["wall", "year"]),
        ('"wall sea"', []),
        ("walls", []),
        ("tide OR quay", ["quay", "week", "tide", "undated"]),
        ("tide -high", ["week", "undated"]),
        ("-tide -wall", ["quay"]),
        ("(sea OR low) -(title:shut OR new)", ["week"]),
        ("title:wall", ["wall"]),
        ('outlet:"Coast Courier"', ["wall", "tide", "year", "undated"]),
        ("outlet:gull", ["quay"]),
        ("outlet:gull.example", ["quay"]),
        ("outlet:example", []),
        ('outlet:(gull OR "coast courier") wall', ["wall", "year"]),
        ("language:en", ["wall", "quay", "tide", "year", "undated"]),
        ("language:EN-gb", ["quay"]),
        ("place:linney", ["wall"]),
        ("speaker:calder", ["wall", "quay"]),
        ('speaker:"ines calder"', ["wall", "quay"]),
        ('speaker:"calder tom"', []),
        ("kind:mixed", ["tide"]),
        ("speaker:roe kind:direct", ["quay"]),
        ("speaker:roe wall kind:indirect", ["wall"]),
        ("speaker:calder kind:direct said:2021", ["wall"]),
        ("speaker:roe said:2021", []),
        ("speaker:roe (kind:mixed OR kind:indirect)", ["wall"]),
        ("wall OR (speaker:roe kind:direct)", ["wall", "quay", "year"]),
        ("speaker:calder -(speaker:roe kind:direct)", ["wall"]),
        ("-kind:direct", ["week", "tide", "year", "undated"]),
        ("said:none", ["quay", "tide"]),
        ("said:2020-12", ["wall"]),
        ("said:2020-12-05", []),
        ("published:2020", ["tide", "year"]),
        ("published:2020-12", ["tide"]),
        ("published:2020-12-05", []),
        ("published:2020-12/2021-01", ["week", "tide"]),
        ("published:2021-02", ["wall", "quay"]),
        ("published:2021-02-03", ["quay"]),
        ("published:2021-02-04/..", ["wall"]),
        ("published:../2020", ["tide", "year"]),
        ("published:none", ["undated"]),
        ("-published:none", ["wall", "quay", "week", "tide", "year"]),
        ("captured:2021-03", ["tide"]),
        ("modified:none published:2020", ["tide", "year"]),
    ],
)
def test_articles_that_match(paper: Archive, query: str, found: list[str]) -> None:
    assert articles(paper, query) == found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["“The wal", "The mayo", "She woul", "“Nobody ", "“High,”"]),
        ("wall", ["“The wal"]),
        ("resign", ["The mayo", "She woul"]),
        ("calder", ["“The wal", "She woul"]),
        ("resign calder", ["She woul"]),
        ('"would not resign"', ["She woul"]),
        ("speaker:roe -kind:direct", ["The mayo"]),
        ("outlet:gull kind:direct", ["“Nobody "]),
        ("title:shut said:none", []),
        ("said:2021 OR kind:mixed", ["“The wal", "“High,”"]),
        ("published:none", []),
        ("language:en-gb place:linney", []),
    ],
)
def test_quotations_that_match(paper: Archive, query: str, found: list[str]) -> None:
    hits = paper.quotes(Request(query=parse(query))).results
    assert [hit.content[0][:8] for hit in hits] == found


def test_a_quotation_comes_with_its_article(paper: Archive) -> None:
    (hit,) = paper.quotes(Request(query=parse("speaker:calder wall"))).results
    assert (hit.outlet, hit.title, hit.url) == ("Coast Courier", "Sea wall shut", "https://courier.example/wall")
    assert hit.published is not None
    assert hit.published.value == "2021-02-20"
    assert (hit.source, hit.cue, hit.kind) == ((CALDER,), ("said",), Kind.DIRECT)
    assert hit.speaker is not None
    assert hit.speaker.name == CALDER
    assert hit.said is not None
    assert hit.said.value == "2021-02-20"
    stored = paper.article(hit.article)
    assert stored is not None
    assert stored.record.quotations[0].id == hit.id


def test_oldest_first_puts_vague_dates_by_their_end_and_the_undated_last(paper: Archive) -> None:
    assert articles(paper, "", Sort.OLDEST) == ["tide", "year", "week", "quay", "wall", "undated"]


def test_by_relevance_a_word_in_the_title_comes_first(paper: Archive) -> None:
    assert articles(paper, "wall", Sort.RELEVANCE) == ["wall", "year"]
    assert articles(paper, "", Sort.RELEVANCE) == ALL


def test_facets_count_all_results(paper: Archive) -> None:
    answer = paper.search(Request(query=parse(""), size=1))
    assert (answer.total, len(answer.results)) == (6, 1)
    outlet, speaker, kind = (answer.facets[name] for name in ("outlet", "speaker", "kind"))
    assert outlet.buckets == (Bucket("Coast Courier", 4), Bucket("The “Daily” Gull", 1))
    assert (outlet.missing, outlet.more) == (1, 0)
    assert speaker.buckets == (Bucket("ines-calder", 2, CALDER), Bucket("tom-roe", 2, ROE))
    assert speaker.missing == 4
    assert kind.buckets == (Bucket("direct", 2), Bucket("indirect", 2), Bucket("mixed", 1))
    assert kind.missing == 3
    assert answer.facets["language"].buckets == (Bucket("en", 4), Bucket("en-GB", 1))
    quotes = paper.quotes(Request(query=parse(""), size=0))
    assert (quotes.total, quotes.results, quotes.next) == (5, (), None)
    assert quotes.facets["speaker"].buckets == (Bucket("ines-calder", 2, CALDER), Bucket("tom-roe", 2, ROE))
    assert quotes.facets["speaker"].missing == 1


def test_facets_can_be_left_out(paper: Archive) -> None:
    assert paper.search(Request(query=parse("wall"), facets=False)).facets == {}


@pytest.mark.parametrize(
    ("level", "buckets", "coarser"),
    [
        (Level.YEAR, {"2020": 2, "2021": 2}, {"2020-W53": 1}),
        (Level.MONTH, {"2020-12": 1, "2021-02": 2}, {"2020": 1, "2020-W53": 1}),
        (Level.DAY, {"2021-02-03": 1, "2021-02-20": 1}, {"2020": 1, "2020-12": 1, "2020-W53": 1}),
    ],
)
def test_vague_dates_stand_in_no_step_that_they_do_not_state(
    paper: Archive, level: Level, buckets: dict[str, int], coarser: dict[str, int]
) -> None:
    answer = paper.search(Request(query=parse(""), level=level))
    published = answer.facets["published"]
    assert {bucket.value: bucket.count for bucket in published.buckets} == buckets
    assert [bucket.value for bucket in published.buckets] == sorted(buckets)
    assert {bucket.value: bucket.count for bucket in published.imprecise} == coarser
    assert published.missing == 1
    assert answer.level is level


@pytest.mark.parametrize(
    ("query", "level"),
    [
        ("", Level.YEAR),
        ("published:2020/2021", Level.YEAR),
        ("published:2021", Level.MONTH),
        ("published:2021-02/2021-03", Level.MONTH),
        ("published:2021-02", Level.DAY),
        ("published:2021-02-20", Level.DAY),
        ("published:2021 published:../2021-01", Level.DAY),
        ("wall OR published:2021", Level.YEAR),
        ("published:none", Level.YEAR),
        ("published:2020 published:2021", Level.YEAR),
    ],
)
def test_the_query_decides_the_step_of_the_dates(paper: Archive, query: str, level: Level) -> None:
    assert paper.search(Request(query=parse(query))).level is level


def test_a_facet_of_many_values_lists_the_most_frequent_and_counts_the_rest(archive: Archive) -> None:
    for index in range(120):
        archive.add(record(f"a{index}", outlet=f"Outlet {index:03}"))
    archive.add(record("more", outlet="Outlet 119"))
    archive.commit()
    outlet = archive.search(Request(query=parse(""))).facets["outlet"]
    assert outlet.buckets[:2] == (Bucket("Outlet 119", 2), Bucket("Outlet 000", 1))
    assert len(outlet.buckets) + outlet.more == 120


def test_excluding_is_the_rest(paper: Archive) -> None:
    for query in ("wall", "kind:direct", "speaker:roe kind:direct", "published:2020", "said:none", "outlet:gull"):
        assert sorted(articles(paper, query) + articles(paper, f"-({query})")) == sorted(ALL)


ACTS = (
    Quoted("“Mend the wall,”", "Ines Calder"),
    Quoted("the wall would hold", "Ines Calder", Kind.INDIRECT, act=Act.THOUGHT),
    Quoted("the wall was sound", "Tom Roe", Kind.INDIRECT, act=Act.UNCLEAR),
)


@pytest.mark.parametrize(
    ("query", "first_words"),
    [
        ("", ["“Mend"]),
        ("speaker:calder", ["“Mend"]),
        ("act:said", ["“Mend"]),
        ("act:thought", ["the wall would"]),
        ("act:any", ["“Mend", "the wall would", "the wall was"]),
        ("-act:thought", ["“Mend", "the wall was"]),
        ("speaker:roe", []),
        ("speaker:roe (act:unclear OR act:thought)", ["the wall was"]),
    ],
)
def test_quotations_are_those_that_were_said_unless_acts_are_named(
    archive: Archive, query: str, first_words: list[str]
) -> None:
    archive.add(record("wall", "The board met.", *ACTS))
    archive.commit()
    answer = archive.quotes(Request(query=parse(query)))
    assert answer.total == len(first_words)
    for hit, words in zip(answer.results, first_words, strict=True):
        assert hit.content[0].startswith(words)


def test_acts_are_counted_whatever_is_shown(archive: Archive) -> None:
    archive.add(record("wall", "The board met.", *ACTS))
    archive.commit()
    for query, said in (("", 1), ("act:said", 1)):
        facets = archive.quotes(Request(query=parse(query))).facets
        counted = {bucket.value: bucket.count for bucket in facets["act"].buckets}
        assert counted == ({"said": 1, "thought": 1, "unclear": 1} if not query else {"said": 1})
        assert sum(bucket.count for bucket in facets["kind"].buckets) == said
    (article,) = archive.search(Request(query=parse("speaker:roe"))).results
    assert article.quotations == 3


def test_an_act_that_is_none_is_told() -> None:
    with pytest.raises(QueryError, match="there is no act “shouted”; write said, thought, unclear, any"):
        parse("act:shouted")


SURE = (
    Quoted("“Mend the wall,”", "Ines Calder", certainty=0.97),
    Quoted("“Leave the wall,”", "Tom Roe", certainty=0.9),
    Quoted("the wall was sound", "Tom Roe", Kind.INDIRECT, certainty=0.42),
)


@pytest.mark.parametrize(
    ("query", "total"),
    [
        ("certainty:0", 3),
        ("certainty:0.4", 3),
        ("certainty:0.43", 2),
        ("certainty:.9", 2),
        ("certainty:0.91", 1),
        ("certainty:1", 0),
        ("-certainty:0.5", 1),
        ("certainty:0.5 speaker:roe", 1),
    ],
)
def test_quotations_that_are_certain_enough_are_found(archive: Archive, query: str, total: int) -> None:
    archive.add(record("wall", "The board met.", *SURE))
    archive.commit()
    assert archive.quotes(Request(query=parse(query))).total == total
    assert archive.search(Request(query=parse(query))).total == (total > 0 and not query.startswith("-"))


@pytest.mark.parametrize("value", ["high", "1.2", "-0.5", "90"])
def test_a_certainty_that_is_none_is_told(value: str) -> None:
    with pytest.raises(QueryError, match="write a number from 0 to 1"):
        parse(f"certainty:{value}")
