"""Captures and corrections have ids that other archives know them by, and that no row number shows."""

from __future__ import annotations

from pathlib import Path

from onrecord.archive import Action, Archive, Correction, open_archive
from onrecord.archive.public_ids import PATTERN
from tests.archive.conftest import Open
from tests.helpers.records import Quoted, record

NEWER = record("wall", "The wall fell.", Quoted("“It fell,”", "Orla Gill"), captured="2021-02-02")
OLDER = record("wall", "The wall stood.", Quoted("“It stands,”", "Orla Gill"), captured="2021-02-01")
RENAME = Correction(action=Action.RENAME, person="orla-gill", name="O. Gill", made="2021-03-01T08:00:00+00:00")


def ids(archive: Archive) -> list[str]:
    """The ids of the article's captures, newest first, and of the corrections."""
    stored = archive.article(NEWER.article.id)
    assert stored is not None
    return [*(capture.id for capture in stored.captures), *(one.id for one in archive.corrections())]


def filled(path: Path) -> Path:
    with open_archive(path, create=True, write=True) as archive:
        archive.add(NEWER)
        archive.add(OLDER)
        archive.correct(RENAME)
        archive.correct(RENAME)
    return path


def test_two_archives_give_a_capture_one_id_in_whatever_order_they_got_it(opened: Open, tmp_path: Path) -> None:
    with opened(True) as archive:
        archive.add(OLDER)
        archive.add(NEWER)
        archive.commit()
        here = ids(archive)
    with open_archive(filled(tmp_path / "other.onrecord")) as other:
        assert ids(other)[:2] == here
    assert len(set(here)) == 2
    assert all(PATTERN.fullmatch(id) for id in here)


def test_a_correction_keeps_its_id_in_another_archive(opened: Open, tmp_path: Path) -> None:
    with open_archive(filled(tmp_path / "other.onrecord")) as other:
        first, second = other.corrections()
    assert first.id != second.id, "one made twice in a second is two"
    with opened(True) as archive:
        archive.add(NEWER)
        assert archive.correct(second) == second
        assert archive.correct(second).id not in {first.id, second.id}, "its id is taken here"
