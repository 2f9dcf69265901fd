"""The options that several commands share, each written once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from onrecord.model import Reader

F = TypeVar("F", bound=Callable[..., Any])


def archive_option(command: F) -> F:
    """`-a ARCHIVE`, else $ONRECORD_ARCHIVE, else ./archive.onrecord."""
    return click.option(
        "-a",
        "--archive",
        "path",
        type=click.Path(path_type=Path),
        envvar="ONRECORD_ARCHIVE",
        default=Path("archive.onrecord"),
        show_default=True,
        show_envvar=True,
        help="The folder that keeps the record and its index.",
    )(command)


def reader_option(command: F) -> F:
    """`--reader fast|full`, else $ONRECORD_READER, else fast."""
    return click.option(
        "--reader",
        type=click.Choice([str(reader) for reader in Reader]),
        callback=lambda _context, _parameter, name: Reader(name),
        envvar="ONRECORD_READER",
        default=str(Reader.FAST),
        show_default=True,
        show_envvar=True,
        help="What finds the quotations: full finds more, and takes four times as long.",
    )(command)


def json_option(command: F) -> F:
    """`--json`: the same answer for programs."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")(command)


def inputs_argument(command: F) -> F:
    """`INPUT...`: files and folders of any format that we read."""
    return click.argument(
        "inputs", nargs=-1, required=True, type=click.Path(path_type=Path, readable=False), metavar="INPUT..."
    )(command)


def correction_options(command: F) -> F:
    """What each command takes that makes a correction: archive, `--json`, `--note` (why) and `--by` (who)."""
    for decorate in (
        click.option("--by", default="", metavar="NAME", help="Who makes this correction."),
        click.option("--note", default="", metavar="TEXT", help="Why; it is shown and exported with the correction."),
        json_option,
        archive_option,
    ):
        command = decorate(command)
    return command
