"""`onrecord add`: read articles into an archive, with progress."""

from __future__ import annotations

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
from onrecord.api import AddOutcome
from onrecord.archive import open_archive
from onrecord.cli.exit_codes import INTERRUPTED, REJECTED
from onrecord.cli.options import archive_option, inputs_argument, json_option, reader_option
from onrecord.cli.printing import print_json
from onrecord.cli.progress import Meter
from onrecord.model import Rejected
from onrecord.pipeline import Settings, Tally
from onrecord.sources import size


@click.command()
@inputs_argument
@archive_option
@reader_option
@json_option
@click.option(
    "-q",
    "--quiet",
    is_flag=True,
    help="Print only the summary, without progress and rejects; the exit code is the same.",
)
@click.option(
    "-j", "--jobs", type=click.IntRange(1, 256), default=1, show_default=True, help="Number of processes to use."
)
def add(inputs: tuple[Path, ...], path: str, *, as_json: bool, quiet: bool, **how: Any) -> None:
    """Read every article in INPUT... into an archive, which is created if it does not exist.

    INPUT is a file in any format that `onrecord read --help` lists, or a folder of such files.

    Pages that are already in the archive are skipped, so the same command completes a run that was stopped. Rejects
    are listed with file, record and reason, and kept in the archive (`onrecord doctor --rejected`).
    """
    tally = add_inputs(inputs, path, quiet=quiet, as_json=as_json, settings=Settings(**how))
    if tally.stopped:
        sys.exit(INTERRUPTED)
    if tally.rejected:
        sys.exit(REJECTED)


def add_inputs(
    inputs: tuple[Path, ...],
    path: str,
    *,
    quiet: bool = False,
    as_json: bool = False,
    settings: Settings | None = None,
) -> Tally:
    """Add `inputs` to the archive at `path`, print progress and the summary, and return the counts."""
    rejects: list[Rejected] = []
    with (
        interruptible() as interrupted,
        open_archive(path, create=True, write=True) as archive,
        Meter(size(inputs), quiet=quiet) as meter,
    ):

        def watch(tally: Tally, consumed: int, rejected: Rejected | None) -> None:
            meter.update(tally.pages, consumed)
            if rejected and as_json:
                rejects.append(rejected)
            elif rejected and not quiet:
                meter.say(f"rejected: {rejected}")

        tally = pipeline.build(inputs, archive, watch=watch, stop=lambda: bool(interrupted), settings=settings)
        rate = meter.rate(tally.pages)
    if as_json:
        print_json(AddOutcome(**asdict(tally), rejects=tuple(rejects)))
    else:
        click.echo(summary(tally, path, rate), err=True)
    return tally


def summary(tally: Tally, path: str, rate: str) -> str:
    """Return the counts of a run in one line, or two if it was stopped."""
    parts = [f"{tally.new} new articles"]
    parts += [f"{tally.captures} new captures of known articles"] if tally.captures else []
    parts += [f"{tally.known} already in the archive"] if tally.known else []
    parts += [f"{tally.rejected} rejected"] if tally.rejected else []
    parts += [f"{sum(tally.skipped.values())} skipped ({_reasons(tally)})"] if tally.skipped else []
    text = f"{path}: {', '.join(parts)}; {rate}"
    if tally.stopped:
        return f"stopped; {text}\nwhat was added is kept: run the same command again to add the rest"
    return text


def _reasons(tally: Tally) -> str:
    return ", ".join(f"{count} {reason}" for reason, count in sorted(tally.skipped.items()))


@contextmanager
def interruptible() -> Iterator[list[int]]:
    """Let Ctrl-C or SIGTERM stop a run after the current page.

    Yields a list that receives the signal's number; it is empty while no signal has arrived. A second signal raises
    KeyboardInterrupt at once.
    """
    received: list[int] = []

    def note(number: int, _frame: FrameType | None) -> None:
        if received:
            raise KeyboardInterrupt
        received.append(number)
        click.echo("stopping after this page ...", err=True)

    previous = {number: signal.signal(number, note) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield received
    finally:
        for number, handler in previous.items():
            signal.signal(number, handler)
