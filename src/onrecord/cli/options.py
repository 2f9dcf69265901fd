"""Options and arguments that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from onrecord.model import Reader

F = TypeVar("F", bound=Callable[..., Any])


def archive_option(command: F) -> F:
    """Add `-a ARCHIVE`, with the defaults $ONRECORD_ARCHIVE and ./archive.onrecord."""
    return click.option(
        "-a",
        "--archive",
        "path",
        envvar="ONRECORD_ARCHIVE",
        default="archive.onrecord",
        show_default=True,
        show_envvar=True,
        help="The archive: its folder, or its address.",
    )(command)


def reader_option(command: F) -> F:
    """Add `--reader fast|full`, with the defaults $ONRECORD_READER and fast."""
    return click.option(
        "--reader",
        type=click.Choice([str(reader) for reader in Reader]),
        callback=lambda _context, _parameter, name: Reader(name),
        envvar="ONRECORD_READER",
        default=str(Reader.FAST),
        show_default=True,
        show_envvar=True,
        help="The model that finds quotations: full finds more and takes about four times as long.",
    )(command)


def json_option(command: F) -> F:
    """Add `--json`: print the same answer for programs."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")(command)


def inputs_argument(command: F) -> F:
    """Add `INPUT...`: files and folders in any supported format."""
    return click.argument(
        "inputs", nargs=-1, required=True, type=click.Path(path_type=Path, readable=False), metavar="INPUT..."
    )(command)


def size_option(command: F) -> F:
    """Add `-n SIZE`, the number of results on a page."""
    return click.option(
        "-n", "--size", type=click.IntRange(1, 1000), default=20, show_default=True, help="Results per page."
    )(command)


def after_option(command: F) -> F:
    """Add `--after CURSOR`, the start of a later page."""
    return click.option("--after", metavar="CURSOR", help="Continue after this cursor (printed as `next page`).")(
        command
    )


def correction_options(command: F) -> F:
    """Add the options of every command that makes a correction: archive, `--json`, `--note` and `--by`."""
    for decorate in (
        click.option("--by", default="", metavar="NAME", help="Who makes this correction."),
        click.option("--note", default="", metavar="TEXT", help="The reason; it is shown and exported with it."),
        json_option,
        archive_option,
    ):
        command = decorate(command)
    return command
