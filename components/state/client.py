"""Who asks, as far as the connection itself tells: from which machine, under which name, through which proxy."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from ipaddress import IPv4Address, IPv6Address, ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.requests import HTTPConnection
from starlette.types import Scope

_HOST = re.compile(r"(?P<name>\[[0-9a-f:.]+\]|[a-z0-9_.-]+)(:[0-9]{1,5})?", re.IGNORECASE)
# A proxy that says nothing of itself is caught by the Origin, which names the address in the browser.
_FORWARDING = re.compile(
    r"forwarded|via|x-forwarded.*|x-original-.*|x-envoy-.*|x-real-ip|x-client-ip|x-cluster-client-ip|"
    r"true-client-ip|client-ip|cf-.*|fastly-.*|fly-.*|x-azure-.*|x-appengine-.*|x-amzn-.*"
)


@dataclass(frozen=True)
class Client:
    """One request or websocket. address: the other end's IP, "" where the connection has none."""

    address: str
    headers: Headers

    @cached_property
    def cookies(self) -> Mapping[str, str]:
        return HTTPConnection({"type": "http", "headers": self.headers.raw}).cookies

    @cached_property
    def host(self) -> str:
        """The host's name, lower case and without a port; "" where the header is missing, double or malformed."""
        return host_name(self.headers.getlist("host"))

    @cached_property
    def origin(self) -> str:
        """The page that asks, such as `http://localhost:8501`; "" where the browser names none."""
        return self.headers.get("origin", "")


def caller_of(scope: Scope) -> Client:
    """Return who sends an ASGI request."""
    client = scope.get("client")
    return Client(client[0] if client else "", Headers(raw=scope["headers"]))


def caller_with(address: str | None, headers: Iterable[tuple[str, str]]) -> Client:
    """Return who has opened a websocket, from what Streamlit keeps of it."""
    raw = [(name.lower().encode("latin-1"), value.encode("latin-1", "replace")) for name, value in headers]
    return Client(address if isinstance(address, str) else "", Headers(raw=raw))


def sits_here(caller: Client) -> bool:
    """Say whether a caller sits at this machine, has called it by its own name, and nothing stands between.

    The name keeps out a foreign page whose name was led to 127.0.0.1 (DNS rebinding); the page that asks must be
    ours, or a page of another program on this machine would act as its user.
    """
    return (
        is_loopback(caller.address)
        and (caller.host == "localhost" or is_loopback(caller.host))
        and _is_same_origin(caller)
        and not is_forwarded(caller.headers)
    )


def is_forwarded(headers: Headers) -> bool:
    """Say whether a header tells of a proxy."""
    return any(_FORWARDING.fullmatch(name) for name in headers)


def is_loopback(name: str) -> bool:
    """Say whether an IP address means this machine; an IPv4 one may be written as IPv6."""
    found = literal(name)
    mapped = found.ipv4_mapped if isinstance(found, IPv6Address) else None
    return found is not None and (mapped or found).is_loopback


def literal(name: str) -> IPv4Address | IPv6Address | None:
    """Return the IP address that a text is, None for a name."""
    try:
        return ip_address(name)
    except ValueError:
        return None


def host_name(given: list[str]) -> str:
    """Return the name in the Host headers of a request, "" unless there is exactly one that is well-formed."""
    found = _HOST.fullmatch(given[0]) if len(given) == 1 else None
    return found["name"].strip("[]").lower().removesuffix(".") if found else ""


def _is_same_origin(caller: Client) -> bool:
    if not caller.origin:
        return True
    try:
        netloc = urlsplit(caller.origin).netloc
    except ValueError:
        return False
    return netloc.lower() == caller.headers.get("host", "").lower()
