"""Is every figure still as good as it was? Measures, and compares with the floors in floors.json, which only rise.

usage: python -m evals.gate [--raise]

Exits 1 where a figure is below its floor, or where a floor is lower than it once was in git's history: a worse reader
is no reason for a lower floor. `--raise` writes floors half a point under what was measured, where that is more. The
figures of PolNeAR's dev articles need ../shared and are said to be skipped without it.
"""

from __future__ import annotations

import argparse
import json
import math
import subprocess
import sys
from pathlib import Path

from evals import attributions, forms, newspaper, people, said

FLOORS = Path(__file__).with_name("floors.json")
KINDS = ("all", "direct", "mixed", "indirect")
ROOM = 0.5
"""Points between a figure and its floor: what floating point may move on another processor."""

Figures = dict[str, float]


def measured() -> Figures:
    """Every figure that can be measured here, by its name in floors.json."""
    found = {"forms all F1": forms.f1(forms.measure()["all"])}
    found |= {f"newspaper {kind} F1": row["F1"] for kind, row in newspaper.measure().items()}
    scored = attributions.score()
    for kind in KINDS if scored else ():
        found[f"dev {kind} F1"] = scored[kind]["content+mention"][0]
        found[f"dev {kind} speaker F1"] = scored[kind]["content+speaker"][0]
    found["newspaper people F1"] = people.measured(*people.demo("fast", None))["people, found"]["F1"]
    if dev := people.polnear("dev", "fast", None):
        found["dev people F1"] = people.measured(dev, people.dev_gold())["people, found"]["F1"]
    if days := said.compare():
        found["dev said F1"] = said.figures(days).f1
    return found


def below(found: Figures, floors: Figures) -> list[str]:
    """What fell under its floor, in words."""
    return [
        f"{name}: {found[name]} is below its floor {floor}"
        for name, floor in floors.items()
        if found.get(name, floor) < floor
    ]


def lowered(floors: Figures, earlier: list[Figures]) -> list[str]:
    """Which floors are lower than they once were, or are gone, in words."""
    best: Figures = {}
    for old in earlier:
        for name, floor in old.items():
            best[name] = max(floor, best.get(name, floor))
    return [f"{name}: its floor was {floor} once" for name, floor in best.items() if floors.get(name, -1.0) < floor]


def raised(found: Figures, floors: Figures) -> Figures:
    """The floors, each risen to just under what was measured."""
    higher = {name: math.floor(2 * (value - ROOM)) / 2 for name, value in found.items()}
    return {name: max(higher.get(name, 0.0), floors.get(name, 0.0)) for name in {**floors, **higher}}


def history(file: Path) -> list[Figures] | None:
    """All floors that were ever committed; None where there is no git to ask."""

    def git(*arguments: str) -> str:
        command = ["git", "-C", str(file.parent), *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout

    try:
        commits = git("log", "--format=%H", "--", file.name).split()
        return [json.loads(git("show", f"{commit}:./{file.name}")) for commit in commits]
    except (OSError, subprocess.CalledProcessError):
        return None


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--raise", dest="rise", action="store_true", help="write higher floors where figures allow")
    options = parser.parse_args()
    floors: Figures = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    found = measured()
    earlier = history(FLOORS)
    problems = below(found, floors) + lowered(floors, earlier or [])
    for name in {**floors, **found}:
        print(f"{name:24} {found.get(name, 'skipped'):>8}   floor {floors.get(name, 'none')}")
    if earlier is None:
        print("skipped: no git history here, so nobody knows whether a floor was lowered")
    if options.rise and not problems:
        FLOORS.write_text(json.dumps(raised(found, floors), indent=1) + "\n", "utf-8")
    print(*problems, sep="\n", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
