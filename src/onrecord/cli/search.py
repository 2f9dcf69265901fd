"""`onrecord search`: find articles."""

from __future__ import annotations

from functools import partial
from typing import Any

import click

from onrecord import api
from onrecord.archive import open_archive
from onrecord.cli.printing import print_answer, print_json, total_text
from onrecord.cli.query_options import QUERY_HELP, query_options, request_of
from onrecord.cli.text import article_text


@click.command(help="Find articles." + QUERY_HELP)
@query_options
def search(query: tuple[str, ...], path: str, *, as_json: bool, ids: bool, **options: Any) -> None:
    """Find articles."""
    request = request_of(query, options)
    with open_archive(path) as archive:
        answer = archive.search(request)
    if as_json:
        print_json(api.answer(answer, api.unchanged, copies=request.copies))
    else:
        total = total_text(answer, request.copies, "article", ("story", "stories"))
        print_answer(answer, partial(article_text, ids=ids), total)
