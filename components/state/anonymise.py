"""What regions are called for a while: nothing said here, by their own names."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from types import MappingProxyType

_names: ContextVar[Mapping[str, str]] = ContextVar("names", default=MappingProxyType({}))


def other_name(code: str) -> str:
    """The name that stands for a region's own; "" where none does."""
    return _names.get().get(code, "")


@contextmanager
def called(names: Mapping[str, str]) -> Iterator[None]:
    """Call these regions otherwise in all that is written inside the block."""
    before = _names.set(names)
    try:
        yield
    finally:
        _names.reset(before)
