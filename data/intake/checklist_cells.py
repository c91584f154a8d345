"""What the cells of a list say: whether something is done, and by when it shall be."""

import re
from collections.abc import Iterable, Mapping
from datetime import date

from data.intake.header import tidy
from data.intake.period_names import read_period
from data.periods import period_end

_DONE = frozenset("ya sudah terdaftar ada aktif selesai yes y x v 1 true done enrolled ✓ ✔ √ ☑".split())  # noqa: SIM905
_ALREADY = frozenset(["already", "sudah"])
_NEGATED = frozenset("tidak belum tdk blm no not".split())  # noqa: SIM905
_OPEN = _NEGATED | frozenset(["", "n", "0", "false", "-", "–", "—", "open", "todo", "☐", "✗", "✘", "not yet"])
# Signs that tick a box where they stand alone, and cross it out beside a tick; of the others nobody can say alone.
_BALLOT, _CROSSED = frozenset(["x", "☒"]), frozenset(["×", "✗", "✘", "✕"])
# `T` is tidak beside `Y`, and anything alone; a plus is a tick only against a minus.
_BESIDE_YES, _BESIDE_MINUS = frozenset(["t"]), frozenset(["+"])
_SIGNS = _BALLOT | _CROSSED | _BESIDE_YES | _BESIDE_MINUS
Meanings = Mapping[str, bool | None]


def mark_of(text: str) -> str:
    """Return a cell as it is told from others: `" Sudah. "` and `sudah` are one mark."""
    return tidy(text).strip(".")


def read_marks(texts: Iterable[str]) -> dict[str, bool | None]:
    """Return what each mark of a column says, in the order of their first cells; None where it may be either.

    A sign is read beside the others of its column: `x` ticks a box where boxes are else empty, and crosses it out
    where others hold `v`.
    """
    marks = list(dict.fromkeys(mark_of(text) for text in texts))
    ticked = any(is_done(mark) for mark in marks if mark not in _SIGNS)
    return {mark: _sign(mark, ticked, marks) if mark in _SIGNS else is_done(mark) for mark in marks}


def _sign(mark: str, ticked: bool, marks: list[str]) -> bool | None:
    if ticked and mark not in _BESIDE_MINUS:
        return False
    if mark in _BALLOT:
        # Two kinds of crosses and no tick: one of them must be the other's contrary.
        return None if len((_CROSSED | _BALLOT) & set(marks)) > 1 else True
    return True if mark in _BESIDE_MINUS and "-" in marks else None


def holds_ticks(texts: Iterable[str]) -> bool:
    """Say whether a column tells of each line whether something is done: nothing but marks, and not all empty."""
    marks = [mark for mark in (mark_of(text) for text in texts) if mark]
    return bool(marks) and all(mark in _SIGNS or is_done(mark) is not None for mark in marks)


def is_done(text: str) -> bool | None:
    """Return what a cell says, None where it says neither; `belum terdaftar` is not `terdaftar`."""
    plain = mark_of(text)
    if plain in _DONE or plain in _OPEN:
        return plain in _DONE
    first, _space, rest = plain.partition(" ")
    if rest in _DONE and first in _ALREADY | _NEGATED:
        return first in _ALREADY
    return None


def read_day(text: str) -> str | None:
    """Return a date as `2026-12-31`, of a month or a year its last day; None for any other text."""
    period = read_period(text)
    if period is None:
        return None
    numbers = re.findall(r"\d+", text)
    days = numbers[2:3] if len(numbers[0]) == 4 else [one for one in numbers[:1] if len(numbers) > 1 or len(one) < 3]
    if len(period) != len("2026-12") or "Q" in period or not days:
        return period_end(period).isoformat()
    try:
        return date(int(period[:4]), int(period[5:]), int(days[0])).isoformat()
    except ValueError:
        return None
