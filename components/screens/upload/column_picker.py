"""The picker of a column, with cells of it."""

from collections.abc import Callable

import streamlit as st

from components.language.i18n import _
from components.language.markdown import plain
from components.screens.upload.pipeline import Pipeline
from components.screens.upload.private import shown_cell
from components.screens.upload.role_titles import role_title
from components.screens.upload.state import Work
from components.screens.upload.widgets import choose_one

SAMPLES = 3


def choose_column(now: Work, pipeline: Pipeline, name: str, wanted: str, take: Callable[[str], None]) -> None:
    """Draw the picker of a role's column, and cells of the one that is chosen.

    name: the role, and of the figures the place of their measure behind it: `numerator_0`.
    """
    columns = _offered(pipeline, wanted)
    choose_one(
        now,
        f"column_{name}",
        ["", *columns],
        wanted if wanted in columns else "",
        take,
        label=role_title(name.rstrip("_0123456789")),
        format_func=lambda column: column or _("no column"),
    )
    if wanted in columns:
        st.caption(samples_of(pipeline, wanted))


def _offered(pipeline: Pipeline, wanted: str) -> list[str]:
    """Leave out a person’s number, birth or wage: neither region nor period nor figure. What was chosen stays."""
    private = pipeline.private_columns
    return [column for column in map(str, pipeline.table.texts.columns) if column not in private or column == wanted]


def samples_of(pipeline: Pipeline, column: str) -> str:
    """Return three different cells of a column, as the file writes them; nothing private in full."""
    cells = pipeline.table.texts[column].drop_duplicates().head(4 * SAMPLES)
    found = [text.strip()[:40] for text in cells if text.strip()][:SAMPLES]
    return " · ".join(plain(shown_cell(pipeline, column, text)) for text in found) or _("(empty)")
