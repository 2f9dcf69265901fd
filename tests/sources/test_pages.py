"""Files and folders of every kind together: what comes in, in which order, and one clear line for the rest."""

from __future__ import annotations

import ctypes
import gzip
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
import zstandard

from onrecord.model import Evidence, Page, Rejected
from onrecord.model.errors import InputError
from onrecord.sources import Items, Limits, pages, reread, size
from tests.helpers.pages import html, response, warc_gz

ZSTD = zstandard.ZstdCompressor().compress


def refused(path: Path, limits: Limits | None = None) -> str:
    """The one reject that a path gives: its reason, a single line."""
    (item,) = pages([path], limits or Limits())
    assert isinstance(item, Rejected)
    assert item.file == str(path)
    assert "\n" not in item.reason
    return item.reason


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a file of each kind, some deeper, some hidden."""
    (tmp_path / "b/deep").mkdir(parents=True)
    (tmp_path / ".git").mkdir()
    (tmp_path / "saved_files").mkdir()
    for name, content in {
        "a.warc.gz": warc_gz(response("https://tarnpost.example/w", html())),
        "b/deep/page.htm": html(),
        "b/lines.jsonl": b'{"text": "One."}\n{"text": "Two."}\n',
        "c.txt": b"Three.",
        "saved.html": html(),
        "saved_files/frame.html": html(),
        ".hidden.html": html(),
        ".git/page.html": html(),
        "photo.png": b"\x89PNG\r\n\x1a\n" + bytes(100),
    }.items():
        (tmp_path / name).write_bytes(content)
    return tmp_path


def test_a_folder_gives_every_file_by_its_kind_in_order(folder: Path) -> None:
    reading = Items([folder])
    found = list(reading)
    files = [Path(item.file if isinstance(item, Rejected) else item.evidence.file) for item in found]
    names = ["a.warc.gz", "b/deep/page.htm", "b/lines.jsonl", "b/lines.jsonl", "c.txt", "photo.png", "saved.html"]
    assert [str(file.relative_to(folder)) for file in files] == names
    assert [item.reason for item in found if isinstance(item, Rejected)] == ["it is a PNG image, not a page"]
    assert reading.skipped == {"hidden file or folder": 2, "folder of a saved page's resources": 1}
    assert reading.consumed == size([folder])
    assert list(reading) == found, "a Reading can be read again"


def test_what_is_consumed_grows_to_the_size(folder: Path) -> None:
    reading = Items([folder])
    consumed = [reading.consumed for _ in reading]
    assert consumed == sorted(consumed)
    assert 0 < consumed[0] < consumed[-1] <= size([folder])


def test_every_page_of_a_folder_can_be_reread(folder: Path) -> None:
    for page in pages([folder]):
        if isinstance(page, Page):
            assert reread(page.evidence) == (page.html if page.html is not None else (page.text or "").encode())


def test_a_relative_path_gives_absolute_evidence(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    (page,) = pages([Path("c.txt")])
    assert isinstance(page, Page)
    assert page.evidence.file == str(folder / "c.txt")


def test_links_that_go_round_are_followed_once(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/page.html").write_bytes(html())
    (tmp_path / "a/up").symlink_to(tmp_path)
    (tmp_path / "nowhere.html").symlink_to(tmp_path / "gone.html")
    (tmp_path / "self").symlink_to(tmp_path / "self")
    reading = Items([tmp_path])
    found = list(reading)
    assert len([item for item in found if isinstance(item, Page)]) == 1
    assert reading.skipped == {"link to a folder that it lies in": 1}
    reasons = {Path(item.file).name: item.reason for item in found if isinstance(item, Rejected)}
    assert reasons == {
        "nowhere.html": "it is a link to nowhere",
        "self": "it cannot be read (Too many levels of symbolic links)",
    }


def test_a_missing_input_is_refused_and_the_others_come_in(folder: Path) -> None:
    found = list(pages([folder / "nowhere", folder / "c.txt"]))
    assert found[0] == Rejected(str(folder / "nowhere"), "", "there is no such file or folder")
    assert isinstance(found[1], Page)
    assert size([folder / "nowhere", folder / "c.txt"]) == 6


def without_root_powers() -> None:
    """Root reads any folder: give up CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH by PR_CAPBSET_DROP (capabilities(7))."""
    if os.geteuid() == 0:
        for capability in (1, 2):
            assert ctypes.CDLL(None).prctl(24, capability, 0, 0, 0) == 0


@pytest.mark.skipif(sys.platform != "linux", reason="gives up powers by a call that only Linux has")
def test_a_folder_and_a_file_without_permission(folder: Path) -> None:
    (folder / "b").chmod(0)
    (folder / "c.txt").chmod(0)
    program = "import sys, pathlib, onrecord.sources as s\nprint(*s.pages(map(pathlib.Path, sys.argv[1:])), sep='\\n')"
    paths = [str(folder / "b"), str(folder / "c.txt")]
    done = subprocess.run(
        [sys.executable, "-c", program, *paths],
        capture_output=True,
        text=True,
        check=True,
        preexec_fn=without_root_powers,
    )
    (folder / "b").chmod(0o755)
    assert done.stdout.splitlines() == [f"{path}: it cannot be read (Permission denied)" for path in paths]


def test_a_file_that_goes_away_while_its_folder_is_read(folder: Path) -> None:
    reading = iter(Items([folder]))
    next(reading)
    (folder / "c.txt").unlink()
    reasons = [item.reason for item in reading if isinstance(item, Rejected)]
    assert "there is no such file or folder" in reasons


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.html")
    assert refused(tmp_path / "pipe.html") == "it is neither a file nor a folder"
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "s"))
        assert refused(tmp_path / "s") == "it is neither a file nor a folder"


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.html", b"", "it is empty"),
        ("a.warc.gz", b"", "it is empty"),
        ("a.txt", b" \n\n", "it is empty"),
        ("a.jsonl.gz", gzip.compress(b"", mtime=0), "it is empty"),
        ("a.html", b"\x89PNG\r\n\x1a\n", "it is a PNG image, not a page"),
        ("a.txt", b"\x7fELF\x02\x01", "it is a program, not a page"),
        ("a.html", b"%PDF-1.7", "it is a PDF, and only pages and texts are read: convert it to text first"),
        (
            "a.zip",
            b"PK\x03\x04",
            "it is a zip archive and no .wacz: unpack it and give the files in it",
        ),
        ("a.warc.zst", b"\x28\xb5\x2f\xfd", "the file ends in the middle of a record: fetch it again to have the rest"),
        ("a.zst", b"\x28\xb5\x2f\xfd\xff", "its zstd data is damaged from the start: fetch it again"),
        ("a.gz.zst", ZSTD(gzip.compress(b"x", mtime=0)), "it is gzip within zstd: unpack it once with zstd -d first"),
        ("a.zst.zst", ZSTD(ZSTD(b"x")), "it is zstd within zstd: unpack it once with zstd -d first"),
        ("a.jsonl.zst", ZSTD(b""), "it is empty"),
        (
            "a.gz.gz",
            gzip.compress(gzip.compress(b"x", mtime=0), mtime=0),
            "it is gzip within gzip: unpack it once with gunzip first",
        ),
        ("a.txt", bytes(range(256)), "it is binary data of no kind that is read"),
        ("a.html", bytes(100), "it is binary data of no kind that is read"),
        ("style.css", b"body { color: red }", "neither its first bytes nor its name say what it is"),
        ("a.gz", b"\x1f\x8b\x08\x00", "its gzip data is damaged from the start: fetch it again"),
        ("a.warc.gz", b"\x1f\x8b\x08\x00", "the file ends in the middle of a record: fetch it again to have the rest"),
        ("a.warc", b"hello\nworld\n", "no WARC record begins here: fetch the file again; no record was found after it"),
    ],
)
def test_a_file_that_cannot_be_read_has_one_clear_line(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert refused(path).startswith(reason)


def test_a_zstd_bomb_is_refused_at_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "bomb.html.zst"
    path.write_bytes(ZSTD(bytes(30_000_000)))
    assert refused(path) == "it unpacks to more than 20 MB of nothing that is read, as a zstd bomb does: leave it out"


@pytest.mark.parametrize("name", ["bomb.html.gz", "bomb.txt.gz", "bomb.gz"])
@pytest.mark.parametrize("lead", [b"", b"<html>", b"words\n"])
def test_a_gzip_bomb_is_refused_at_the_limit(tmp_path: Path, name: str, lead: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(gzip.compress(lead + bytes(30_000_000)))
    assert refused(path) == "it unpacks to more than 20 MB of nothing that is read, as a gzip bomb does: leave it out"


def test_a_gzip_bomb_of_words_is_refused_at_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "bomb.html.gz"
    path.write_bytes(gzip.compress(b"<html>" + b"word " * 6_000_000))
    assert refused(path) == "the page is larger than 20 MB, the most that is read of one page"


def test_a_gzip_bomb_called_a_web_archive(tmp_path: Path) -> None:
    path = tmp_path / "bomb.warc.gz"
    path.write_bytes(gzip.compress(bytes(3_000_000)))
    reason = "no WARC record begins here: fetch the file again; no record was found after it"
    assert refused(path, Limits(line=1_000_000)) == reason


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.html", response("https://tarnpost.example/w", html())), ("a.txt", html()), ("a.txt", b'{"text": "One."}\n')],
)
def test_the_first_bytes_count_more_than_the_name(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    (page,) = pages([path])
    assert isinstance(page, Page)
    assert page.html == html() or page.text == "One."


def test_a_text_that_speaks_of_html_or_json_is_a_text(tmp_path: Path) -> None:
    for content in ("A page begins with <html> and ends.\n", "{curly} said the teacher.\n"):
        path = tmp_path / "a.txt"
        path.write_text(content)
        (page,) = pages([path])
        assert isinstance(page, Page)
        assert page.text == content.strip()


def test_rereading_what_is_gone_or_changed(folder: Path) -> None:
    page = next(item for item in pages([folder / "c.txt"]) if isinstance(item, Page))
    (folder / "c.txt").write_text("Four.")
    with pytest.raises(InputError, match="the file changed"):
        reread(page.evidence)
    (folder / "c.txt").write_bytes(b"\x89PNG")
    with pytest.raises(InputError, match="PNG image"):
        reread(page.evidence)
    with pytest.raises(InputError, match="No such file"):
        reread(Evidence(str(folder / "gone"), 0, "sha256:0"))
