"""A function mapped over many items on several processes, even if a process is killed.

Items are taken lazily, a bounded number at a time, and come back in order, each with its result. A worker that is
killed (out of memory, a crash in a parser's C code) takes all pending items with it: each is tried once more, alone in
a process of its own, so that the item that kills is distinguished from its neighbours.
"""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

T = TypeVar("T")
R = TypeVar("R")

# Enough that no worker waits for the order of results: of the sample's pages the slowest takes 10 times the mean.
_AHEAD = 8


class Killed(Exception):
    """The process that worked on an item was killed, twice."""


Results = Generator[tuple[T, "R | Killed | None"], None, None]


class Workers(Generic[T, R]):
    """`function` on `jobs` processes; with one job, in this one. The function and its items must be picklable."""

    def __init__(self, function: Callable[[T], R], *, jobs: int) -> None:
        self._function = function
        self._jobs = jobs

    def map(self, items: Iterable[T], *, wanted: Callable[[T], bool]) -> Results[T, R]:
        """Yield each item with its result, in order: None if it is not `wanted`, Killed if it kills its process."""
        if self._jobs == 1:
            for item in items:
                yield item, self._function(item) if wanted(item) else None
        else:
            yield from self._map(items, wanted)

    def _map(self, items: Iterable[T], wanted: Callable[[T], bool]) -> Results[T, R]:
        from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415 (see `_pool`)

        pending: deque[tuple[T, Future[R] | None]] = deque()
        pool = _pool(self._jobs)
        try:
            for item in items:
                try:
                    pending.append((item, pool.submit(self._function, item) if wanted(item) else None))
                except BrokenProcessPool:
                    pool = _pool(self._jobs)
                    pending.append((item, pool.submit(self._function, item)))
                while len(pending) > _AHEAD * self._jobs:
                    yield self._result(*pending.popleft())
            while pending:
                yield self._result(*pending.popleft())
        finally:
            pool.shutdown(cancel_futures=True)

    def _result(self, item: T, future: Future[R] | None) -> tuple[T, R | Killed | None]:
        from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415 (see `_pool`)

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
    """Return a pool of fresh interpreters: forking one with threads (the index's writer) can leave a lock held forever.

    Loaded here, since it takes 0.03 s and one job needs none of it.
    """
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415
    from multiprocessing import get_context  # noqa: PLC0415

    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_ignore_interrupt)


def _ignore_interrupt() -> None:
    """Ignore Ctrl-C, which reaches every process of the terminal: the process that reads the inputs handles it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
