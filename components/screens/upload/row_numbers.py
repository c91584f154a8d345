"""Row numbers as people write them: `14, 20-22`."""

import re
from collections.abc import Sequence

MOST = 100_000


def read_row_numbers(text: str) -> list[int]:
    """Return the rows that a text names, ascending, each once; what is no number is passed over."""
    rows: set[int] = set()
    for first, last in re.findall(r"([0-9]{1,7})(?:\s*[-–]\s*([0-9]{1,7}))?", text):
        end = int(last or first)
        rows |= set(range(int(first), min(end, int(first) + MOST) + 1))
    return sorted(rows - {0})


def written_row_numbers(rows: Sequence[int]) -> str:
    """Return rows as they are written, neighbours as a stretch."""
    stretches: list[list[int]] = []
    for row in sorted(rows):
        if stretches and row == stretches[-1][-1] + 1:
            stretches[-1] = [stretches[-1][0], row]
        else:
            stretches.append([row, row])
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in stretches)
