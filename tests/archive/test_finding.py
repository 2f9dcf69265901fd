"""What every archive finds: words, fields, dates by their own precision, and clauses that hold of one quotation."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from archive.conftest import KINDS, opener
from archive.made import Quoted, record
from onrecord.archive import Archive, Bucket, Level, Request, Sort, parse
from onrecord.model import Kind

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
    assert speaker.buckets == (Bucket(CALDER, 2), Bucket(ROE, 2))
    assert speaker.missing == 4
    assert kind.buckets == (Bucket("direct", 2), Bucket("indirect", 2), Bucket("mixed", 1))
    assert kind.missing == 3
    assert answer.facets["language"].buckets == (Bucket("en", 4), Bucket("en-GB", 1))
    quotes = paper.quotes(Request(query=parse(""), size=0))
    assert (quotes.total, quotes.results, quotes.next) == (5, (), None)
    assert quotes.facets["speaker"].buckets == (Bucket(CALDER, 2), Bucket(ROE, 2))
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
    assert {bucket.value: bucket.count for bucket in published.coarser} == coarser
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
