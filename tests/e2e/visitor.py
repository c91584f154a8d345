"""A visitor without a browser: a live session by its websocket, and requests with any header whatsoever."""

import http.client
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from urllib.parse import urlsplit

from itsdangerous import TimestampSigner, URLSafeTimedSerializer
from websockets.sync.client import connect

from tests.streamlit_private import (
    USER_COOKIE,
    XSRF_COOKIE,
    BackMsg,
    ForwardMsg,
    create_signed_value,
    set_cookie_with_chunks,
)

BOUNDARY = "the-edge-of-the-file"
MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Answer:
    status: int
    text: str
    headers: http.client.HTTPMessage


def ask(address: str, method: str, path: str, body=None, **headers: str) -> Answer:
    """One request; `Host` may be any, and a body that is an iterator goes out in chunks."""
    line = http.client.HTTPConnection(urlsplit(address).netloc, timeout=30)
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    line.request(method, path, body=body, headers=sent, encode_chunked=isinstance(body, Iterator))
    answer = line.getresponse()
    said = Answer(answer.status, answer.read().decode("utf-8", "replace"), answer.headers)
    line.close()
    return said


@dataclass
class Visitor:
    """Somebody with cookies and a live session."""

    address: str
    cookies: dict[str, str]
    session: str = ""
    held: list[str] = field(default_factory=list)

    def headers(self) -> dict[str, str]:
        pairs = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return {"Cookie": pairs, "X-Xsrftoken": self.cookies[XSRF_COOKIE]}

    def upload(self, size: int = 10, name: str = "one", session: str = "", **more: str) -> Answer:
        """Send a file of some bytes by PUT, its length said beforehand."""
        return self._send("PUT", _form(size), name, session, **more)

    def upload_in_chunks(self, size: int, name: str = "one") -> Answer:
        """Send a file whose length nobody says."""
        body = _form(size)
        return self._send("PUT", (body[at : at + 65536] for at in range(0, len(body), 65536)), name, "")

    def drop(self, name: str = "one", **more: str) -> Answer:
        return self._send("DELETE", None, name, "", **more)

    def post(self) -> Answer:
        return self._send("POST", _form(10), "one", "")

    def _send(self, method: str, body, name: str, session: str, **more: str) -> Answer:
        path = f"/_stcore/upload_file/{session or self.session}/{name}"
        kind = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"} if body is not None else {}
        return ask(self.address, method, path, body, **self.headers() | kind | more)


def _form(size: int) -> bytes:
    head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="f.csv"\r\n\r\n'
    return head.encode() + b"x" * size + f"\r\n--{BOUNDARY}--\r\n".encode()


@contextmanager
def visiting(
    address: str, login: dict[str, str] | None = None, *, draws: bool = True, **headers: str
) -> Iterator[Visitor]:
    """Open a session as the browser does.

    login: cookies; draws: whether the server draws its page to the end, seconds of work for whoever asks next;
    headers: more of the websocket's own.
    """
    given = SimpleCookie(ask(address, "GET", "/_stcore/health").headers["Set-Cookie"])
    visitor = Visitor(address, {XSRF_COOKIE: given[XSRF_COOKIE].value} | (login or {}))
    sent = {"Cookie": visitor.headers()["Cookie"]} | {name.replace("_", "-"): text for name, text in headers.items()}
    stream = f"ws://{urlsplit(address).netloc}/_stcore/stream"
    protocols = ["streamlit", visitor.cookies[XSRF_COOKIE]]
    with connect(stream, subprotocols=protocols, origin=address, additional_headers=sent, max_size=None) as line:
        begin = BackMsg()
        begin.rerun_script.query_string = ""
        line.send(begin.SerializeToString())
        visitor.session = _session(line)
        if not draws:
            line.send(BackMsg(stop_script=True).SerializeToString())
        yield visitor


def _session(line) -> str:
    while True:
        message = ForwardMsg()
        message.ParseFromString(line.recv(timeout=30))
        if message.WhichOneof("type") == "new_session":
            return message.new_session.initialize.session_id


def login_cookies(email: str, secret: str, origin: str, age_s: int = 0, **claims: object) -> dict[str, str]:
    """The cookies of a login as Streamlit writes them: in several parts where they are long."""
    cookies: dict[str, str] = {}

    def sign(name: str, value: str) -> bytes:
        return _signed_before(age_s, secret, name, value) if age_s else create_signed_value(secret, name, value)

    def put(name: str, value: str) -> None:
        cookies[name] = sign(name, value).decode()

    said = {"email": email, "email_verified": True, "origin": origin, "is_logged_in": True} | claims
    set_cookie_with_chunks(put, sign, USER_COOKIE, json.loads(json.dumps(said)), cookie_attr_size=100)
    return cookies


def _signed_before(age_s: int, secret: str, name: str, value: str) -> bytes:
    class Earlier(TimestampSigner):
        def get_timestamp(self) -> int:
            return int(time.time()) - age_s

    return URLSafeTimedSerializer(secret, salt=name, signer=Earlier).dumps(value).encode()
