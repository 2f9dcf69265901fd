"""What does one type? The command `onrecord`: data to stdout, progress and rejects to stderr, documented exit codes."""

from __future__ import annotations

import sys
from importlib import import_module

import click

from onrecord.model.errors import ArchiveError, NoArchive, OnRecordError

__all__ = ["main", "onrecord"]

USAGE, ARCHIVE = 2, 3


COMMANDS = {
    "read": "read",
    "add": "add",
    "fetch": "fetch",
    "search": "search",
    "quotes": "search",
    "people": "people",
    "correct": "correct",
    "serve": "serve",
    "doctor": "serve",
    "demo": "serve",
}


class Commands(click.Group):
    """Takes each command from its module when asked for: `read` needs no web server, 0.3 s to load."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order in which one meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"onrecord.cli.{COMMANDS[cmd_name]}"), cmd_name)
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(package_name="onrecord", message="%(prog)s %(version)s")
def onrecord() -> None:
    """Turn piles of news pages into a searchable record of who said what, and when.

    \b
    Exit codes: 0 all went well
                1 some inputs were rejected; each is listed with its reason
                2 the command line, the query or the correction makes no sense
                3 the archive is there and could not be opened, read or written
              130 stopped by Ctrl-C; what was added stays, the same command completes the rest
    """


def main() -> None:
    """Run the command line; what On Record raises on purpose becomes one line on stderr and an exit code."""
    try:
        onrecord(prog_name="onrecord")
    except OnRecordError as error:
        click.echo(f"onrecord: {error}", err=True)
        sys.exit(ARCHIVE if isinstance(error, ArchiveError) and not isinstance(error, NoArchive) else USAGE)
