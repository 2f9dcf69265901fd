"""The exceptions that On Record raises on purpose.

    OnRecordError
    ├── InputError        an input cannot be read at all: file and reason
    ├── NotAnArticle      a page was read but holds no article: the reason
    ├── RecordError       a record in JSON has another layout: the field and what is wrong with it
    ├── QueryError        a query has no meaning: the reason and where in the query
    ├── ParameterError    a request's parameter has a wrong value: its name and the reason
    ├── CorrectionError   a correction cannot be made: the reason
    └── ArchiveError      the archive cannot be opened, read or written
        ├── NoArchive     nothing is there
        ├── ArchiveBusy   another process is writing to it
        ├── ArchiveFull   no room is left on its disk
        └── ArchiveBroken record or index are damaged, or of another version

Each message is one line that says what was wrong, where, and what to do.
"""

from __future__ import annotations


class OnRecordError(Exception):
    """The root of the tree: catch this to catch everything that On Record raises on purpose."""


class InputError(OnRecordError):
    """An input that cannot be read at all: it is missing, unreadable, empty, or of an unknown format."""

    def __init__(self, file: str, reason: str, *, record: str = "") -> None:
        super().__init__(f"{file}: {f'{record}: ' if record else ''}{reason}")
        self.file = file
        self.record = record
        self.reason = reason


class NotAnArticle(OnRecordError):
    """A page in which no article was found; `reason` says why in one line."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class RecordError(OnRecordError):
    """The JSON of a record that lacks a field, or has another type of value in it; the message names the field."""


class QueryError(OnRecordError):
    """A query that cannot be parsed; `position` is the character, counted from 0, where parsing stopped."""

    def __init__(self, reason: str, *, position: int) -> None:
        super().__init__(f"{reason} (at character {position + 1} of the query)")
        self.reason = reason
        self.position = position


class ParameterError(OnRecordError):
    """A parameter of a request with a value that it cannot have."""

    def __init__(self, parameter: str, reason: str) -> None:
        super().__init__(f"{parameter}: {reason}")
        self.parameter = parameter
        self.reason = reason


class CorrectionError(OnRecordError):
    """A correction that lacks a field, or refers to something that the archive does not hold."""


class ArchiveError(OnRecordError):
    """The archive cannot be opened, read or written."""


class NoArchive(ArchiveError):
    """There is no archive at the path given."""


class ArchiveBusy(ArchiveError):
    """Another process is writing to the archive."""


class ArchiveFull(ArchiveError):
    """The disk that holds the archive is full; everything committed before is intact."""


class ArchiveBroken(ArchiveError):
    """The record or the index is damaged, or was written by a version that this one cannot read."""
