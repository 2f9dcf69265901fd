"""How do pages come from the web, politely?

Given the URLs of pages, feeds, sitemaps and lists, `Fetching` downloads what they lead to and keeps every response as
WARC, which is then read like any other input. A URL that could not be fetched is yielded as a Rejected with the reason.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

import httpx

from onrecord.model import Rejected
from onrecord.sources.fetching.link_lists import is_address, listed_in
from onrecord.sources.fetching.politeness import LONGEST_WAIT, HostQueues
from onrecord.sources.fetching.ssrf import ForbiddenError, PublicTransport
from onrecord.sources.fetching.warc_store import FetchedStore

__all__ = ["AGENT", "FetchSettings", "Fetching", "is_address", "listed_in"]

AGENT = "onrecord/0.1 (news archive; reads robots.txt)"
_AGAIN = frozenset({429, 500, 502, 503, 504})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchSettings:
    """How to fetch: `delay` seconds between two requests to a host, at most `most` pages in a run.

    A page may have `size` bytes and take `time` seconds. `tries` includes the first request; `hops` limits redirects
    and sitemaps of sitemaps.
    """

    agent: str = AGENT
    delay: float = 1.0
    most: int = 1000
    size: int = 20_000_000
    time: float = 60.0
    tries: int = 3
    hops: int = 5
    allow_private: bool = False


class Fetching:
    """One run: iteration fetches, and yields the URLs that could not be fetched; `fetched` and `skipped` are counts."""

    def __init__(self, urls: Iterable[str], folder: Path, settings: FetchSettings) -> None:
        self.fetched = 0
        self.skipped: Counter[str] = Counter()
        self._store = FetchedStore(folder, agent=settings.agent)
        self._settings = settings
        timeout = httpx.Timeout(min(settings.time, 30.0))
        self._client = httpx.Client(
            transport=PublicTransport(allow_private=settings.allow_private),
            timeout=timeout,
            headers={"User-Agent": settings.agent, "Accept-Encoding": "gzip, br"},
        )
        self._queues = HostQueues(agent=settings.agent, delay=settings.delay, robots=self._robots)
        self._depths: dict[str, int] = {}
        self._queue(urls, 0)

    @property
    def file(self) -> Path:
        """The WARC of this run, which exists only if something was fetched."""
        return self._store.file

    def __iter__(self) -> Iterator[Rejected]:
        with self._store, self._client:
            while self.fetched < self._settings.most and (url := self._queues.next()) is not None:
                try:
                    reason = self._fetch(url)
                except ForbiddenError as forbidden:
                    reason = str(forbidden)
                except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
                    reason = f"it cannot be fetched ({type(error).__name__}: {' '.join(str(error).split())[:160]})"
                if reason:
                    yield Rejected(url, "", reason, url)

    def _fetch(self, url: str) -> str:
        """Fetch one URL and queue the URLs it lists; return the reason if that failed, else ""."""
        if not self._queues.allowed(url):
            return "its site's robots.txt does not let us fetch it"
        for attempt in range(1, self._settings.tries + 1):
            try:
                status, headers, body = self._get(url, self._store.conditions(url))
            except httpx.TransportError:
                if attempt == self._settings.tries:
                    raise
                self._wait(url, 2.0**attempt * self._settings.delay)
                continue
            if status not in _AGAIN or attempt == self._settings.tries:
                return self._take(url, status, headers, body)
            asked = headers.get("retry-after", "")
            wait = float(asked) if asked.isdigit() else 2.0**attempt * self._settings.delay
            if wait > LONGEST_WAIT:
                return f"its site wants to be asked again in {wait:.0f} s only (status {status})"
            self._wait(url, wait)
        return ""

    def _take(self, url: str, status: int, headers: httpx.Headers, body: bytes) -> str:
        if status == 304:
            self.skipped["not changed since it was last fetched"] += 1
            return ""
        if status in _REDIRECTS:
            target = urljoin(url, headers.get("location", "")).partition("#")[0]
            if not is_address(target) or self._depths[url] >= self._settings.hops:
                return f"it leads nowhere, or on and on (status {status}, to {target[:100] or 'no address'})"
            self._queue([target], self._depths[url] + 1)
            return ""
        if status != 200:
            return f"its site answers with status {status}"
        pairs = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in headers.raw]
        self._store.keep(url, status=f"{status} OK", headers=pairs, body=body)
        self.fetched += 1
        if (listed := listed_in(_decoded(headers, body), base=url)) and self._depths[url] < self._settings.hops:
            self._queue((*listed.lists, *listed.pages), self._depths[url] + 1)
        return ""

    def _get(self, url: str, conditions: dict[str, str]) -> tuple[int, httpx.Headers, bytes]:
        """Send one request. Raises httpx.HTTPError, ForbiddenError, and ValueError for a body that is too large."""
        begun, pieces, size = time.monotonic(), [], 0
        try:
            with self._client.stream("GET", url, headers=conditions) as response:
                for piece in response.iter_raw():
                    size += len(piece)
                    if size > self._settings.size:
                        raise ValueError(f"it has more than {self._settings.size / 1e6:g} MB")
                    if time.monotonic() - begun > self._settings.time:
                        raise ValueError(f"it takes longer than {self._settings.time:g} s")
                    pieces.append(piece)
                return response.status_code, response.headers, b"".join(pieces)
        finally:
            self._queues.asked(url)

    def _robots(self, url: str) -> tuple[int, bytes]:
        """Return status and text of a robots.txt, after redirects (RFC 9309, section 2.3.1.2); 0 for no answer."""
        for _ in range(self._settings.hops):
            try:
                status, headers, body = self._get(url, {})
            except (httpx.HTTPError, ValueError):
                return 0, b""
            if status not in _REDIRECTS:
                return status, _decoded(headers, body)
            url = urljoin(url, headers.get("location", ""))
        return 404, b""

    def _queue(self, urls: Iterable[str], depth: int) -> None:
        fresh = [url for url in dict.fromkeys(urls) if url not in self._depths]
        self._depths |= dict.fromkeys(fresh, depth)
        self._queues.add(fresh)

    def _wait(self, url: str, seconds: float) -> None:
        self._queues.asked(url, wait=seconds)
        time.sleep(min(seconds, LONGEST_WAIT))


def _decoded(headers: httpx.Headers, body: bytes) -> bytes:
    """Return the body with its content encoding undone, as far as possible."""
    try:
        return httpx.Response(200, headers=headers, content=body).content
    except httpx.HTTPError:
        return body
