"""The address of a deck as a QR code, for telephones in the room."""

import io

import segno


def link_png(address: str) -> bytes:
    """Return the code as PNG, with the quiet rim that readers need."""
    return _saved(address, "png", scale=12)


def link_svg(address: str) -> bytes:
    """Return the code as SVG."""
    return _saved(address, "svg", scale=4)


def _saved(address: str, kind: str, scale: int) -> bytes:
    content = io.BytesIO()
    segno.make(address, error="m").save(content, kind=kind, scale=scale, border=4)
    return content.getvalue()
