"""Does a change leave every record and every answer as it was? Save what one checkout prints, then compare another's.

usage: python -m evals.unchanged save FOLDER [--python PYTHON] [--quick]
       python -m evals.unchanged compare OLD NEW [--renamed FILE]

`save` writes what the installed `onrecord` prints (or the one of PYTHON); `compare` lists the differences and exits
with 1 where there are any. Records are those of the demo newspaper and, with ../shared, those of sample.warc.gz, the
seed, dev.jsonl and cases/. Answers are the JSON of search, quotes and people on an archive made of all of them but
cases/, whose damaged files are rejected by other rules from version to version.
`--quick` leaves sample.warc.gz out (15 s in place of 50). `--renamed` is a JSON object from the dotted path of an old
key to its new name, and from the name of a file to the reason why it has more lines now; the default is
evals/renamed.json.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "data"
INPUTS = {
    "newspaper": (ROOT / "src/onrecord/newspaper",),
    "sample": (SHARED / "pages/sample.warc.gz", SHARED / "seed"),
    "utterances": (SHARED / "utterances/dev.jsonl",),
    "cases": (SHARED / "cases",),
}
ASKED = (
    ("search", ""),
    ("search", "said", "--size", "50"),
    ("search", '"last year" -trump', "--size", "50"),
    ("search", "published:2021-02", "--size", "50"),
    ("quotes", "", "--size", "200"),
    ("quotes", "kind:direct said:2000/2030", "--size", "100"),
    ("quotes", "police OR mayor", "--size", "100"),
    ("quotes", "about:2020", "--size", "100"),
    ("quotes", "act:thought", "--size", "50"),
    ("people", "", "--size", "200"),
)
RENAMED = Path(__file__).with_name("renamed.json")
CHECKOUT = re.compile(r'(?<=")/[^"]*/(?=(?:shared/data|src/onrecord/newspaper)/)')
"""What leads to the inputs in a path: two checkouts lie in two folders."""

SHOWN = 40
"""How many differences are printed of each file."""


def save(folder: Path, python: Path, *, quick: bool = False) -> None:
    """Write one file of records for each input that is there, and one of answers."""
    folder.mkdir(parents=True, exist_ok=True)
    there = {
        name: [path for path in paths if path.exists()]
        for name, paths in INPUTS.items()
        if not (quick and name == "sample")
    }
    for name, paths in there.items():
        if not paths:
            print(f"skipped {name}: {INPUTS[name][0]} is not here", file=sys.stderr)
            continue
        (folder / f"{name}.jsonl").write_bytes(_output(python, "read", *map(str, paths)))
    with tempfile.TemporaryDirectory() as made:
        archive = Path(made) / "archive.onrecord"
        added = [str(path) for name, paths in there.items() if name != "cases" for path in paths]
        _output(python, "add", *added, "-a", str(archive))
        answers = [_output(python, *words, "--json", "-a", str(archive)) for words in ASKED]
    (folder / "answers.jsonl").write_bytes(
        b"\n".join(json.dumps(json.loads(answer)).encode() for answer in answers) + b"\n"
    )


def compare(old: Path, new: Path, renamed: dict[str, str]) -> Iterator[str]:
    """Each difference between two folders: file, line, path of the value, old and new."""
    for before in sorted(old.glob("*.jsonl")):
        after = new / before.name
        if not after.exists():
            yield f"{before.name}: not in {new}"
            continue
        lines = [CHECKOUT.sub("", file.read_text("utf-8")).splitlines() for file in (before, after)]
        if len(lines[0]) > len(lines[1]) or (len(lines[0]) < len(lines[1]) and before.name not in renamed):
            yield f"{before.name}: {len(lines[0])} lines before, {len(lines[1])} now"
        for number, (was, now) in enumerate(zip(*lines, strict=False), start=1):
            if was != now:
                for difference in _differences(_renamed(json.loads(was), renamed), json.loads(now), ""):
                    yield f"{before.name}:{number}: {difference}"


def _output(python: Path, *words: str) -> bytes:
    """What `onrecord` prints; rejected inputs (exit code 1) are part of what is compared by their absence."""
    done = subprocess.run([python, "-m", "onrecord", *words], capture_output=True, check=False)
    if b"Traceback" in done.stderr:
        print(f"onrecord {' '.join(words)} ended with a traceback: its output is cut short", file=sys.stderr)
    if done.returncode not in {0, 1}:
        sys.exit(f"onrecord {' '.join(words)} ended with {done.returncode}:\n{done.stderr.decode()}")
    return done.stdout


def _renamed(value: Any, names: dict[str, str], path: str = "") -> Any:
    """`value` with the keys of `names` renamed; a path is keys joined by dots, lists left out."""
    if isinstance(value, list):
        return [_renamed(one, names, path) for one in value]
    if not isinstance(value, dict):
        return value
    paths = {key: f"{path}.{key}".lstrip(".") for key in value}
    return {
        names.get(paths[key], names.get(f"*.{key}", key)): _renamed(one, names, paths[key])
        for key, one in value.items()
    }


def _differences(old: Any, new: Any, path: str) -> Iterator[str]:
    if type(old) is not type(new):
        yield f"{path}: {old!r:.120} became {new!r:.120}"
    elif isinstance(old, dict):
        for key in {**old, **new}:
            if key not in old or key not in new:
                yield f"{path}.{key}: only {'before' if key in old else 'now'}"
            else:
                yield from _differences(old[key], new[key], f"{path}.{key}")
    elif isinstance(old, list):
        if len(old) != len(new):
            yield f"{path}: {len(old)} items before, {len(new)} now"
        for number, pair in enumerate(zip(old, new, strict=False)):
            yield from _differences(*pair, f"{path}[{number}]")
    elif old != new:
        yield f"{path}: {old!r:.120} became {new!r:.120}"


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    saving = commands.add_parser("save")
    saving.add_argument("folder", type=Path)
    saving.add_argument("--python", type=Path, default=Path(sys.executable))
    saving.add_argument("--quick", action="store_true")
    comparing = commands.add_parser("compare")
    comparing.add_argument("old", type=Path)
    comparing.add_argument("new", type=Path)
    comparing.add_argument("--renamed", type=Path, default=RENAMED)
    given = parser.parse_args()
    if given.command == "save":
        save(given.folder, given.python, quick=given.quick)
        return
    renamed = json.loads(given.renamed.read_text("utf-8")) if given.renamed.exists() else {}
    found = list(compare(given.old, given.new, renamed))
    for line in found[:SHOWN]:
        print(line)
    print(f"{len(found)} differences" if found else "no difference")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
