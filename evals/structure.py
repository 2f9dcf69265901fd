"""The structure of the source tree in figures: files, functions, importers, repeated names, and layers of the rooms.

usage: python -m evals.structure [--source FOLDER] [--list]

For each stage: its modules, their median and longest length in lines, and base names that occur more than once. For
the packages in ROOMS: their direct children (sub-packages and modules), the imports between these children, and the
depth (the longest chain of imports, cycles counted as one). `--list` names the modules with one importer, the longest
files and functions. Nothing is imported: the figures come from the syntax trees.
"""

from __future__ import annotations

import argparse
import ast
from collections import Counter, defaultdict
from pathlib import Path
from statistics import median, quantiles

SOURCE = Path(__file__).resolve().parents[1] / "src"
PACKAGE = "onrecord"
ROOMS = ("onrecord.annotate", "onrecord.archive", "onrecord.archive.embedded", "onrecord.web")
Graph = dict[str, set[str]]


def modules(source: Path) -> dict[str, Path]:
    """Return the modules of the package by their dotted names."""
    found = {}
    for path in sorted((source / PACKAGE).rglob("*.py")):
        parts = path.relative_to(source).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imports(path: Path, known: set[str]) -> set[str]:
    """Return the modules of this package that a file imports."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names if name.name in known}
        elif isinstance(node, ast.ImportFrom) and node.module:
            for name in node.names:
                full = f"{node.module}.{name.name}"
                found |= {full} if full in known else {node.module} & known
    return found


def functions(paths: dict[str, Path]) -> list[tuple[int, str]]:
    """Return the length in lines of every function, with its name, longest first."""
    lengths = []
    for module, path in paths.items():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno:
                lengths.append((node.end_lineno - node.lineno + 1, f"{module}.{node.name}"))
    return sorted(lengths, reverse=True)


def importers(graph: Graph) -> Counter[str]:
    """Return how many other modules import each module."""
    return Counter(target for importer, targets in graph.items() for target in targets if target != importer)


def repeated(paths: dict[str, Path]) -> list[str]:
    """Return the base names that two modules of one stage share (`__init__` apart)."""
    bases: dict[tuple[str, str], list[str]] = defaultdict(list)
    for module, path in paths.items():
        if path.stem != "__init__" and module.count(".") > 1:
            bases[module.split(".")[1], path.stem].append(module)
    return [" = ".join(same) for same in bases.values() if len(same) > 1]


def room(graph: Graph, package: str) -> Graph:
    """Return the imports between the direct children of a package."""
    deep = package.count(".") + 2

    def child(module: str) -> str:
        return ".".join(module.split(".")[:deep])

    inside = {module for module in graph if module.startswith(f"{package}.")}
    between: Graph = {child(module): set() for module in inside}
    for module in inside:
        between[child(module)] |= {child(target) for target in graph[module] & inside} - {child(module)}
    return between


def depth(graph: Graph) -> int:
    """Return the number of modules on the longest chain of imports."""
    seen: dict[str, int] = {}

    def longest(module: str, above: frozenset[str]) -> int:
        if module in seen:
            return seen[module]
        below = [longest(target, above | {module}) for target in graph[module] - above - {module}]
        result = 1 + max(below, default=0)
        if not above & graph[module]:
            seen[module] = result
        return result

    return max((longest(module, frozenset()) for module in graph), default=0)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--source", type=Path, default=SOURCE)
    parser.add_argument("--list", action="store_true")
    given = parser.parse_args()
    paths = modules(given.source)
    graph = {module: imports(path, set(paths)) for module, path in paths.items()}
    lengths = {module: len(path.read_text("utf-8").splitlines()) for module, path in paths.items()}
    spans = functions(paths)
    alone = sorted(module for module, count in importers(graph).items() if count == 1)
    p90 = quantiles([length for length, _ in spans], n=10)[-1]
    longest = max(lengths, key=lengths.__getitem__)
    print(f"files {len(paths)}, lines {sum(lengths.values())}, median {median(lengths.values()):.0f},", end=" ")
    print(f"longest {lengths[longest]} ({longest})")
    print(f"functions {len(spans)}, p90 {p90:.0f}, longest {spans[0][0]} ({spans[0][1]})")
    print(f"modules with one importer {len(alone)}; base names repeated within a stage {len(repeated(paths))}")
    for package in ROOMS:
        inside = room(graph, package)
        edges = sum(map(len, inside.values()))
        print(f"{package}: {len(inside)} rooms, {edges} imports between them, depth {depth(inside)}")
    if given.list:
        print("\nrepeated:", *repeated(paths), sep="\n  ")
        print("\none importer:", *alone, sep="\n  ")
        print("\nlongest files:", *sorted(((n, m) for m, n in lengths.items()), reverse=True)[:15], sep="\n  ")
        print("\nlongest functions:", *spans[:15], sep="\n  ")


if __name__ == "__main__":
    main()
