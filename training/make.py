"""The whole recipe: from the base model and the annotated articles to the models in the package, in one command.

usage: python -m training.make OUT [--only NAME] [--install]

Runs each unfinished step in order; a killed run resumes. OUT gets a folder for each model with its checkpoint (best.pt)
and log (log.jsonl, a line an epoch); OUT/package is what ships, and `--install` copies it to
src/onrecord/annotate/quotations/weights. It takes hours on two CPU cores: README.md has the cost of each step.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
WEIGHTS = HERE.parent / "src/onrecord/annotate/quotations/weights"
STUDENT = ["--forms", "200", "--batch", "8", "--lr", "4e-4", "--decay", "1.0", "--ema", "0.998"]
FAST = ["--layers", "0,2,5", "--heads", "6", "--inner", "512", "--epochs", "5"]


def step(name: str, *arguments: str | Path) -> None:
    """Run one of the modules of this folder; exit if it fails."""
    print("→", name, *arguments, flush=True)
    command = [sys.executable, "-m", f"training.{name}", *map(str, arguments)]
    code = subprocess.run(command, check=False, cwd=HERE.parent).returncode
    if code:
        sys.exit(code)


def install(package: Path) -> None:
    """Copy a model, and the files that all models share, into the package."""
    shutil.copytree(package, WEIGHTS / package.name, dirs_exist_ok=True)
    for name in ("words.npy", "scales.npy", "tokenizer.json"):
        shutil.copy(package.parent / name, WEIGHTS)


def ship(package: Path, checkpoint: Path, *, install_it: bool) -> None:
    """Export, calibrate and measure a model, and install it if asked."""
    step("export", checkpoint, package)
    step("calibrate", package)
    step("figures", package)
    if install_it:
        install(package)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--only", choices=("fast", "full"), help="this reader alone; full is the teacher")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--install", action="store_true")
    options = parser.parse_args()
    out = options.out.resolve()
    out.mkdir(parents=True, exist_ok=True)
    texts, teacher, taught = out / "texts.jsonl", out / "teacher/best.pt", out / "taught"
    if not texts.exists():
        step("texts", texts)
    step("train", out / "teacher", "--seed", options.seed)
    step("teach", teacher, taught, "--extra", texts)
    lessons = ["--teacher", teacher, "--taught", taught, "--extra", texts, "--seed", options.seed]
    if options.only != "fast":
        ship(out / "package/full", teacher, install_it=options.install)
    if options.only != "full":
        step("train", out / "fast", *lessons, *STUDENT, *FAST)
        ship(out / "package/fast", out / "fast/best.pt", install_it=options.install)


if __name__ == "__main__":
    main()
