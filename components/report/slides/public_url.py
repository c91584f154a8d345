"""The audience's address of this server, as CAKUPAN_PUBLIC_URL says: for codes to scan and addresses to type."""

import logging
import os
import re
from functools import cache
from urllib.parse import urlsplit

log = logging.getLogger(__name__)
LONGEST = 200
# Signs that need no escape in an address: it is printed, and drawn as a code.
SIGNS = re.compile(r"[A-Za-z0-9.:/_~\[\]-]+")


def public_address(path: str) -> str:
    """Return a path of this server as the audience writes it; "" without a public address that works."""
    root = _checked(os.environ.get("CAKUPAN_PUBLIC_URL", "").strip())
    return root + path if root else ""


@cache
def _checked(written: str) -> str:
    """Return the address without a slash at its end; one that is no http address is left out and logged once."""
    if not written:
        return ""
    if not _is_web_address(written):
        log.error("CAKUPAN_PUBLIC_URL is no web address such as https://cakupan.example.go.id: %r", written[:LONGEST])
        return ""
    return written.rstrip("/")


def _is_web_address(written: str) -> bool:
    if len(written) > LONGEST or not SIGNS.fullmatch(written):
        return False
    try:
        parts = urlsplit(written)
        _port = parts.port
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)
