"""What anybody may ask of the server, over HTTP: messages, half-open requests, large files and decks in fair turns."""

import http.client
import socket
import threading
import time
from contextlib import closing, suppress
from urllib.parse import urlsplit

import pytest
from conftest import running_server
from visitor import ask
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from components.state.limits import HEADERS_SECONDS, LARGE_IN_LINE_OF_ONE, MESSAGE_BYTES
from tests.streamlit_private import BackMsg

VIEW = "set=simulated&level=regency&indicator=coverage&segment=all&lang=id"
PATIENCE_S = 240


def asked(server, path: str, **headers: str) -> http.client.HTTPResponse:
    """One request for what may take long on a busy machine, its body read."""
    line = http.client.HTTPConnection(urlsplit(server.address).netloc, timeout=PATIENCE_S)
    line.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    answer = line.getresponse()
    answer.length_read = len(answer.read())  # type: ignore[attr-defined]
    return answer


def open_line(server) -> socket.socket:
    return socket.create_connection(("127.0.0.1", urlsplit(server.address).port), timeout=HEADERS_SECONDS + 30)


@pytest.mark.parametrize("begun", [b"", b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: "])
def test_a_request_that_does_not_end_is_ended(server, begun):
    with closing(open_line(server)) as line:
        line.sendall(begun)
        began = time.monotonic()
        with suppress(ConnectionError, TimeoutError):
            while time.monotonic() - began < HEADERS_SECONDS + 20:
                line.settimeout(1.0)
                try:
                    if not line.recv(100):
                        break
                except TimeoutError:
                    line.sendall(b"a" if begun else b"")  # a drop a second does not begin the wait anew
        assert time.monotonic() - began < HEADERS_SECONDS + 15


def test_a_request_that_comes_slowly_but_in_time_is_answered(server):
    with closing(open_line(server)) as line:
        for piece in (b"GET /_stcore/health HTTP/1.1\r\n", b"Host: localhost\r\n", b"\r\n"):
            line.sendall(piece)
            time.sleep(0.5)
        assert line.recv(100).startswith(b"HTTP/1.1 200")


def test_a_message_of_many_megabytes_is_not_taken(server):
    message = BackMsg()
    message.rerun_script.query_string = "a=" + "x" * MESSAGE_BYTES
    stream = f"{server.address.replace('http', 'ws')}/_stcore/stream"
    with connect(stream, subprotocols=["streamlit"], max_size=None) as line:
        with pytest.raises(ConnectionClosed) as closed:
            line.send(message.SerializeToString())
            for _ in range(1000):
                line.recv(timeout=20)
        assert closed.value.rcvd is not None and closed.value.rcvd.code == 1009


def test_one_address_has_so_much_in_line_and_another_and_a_small_deck_do_not_wait_for_it(browser, tmp_path):
    assert browser.is_connected()
    with running_server(tmp_path) as server:  # its own: what stands in line is left undone
        one_address_has_so_much_in_line(server)


def one_address_has_so_much_in_line(server):
    answers: list[tuple[int, str | None]] = []

    def deck(period: str, who: str) -> None:
        with suppress(http.client.HTTPException, OSError):  # the server may end before the last is made
            answer = asked(server, f"/decks/view?{VIEW}&area=ID&period={period}&download=1", X_Forwarded_For=who)
            answers.append((answer.status, answer.getheader("Retry-After")))

    assert asked(server, f"/decks/view?{VIEW}&area=17&download=1").status == 200  # the figures are at hand
    months = [f"2023-{month:02d}" for month in range(1, 13)]
    asking = [threading.Thread(target=deck, args=(month, "203.0.113.9"), daemon=True) for month in months]
    for one in asking:
        one.start()
    while len(answers) < len(months) - LARGE_IN_LINE_OF_ONE:
        time.sleep(0.1)
    assert set(answers) == {(429, "20")}
    refused = ask(server.address, "GET", f"/decks/view?{VIEW}&area=ID&period=2022-01", X_Forwarded_For="203.0.113.9")
    assert (refused.status, "coba lagi dalam 20 detik" in refused.text) == (429, True)
    small = asked(server, f"/decks/view?{VIEW}&area=51&download=1", X_Forwarded_For="203.0.113.9")
    assert small.status == 200
    assert len(answers) == len(months) - LARGE_IN_LINE_OF_ONE, "the small deck waited for large ones"


def test_a_large_file_is_written_once_for_all_who_ask(server):
    path = f"/downloads/observations.xlsx?{VIEW}&area=35&period=2024-11&scope=view"  # in a child: 7,000 rows
    answers: list[tuple[int, int]] = []

    def file() -> None:
        answer = asked(server, path)
        answers.append((answer.status, answer.length_read))

    asking = [threading.Thread(target=file) for _ in range(8)]
    for one in asking:
        one.start()
    for one in asking:
        one.join()
    assert {status for status, _ in answers} == {200} and len(set(answers)) == 1, answers
    began = time.monotonic()
    assert asked(server, path).status == 200  # it is kept
    assert time.monotonic() - began < 5
