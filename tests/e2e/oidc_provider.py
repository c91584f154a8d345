"""A small OpenID Connect provider on loopback: whoever types an address is that person, as only a test may have it."""

import base64
import hashlib
import json
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT, CLIENT_SECRET = "cakupan", "a secret of the tests"
LIFE_S = 3600


@dataclass
class Provider:
    """What the provider knows. verified: what it says of every address; ended: sessions that were logged out."""

    address: str = ""
    redirect_uri: str = ""
    verified: bool = True
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "tests"}))
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    ended: list[str] = field(default_factory=list)

    def metadata(self) -> dict[str, object]:
        """The discovery document."""
        places = {name: f"{self.address}/{path}" for name, path in PLACES.items()}
        return places | {
            "issuer": self.address,
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "code_challenge_methods_supported": ["S256"],
        }

    def agree(self, asked: dict[str, str]) -> str:
        """Return where to send the browser once somebody has typed their address."""
        code = secrets.token_urlsafe(16)
        self.codes[code] = asked
        return f"{self.redirect_uri}?{urlencode({'code': code, 'state': asked['state']})}"

    def token(self, given: dict[str, str], client: tuple[str, str]) -> dict[str, object] | None:
        """Return the tokens for a code, once; None for a wrong client, code, address or verifier."""
        asked = self.codes.pop(given.get("code", ""), None)
        if asked is None or client != (CLIENT, CLIENT_SECRET) or given.get("redirect_uri") != self.redirect_uri:
            return None
        if _challenge(given.get("code_verifier", "")) != asked["code_challenge"]:
            return None
        return {
            "access_token": secrets.token_urlsafe(16),
            "token_type": "Bearer",
            "expires_in": LIFE_S,
            "id_token": jwt.encode({"alg": "RS256", "kid": "tests"}, self._claims(asked), self.key),
        }

    def _claims(self, asked: dict[str, str]) -> dict[str, object]:
        now = int(time.time())
        said = {"iss": self.address, "aud": CLIENT, "nonce": asked["nonce"], "iat": now, "exp": now + LIFE_S}
        return said | {"sub": asked["email"], "email": asked["email"], "email_verified": self.verified}


PLACES = {
    "authorization_endpoint": "authorize",
    "token_endpoint": "token",
    "jwks_uri": "jwks",
    "end_session_endpoint": "end_session",
}


def _challenge(verifier: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()


@contextmanager
def running_provider(redirect_uri: str) -> Iterator[Provider]:
    """A provider on a free port, for one client that is reached at one address."""
    provider = Provider(redirect_uri=redirect_uri)
    handler = type("Handler", (_Handler,), {"provider": provider})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        provider.address = f"http://127.0.0.1:{server.server_port}"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield provider
        server.shutdown()


class _Handler(BaseHTTPRequestHandler):
    provider: Provider

    def do_GET(self) -> None:
        path, asked = urlsplit(self.path).path, dict(parse_qsl(urlsplit(self.path).query))
        if path == "/.well-known/openid-configuration":
            self._json(self.provider.metadata())
        elif path == "/jwks":
            self._json({"keys": [self.provider.key.as_dict(private=False)]})
        elif path == "/authorize" and asked.get("client_id") == CLIENT:
            self._ask(asked)
        elif path == "/agree":
            self._redirect(self.provider.agree(asked))
        elif path == "/end_session" and asked.get("post_logout_redirect_uri") == self.provider.redirect_uri:
            self.provider.ended.append(asked.get("id_token_hint", ""))
            self._redirect(asked["post_logout_redirect_uri"])
        else:
            self.send_error(400)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        given = {name: values[0] for name, values in parse_qs(body).items()}
        tokens = self.provider.token(given, self._client(given))
        self._json(tokens or {"error": "invalid_grant"}, 200 if tokens else 400)

    def _client(self, given: dict[str, str]) -> tuple[str, str]:
        kind, _, basic = self.headers.get("Authorization", "").partition(" ")
        if kind != "Basic":
            return given.get("client_id", ""), given.get("client_secret", "")
        name, _, secret = base64.b64decode(basic).decode().partition(":")
        return name, secret

    def _ask(self, asked: dict[str, str]) -> None:
        hidden = "".join(
            f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">' for name, value in asked.items()
        )
        form = (
            f'<form action="/agree">{hidden}<label>E-mail <input name="email"></label><button>Continue</button></form>'
        )
        self._send(form.encode(), "text/html; charset=utf-8")

    def _redirect(self, url: str) -> None:
        self.send_response(302)
        self.send_header("Location", url)
        self.end_headers()

    def _json(self, content: object, status: int = 200) -> None:
        self._send(json.dumps(content).encode(), "application/json", status)

    def _send(self, body: bytes, kind: str, status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_said: object) -> None:
        """Say nothing: the journeys read the app's own log."""
