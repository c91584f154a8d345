"""Files that cost seconds to make and can always be made again, kept under a seal that shows damage."""

import hashlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from components.state.whole_files import write_whole

SEAL_LENGTH = hashlib.sha256().digest_size


def keep(path: Path, source: bytes, make: Callable[[bytes], bytes]) -> bytes:
    """Return what `make` makes of the source: from the file where its seal holds, else made and stored anew.

    The seal is the hash of source and product: a damaged file, or one of another source, is never used.
    """
    product = _read(path, source)
    if product is None:
        product = make(source)
        with suppress(OSError):  # a read-only folder or a full disk: this process goes on from memory
            write_whole(path, _seal(source, product) + product)
    return product


def _seal(source: bytes, product: bytes) -> bytes:
    return hashlib.sha256(len(source).to_bytes(8, "big") + source + product).digest()


def _read(path: Path, source: bytes) -> bytes | None:
    try:
        stored = path.read_bytes()
    except OSError:
        return None
    product = stored[SEAL_LENGTH:]
    return product if stored[:SEAL_LENGTH] == _seal(source, product) else None
