"""What publishing would change: the two maps side by side, and the figures added, changed and gone."""

import pandas as pd
import streamlit as st

from components.language.i18n import _, integer, period_label
from components.screens.difference_tables import (
    MOST_ROWS,
    counts_sentence,
    figures_table,
    show_difference_tables,
    show_rows,
)
from components.screens.upload.pipeline import Pipeline


def show_difference(pipeline: Pipeline) -> None:
    """Show counts first, then a table for each kind."""
    found, base = pipeline.difference, pipeline.choices.target.base
    if found is None:
        rows = pipeline.merged
        st.markdown(
            _(
                "New: {figures} figures of {regions} regions, {periods}.",
                figures=integer(len(rows)),
                regions=integer(rows["region_code"].nunique()),
                periods=_span(rows["period"]),
            )
        )
        show_rows(_("The figures"), figures_table(rows.head(MOST_ROWS)))
        return
    if found.added.empty and found.changed.empty and found.gone.empty:
        st.markdown(_("Against version {number}: nothing changes.", number=base))
        return
    st.markdown(_("Against version {number}:", number=base) + " " + counts_sentence(found))
    show_difference_tables(found)


def _span(periods: pd.Series) -> str:
    found = sorted(periods.unique())
    return period_label(found[0]) if len(found) == 1 else f"{period_label(found[0])} – {period_label(found[-1])}"
