"""Exit codes of the command `onrecord`, as its help lists them; 0 is success."""

from __future__ import annotations

REJECTED = 1
"""Some inputs, or some lines of a file, were rejected; each is listed with its reason."""

USAGE = 2
"""The command line, the query or the correction is not valid, or there is no archive yet."""

ARCHIVE = 3
"""The archive exists but could not be opened, read or written."""

INTERRUPTED = 130
"""Stopped by Ctrl-C or SIGTERM (128 + SIGINT, as shells report it)."""
