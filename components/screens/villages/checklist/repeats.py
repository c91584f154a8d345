"""Rows of a file that name one village twice: shown side by side, merged or kept apart where they stand."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from components.language.i18n import _, ngettext
from components.screens.villages.checklist.wire import column_titles
from data.intake.checklist_table import Line


def choose_apart(groups: Sequence[Sequence[Line]], file_id: str) -> frozenset[int] | None:
    """Draw the rows that name one village, and return those that stay lines of their own; None until it is settled."""
    lines = [line for group in groups for line in group]
    if not lines:
        return frozenset()
    st.warning(
        ngettext(
            "{count} village or agency stands in several rows; it would be counted more than once.",
            "{count} villages or agencies stand in several rows; they would be counted more than once.",
            len(groups),
        )
    )
    st.dataframe(_table(groups), placeholder="–", hide_index=True)
    options = {row: f"{item.name} ({place})" for group in groups for row, place, item in group[1:]}
    apart = st.multiselect(
        _("Of these, villages or agencies of their own"),
        list(options),
        format_func=options.__getitem__,
        placeholder=_("None: all of them are the same"),
        key=f"checklist_apart_{file_id}",
    )
    merge = st.checkbox(
        _("Merge the others: one line each, done where any of its rows says so"), key=f"checklist_merge_{file_id}"
    )
    return frozenset(apart) if merge or len(apart) == len(options) else None


def _table(groups: Sequence[Sequence[Line]]) -> pd.DataFrame:
    titles = column_titles()
    return pd.DataFrame(
        [
            {
                _("Place"): place,
                titles["name"]: item.name,
                titles["district"]: item.district,
                titles["state"]: _("already done") if item.done else _("not yet"),
                titles["owner"]: item.owner,
            }
            for group in groups
            for _row, place, item in group
        ]
    )
