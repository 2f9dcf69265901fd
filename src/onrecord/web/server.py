"""Serving the pages: takes an open archive and an address, serves until interrupted."""

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
    """Where to serve, and what may be done there. Port 0 takes a free one.

    `names` are further names that a proxy passes on; see `hosts`. `corrections` lets readers correct, or not; None
    lets them where only this machine can open the pages.
    """

    host: str = "127.0.0.1"
    port: int = PORT
    names: Sequence[str] = ()
    corrections: bool | None = None


def serve(archive: Archive, *, reread: Reread, service: Service) -> None:
    """Serve `archive` until Ctrl-C; prints the address once. Raises OnRecordError where the address cannot be had."""
    with listen(service.host, service.port) as listening, suppress(KeyboardInterrupt):
        names = hosts(listening, service.host, *service.names)
        app = create_app(archive, reread=reread, hosts=names, corrections=correctable(listening, service))
        config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False)
        print(f"On Record is at {address(listening)} (Ctrl-C stops it)", flush=True)
        uvicorn.Server(config).run(sockets=[listening])
    print("On Record has stopped.", file=sys.stderr)


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens there. Raises OnRecordError where it cannot: the port is taken, the host not ours."""
    try:
        family, kind, _, _, where = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listening = socket.socket(family, kind)
    except OSError as error:
        raise OnRecordError(f"{host}: no such address here ({error.strerror}); try --host 127.0.0.1") from error
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(where)
        listening.listen()
    except OSError as error:
        listening.close()
        raise OnRecordError(_refusal(host, port, error)) from error
    return listening


def hosts(listening: socket.socket, *names: str) -> tuple[str, ...]:
    """The names to answer to: on a loopback address its own names and `names`, elsewhere any.

    Without this, a page on the web whose name is made to point to this machine (DNS rebinding) could read the archive.
    """
    return ("localhost", "127.0.0.1", "[::1]", *names) if is_local(listening) else ("*",)


def correctable(listening: socket.socket, service: Service) -> bool:
    """Whether readers may correct. A further name says that a proxy hands the pages on, so loopback says nothing."""
    if service.corrections is None:
        return is_local(listening) and not service.names
    return service.corrections


def is_local(listening: socket.socket) -> bool:
    """Whether a socket listens on a loopback address, which only this machine reaches (or a proxy on it)."""
    return ip_address(listening.getsockname()[0].partition("%")[0]).is_loopback


def address(listening: socket.socket) -> str:
    """The URL of a listening socket."""
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def _refusal(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"port {port} on {host} is in use: stop what uses it, or choose another with --port"
    return f"cannot listen on {host}, port {port} ({error.strerror}): choose others with --host and --port"
