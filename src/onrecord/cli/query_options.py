"""Options of the commands that take a query: `search` and `quotes`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from onrecord.api import SearchParameters
from onrecord.archive import Copies, Level, Request, Sort
from onrecord.cli.options import after_option, archive_option, json_option, size_option

F = TypeVar("F", bound=Callable[..., Any])

QUERY_HELP = """

    \b
    QUERY   word word             both words
            "a phrase"            these words in a row
            "a b"~5               at most 5 other words between them
            a OR b, -not, ( )     either, without, grouping
            speaker:"Jane Doe"    everyone with that name
            speaker:jane-doe-2    one person, by id (see onrecord people)
            outlet:  place:  title:  language:  tag:  kind:direct|mixed|indirect  certainty:0.9
            act:said|thought|unclear|any (quotations: said by default)
            published:2021-02-21  said:2021-01/2021-03  about:2020  captured:2021  modified:none
            doubt:disagreement|future|stale|weekday|later   is:live|paywalled|stub
            story:ID              all copies of the article ID, including itself
    An empty QUERY matches everything. Quote it for the shell: onrecord quotes 'grief speaker:"Jane Doe"'
"""


def query_options(command: F) -> F:
    """Add the query and the options that `search` and `quotes` share."""
    for decorate in (
        click.argument("query", nargs=-1),
        archive_option,
        json_option,
        size_option,
        after_option,
        click.option(
            "--sort",
            type=click.Choice([str(sort) for sort in Sort]),
            default=str(Sort.NEWEST),
            show_default=True,
            help="The order of the results.",
        ),
        click.option(
            "--copies",
            type=click.Choice([str(copies) for copies in Copies]),
            default=str(Copies.ALL),
            show_default=True,
            help="Show all copies of a story, or only the earliest that matches.",
        ),
        click.option("--ids", is_flag=True, help="Show the ids that `onrecord correct` needs."),
        click.option(
            "--by", type=click.Choice([str(level) for level in Level]), help="Count publication dates by this step."
        ),
    ):
        command = decorate(command)
    return command


def request_of(query: tuple[str, ...], options: dict[str, Any]) -> Request:
    """Return the request for a query; `options` are those of `query_options`. Raises QueryError."""
    asked = SearchParameters(
        q=query,
        size=options["size"],
        after=options["after"],
        sort=Sort(options["sort"]),
        step=Level(options["by"]) if options["by"] else None,
        copies=Copies(options["copies"]),
    )
    return asked.request()
