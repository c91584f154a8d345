"""How a long export tells how far it is, and how it is stopped."""

from collections.abc import Callable

# Called with how many parts are done and how many there are; whoever wants the export stopped raises in it.
Step = Callable[[int, int], None]


def no_step(_done: int, _of: int) -> None:
    """Do nothing: for an export that nobody watches."""
