"""What the figures of each key in use were read from, so that other contents under the same key are noticed."""

from components.state.memo import forget_figures

# What the figures of each key in use were read from.
_stamps: dict[str, str] = {}


def settle(key: str, stamp: str) -> None:
    """Forget all figures where a key stands for others than those in the caches.

    A version set aside at another process's start leaves its number to the next one; a draft may be put on another
    version. Both are rare, so that everything may go.
    """
    known = _stamps
    if known.setdefault(key, stamp) != stamp:
        known.clear()
        known[key] = stamp
        forget_figures()


def settled(key: str) -> str:
    return _stamps.get(key, "")
