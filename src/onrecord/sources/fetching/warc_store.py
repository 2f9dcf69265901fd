"""Storage of fetched responses as WARC, and of the validators by which a later visit requests only changed pages.

`FOLDER/fetched-DATE.warc.gz` has a gzip member a record, each complete on disk before the next begins;
`FOLDER/validators.json` maps URLs to ETag and Last-Modified.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import uuid
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

_VALIDATORS = {"etag": "If-None-Match", "last-modified": "If-Modified-Since"}


class FetchedStore:
    """The WARC of one run and the validators of all runs; a context manager that saves the validators."""

    def __init__(self, folder: Path, *, agent: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.file = folder / f"fetched-{datetime.now(UTC):%Y%m%dT%H%M%S%f}.warc.gz"
        self._agent = agent
        self._memory = folder / "validators.json"
        self._validators: dict[str, dict[str, str]] = {}
        if self._memory.exists():
            try:
                self._validators = dict(json.loads(self._memory.read_text("utf-8")))
            except (ValueError, TypeError):
                self._validators = {}  # a file cut short by a crash: request everything again

    def __enter__(self) -> FetchedStore:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        fresh = self._memory.with_suffix(".new")
        fresh.write_text(json.dumps(self._validators, ensure_ascii=False, indent=0), "utf-8")
        fresh.replace(self._memory)

    def conditions(self, url: str) -> dict[str, str]:
        """Return the headers that request `url` only if it changed since it was last kept."""
        return {
            _VALIDATORS[name]: value for name, value in self._validators.get(url, {}).items() if name in _VALIDATORS
        }

    def keep(self, url: str, *, status: str, headers: list[tuple[str, str]], body: bytes) -> None:
        """Append one response: `body` as sent, with its content encoding, without chunking."""
        if not self.file.exists():
            software = f"software: {self._agent}\r\nformat: WARC File Format 1.1\r\n".encode()
            self._append("warcinfo", "", "application/warc-fields", software)
        sent = [(name, value) for name, value in headers if name.lower() not in {"transfer-encoding", "content-length"}]
        lines = "".join(f"{name}: {value}\r\n" for name, value in [*sent, ("Content-Length", str(len(body)))])
        message = f"HTTP/1.1 {status}\r\n{lines}\r\n".encode("latin-1", "replace") + body
        self._append("response", url, "application/http; msgtype=response", message, payload=body)
        validators = {name.lower(): value for name, value in headers if name.lower() in _VALIDATORS}
        if validators and status.startswith("200"):
            self._validators[url] = validators

    def _append(self, kind: str, url: str, content_type: str, block: bytes, *, payload: bytes | None = None) -> None:
        fields = {"WARC-Type": kind, "WARC-Record-ID": f"<urn:uuid:{uuid.uuid4()}>"}
        fields |= {"WARC-Target-URI": url} if url else {}
        fields |= {"WARC-Date": f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}", "Content-Type": content_type}
        fields |= {"WARC-Payload-Digest": _digest(payload)} if payload is not None else {}
        head = "".join(f"{name}: {value}\r\n" for name, value in [*fields.items(), ("Content-Length", str(len(block)))])
        with self.file.open("ab") as file:
            file.write(gzip.compress(f"WARC/1.1\r\n{head}\r\n".encode() + block + b"\r\n\r\n"))


def _digest(payload: bytes) -> str:
    """Return a digest in the form of WARC 1.1, section 5.9; other archives compare SHA-1."""
    return f"sha1:{base64.b32encode(hashlib.sha1(payload, usedforsecurity=False).digest()).decode()}"
