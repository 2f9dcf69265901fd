"""`search` and `quotes`: from a query to articles and quotations."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from onrecord.api import answer_json, article_hit_json, placed, quotation_hit_json
from onrecord.archive import Answer, ArticleHit, Level, Node, QuotationHit, Request, Sort, both, open_archive, parse
from onrecord.cli.options import archive_option, json_option

F = TypeVar("F", bound=Callable[..., Any])
H = TypeVar("H")
FACET_VALUES = 8

QUERY_HELP = """

    \b
    QUERY   word word         both words         "a phrase"           these words in a row
            "a b"~5           within 5 words     a OR b, -not, ( )    any, none, grouping
            speaker:"Jane Doe"  outlet:  place:  title:  language:  kind:direct|mixed|indirect
            act:said|thought|unclear|any (quotations: said, unless you write it)
            published:2021-02-21  said:2021-01/2021-03  captured:2021  modified:none
    An empty QUERY means all. Quote it for the shell: onrecord quotes 'grief speaker:"Jane Doe"'
"""


def query_options(command: F) -> F:
    """What both commands take."""
    for decorate in (
        click.argument("query", nargs=-1),
        archive_option,
        json_option,
        click.option(
            "-n", "--size", type=click.IntRange(1, 1000), default=20, show_default=True, help="Results a page."
        ),
        click.option("--after", metavar="CURSOR", help="Go on from here: the cursor that the page before gave."),
        click.option("--sort", type=click.Choice([str(s) for s in Sort]), default=str(Sort.NEWEST), show_default=True),
        click.option("--by", type=click.Choice([str(x) for x in Level]), help="Step of the published facet."),
    ):
        command = decorate(command)
    return command


@click.command(help="Find quotations: who said what, and when." + QUERY_HELP)
@query_options
def quotes(query: tuple[str, ...], path: Path, *, as_json: bool, **paging: Any) -> None:
    """Find quotations."""
    with open_archive(path) as archive:
        answer = archive.quotes(_request(query, **paging))
    _print(answer, as_json, quotation_hit_json, quotation_text, "quotations")


@click.command(help="Find articles." + QUERY_HELP)
@query_options
def search(query: tuple[str, ...], path: Path, *, as_json: bool, **paging: Any) -> None:
    """Find articles."""
    with open_archive(path) as archive:
        answer = archive.search(_request(query, **paging))
    _print(answer, as_json, article_hit_json, article_text, "articles")


def quotation_text(hit: QuotationHit) -> str:
    """A quotation for reading in a terminal; a paraphrase is named as one and never put in marks."""
    words = " … ".join(hit.content)
    name = hit.speaker.name if hit.speaker and hit.speaker.name else ""
    who = name or f"speaker unknown{f' ({hit.source[0]})' if hit.source else ''}"
    details = [who, "paraphrase" if hit.kind == "indirect" else str(hit.kind)]
    details += [] if hit.act == "said" else [{"thought": "thought or felt", "unclear": "perhaps not said"}[hit.act]]
    details += [f"said {hit.said.value}"] if hit.said else []
    details += [placed(hit.venue)] if hit.venue else []
    return f"{words}\n    {', '.join(details)}\n    {_printed(hit)}"


def article_text(hit: ArticleHit) -> str:
    """An article for reading in a terminal."""
    counts = f"{hit.quotations} quotations" + (f", {hit.captures} captures" if hit.captures > 1 else "")
    before, after = hit.snippet.cut
    passage = "… " * before + " ".join(hit.snippet.text.split()) + " …" * after
    return f"{hit.title}\n    {_printed(hit)}\n    {counts}\n    {passage}"


def _printed(hit: QuotationHit | ArticleHit) -> str:
    when = f"printed {hit.published.day}" if hit.published else "undated"
    title = f": {hit.title}" if isinstance(hit, QuotationHit) else ""
    return f"{when}, {hit.outlet or 'outlet unknown'}{title}" + (f"\n    {hit.url}" if hit.url else "")


def _request(query: tuple[str, ...], *, size: int, after: str | None, sort: str, by: str | None) -> Request:
    tree: Node = both(*(parse(part) for part in query))
    return Request(query=tree, size=size, after=after, sort=Sort(sort), level=Level(by) if by else None)


def _print(
    answer: Answer[H], as_json: bool, hit_json: Callable[[H], dict[str, Any]], hit_text: Callable[[H], str], what: str
) -> None:
    if as_json:
        click.echo(json.dumps(answer_json(answer, hit_json), ensure_ascii=False))
        return
    for hit in answer.results:
        click.echo(f"{hit_text(hit)}\n")
    click.echo(f"{answer.total} {what}", err=True)
    for name, facet in answer.facets.items():
        values = ", ".join(f"{bucket.value} ({bucket.count})" for bucket in facet.buckets[:FACET_VALUES])
        more = " …" if len(facet.buckets) > FACET_VALUES or facet.more else ""
        click.echo(f"  {name}: {values or '-'}{more}", err=True)
    if answer.next:
        click.echo(f"next page: --after {answer.next}", err=True)
