"""Time of a filtered page: server time of pages of results with facets, requested in process.

    python -m bench.page ARCHIVE [--requests 300]

Reads an existing archive. The filters vary (words, days, months, speakers, outlets, kinds, from the archive's own
facets, seed 1); each finds something and none is repeated, so that no cached answer is used. Each request runs the
whole application, thread pool and templates included, without a network. Prints p50, p95 and the slowest in ms.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import random
import re
import time
from pathlib import Path
from urllib.parse import urlencode

from starlette.applications import Starlette
from starlette.types import Message

from onrecord.archive import Archive, Everything, Field, Level, Request, open_archive, parse, write
from onrecord.model import Evidence
from onrecord.web import create_app

WORDS = 80
WARM_UP = 10


def asked(archive: Archive, number: int) -> list[str]:
    """Return different URLs of filtered pages: one to three clauses each, at least one of them a filter."""
    answer = archive.quotes(Request(query=Everything(), level=Level.DAY, size=100))
    filters = [
        write(Field(name, bucket.value)) for name, facet in answer.facets.items() for bucket in facet.buckets[:60]
    ]
    filters += sorted({text[: len("published:2021-02")] for text in filters if text.startswith("published:")})
    found = (word.lower() for hit in answer.results for piece in hit.content for word in re.findall(r"\w{4,}", piece))
    words = list(dict.fromkeys(found))[:WORDS]
    clauses = [
        *((one,) for one in filters),
        *itertools.product(words, filters),
        *itertools.combinations(filters, 2),
        *((word, *pair) for word in words[:10] for pair in itertools.combinations(filters[:40], 2)),
    ]
    random.Random(1).shuffle(clauses)
    holding = (some for some in clauses if holds(archive, some))
    chosen = itertools.islice(holding, number)
    paths = itertools.cycle(("/quotes", "/articles"))
    return [
        f"{path}?{urlencode([('q', clause) for clause in some])}" for path, some in zip(paths, chosen, strict=False)
    ]


def holds(archive: Archive, clauses: tuple[str, ...]) -> bool:
    """True if these clauses find anything: an empty page is fast, and would flatter the figures."""
    return archive.quotes(Request(query=parse(" ".join(clauses)), size=0, facets=False)).total > 0


async def seconds(app: Starlette, url: str) -> tuple[float, int]:
    """Return the time that one request takes, and the size of the response in bytes."""
    path, _, query = url.partition("?")
    size = 0

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        nonlocal size
        if message["type"] == "http.response.start" and message["status"] != 200:
            raise SystemExit(f"{url}: status {message['status']}")
        size += len(message.get("body", b""))

    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "root_path": "",
        "headers": [(b"host", b"bench")],
        "client": ("bench", 0),
        "server": ("bench", 80),
    }
    begin = time.perf_counter()
    await app(scope, receive, send)
    return time.perf_counter() - begin, size


async def measure(app: Starlette, urls: list[str]) -> list[tuple[float, int]]:
    """Return the times of all requests, made one after another."""
    return [await seconds(app, url) for url in urls]


def unread(evidence: Evidence) -> bytes:
    """Fail: no page of results reads evidence."""
    raise NotImplementedError(evidence.file)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--requests", type=int, default=300)
    options = parser.parse_args()
    with open_archive(options.archive) as archive:
        counts = archive.counts()
        urls = asked(archive, options.requests + WARM_UP)
        measured = asyncio.run(measure(create_app(archive, reread=unread), urls))[WARM_UP:]
    times = sorted(1000 * taken for taken, _ in measured)
    size = sum(size for _, size in measured) / len(measured)
    print(f"{counts.articles:,} articles, {counts.quotations:,} quotations; {len(times)} different filtered pages")
    print(
        f"p50 {times[len(times) // 2]:.1f} ms, p95 {times[len(times) * 95 // 100]:.1f} ms, slowest {times[-1]:.1f} ms"
    )
    print(f"{size / 1024:.0f} KiB a page")


if __name__ == "__main__":
    main()
