"""Copies join one story: shortened, with other headlines, in other outlets, in whatever order they are added."""

# ruff: noqa: E501 (sentences read best as they are)
from __future__ import annotations

import random
from pathlib import Path

import pytest

from onrecord.archive import Archive, Request, Sort, open_archive, parse
from onrecord.archive.fingerprints import are_copies, expected_size, fingerprint, overlap, shingles
from tests.helpers.records import record

NOUNS = ["harbour", "slip", "ferry", "board", "crew", "storm", "county", "engine", "bridge", "tide", "letter", "vote"]
VERBS = ["holds", "opens", "doubts", "repairs", "counts", "crosses", "leaves", "names", "funds", "stops"]


def text(seed: int, *, sentences: int = 40) -> str:
    """An article of invented sentences, ten to a paragraph, its own for each seed."""
    pick = random.Random(seed)
    made = [
        f"The {pick.choice(NOUNS)} {pick.choice(VERBS)} the {pick.choice(NOUNS)} of {pick.randrange(1000)} {pick.choice(NOUNS)}s."
        for _ in range(sentences)
    ]
    return "\n\n".join(" ".join(made[at : at + 10]) for at in range(0, sentences, 10))


def share(one: str, other: str) -> float:
    return overlap(shingles(one), shingles(other))


def test_the_fingerprint_of_an_excerpt_is_part_of_that_of_the_whole() -> None:
    whole = text(1, sentences=200)
    cut = whole[: len(whole) // 3].rsplit(" ", 1)[0]
    assert len(fingerprint(cut)) > 5
    assert set(fingerprint(cut)) <= set(fingerprint(whole))


def test_what_makes_no_difference_to_a_copy() -> None:
    whole = text(1)
    same = whole.upper().replace(" ", "  ").replace(".", " —").replace("The", "“The")
    assert fingerprint(whole) == fingerprint(same)
    assert share(whole, same) == 1.0


def test_overlap_is_the_share_of_the_shorter_text() -> None:
    assert share(text(1), text(2)) < 0.1
    assert share(text(1), text(1)[:300]) > 0.9
    assert share("", text(1)) == share("Two words", "Two words") == 0.0


def test_scripts_without_spaces_have_fingerprints_too() -> None:
    japanese = (
        "港の渡船場は冬の嵐のあと閉鎖されていたが、町議会は火曜日に再開を決めた。議長は毎日海を渡る人々のためだと述べた。"
        * 3
    )
    assert share(japanese, japanese[:60]) > 0.9
    assert fingerprint(japanese)


def test_fingerprints_alone_decide_clear_cases() -> None:
    assert are_copies(100, 100, ours=100, theirs=None) is True
    assert are_copies(19, 19, ours=20, theirs=400.0) is True
    assert are_copies(18, 18, ours=20, theirs=400.0) is None
    assert are_copies(2, 2, ours=60, theirs=80.0) is False
    assert are_copies(2, 60, ours=60, theirs=80.0) is None  # too many of the hashes are frequent
    assert are_copies(3, 3, ours=80, theirs=5.0) is None  # too few to tell
    assert are_copies(29, 29, ours=80, theirs=30.0) is True
    assert are_copies(2, 2, ours=60, theirs=None) is None  # nothing tells how long theirs is


def test_the_size_of_a_fingerprint_follows_from_the_length_of_its_text() -> None:
    whole = text(1, sentences=300)
    half = whole[: len(whole) // 2]
    assert expected_size(shingles(whole), 0.5) == pytest.approx(len(fingerprint(half)), rel=0.3)
    assert expected_size(shingles(text(1, sentences=900)), 0.5) is None  # longer than what the fingerprint covers


@pytest.mark.parametrize("first", ["whole", "cut"])
def test_long_copies_are_found_by_a_part_of_their_hashes(archive: Archive, first: str) -> None:
    whole = text(3, sentences=600)
    made = {"whole": whole, "cut": "\n\n".join(whole.split("\n\n")[20:40])}
    for name in (first, *({*made} - {first})):
        archive.add(record(name, made[name], outlet=name))
    archive.commit()
    assert sorted(copies(archive, "whole")) == ["cut", "whole"]


def test_a_second_half_is_joined_behind_many_copies_of_the_first(archive: Archive) -> None:
    """What is in a story already is not compared again, so that the likeliest others still are."""
    whole = text(7, sentences=60).split("\n\n")
    for number in range(8):
        archive.add(record(f"head{number}", "\n\n".join(whole[:3]), outlet=f"Head {number}"))
    archive.add(record("tail", "\n\n".join(whole[3:]), outlet="Tail"))
    archive.add(record("whole", "\n\n".join(whole), outlet="Whole"))
    archive.commit()
    assert len(copies(archive, "tail")) == 10


def copies(archive: Archive, name: str) -> list[str]:
    """The outlets of the story that an article is in."""
    hits = archive.search(Request(query=parse(""), size=100)).results
    stored = archive.article(next(hit.id for hit in hits if hit.url.endswith(f"/{name}")))
    assert stored is not None
    return [copy.outlet for copy in stored.copies]


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 2, 1, 0), (1, 2, 0, 3)])
def test_copies_are_one_story_earliest_first_whatever_comes_first(archive: Archive, order: tuple[int, ...]) -> None:
    whole = text(7, sentences=60)
    parts = whole.split("\n\n")
    made = [
        record("wire", whole, outlet="Wire", title="Slip opens", published="2022-03-08"),
        record("head", "\n\n".join(parts[:2]), outlet="Gull", title="Ferry news", published="2022-03-09"),
        record("tail", "\n\n".join(parts[3:5]), outlet="Tarn", title="In brief"),
        record("other", text(8), outlet="Other", published="2022-03-08"),
    ]
    for number in order:
        archive.add(made[number])
    archive.commit()
    for name in ("wire", "head", "tail"):
        assert copies(archive, name) == ["Wire", "Gull", "Tarn"]
    assert copies(archive, "other") == []
    hits = archive.search(Request(query=parse(""), sort=Sort.NEWEST)).results
    assert {hit.url.rpartition("/")[2]: hit.copies for hit in hits} == {"wire": 3, "head": 3, "tail": 3, "other": 1}


def test_shared_boilerplate_makes_no_copies(archive: Archive) -> None:
    tail = " Subscribe to our letter, every weekday, and never miss a tide table or a change of the harbour dues again."
    for number in range(4):
        archive.add(record(str(number), text(20 + number) + tail))
    archive.commit()
    assert all(hit.copies == 1 for hit in archive.search(Request(query=parse(""))).results)


def test_a_short_notice_is_in_no_story_but_its_own(archive: Archive) -> None:
    for name in ("a", "b"):
        archive.add(record(name, "Slip shut."))
    archive.commit()
    assert all(hit.copies == 1 for hit in archive.search(Request(query=parse(""))).results)


def test_a_new_capture_stays_in_its_story(tmp_path: Path) -> None:
    with open_archive(tmp_path / "a", create=True, write=True) as archive:
        archive.add(record("a", text(1), outlet="A"))
        archive.add(record("b", text(1), outlet="B"))
        archive.add(record("a", text(2), outlet="A", captured="2022-03-10T00:00:00Z", digest="sha256:02"))
        archive.commit()
        assert sorted(copies(archive, "a")) == ["A", "B"]
