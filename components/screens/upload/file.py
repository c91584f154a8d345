"""Step 1: a file, what was found in it, and every word of that open to change."""

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from components.language.error_messages import problem_sentence
from components.language.i18n import N_, _
from components.screens.upload.detected import (
    delimiter_title,
    detected_line,
    dropped_words,
    encoding_title,
    reason_title,
)
from components.screens.upload.file_questions import show_file_questions, show_way_on
from components.screens.upload.pipeline import Pipeline
from components.screens.upload.preview import show_preview
from components.screens.upload.row_numbers import read_row_numbers, written_row_numbers
from components.screens.upload.session import begin, pipeline_of, work
from components.screens.upload.state import Work
from components.screens.upload.steps import show_heading_of, show_settled
from components.screens.upload.templates import show_templates
from components.screens.upload.widgets import choose_many, choose_one, write_text
from components.screens.uploader import show_uploader
from components.state.callbacks import unbroken
from data.intake.dialect import DELIMITERS
from data.intake.encoding import ENCODINGS
from data.intake.parsed_file import Opened, Settings, SheetAbout
from errors import DataError

UPLOADER, TAKEN = "upload_file", "upload_taken"
MOST_MEGABYTES = 100
# What another encoding or delimiter may cure.
OF_TEXT = {
    "encoding_bad",
    "encoding_mixed",
    "file_not_text",
    "quote_bad",
    "cell_too_long",
    "sheet_too_wide",
    "table_missing",
}
# Rows that are offered one by one; more are named by their numbers.
MOST_ROWS = 300
TEXT_SETTINGS = {"encoding": N_("Encoding"), "delimiter": N_("Delimiter")}


def choose_file() -> Pipeline | None:
    """Draw step 1, and return the file's pipeline once nothing of the file is left open."""
    now = work()
    if now is None:
        show_heading_of(1)
        _show_uploader()
        show_templates()
        return None
    try:
        pipeline = pipeline_of(now)
    except DataError as error:
        show_heading_of(1)
        _show_unreadable(now, error)
        return None
    opened = pipeline.opened
    if opened.unanswered(now.choices.settings):
        show_heading_of(1)
        st.markdown(detected_line(opened))
        show_file_questions(now, opened)
        _show_uploader()
        show_preview(pipeline)
        return None
    if show_settled(now, 1, detected_line(opened)):
        _show_uploader()
        show_file_questions(now, opened)
        _show_choices(now, opened)
        show_preview(pipeline)
    else:
        with st.expander(_("The first rows of the file")):
            show_preview(pipeline)
    return pipeline


def _show_unreadable(now: Work, error: DataError) -> None:
    if show_way_on(now, error):
        _show_uploader()
        return
    st.error(problem_sentence(error))
    _show_uploader()
    if error.code in OF_TEXT:
        _show_choices_of_text(now, None)
    show_templates()


def _show_uploader() -> None:
    show_uploader(
        _(
            "A file with figures as it came: CSV, TSV, XLSX, XLSB, XLS, ODS, JSON or Parquet, also in a ZIP; "
            "at most {most} MB",
            most=MOST_MEGABYTES,
        ),
        key=UPLOADER,
        on_change=unbroken(_take_file),
        max_upload_size=MOST_MEGABYTES,
    )


def _take_file() -> None:
    """Begin with the file that was chosen; a browser that has not heard yet that it was taken tells of it once more."""
    file = st.session_state[UPLOADER]
    if file is None or file.file_id != st.session_state.get(TAKEN):
        st.session_state[TAKEN] = file.file_id if file else ""
        begin(file)


def _show_choices(now: Work, opened: Opened) -> None:
    """Show everything that was found, as pickers."""
    if opened.sheets[opened.sheet].form == "text":
        _show_choices_of_text(now, opened)
    elif len(opened.sheets) > 1:
        choose_one(
            now,
            "sheet",
            range(len(opened.sheets)),
            opened.sheet,
            lambda sheet: now.choose(settings=Settings(entry=now.choices.settings.entry, sheet=sheet)),
            label=_("Sheet"),
            format_func=lambda at: _sheet_title(opened, at),
        )
    _show_choices_of_rows(now, opened)


def _show_choices_of_text(now: Work, opened: Opened | None) -> None:
    """Let a text file that cannot be read be tried by another encoding or delimiter."""
    said = opened.sheets[opened.sheet] if opened else now.choices.settings
    with st.container(horizontal=True):
        _choose_of_text(now, said, "encoding", encoding_title)
        _choose_of_text(now, said, "delimiter", delimiter_title)


def _choose_of_text(now: Work, said: Settings | SheetAbout, name: str, title: Callable[[str], str]) -> None:
    """Let them choose, with what the file was read as; of a file that was not read, what was asked for."""
    wanted = getattr(said, name) or ""
    known = {"encoding": ENCODINGS, "delimiter": DELIMITERS}[name]
    choose_one(
        now,
        name,
        list(dict.fromkeys([wanted, *known])),
        wanted,
        lambda chosen: now.choose(settings=replace(_afresh(now), **{name: chosen or None})),
        label=_(TEXT_SETTINGS[name]),
        format_func=lambda code: title(code) if code else _("detected"),
    )


def _show_choices_of_rows(now: Work, opened: Opened) -> None:
    with st.container(horizontal=True):
        choose_many(
            now,
            "header",
            range(1, len(opened.preview) + 1),
            opened.header_rows,
            lambda rows: now.change_settings(header_rows=tuple(sorted(rows)), first_row=None),
            label=_("Header rows"),
            placeholder=_("no header"),
        )
        write_text(
            now,
            "first",
            str(opened.first_row),
            lambda text: now.change_settings(first_row=next(iter(read_row_numbers(text)), None)),
            label=_("First row of data"),
            width=160,
        )
    if opened.dropped:
        _show_dropped(now, opened)
    write_text(
        now,
        "drop",
        written_row_numbers(now.choices.settings.drop),
        lambda text: now.change_settings(drop=tuple(read_row_numbers(text))),
        label=_("Further rows to leave out, such as 14, 20-22"),
    )


def _show_dropped(now: Work, opened: Opened) -> None:
    st.caption(dropped_words(opened).capitalize() + ".")
    offered = sorted({*opened.dropped, *now.choices.settings.keep} - set(now.choices.settings.drop))[:MOST_ROWS]
    choose_many(
        now,
        "keep",
        offered,
        now.choices.settings.keep,
        lambda rows: now.change_settings(keep=tuple(sorted(rows))),
        label=_("Rows to use as data all the same"),
        format_func=lambda row: _dropped_title(opened, row),
        placeholder=_("none"),
    )


def _dropped_title(opened: Opened, row: int) -> str:
    cells = opened.preview[row - 1] if row <= len(opened.preview) else []
    text = " ".join(cell for cell in cells if cell)[:50]
    reason = opened.dropped.get(row)
    return f"{row}: {text or '–'}" + (f" ({reason_title(reason)})" if reason else "")


def _sheet_title(opened: Opened, at: int) -> str:
    about = opened.sheets[at]
    said = [_("{rows} rows", rows=about.rows), *([_("hidden")] if about.hidden else [])]
    if at == opened.together:
        return _("{sheets} together ({rows})", sheets=about.name, rows=said[0])
    return f"{about.name} ({', '.join(said)})"


def _afresh(now: Work) -> Settings:
    """Forget what was said of rows: another encoding or delimiter makes other rows."""
    said = now.choices.settings
    return Settings(encoding=said.encoding, delimiter=said.delimiter, entry=said.entry)
