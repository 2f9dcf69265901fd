"""`add`: from inputs to an archive, with progress."""

from __future__ import annotations

import json
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from types import FrameType
from typing import Any

import click

from onrecord import pipeline
from onrecord.archive import open_archive
from onrecord.cli.options import archive_option, inputs_argument, json_option, reader_option
from onrecord.cli.progress import Meter
from onrecord.model import Rejected
from onrecord.pipeline import Settings, Tally
from onrecord.sources import size

REJECTED, INTERRUPTED = 1, 130


@click.command()
@inputs_argument
@archive_option
@reader_option
@json_option
@click.option(
    "-q", "--quiet", is_flag=True, help="Show no progress and no rejects; the summary and the exit code remain."
)
@click.option(
    "-j", "--jobs", type=click.IntRange(1, 256), default=1, show_default=True, help="Processes that read pages."
)
def add(inputs: tuple[Path, ...], path: Path, *, as_json: bool, quiet: bool, **how: Any) -> None:
    """Read every article in INPUT... into an archive, made if it is not there.

    INPUT is what `onrecord read` takes: web archives, saved pages, tables, JSON Lines, feeds, news items, plain text,
    or folders of these.

    What is in already is not read again, so the same command completes a run that was stopped. Each reject is listed
    with file, record and reason, and kept in the archive (`onrecord doctor --rejected`).
    """
    tally = fill(inputs, path, quiet=quiet, as_json=as_json, settings=Settings(**how))
    if tally.stopped:
        sys.exit(INTERRUPTED)
    if tally.rejected:
        sys.exit(REJECTED)


def fill(
    inputs: tuple[Path, ...],
    path: Path,
    *,
    quiet: bool = False,
    as_json: bool = False,
    settings: Settings | None = None,
) -> Tally:
    """Add `inputs` to the archive at `path` with progress, and print the summary."""
    refused: list[str] = []
    with (
        interruptible() as interrupted,
        open_archive(path, create=True, write=True) as archive,
        Meter(size(inputs), quiet=quiet) as meter,
    ):

        def watch(tally: Tally, consumed: int, rejected: Rejected | None) -> None:
            meter.update(tally.pages, consumed)
            if rejected and as_json:
                refused.append(str(rejected))
            elif rejected and not quiet:
                meter.say(f"rejected: {rejected}")

        tally = pipeline.build(inputs, archive, watch=watch, stop=lambda: bool(interrupted), settings=settings)
        rate = meter.rate(tally.pages)
    if as_json:
        click.echo(json.dumps({**asdict(tally), "rejects": refused}, ensure_ascii=False))
    else:
        click.echo(summary(tally, path, rate), err=True)
    return tally


def summary(tally: Tally, path: Path, rate: str) -> str:
    """What became of the inputs, in a line or two."""
    parts = [f"{tally.new} new articles"]
    parts += [f"{tally.captures} new captures of known articles"] if tally.captures else []
    parts += [f"{tally.known} known already"] if tally.known else []
    parts += [f"{tally.rejected} rejected"] if tally.rejected else []
    parts += [f"{sum(tally.skipped.values())} passed over ({_reasons(tally)})"] if tally.skipped else []
    text = f"{path}: {', '.join(parts)}; {rate}"
    return (
        f"stopped; {text}\nwhat was added is kept: run the same command again to add the rest"
        if tally.stopped
        else text
    )


def _reasons(tally: Tally) -> str:
    return ", ".join(f"{count} {reason}" for reason, count in sorted(tally.skipped.items()))


@contextmanager
def interruptible() -> Iterator[list[int]]:
    """Let Ctrl-C or SIGTERM end a run after the page in hand: the list is filled. A second one ends it at once."""
    came: list[int] = []

    def note(number: int, _frame: FrameType | None) -> None:
        if came:
            raise KeyboardInterrupt
        came.append(number)
        click.echo("stopping after this page ...", err=True)

    before = {number: signal.signal(number, note) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield came
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
