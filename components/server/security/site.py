"""Whether a request comes from one of our own pages: another site may not log somebody out."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import Scope

# `none` is the user's own hand: an address that was typed, or a bookmark. No page can bring it about.
OURS = ("same-origin", "none")


def is_ours(scope: Scope) -> bool:
    """Say whether the browser names one of our own pages, or nobody's, as the one that asks.

    Browsers tell the site over https and on this machine; over plain http the page that links here is looked at, and
    who names none is not let through.
    """
    headers = Headers(raw=scope["headers"])
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site in OURS
    try:
        asking = urlsplit(headers.get("origin") or headers.get("referer", "")).netloc
    except ValueError:
        return False
    return bool(asking) and asking.lower() == headers.get("host", "").lower()
