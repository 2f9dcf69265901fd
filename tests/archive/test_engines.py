"""An archive is opened by its address: a path, or a URL whose scheme names the engine."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.archive import Archive, engines, open_archive
from onrecord.model.errors import ArchiveError, NoArchive


def test_a_path_and_its_url_are_one_archive(tmp_path: Path) -> None:
    path = tmp_path / "an archive.onrecord"
    with open_archive(path.as_uri(), create=True, write=True) as archive:
        archive.commit()
    for address in (path, str(path), path.as_uri()):
        with open_archive(address) as archive:
            assert archive.counts().articles == 0


@pytest.mark.parametrize("address", [r"C:\news\archive", "C:/news/archive", "c://news", "a:b", "archive.onrecord"])
def test_what_has_no_scheme_is_a_path(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(NoArchive):
        open_archive(address)


def test_an_unknown_scheme_is_named_with_those_that_are_known() -> None:
    with pytest.raises(ArchiveError, match=r"opensearch://host/news: .* opensearch://; give .* or file://"):
        open_archive("opensearch://host/news", create=True)


def test_an_engine_opens_the_addresses_of_its_scheme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, bool, bool]] = []

    def memory(address: str, *, create: bool, write: bool) -> Archive:
        asked.append((address, create, write))
        return open_archive(tmp_path / "a.onrecord", create=True)

    monkeypatch.setitem(engines.ENGINES, "memory", memory)
    with open_archive("memory://news", write=True):
        assert asked == [("memory://news", False, True)]
