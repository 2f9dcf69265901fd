"""What does one type? The command `onrecord`: data to stdout, progress and rejects to stderr, documented exit codes."""

from __future__ import annotations

import sys
from importlib import import_module

import click

from onrecord.cli.exit_codes import ARCHIVE, USAGE
from onrecord.model.errors import ArchiveError, NoArchive, OnRecordError

__all__ = ["main", "onrecord"]

COMMANDS = ("read", "add", "fetch", "search", "quotes", "people", "correct", "serve", "doctor", "demo")
"""The commands in the order of the help; each is a function of that name in a module of that name."""


class Commands(click.Group):
    """Import a command's module only when the command is used: without the web server `read` starts 0.3 s sooner."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command called `cmd_name`, or None."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"onrecord.cli.{cmd_name}"), cmd_name)
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(package_name="onrecord", message="%(prog)s %(version)s")
def onrecord() -> None:
    """Turn piles of news pages into a searchable record of who said what, and when.

    \b
    Exit codes: 0 success
                1 some inputs were rejected; each is listed with its reason
                2 the command line, the query or the correction is not valid
                3 the archive exists but could not be opened, read or written
              130 stopped by Ctrl-C; what was added is kept, and the same command adds the rest
    """


def main() -> None:
    """Run the command line; print an OnRecordError as one line on stderr and exit with its code."""
    try:
        onrecord(prog_name="onrecord")
    except OnRecordError as error:
        click.echo(f"onrecord: {error}", err=True)
        sys.exit(ARCHIVE if isinstance(error, ArchiveError) and not isinstance(error, NoArchive) else USAGE)
