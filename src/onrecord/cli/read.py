"""`onrecord read`: print the records of inputs on stdout."""

from __future__ import annotations

import sys
from pathlib import Path

import click
import msgspec

from onrecord import reading
from onrecord.cli.exit_codes import REJECTED
from onrecord.cli.options import inputs_argument, reader_option
from onrecord.model import Reader, Rejected
from onrecord.sources.registry import names

HELP = f"""Print the record of every article in INPUT... as JSON Lines, without an archive.

INPUT is a file or a folder of files: {names(endings=True)}; most may be compressed (.gz, .zst).
"""


@click.command(help=HELP)
@inputs_argument
@reader_option
@click.option("-q", "--quiet", is_flag=True, help="Print no rejects on stderr; the exit code is the same.")
def read(inputs: tuple[Path, ...], *, reader: Reader, quiet: bool) -> None:
    """Print the record of every article in some files."""
    rejected = 0
    for outcome in reading.read(inputs, settings=reading.Settings(reader=reader)):
        if isinstance(outcome, Rejected):
            rejected += 1
            if not quiet:
                click.echo(f"rejected: {outcome}", err=True)
        else:
            click.echo(msgspec.json.format(outcome.encode(), indent=0))
    if rejected:
        sys.exit(REJECTED)
