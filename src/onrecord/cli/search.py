"""`search` and `quotes`: from a query to articles and quotations."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import click

from onrecord.api import answer_json, article_hit_json, placed, quotation_hit_json
from onrecord.archive import (
    Answer,
    ArticleHit,
    Copies,
    Level,
    Node,
    QuotationHit,
    Request,
    Sort,
    both,
    open_archive,
    parse,
)
from onrecord.cli.options import archive_option, json_option
from onrecord.cli.printing import count
from onrecord.cli.text import speaker_text

F = TypeVar("F", bound=Callable[..., Any])
H = TypeVar("H")
FACET_VALUES = 8

QUERY_HELP = """

    \b
    QUERY   word word         both words         "a phrase"           these words in a row
            "a b"~5           within 5 words     a OR b, -not, ( )    any, none, grouping
            speaker:"Jane Doe"    all of that name        speaker:jane-doe-2   one person, by id (onrecord people)
            outlet:  place:  title:  language:  tag:  kind:direct|mixed|indirect  certainty:0.9
            act:said|thought|unclear|any (quotations: said, unless you write it)
            published:2021-02-21  said:2021-01/2021-03  about:2020  captured:2021  modified:none
            doubt:disagreement|future|stale|weekday|later   is:live|paywalled|stub
            story:ID          all copies of the article ID, itself among them
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
        click.option(
            "--sort",
            type=click.Choice([str(s) for s in Sort]),
            default=str(Sort.NEWEST),
            show_default=True,
            help="The order.",
        ),
        click.option(
            "--copies",
            type=click.Choice([str(c) for c in Copies]),
            default=str(Copies.ALL),
            show_default=True,
            help="All copies of a story, or only the earliest that matches.",
        ),
        click.option("--ids", is_flag=True, help="Show the ids that `onrecord correct` takes."),
        click.option("--by", type=click.Choice([str(x) for x in Level]), help="Step of the published facet."),
    ):
        command = decorate(command)
    return command


@click.command(help="Find quotations: who said what, and when." + QUERY_HELP)
@query_options
def quotes(query: tuple[str, ...], path: Path, *, as_json: bool, ids: bool, **paging: Any) -> None:
    """Find quotations."""
    request = _request(query, paging)
    with open_archive(path) as archive:
        answer = archive.quotes(request)
    if as_json:
        click.echo(json.dumps(answer_json(answer, quotation_hit_json, copies=request.copies), ensure_ascii=False))
    else:
        _print(answer, partial(quotation_text, ids=ids), _total(answer, request.copies, "quotation", ("quotation", "")))


@click.command(help="Find articles." + QUERY_HELP)
@query_options
def search(query: tuple[str, ...], path: Path, *, as_json: bool, ids: bool, **paging: Any) -> None:
    """Find articles."""
    request = _request(query, paging)
    with open_archive(path) as archive:
        answer = archive.search(request)
    if as_json:
        click.echo(json.dumps(answer_json(answer, article_hit_json, copies=request.copies), ensure_ascii=False))
    else:
        _print(answer, partial(article_text, ids=ids), _total(answer, request.copies, "article", ("story", "stories")))


def quotation_text(hit: QuotationHit, *, ids: bool = False) -> str:
    """A quotation for reading in a terminal; a paraphrase is named as one and never put in marks."""
    words = " … ".join(hit.content)
    details = [speaker_text(hit), "paraphrase" if hit.kind == "indirect" else str(hit.kind)]
    details += (
        [] if hit.act == "said" else [{"thought": "thought, meant or felt", "unclear": "perhaps not said"}[hit.act]]
    )
    details += [f"said {hit.said.value}"] if hit.said else []
    details += [placed(hit.venue)] if hit.venue else []
    shown = f"\n    article {hit.article}  quotation {hit.id}" + "".join(f"  person {who.id}" for who in hit.people)
    return f"{words}\n    {', '.join(details)}\n    {_printed(hit)}" + (shown if ids else "")


def article_text(hit: ArticleHit, *, ids: bool = False) -> str:
    """An article for reading in a terminal."""
    counts = count(hit.quotations, "quotation") + (f", {hit.captures} captures" if hit.captures > 1 else "")
    before, after = hit.snippet.truncated
    passage = "… " * before + " ".join(hit.snippet.text.split()) + " …" * after
    return f"{hit.title}\n    {_printed(hit)}\n    {counts}\n    {passage}" + (f"\n    article {hit.id}" if ids else "")


def _printed(hit: QuotationHit | ArticleHit) -> str:
    when = f"printed {hit.published.day}" if hit.published else "undated"
    title = f": {hit.title}" if isinstance(hit, QuotationHit) else ""
    copies = f"\n    1 of {hit.copies} copies, story:{hit.story}" if hit.copies > 1 else ""
    return f"{when}, {hit.outlet or 'outlet unknown'}{title}{copies}" + (f"\n    {hit.url}" if hit.url else "")


def _request(query: tuple[str, ...], paging: dict[str, Any]) -> Request:
    """What is asked; `paging` has the other options of `query_options`."""
    tree: Node = both(*(parse(part) for part in query))
    return Request(
        query=tree,
        size=paging["size"],
        after=paging["after"],
        sort=Sort(paging["sort"]),
        level=Level(paging["by"]) if paging["by"] else None,
        copies=Copies(paging["copies"]),
    )


def _total(answer: Answer[H], copies: Copies, one: str, story: tuple[str, str]) -> str:
    """How much was found, in words; of copies as much as the list shows of them."""
    if copies is Copies.FOLDED:
        return f"{count(answer.total, *story)}, copies folded: {count(answer.unfolded, one)} with all (--copies all)"
    later = f", {answer.later} in copies of earlier articles (--copies folded)" if answer.later else ""
    return f"{count(answer.total, one)}{later}"


def _print(answer: Answer[H], hit_text: Callable[[H], str], total: str) -> None:
    for hit in answer.results:
        click.echo(f"{hit_text(hit)}\n")
    click.echo(total, err=True)
    shown = {name: facet for name, facet in answer.facets.items() if answer.total}
    for name, facet in shown.items():
        values = ", ".join(
            f"{bucket.label or bucket.value} ({bucket.count})" for bucket in facet.buckets[:FACET_VALUES]
        )
        more = " …" if len(facet.buckets) > FACET_VALUES or facet.more else ""
        click.echo(f"  {name}: {values or '-'}{more}", err=True)
    if answer.next:
        click.echo(f"next page: --after {answer.next}", err=True)
