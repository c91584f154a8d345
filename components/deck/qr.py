"""The address of a deck as a QR code: one path, so that no picture and no markup travels."""

from typing import Any


def qr_code(address: str) -> dict[str, Any] | None:
    """`size` in modules with the quiet zone, and `path`: a stroke per run of dark modules; None for no address."""
    if not address:
        return None
    import segno  # noqa: PLC0415 - wanted only where an address is given

    rows = [bytes(row) for row in segno.make(address, error="m", micro=False).matrix_iter(border=4)]
    return {"size": len(rows), "path": "".join(_runs(row, y) for y, row in enumerate(rows))}


def _runs(row: bytes, y: int) -> str:
    pieces, x = [], 0
    while x < len(row):
        length = 1
        while x + length < len(row) and row[x + length] == row[x]:
            length += 1
        if row[x]:
            pieces.append(f"M{x} {y + 0.5}h{length}")
        x += length
    return "".join(pieces)
