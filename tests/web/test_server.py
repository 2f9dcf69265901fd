"""The server: it prints its address once, stops on Ctrl-C, and reports an unavailable address in one line."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

from onrecord.model.errors import OnRecordError
from onrecord.web.server import address, hosts, listen

SERVE = """
import sys
from pathlib import Path
from onrecord.archive import open_archive
from onrecord.web import Service, serve
with open_archive(Path(sys.argv[1])) as archive:
    serve(archive, reread=lambda evidence: b"", service=Service(port=0))
"""


def test_serve_prints_its_address_and_stops_on_ctrl_c(paper: Path) -> None:
    command = [sys.executable, "-c", SERVE, str(paper)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            line = server.stdout.readline()
            url = line.split()[4]
            assert line == f"On Record is at {url} (press Ctrl-C to stop)\n"
            with urlopen(f"{url}health", timeout=20) as response:
                assert response.read() == b"ok\n"
                assert "uvicorn" not in response.headers.get("server", "")
            server.send_signal(signal.SIGINT)
            out, err = server.communicate(timeout=20)
        finally:
            server.kill()
    assert (server.returncode, out, err) == (0, "", "On Record has stopped.\n")


def test_a_port_in_use_is_reported_in_one_line() -> None:
    with listen("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(OnRecordError) as refused:
            listen("127.0.0.1", port)
    assert str(refused.value) == (
        f"port {port} on 127.0.0.1 is in use: stop the program that uses it, or choose another port with --port"
    )


def test_a_foreign_host_is_reported_in_one_line() -> None:
    with pytest.raises(OnRecordError, match=r"^cannot listen on 192\.0\.2\.1, port 0 \(.+\): choose another address"):
        listen("192.0.2.1", 0)


def test_the_address_of_a_socket() -> None:
    with listen("127.0.0.1", 0) as listening:
        assert address(listening) == f"http://127.0.0.1:{listening.getsockname()[1]}/"
    if socket.has_ipv6:
        with listen("::1", 0) as listening:
            assert address(listening).startswith("http://[::1]:")


def test_a_local_archive_answers_to_its_own_names_only() -> None:
    with listen("127.0.0.1", 0) as local, listen("0.0.0.0", 0) as anywhere:
        assert hosts(local, "archive.example") == ("localhost", "127.0.0.1", "[::1]", "archive.example")
        assert hosts(anywhere, "archive.example") == ("*",)
