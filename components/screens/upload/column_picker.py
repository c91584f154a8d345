"""The picker of a column, with cells of it."""

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from components.language.i18n import _
from components.language.markdown import plain
from components.screens.upload.made import plan_of, table_of
from components.screens.upload.private import private_columns_of, shown_cell
from components.screens.upload.role_titles import role_title
from components.screens.upload.state import Work
from components.screens.upload.widgets import choose_one

SAMPLES = 3


def choose_column(now: Work, role: str, wanted: str, take: Callable[[str], None], name: str = "") -> None:
    """Draw the picker of a role's column, and cells of the one that is chosen."""
    columns = _offered(now, wanted)
    choose_one(
        now,
        f"column_{name or role}",
        ["", *columns],
        wanted if wanted in columns else "",
        take,
        label=role_title(role),
        format_func=lambda column: column or _("no column"),
    )
    if wanted in columns:
        st.caption(samples_of(now, wanted))


def _offered(now: Work, wanted: str) -> list[str]:
    """A person’s number, birth or wage is neither region nor period nor figure; what was chosen stays in sight."""
    private = private_columns_of(now)
    return [column for column in map(str, table_of(now).texts.columns) if column not in private or column == wanted]


def samples_of(now: Work, column: str) -> str:
    """Three different cells of a column, as the file writes them; nothing private in full."""
    cells = table_of(now).texts[column].drop_duplicates().head(4 * SAMPLES)
    found = [text.strip()[:40] for text in cells if text.strip()][:SAMPLES]
    return " · ".join(plain(shown_cell(now, column, text)) for text in found) or _("(empty)")


def change_plan(now: Work, **changed: object) -> None:
    now.plan = replace(plan_of(now), **changed)
