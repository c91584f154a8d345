"""Periods with a mark in an upload, `2023*`, with what a footnote says of it: such figures may still change."""

import re

import pandas as pd

from data.intake.parsed_file import Opened
from data.intake.period_names import period_mark, read_period
from data.intake.plan import Plan
from data.intake.table import Table
from data.period_notes import period_note

_WORDED = re.compile(
    r"(?:19|20)[0-9]{2}\s*[,(]?\s*(?:angka\s+|data\s+)?(?:sangat\s+)?(?:sementara|preliminary|provisional)\)?",
    re.IGNORECASE,
)
_LONGEST = 80  # letters of a footnote


def period_notes(opened: Opened, table: Table, plan: Plan, rows: pd.DataFrame) -> pd.Series:
    """Return the note of each observation: how its period is written where that has a mark, else "".

    rows: observations with `row`, the first of the file's rows behind each.
    """
    titled = {read_period(found): found for text in opened.titles if (found := marked_period(text))}
    column = plan.roles.get("period", "")
    if table.origins:
        names = {period: marked_period(name) for (period, _), name in table.origins.items() if marked_period(name)}
        written = rows["period"].map(names)
    elif column in table.texts:
        cells = table.texts[column]
        marks = {text: marked_period(text) for text in cells.unique()}
        written = rows["row"].map(cells.map(marks).to_dict())
    else:
        written = pd.Series("", index=rows.index)
    told = [one if isinstance(one, str) and one else titled.get(period, "")
            for one, period in zip(written, rows["period"], strict=True)]  # fmt: skip
    written = pd.Series(told, index=rows.index, dtype="str")
    notes = {text: period_note(_with_footnote(opened, text)) for text in written.dropna().unique() if text}
    return written.map(lambda text: notes.get(text, "")).astype("str")


def marked_period(text: str) -> str:
    """Return the period with its mark that a cell, a column's name or a title tells, "" where none has a mark."""
    if found := _WORDED.search(text):
        return found[0].strip()
    if period_mark(text):
        return text.strip()
    return next((word for word in text.split() if period_mark(word)), "")


def _with_footnote(opened: Opened, written: str) -> str:
    """Add what the file says of a mark below its table: `2024**: angka sangat sementara`."""
    mark = period_mark(written)
    if not mark or _WORDED.search(written):
        return written
    for row, reason in opened.dropped.items():
        if reason != "note" or row > len(opened.preview):
            continue
        text = next((text.strip() for text in opened.preview[row - 1] if text.strip()), "")
        said = re.fullmatch(rf"\(?{re.escape(mark)}\s*\)?\s*[:=]?\s*([^*].*)", text, re.IGNORECASE)
        if said:
            return f"{written}: {said[1][:_LONGEST].strip()}"
    return written
