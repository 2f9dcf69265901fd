"""Politeness: robots.txt (RFC 9309), one request at a time to a host, and a delay between two.

`HostQueues` decides which URL may be requested next and when; the caller sends the request.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable
from urllib.parse import urlsplit

from protego import Protego

# A longer wait makes a run endless: the pages of such a host are rejected.
LONGEST_WAIT = 60.0
_ROBOTS_SIZE = 500 * 1024  # RFC 9309, section 2.5


class HostQueues:
    """A queue of URLs for each host, with its robots.txt and the moment from which it may be requested again."""

    def __init__(self, *, agent: str, delay: float, robots: Callable[[str], tuple[int, bytes]]) -> None:
        self._agent = agent
        self._delay = delay
        self._robots = robots
        self._rules: dict[str, Protego | None] = {}
        self._ready: dict[str, float] = {}
        self._queues: dict[str, deque[str]] = {}

    def add(self, urls: Iterable[str]) -> None:
        """Queue URLs, each after the others of its host."""
        for url in urls:
            self._queues.setdefault(_host(url), deque()).append(url)

    def next(self) -> str | None:
        """Wait for the host that is due first and return its next URL; None if no URL is left."""
        hosts = [host for host, queue in self._queues.items() if queue]
        if not hosts:
            return None
        host = min(hosts, key=lambda host: self._ready.get(host, 0.0))
        time.sleep(max(0.0, self._ready.get(host, 0.0) - time.monotonic()))
        return self._queues[host].popleft()

    def asked(self, url: str, *, wait: float = 0.0) -> None:
        """Record a request to a host just now; `wait` is how long the host asks to wait, if longer than the delay."""
        host = _host(url)
        rules = self._rules.get(host)
        asked_for = float(rules.crawl_delay(self._agent) or 0) if rules else 0.0
        self._ready[host] = time.monotonic() + min(max(self._delay, asked_for, wait), LONGEST_WAIT)

    def allowed(self, url: str) -> bool:
        """True if the host's robots.txt allows `url`; one that cannot be fetched (5xx, no answer) forbids all."""
        host = _host(url)
        if host not in self._rules:
            status, body = self._robots(f"{host}/robots.txt")
            if status >= 500 or status == 0:
                self._rules[host] = Protego.parse("User-agent: *\nDisallow: /")
            else:
                text = body[:_ROBOTS_SIZE].decode("utf-8", "replace") if status < 300 else ""
                self._rules[host] = Protego.parse(text)
            self.asked(url)
            time.sleep(max(0.0, self._ready[host] - time.monotonic()))
        rules = self._rules[host]
        return rules is None or bool(rules.can_fetch(url, self._agent))


def _host(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
