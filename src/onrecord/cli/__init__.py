"""What does one type? The command `onrecord`: data to stdout, progress and rejects to stderr, documented exit codes."""

from __future__ import annotations

import sys

import click

from onrecord.cli.fetching import fetch
from onrecord.cli.finding import quotes, search
from onrecord.cli.reading import add, read
from onrecord.cli.upkeep import demo, doctor, serve
from onrecord.errors import ArchiveError, NoArchive, OnRecordError

__all__ = ["main", "onrecord"]

USAGE, ARCHIVE = 2, 3


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(package_name="onrecord", message="%(prog)s %(version)s")
def onrecord() -> None:
    """Turn piles of news pages into a searchable record of who said what, and when.

    \b
    Exit codes: 0 all went well
                1 some inputs were rejected; each is listed with its reason
                2 the command line or the query makes no sense
                3 the archive could not be opened, read or written
              130 stopped by Ctrl-C; what was added stays, the same command completes the rest
    """


for command in (read, add, fetch, search, quotes, serve, doctor, demo):
    onrecord.add_command(command)


def main() -> None:
    """Run the command line; what On Record raises on purpose becomes one line on stderr and an exit code."""
    try:
        onrecord(prog_name="onrecord")
    except OnRecordError as error:
        click.echo(f"onrecord: {error}", err=True)
        sys.exit(ARCHIVE if isinstance(error, ArchiveError) and not isinstance(error, NoArchive) else USAGE)
