"""The web server: shows an open archive at an address until it is interrupted."""

from __future__ import annotations

import errno
import socket
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import ip_address

import uvicorn

from onrecord.archive.protocol import Archive
from onrecord.model.errors import OnRecordError
from onrecord.web.app import create_app
from onrecord.web.pages.article import Reread

PORT = 8765


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """The address to serve at, and whether readers can make corrections. Port 0 picks a free port.

    `names` are further host names that a proxy passes on, see `hosts`. `corrections` allows corrections or not; None
    allows them if only this machine can open the pages.
    """

    host: str = "127.0.0.1"
    port: int = PORT
    names: Sequence[str] = ()
    corrections: bool | None = None


def serve(archive: Archive, *, reread: Reread, service: Service) -> None:
    """Print the address and serve `archive` until Ctrl-C. Raises OnRecordError if the address is not available."""
    with listen(service.host, service.port) as listening, suppress(KeyboardInterrupt):
        names = hosts(listening, service.host, *service.names)
        app = create_app(archive, reread=reread, hosts=names, corrections=correctable(listening, service))
        config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False)
        print(f"On Record is at {address(listening)} (press Ctrl-C to stop)", flush=True)
        uvicorn.Server(config).run(sockets=[listening])
    print("On Record has stopped.", file=sys.stderr)


def listen(host: str, port: int) -> socket.socket:
    """Return a listening socket. Raises OnRecordError if the port is in use, or the host is not this machine."""
    try:
        family, kind, _, _, where = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listening = socket.socket(family, kind)
    except OSError as error:
        raise OnRecordError(
            f"{host} is not an address of this machine ({error.strerror}); try --host 127.0.0.1"
        ) from error
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(where)
        listening.listen()
    except OSError as error:
        listening.close()
        raise OnRecordError(_refusal(host, port, error)) from error
    return listening


def hosts(listening: socket.socket, *names: str) -> tuple[str, ...]:
    """Return the host names to answer to: on a loopback address its own names and `names`, else any ("*").

    Otherwise a web page whose host name is made to point to this machine (DNS rebinding) could read the archive.
    """
    return ("localhost", "127.0.0.1", "[::1]", *names) if is_local(listening) else ("*",)


def correctable(listening: socket.socket, service: Service) -> bool:
    """True if readers can make corrections. A further host name means a proxy, which others can reach."""
    if service.corrections is None:
        return is_local(listening) and not service.names
    return service.corrections


def is_local(listening: socket.socket) -> bool:
    """True if a socket listens on a loopback address, which only this machine (or a proxy on it) can reach."""
    return ip_address(listening.getsockname()[0].partition("%")[0]).is_loopback


def address(listening: socket.socket) -> str:
    """Return the URL of a listening socket."""
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def _refusal(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"port {port} on {host} is in use: stop the program that uses it, or choose another port with --port"
    return f"cannot listen on {host}, port {port} ({error.strerror}): choose another address with --host and --port"
