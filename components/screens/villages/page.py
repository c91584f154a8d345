"""Desa & OPD on screen: the sentence and its numbers, the map, who has most left to do, and the way to a list."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from components.explorer.explorer import show_explorer
from components.language.error_messages import problem_sentence
from components.language.i18n import _, integer, own, period_label, use_language
from components.language.markdown import plain
from components.report.labels import area_title, gap_title, region_title
from components.report.not_available import absence, is_idle
from components.report.scoreboard.score import Score, score_of
from components.report.scoreboard.sentences import (
    done_title,
    figures,
    left_title,
    measure_title,
    particulars,
    row_status,
    sentence,
)
from components.report.scoreboard.ticks import known_ticks
from components.screens.class_pickers import classes_for
from components.screens.panel import Twin, show_source, show_table
from components.screens.profile_link import show_profile_link
from components.screens.source_list import show_source_list
from components.screens.villages.table import MAP_HEIGHT, show_rows
from components.screens.villages.view import as_choice, board_measures, board_of, select_measure
from components.state import reference
from components.state.controlled import controlled
from components.state.session import choose
from components.state.view import View, view_of
from data.query import each_row

# Seconds between two looks at the lists: as a meeting goes on, and while no list of the area is loaded.
LIVE, IDLE = 3, 20
# The page names every region without counts.
EVERY = 600


def select_board(view: View) -> View:
    """Draw the heading and the switch, and return the choice as this page shows it."""
    ticks, problem = known_ticks(view)
    if problem:
        st.warning(problem_sentence(problem))
    board = board_of(view, ticks)
    title = measure_title(board.indicator, board.selection.segment)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.title(plain(f"{title}, {area_title(board.selection.area)}"), anchor=False, width="content")
        select_measure(board, board_measures(view, ticks))
    return board


def show_board_numbers(board: View) -> None:
    """Show the sentence and the numbers under it; ticks move them while the meeting goes on."""
    _live(_numbers, board)


def _live(draw: Callable[[View], None], board: View) -> None:
    """Draw a part now, and again by itself every few seconds, with the figures of that moment."""
    ticks, _problem = known_ticks(board)
    st.fragment(lambda selection: draw(view_of(selection)), run_every=LIVE if ticks else IDLE)(board.selection)


def score_now(board: View) -> Score:
    """Return the scoreboard with what the lists say at this moment."""
    # A part that is drawn alone runs without the frame, which sets the language.
    use_language(board.selection.language)
    return score_of(board, (board.selection.indicator, board.selection.segment), known_ticks(board)[0])


def _numbers(board: View) -> None:
    score = score_now(board)
    st.header(sentence(score), anchor=False)
    with st.container(horizontal=True, gap="medium", vertical_alignment="top"):
        for one in figures(score):
            _metric(one.label, one.text, one.note)
        regions = len(score.rows) + len(score.missing)
        counted = _("{n} of {d}", n=integer(len(score.rows)), d=integer(regions))
        _metric(_("Regions with counts"), counted, _as_of(score))


def _metric(label: str, text: str, below: str) -> None:
    st.metric(label, text, delta=below or None, delta_color="off", delta_arrow="off", width="content")


def _as_of(score: Score) -> str:
    """Return the period of the counts, of several the first and the last, and how many come from lists."""
    if score.rows.empty:
        return gap_title("not_held" if score.missing else "not_applicable")
    periods, ticked = sorted(score.periods), int(score.rows["ticked"].sum())
    said = [" – ".join(period_label(one) for one in dict.fromkeys([periods[0], periods[-1]]))] if periods else []
    return "; ".join([*said, *([_("from lists: {count}", count=integer(ticked))] if ticked else [])])


def show_board_map(board: View) -> None:
    """Show the living map of the indicator; it shows what the dataset says, and no ticks."""
    if is_idle(board.selection):
        st.info(absence(board))
        return
    if not board.selection.period:
        indicator = board.indicator
        st.info(
            _(
                "The dataset has no figure of {indicator} for {area}; lists that are ticked off count.",
                indicator=own(indicator.title),
                area=area_title(board.selection.area),
            )
        )
        return
    show_explorer(board, classes_for(board), layout=("map",), height=MAP_HEIGHT)


def show_board_table(board: View) -> None:
    """Show every regency, whoever has most left to do first; a click opens its list."""
    _live(_table, board)


def _table(board: View) -> None:
    opened = show_rows(score_now(board), board.selection)
    if opened and opened != board.selection.region:
        choose(**as_choice(board.selection) | {"region": opened})
        st.rerun()


def show_board_notes(board: View) -> None:
    """Say what the numbers alone would hide, who printed them, and the same as a table; ticks move them too."""
    _live(_notes, board)
    # Not drawn anew every few seconds, under the reader's eyes: nobody printed what is ticked.
    rows = score_now(board).rows
    show_source_list(rows[~rows["ticked"].astype(bool)], board, "villages")


def _notes(board: View) -> None:
    score = score_now(board)
    for said in particulars(score, EVERY):
        st.caption(said)
    if board.selection.period and score.rows["ticked"].any():
        st.caption(_("The map shows the dataset's figures, without what is ticked in the meeting."))
    if board.selection.period and len(score.periods):
        st.caption(_("The map shows one period; the numbers and the table show each region's newest counts up to it."))
    # The map tells who printed its own period; that is not said twice.
    if set(score.periods) != {board.selection.period}:
        show_source(score.rows, board)
    if len(score.rows):
        show_table(lambda: Twin(_twin(score)), "scoreboard", height=420, title=_("The scoreboard as a table"))


def _twin(score: Score) -> pd.DataFrame:
    rows = score.rows
    return pd.DataFrame(
        {
            _("Region"): rows["region_code"].map(region_title),
            done_title(score.indicator): rows["done"],
            _("Of"): rows["whole"],
            left_title(score.indicator): rows["left"],
            _("Period"): rows["period"],
            _("Status"): [row_status(row, score) for row in each_row(rows)],
        }
    )


def select_list(board: View) -> str:
    """Draw the picker of the regency whose list is open, and return its code; "" where none is."""
    codes = reference.inside(board.selection.area, "regency")["region_code"]
    options = ["", *sorted(codes, key=region_title)]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        controlled(
            st.selectbox,
            "list_region",
            board.selection.region,
            lambda code: choose(**as_choice(board.selection) | {"region": code}),
            label=_("List to tick off, by regency or city"),
            options=options,
            format_func=lambda code: region_title(code) if code else _("Choose a regency or city"),
            width=360,
        )
        show_profile_link(board.selection)
    if not board.selection.region:
        st.markdown(_("Choose a regency on the map, in the table or here: its list opens below."))
    return board.selection.region
