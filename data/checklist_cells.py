"""What the cells of a list say: whether something is done, and by when it shall be."""

import re
from datetime import date

from data.intake.header import tidy
from data.intake.period_names import read_period
from data.periods import period_end

_DONE = frozenset("ya sudah terdaftar ada aktif selesai yes y x v 1 true done enrolled ✓ ✔ √ ☑".split())  # noqa: SIM905
_ALREADY = frozenset(["already", "sudah"])
_NEGATED = frozenset("tidak belum tdk blm no not".split())  # noqa: SIM905
_OPEN = _NEGATED | frozenset(["", "n", "0", "false", "-", "–", "—", "open", "todo", "☐", "✗", "✘", "not yet"])


def is_done(text: str) -> bool | None:
    """Return what a cell says, None where it says neither; `belum terdaftar` is not `terdaftar`."""
    plain = tidy(text).strip(".")
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
