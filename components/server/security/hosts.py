"""The names that the server answers to: a foreign name led to our address (DNS rebinding) gets no answer."""

import os
from urllib.parse import urlsplit

from components.state import streamlit_private
from components.state.client import Client, literal

ANY = "*"


def is_ours(caller: Client) -> bool:
    """Say whether the request names this server.

    Ours are localhost, every IP address (no name can be led astray by it), the host of the login's redirect_uri,
    and the names in CAKUPAN_HOSTS: separated by commas, `*.example.go.id` for all below, `*` for any name.
    """
    name = caller.host
    if not name:
        return False
    return name == "localhost" or literal(name) is not None or any(_means(known, name) for known in known_hosts())


def known_hosts() -> list[str]:
    """The names that were configured, lower case."""
    written = [name.strip().lower().removesuffix(".") for name in os.environ.get("CAKUPAN_HOSTS", "").split(",")]
    login = urlsplit(streamlit_private.login_origin() or "").hostname
    return [name for name in [*written, login] if name]


def _means(known: str, name: str) -> bool:
    if known.startswith("*."):
        return name.endswith(known[1:])
    return known in (ANY, name)
