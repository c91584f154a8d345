"""What a file leaves open before its rows count: which of its tables, what it hides, which part of an archive."""

import streamlit as st

from components.language.error_messages import problem_sentence
from components.language.i18n import N_, _, integer, ngettext
from components.language.markdown import plain
from components.report.sentences import listed
from components.screens.upload.row_numbers import written_row_numbers
from components.screens.upload.state import Work
from components.screens.upload.widgets import choose_between, key_of
from components.state.callbacks import unbroken
from data.intake.areas import Area
from data.intake.parsed_file import Opened, Settings
from data.intake.sheet import column_letters
from errors import DataError

NAMED = 5  # rows that are shown by their text
HIDDEN = {"use": N_("counts like the rest"), "leave": N_("is left out")}


def show_file_questions(now: Work, opened: Opened) -> None:
    """Ask only what there is to ask; what was answered stays in sight and can be changed."""
    if opened.areas:
        _ask_table(now, opened)
    if opened.hidden_rows or opened.hidden_columns:
        _ask_hidden(now, opened)


def _ask_table(now: Work, opened: Opened) -> None:
    """Ask for the table and forget what was said of rows: another table has other rows."""
    with st.container(border=True):
        count = len(opened.areas)
        st.markdown(ngettext("**{count} table** in this sheet.", "**{count} tables** in this sheet.", count))
        choose_between(
            now,
            "table",
            range(count),
            now.choices.settings.table,
            lambda at: now.change_settings(table=at, header_rows=None, first_row=None, keep=(), drop=()),
            label=_("Which table is meant?"),
            format_func=lambda at: area_title(opened.areas[at]),
            captions=[_first_texts(opened, area) for area in opened.areas],
        )


def area_title(area: Area) -> str:
    return _(
        "rows {rows}, columns {first} to {last}",
        rows=written_row_numbers(range(area.first, area.last + 1)),
        first=column_letters(area.left),
        last=column_letters(area.right),
    )


def _first_texts(opened: Opened, area: Area) -> str:
    """Return the first row of a table with more than one text, as far as the preview reaches."""
    for row in opened.preview[area.first - 1 : area.last]:
        texts = [text for text in row[area.left : area.right + 1] if text.strip()]
        if len(set(texts)) > 1:
            return plain(" · ".join(texts)[:100])
    return ""


def _ask_hidden(now: Work, opened: Opened) -> None:
    with st.container(border=True):
        st.markdown(hidden_words(opened))
        choose_between(
            now,
            "hidden",
            list(HIDDEN),
            now.choices.settings.hidden or None,
            lambda said: now.change_settings(hidden=said),
            label=_("What is hidden there"),
            format_func=lambda code: _(HIDDEN[code]),
            horizontal=True,
        )


def hidden_words(opened: Opened) -> str:
    """Say how many rows and columns the workbook hides, which, and what stands there."""
    said = []
    rows, columns = opened.hidden_rows, opened.hidden_columns
    if rows:
        counted = ngettext("**{count} row** is hidden", "**{count} rows** are hidden", len(rows))
        said.append(f"{counted} ({written_row_numbers(rows[:1000])}: {_row_texts(opened)})")
    if columns:
        counted = ngettext("**{count} column** is hidden", "**{count} columns** are hidden", len(columns))
        said.append(f"{counted} ({listed([plain(name) for name in columns])})")
    return "; ".join(said) + ". " + _("A filter, or somebody, hid them in the workbook.")


def _row_texts(opened: Opened) -> str:
    shown = [
        next((text for text in opened.preview[row - 1] if any(letter.isalpha() for letter in text)), "")
        for row in opened.hidden_rows[:NAMED]
        if row <= len(opened.preview)
    ]
    named = listed([plain(text) for text in shown if text]) or "–"
    rest = len(opened.hidden_rows) - NAMED
    return named + (" " + _("and {count} more", count=integer(rest)) if rest > 0 else "")


def show_way_on(now: Work, error: DataError) -> bool:
    """Say what stands in the way and how to go on from there; False where this error has no way of its own."""
    if error.code == "archive_several":
        st.info(problem_sentence(error))
        choose_between(
            now,
            "entry",
            list(error.particulars["found"]),  # type: ignore[call-overload]
            now.choices.settings.entry,
            lambda entry: now.choose(settings=Settings(entry=entry)),
            label=_("Which file of the archive is meant?"),
        )
        return True
    if error.code != "file_is_map":
        return False
    st.info(problem_sentence(error))
    if error.particulars.get("readable"):
        st.button(
            _("Read the figures among its properties"),
            key=key_of(now, "properties"),
            on_click=unbroken(lambda: now.change_settings(properties=True)),
        )
    return True
