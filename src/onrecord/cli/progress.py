"""Progress of a long command: a bar with rate and remaining time on a terminal, else a line every ten seconds."""

from __future__ import annotations

import time
from types import TracebackType

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, ProgressColumn, Task, TaskProgressColumn, TextColumn, TimeRemainingColumn
from rich.text import Text

LINE_SECONDS = 10.0


class Rate(ProgressColumn):
    """Column with pages per second since the start."""

    def render(self, task: Task) -> Text:
        """Return the column's text."""
        return Text(_rate(task.fields["pages"], task.elapsed or 0.0))


class Meter:
    """Shows pages read, pages per second and the remaining time on stderr."""

    def __init__(self, total: int, *, quiet: bool = False) -> None:
        """`total` is the size of all inputs in bytes."""
        self.total = total
        self.quiet = quiet
        self.begun = time.monotonic()
        self.printed = self.begun
        console = Console(stderr=True)
        self.bar = Progress(
            TextColumn("{task.fields[pages]} pages"),
            BarColumn(),
            TaskProgressColumn(),
            Rate(),
            TextColumn("left"),
            TimeRemainingColumn(),
            console=console,
            transient=True,
            disable=quiet or not console.is_terminal,
        )
        self.task = self.bar.add_task("", total=max(total, 1), pages=0)
        self.lines = not quiet and not console.is_terminal

    def __enter__(self) -> Meter:
        """Show the bar."""
        self.bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Clear the bar."""
        self.bar.stop()

    def update(self, pages: int, consumed: int) -> None:
        """Show that `pages` pages were read, from the first `consumed` bytes of the inputs."""
        self.bar.update(self.task, completed=consumed, pages=pages)
        now = time.monotonic()
        if self.lines and now - self.printed >= LINE_SECONDS:
            self.printed = now
            elapsed = now - self.begun
            left = elapsed * (self.total - consumed) / consumed if consumed else 0.0
            self.say(
                f"{pages} pages, {_rate(pages, elapsed)}, {100 * consumed / max(self.total, 1):.0f}%, {left:.0f} s left"
            )

    def say(self, line: str) -> None:
        """Print a line on stderr above the bar."""
        if self.bar.live.is_started:
            self.bar.console.print(line, markup=False, highlight=False, soft_wrap=True)
        else:
            click.echo(line, err=True)

    def rate(self, pages: int) -> str:
        """Return the pages per second since the start, as text."""
        return _rate(pages, time.monotonic() - self.begun)


def _rate(pages: int, seconds: float) -> str:
    return f"{pages / seconds:.1f} pages/s" if seconds > 0 else "- pages/s"
