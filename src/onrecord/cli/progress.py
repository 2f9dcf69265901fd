"""How far a long command is: a bar with rate and remaining time on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import time
from types import TracebackType

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, ProgressColumn, Task, TaskProgressColumn, TextColumn, TimeRemainingColumn
from rich.text import Text

LINE_SECONDS = 10.0


class Rate(ProgressColumn):
    """Pages a second since the start."""

    def render(self, task: Task) -> Text:
        """The column's text."""
        return Text(_rate(task.fields["pages"], task.elapsed or 0.0))


class Meter:
    """Shows pages read, pages a second and the time that remains, on stderr."""

    def __init__(self, total: int, *, quiet: bool = False) -> None:
        """`total` is the bytes to read in all."""
        self.total = total
        self.quiet = quiet
        self.begun = time.monotonic()
        self.told = self.begun
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
        """Begin to show."""
        self.bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Clear the bar."""
        self.bar.stop()

    def update(self, pages: int, consumed: int) -> None:
        """Tell how many pages were read and how many bytes of the inputs they took."""
        self.bar.update(self.task, completed=consumed, pages=pages)
        now = time.monotonic()
        if self.lines and now - self.told >= LINE_SECONDS:
            self.told = now
            elapsed = now - self.begun
            left = elapsed * (self.total - consumed) / consumed if consumed else 0.0
            self.say(
                f"{pages} pages, {_rate(pages, elapsed)}, {100 * consumed / max(self.total, 1):.0f}%, {left:.0f} s left"
            )

    def say(self, line: str) -> None:
        """Print a line on stderr without spoiling the bar."""
        if self.bar.live.is_started:
            self.bar.console.print(line, markup=False, highlight=False, soft_wrap=True)
        else:
            click.echo(line, err=True)

    def rate(self, pages: int) -> str:
        """Pages a second since the start, in words."""
        return _rate(pages, time.monotonic() - self.begun)


def _rate(pages: int, seconds: float) -> str:
    return f"{pages / seconds:.1f} pages/s" if seconds > 0 else "- pages/s"
