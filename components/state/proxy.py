"""What a proxy says of the browser behind it, where it may be believed: its address, and whether it came by TLS."""

import os
from collections.abc import Iterator
from ipaddress import IPv4Network, IPv6Network, ip_network
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import Scope

from components.state import streamlit_private
from components.state.client import Client, caller_of, is_loopback, literal


def browser_address(scope: Scope) -> str:
    """Return the address of whoever asks: the last one on the way that is no proxy of ours.

    A header is believed only where one of our proxies has sent it, for anybody can write one. uvicorn has done the
    same already for proxies on this machine.
    """
    return address_behind(caller_of(scope))


def address_behind(caller: Client) -> str:
    """The same of a caller, such as the one who has opened a page."""
    address = caller.address
    for before in _before(caller.headers):
        if not is_proxy(address) or literal(before) is None:
            break
        address = before
    return address


def came_by_tls(scope: Scope) -> bool:
    """Say whether the browser speaks TLS: to us, to a proxy of ours that says so, or by the login's own https address.

    A login is made for one address (redirect_uri); where that is https, who asks for its host came through TLS.
    """
    if scope.get("scheme") in ("https", "wss"):
        return True
    caller = caller_of(scope)
    if is_proxy(caller.address) and caller.headers.get("x-forwarded-proto", "").strip().lower() in ("https", "wss"):
        return True
    ours = urlsplit(streamlit_private.login_origin() or "")
    return ours.scheme == "https" and caller.host == ours.hostname


def is_proxy(address: str) -> bool:
    """Say whether an address is one of our proxies: this machine, or named in CAKUPAN_PROXIES.

    CAKUPAN_PROXIES: addresses or networks, such as `10.0.0.5, 10.1.0.0/16`; what is neither is passed over.
    """
    found = literal(address)
    return found is not None and (is_loopback(address) or any(found in network for network in _networks()))


def _networks() -> Iterator[IPv4Network | IPv6Network]:
    for written in os.environ.get("CAKUPAN_PROXIES", "").split(","):
        try:
            yield ip_network(written.strip(), strict=False)
        except ValueError:
            continue


def _before(headers: Headers) -> list[str]:
    """The addresses that X-Forwarded-For names, the nearest first."""
    given = headers.getlist("x-forwarded-for")
    return [one.strip() for one in ",".join(given).split(",")][::-1] if given else []
