"""Who may correct: takes a request that would change something, refuses it unless it comes from a page of our own.

Whoever can open the pages can correct, so that is allowed where only this machine can open them, or where it is asked
for. A page of another site that has a reader's browser post here is told by `Sec-Fetch-Site`, by `Origin`, and by
lacking the token, which stands in our own forms and is another in every process. (`Origin` is "null" in our own forms'
posts, since our pages send no referrer: Fetch standard, "append a request Origin header".)
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass, field
from hashlib import sha256
from secrets import token_bytes
from urllib.parse import urlsplit

from starlette.exceptions import HTTPException
from starlette.requests import Request

OFF = "Corrections are turned off here. Who serves these pages can allow them: onrecord serve --corrections"
ELSEWHERE = "This was sent from a page of another site. Corrections are made on the pages of On Record itself."
OLDER = "The page that this was sent from is older than this server. Go back, load it again, and correct there."


@dataclass(frozen=True, slots=True)
class Guard:
    """Whether corrections are `allowed`, and from where; `hosts` are the names that we answer to ("*": any)."""

    allowed: bool
    hosts: tuple[str, ...] = ("*",)
    key: bytes = field(default_factory=lambda: token_bytes(32), repr=False)

    @property
    def token(self) -> str:
        """What every form of ours carries."""
        return hmac.new(self.key, b"correct", sha256).hexdigest()

    def admit(self, request: Request) -> None:
        """Refuse (403) what may not be, or comes from another site as far as its headers tell."""
        if not self.allowed:
            raise HTTPException(403, OFF)
        if request.headers.get("sec-fetch-site", "none") not in ("same-origin", "none"):
            raise HTTPException(403, ELSEWHERE)
        origin = request.headers.get("origin", "null")
        if origin != "null" and not self._ours(origin, request.headers.get("host", "")):
            raise HTTPException(403, ELSEWHERE)

    def check(self, token: str) -> None:
        """Refuse (403) a form that is none of this process's."""
        if not hmac.compare_digest(token.encode(), self.token.encode()):
            raise HTTPException(403, OLDER)

    def _ours(self, origin: str, host: str) -> bool:
        """Whether an origin is the host that was asked, or, behind a proxy, a name that we were told to answer to."""
        try:
            parts = urlsplit(origin)
        except ValueError:
            return False
        return parts.netloc == host or (parts.hostname in self.hosts and parts.hostname not in LOCAL)


LOCAL = frozenset({"localhost", "127.0.0.1", "[::1]", "::1"})
"""Names that other servers on this machine have too, on other ports."""
