"""The first rows of a sheet as they stand, with what each row was taken for."""

import pandas as pd
import streamlit as st

from components.language.i18n import _
from components.screens.upload.detected import reason_title
from components.screens.upload.pipeline import Pipeline
from components.screens.upload.private import shown_rows
from data.intake.parsed_file import Opened
from data.intake.sheet import column_letters

SHADES = {
    "light": {"header": "background-color: #d6ebe2; color: #1a1f1d; font-weight: 600", "left": "color: #6c7672"},
    "dark": {"header": "background-color: #1d4a3a; color: #eceff0; font-weight: 600", "left": "color: #97a29d"},
}
ROWS, TALL = 14, 320


def show_preview(pipeline: Pipeline, rows: int = ROWS) -> None:
    """Show the header shaded, what is left out in grey; the first column says the same in words; nothing private."""
    opened = pipeline.opened
    cells = pd.DataFrame(shown_rows(pipeline, rows))
    cells.columns = [column_letters(at) for at in cells.columns]
    cells.insert(0, _("Taken for"), [row_role(opened, row) for row in range(1, len(cells) + 1)])
    cells.insert(0, _("Row"), range(1, len(cells) + 1))
    shades = SHADES[st.context.theme.type or "light"]
    shown = cells.fillna("").style.apply(lambda row: [_shade(opened, row.iloc[0], shades)] * len(row), axis=1)
    st.dataframe(shown, placeholder="–", hide_index=True, height="auto" if len(cells) < 10 else TALL)


def row_role(opened: Opened, row: int) -> str:
    if row in opened.header_rows:
        return _("header")
    reason = opened.dropped.get(row)
    return _("left out: {reason}", reason=reason_title(reason)) if reason else _("data")


def _shade(opened: Opened, row: int, shades: dict[str, str]) -> str:
    if row in opened.header_rows:
        return shades["header"]
    return shades["left"] if row in opened.dropped else ""
