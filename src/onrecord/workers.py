"""A function over many items, on several cores, whatever happens to a process.

Takes items lazily, gives each with its result, in their order and with a bounded number under way. A worker that is
killed (out of memory, a crash in a parser's C code) takes the items under way with it: each is tried once more, alone
in a process of its own, so that the one that kills is told from its neighbours.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")

# Enough that no worker waits for the order of results: of the sample's pages the slowest takes 10 times the mean.
_AHEAD = 8
# A fresh interpreter: forking one that has threads (the index's writer has) can leave a lock held for ever.
_FRESH = multiprocessing.get_context("spawn")


class Killed(Exception):
    """The process that worked on an item was killed, twice."""


Results = Generator[tuple[T, "R | Killed | None"], None, None]


class Workers(Generic[T, R]):
    """`function` on `jobs` processes; with one job, here. The function and its items must be picklable."""

    def __init__(self, function: Callable[[T], R], *, jobs: int) -> None:
        self._function = function
        self._jobs = jobs

    def map(self, items: Iterable[T], *, wanted: Callable[[T], bool]) -> Results[T, R]:
        """Each item with its result, in order; None for an item that is not `wanted`, Killed for one that kills."""
        if self._jobs == 1:
            for item in items:
                yield item, self._function(item) if wanted(item) else None
        else:
            yield from self._map(items, wanted)

    def _map(self, items: Iterable[T], wanted: Callable[[T], bool]) -> Results[T, R]:
        under_way: deque[tuple[T, Future[R] | None]] = deque()
        pool = _pool(self._jobs)
        try:
            for item in items:
                try:
                    under_way.append((item, pool.submit(self._function, item) if wanted(item) else None))
                except BrokenProcessPool:
                    pool = _pool(self._jobs)
                    under_way.append((item, pool.submit(self._function, item)))
                while len(under_way) > _AHEAD * self._jobs:
                    yield self._result(*under_way.popleft())
            while under_way:
                yield self._result(*under_way.popleft())
        finally:
            pool.shutdown(cancel_futures=True)

    def _result(self, item: T, future: Future[R] | None) -> tuple[T, R | Killed | None]:
        if future is None:
            return item, None
        try:
            return item, future.result()
        except BrokenProcessPool:
            with _pool(1) as alone:
                try:
                    return item, alone.submit(self._function, item).result()
                except BrokenProcessPool:
                    return item, Killed("the process that read it was killed, and again when it read nothing else")


def _pool(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, mp_context=_FRESH, initializer=_ignore_interrupt)


def _ignore_interrupt() -> None:
    """Ctrl-C reaches every process of the terminal; the one that reads the inputs decides what becomes of it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
