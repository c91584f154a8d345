"""What a browser may do with each answer: the headers that every response carries."""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

import folium

from components.deck.script_hash import script_hash

TILES = "https://tile.openstreetmap.org"
_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_NOTHING = {"default-src": "'none'", "base-uri": "'none'", "form-action": "'none'"}

# The sender's address goes along without path and query: OpenStreetMap's tile servers refuse requests without it.
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), "
    "midi=(), accelerometer=(), gyroscope=(), magnetometer=(), display-capture=(), browsing-topics=()",
}

# Of this name alone: what else an office serves below its own is not ours to decide.
HSTS = {"Strict-Transport-Security": "max-age=31536000"}


def file_policy() -> str:
    """For everything that is no page: opened by itself, it may load and run nothing."""
    return _written(_NOTHING | {"frame-ancestors": "'none'"})


def page_policy(html: str) -> str:
    """For Streamlit's page and so for every page of ours.

    Scripts come from here, from `blob:` (so components of version 2 bring theirs) and from the page's own inline
    scripts, known by their hash; none is made from text. Emotion and Plotly write style elements. The browser asks
    the street map's hosts whether it can reach them, before the frame is mounted.
    """
    hashes = list(map(script_hash, _INLINE_SCRIPT.findall(html)))
    return _written(
        {
            **_NOTHING,
            "script-src": _joined(["'self'", "blob:", "'wasm-unsafe-eval'", *hashes]),
            "style-src": "'self' 'unsafe-inline'",
            "img-src": "'self' data: blob:",
            "font-src": "'self' data:",
            "connect-src": _joined(["'self'", TILES, *_hosts(folium.Map.default_js)]),
            "media-src": "'self' blob:",
            "manifest-src": "'self'",
            "frame-src": "'self'",
            "frame-ancestors": "'none'",
        }
    )


def frame_policy() -> str:
    """For the street map's frame: streamlit-folium runs the map's script by `eval`, Folium loads from its hosts."""
    libraries, styles = _hosts(folium.Map.default_js), _hosts(folium.Map.default_css)
    return _written(
        {
            **_NOTHING,
            "script-src": _joined(["'self'", "'unsafe-inline'", "'unsafe-eval'", *libraries]),
            "style-src": _joined(["'self'", "'unsafe-inline'", *styles]),
            "img-src": _joined(["'self'", "data:", TILES, *libraries]),
            "font-src": _joined(["'self'", "data:", *styles]),
            "frame-ancestors": "'self'",
        }
    )


def _hosts(files: Iterable[tuple[str, str]]) -> list[str]:
    """Scheme and host of each address that Folium names, once."""
    return sorted({f"https://{urlsplit(url).netloc}" for _name, url in files})


def _joined(sources: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(sources))


def _written(rules: dict[str, str]) -> str:
    return "; ".join(f"{name} {value}" for name, value in rules.items())
