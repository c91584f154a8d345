"""Results that all sessions share: each is worked out once, kept while it is asked for, and forgotten with the figures.

Nobody may change what they get from here in place. Streamlit's own caches cost 70 µs a hit, and these one: a click asks
a few hundred times.
"""

from collections.abc import Callable, MutableMapping
from threading import Condition
from typing import Any, ParamSpec, Protocol, TypeVar

from cachetools import LRUCache, TTLCache, cached

Given = ParamSpec("Given")
Result_co = TypeVar("Result_co", covariant=True)
_of_figures: list[Callable[[], None]] = []


class Remembered(Protocol[Given, Result_co]):
    """A function whose results are kept by its arguments."""

    def __call__(self, *args: Given.args, **kwargs: Given.kwargs) -> Result_co: ...

    def cache_clear(self) -> None: ...


def remember(
    most: int = 1, *, seconds: float | None = None, figures: bool = False
) -> Callable[[Callable[Given, Result_co]], Remembered[Given, Result_co]]:
    """Keep the last results of a function by its arguments; who asks while one is worked out waits for that one.

    most: results that are kept. seconds: how long each is good; for ever by default. figures: made from a dataset, so
    that `forget_figures` empties it. An error is not kept.
    """

    def remembering(function: Callable[Given, Result_co]) -> Remembered[Given, Result_co]:
        kept: MutableMapping[Any, Any] = LRUCache(most) if seconds is None else TTLCache(most, seconds)
        found: Remembered[Given, Result_co] = cached(kept, condition=Condition())(function)
        if figures:
            forgotten_with_figures(found.cache_clear)
        return found

    return remembering


def forgotten_with_figures(clear: Callable[[], None]) -> None:
    """Call `clear` whenever figures are forgotten, for what is kept elsewhere and made of them."""
    _of_figures.append(clear)


def forget_figures() -> None:
    """Forget everything that was made from a dataset."""
    for clear in _of_figures:
        clear()
