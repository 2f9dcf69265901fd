"""Protection against cross-site request forgery: only our own pages can make corrections.

There are no accounts: whoever can open the pages can correct. So corrections are allowed only if no other machine can
open the pages, or on request. A form on another site that makes a reader's browser post here is recognised by
`Sec-Fetch-Site`, by `Origin`, and by the missing token, which our forms contain and which differs in every process.
(`Origin` is "null" when our own forms post, since our pages send no referrer: Fetch standard, "append a request
`Origin` header".)
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass, field
from hashlib import sha256
from secrets import token_bytes
from urllib.parse import urlsplit

from starlette.exceptions import HTTPException
from starlette.requests import Request

CORRECTIONS_OFF = "Corrections are turned off here. Start the server with `onrecord serve --corrections` to allow them."
OTHER_SITE = "This was sent from another site. Corrections can only be made on the pages of On Record."
OLD_PAGE = "The server has restarted since this page was loaded. Go back, reload the page and try again."


@dataclass(frozen=True, slots=True)
class Guard:
    """Whether corrections are `allowed`, and from where; `hosts` are the host names of this server ("*": any)."""

    allowed: bool
    hosts: tuple[str, ...] = ("*",)
    key: bytes = field(default_factory=lambda: token_bytes(32), repr=False)

    @property
    def token(self) -> str:
        """The token that each of our forms contains."""
        return hmac.new(self.key, b"correct", sha256).hexdigest()

    def check_origin(self, request: Request) -> None:
        """Raise HTTPException 403 if corrections are off, or if the headers say that another site sent this."""
        if not self.allowed:
            raise HTTPException(403, CORRECTIONS_OFF)
        if request.headers.get("sec-fetch-site", "none") not in ("same-origin", "none"):
            raise HTTPException(403, OTHER_SITE)
        origin = request.headers.get("origin", "null")
        if origin != "null" and not self._ours(origin, request.headers.get("host", "")):
            raise HTTPException(403, OTHER_SITE)

    def check_token(self, token: str) -> None:
        """Raise HTTPException 403 if a form's token is not from this process."""
        if not hmac.compare_digest(token.encode(), self.token.encode()):
            raise HTTPException(403, OLD_PAGE)

    def _ours(self, origin: str, host: str) -> bool:
        """True if an origin is the requested host or, behind a proxy, one of our host names."""
        try:
            parts = urlsplit(origin)
        except ValueError:
            return False
        return parts.netloc == host or (parts.hostname in self.hosts and parts.hostname not in LOCAL)


LOCAL = frozenset({"localhost", "127.0.0.1", "[::1]", "::1"})
"""Host names that other servers on this machine share, on other ports."""
