"""A ratchet for quality: measures every figure and compares it with its floor in floors.json; floors only rise.

usage: python -m evals.gate [--raise]

Exits 1 if a figure is below its floor, or if a floor is lower than it ever was in git's history: a worse model is no
reason for a lower floor. `--raise` raises floors to half a point below the measured figure. The figures of PolNeAR's
development articles need ../shared; without it the script reports that they were skipped.
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
"""Points between a figure and its floor, for floating-point differences between processors."""

Figures = dict[str, float]


def measured() -> Figures:
    """Return every figure that can be measured here, by its name in floors.json."""
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
    """Return a line for every figure below its floor."""
    return [
        f"{name}: {found[name]} is below its floor {floor}"
        for name, floor in floors.items()
        if found.get(name, floor) < floor
    ]


def lowered(floors: Figures, earlier: list[Figures]) -> list[str]:
    """Return a line for every floor that was lowered or removed."""
    best: Figures = {}
    for old in earlier:
        for name, floor in old.items():
            best[name] = max(floor, best.get(name, floor))
    return [f"{name}: its floor was {floor} once" for name, floor in best.items() if floors.get(name, -1.0) < floor]


def raised(found: Figures, floors: Figures) -> Figures:
    """Return the floors, each raised to just below the measured figure."""
    higher = {name: math.floor(2 * (value - ROOM)) / 2 for name, value in found.items()}
    return {name: max(higher.get(name, 0.0), floors.get(name, 0.0)) for name in {**floors, **higher}}


def history(file: Path) -> list[Figures] | None:
    """Return all floors that were ever committed; None without a git history."""

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
