"""Protection against requests to private addresses (server-side request forgery).

A host is resolved once, and the connection goes to the address that was checked, so that a name that resolves
differently the second time (DNS rebinding) gains nothing. Addresses that are not public (private, loopback, link-local:
RFC 6890) are refused unless allowed.
"""

from __future__ import annotations

import ipaddress
import socket

import httpx


class ForbiddenError(Exception):
    """An address that must not be fetched; the message is the reason."""


class PublicTransport(httpx.HTTPTransport):
    """A transport that connects to public addresses only."""

    def __init__(self, *, allow_private: bool) -> None:
        super().__init__(retries=0)
        self._allow_private = allow_private

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request to the checked address of its host. Raises ForbiddenError, httpx.HTTPError."""
        host, port = request.url.host, request.url.port or (443 if request.url.scheme == "https" else 80)
        address = self._checked(host, port)
        extensions = {**request.extensions, "sni_hostname": host.encode("idna" if not host.isascii() else "ascii")}
        sent = httpx.Request(
            request.method,
            request.url.copy_with(host=address),
            headers=request.headers,
            stream=request.stream,
            extensions=extensions,
        )
        return super().handle_request(sent)

    def _checked(self, host: str, port: int) -> str:
        try:
            resolved = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise httpx.ConnectError(f"no address is known for {host} ({error})") from error
        addresses = [str(entry[4][0]) for entry in resolved]
        for address in addresses:
            if not self._allow_private and not ipaddress.ip_address(address.partition("%")[0]).is_global:
                raise ForbiddenError(
                    f"{host} is {address}, which is no public address; --allow-private lets it be fetched"
                )
        return addresses[0]
