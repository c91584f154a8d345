"""What a ranking says at a glance: how far its ends lie apart, who is not covered, who moved, who is left out."""

from dataclasses import dataclass, replace

import pandas as pd
import streamlit as st

from components.language.i18n import _, integer, language, period_label, use_language
from components.language.markdown import plain
from components.report.completeness_words import incomplete_text, of_text
from components.report.differences import change_of_value, change_text, gap_text
from components.report.labels import amount_text, gap_title, place_text, value_text
from components.report.rankings import not_yet_sentence
from components.report.ratios import times_figure
from components.report.sentences import listed
from components.screens.ranking import ranking_table
from components.screens.ranking_list.payload import Asked, drawn_rows
from components.state.memo import remember
from components.state.selection import Selection
from components.state.view import View, view_of
from data.query import each_row
from data.rank import Extremes, extremes, places_by

MOST_NAMES = 40


@dataclass(frozen=True)
class Summary:
    """figures: label, text and what stands below it; sentences: under them; left_out: under the list, by reason."""

    figures: tuple[tuple[str, str, str], ...]
    sentences: str
    left_out: tuple[str, ...]


def summary_of(view: View, asked: Asked, only: str) -> Summary:
    """Return what is said of the regions in view, the same whichever of them is selected."""
    return _summary(without_choice(view.selection), asked, only, language())


def without_choice(selection: Selection) -> Selection:
    """Return the selection without what no row depends on, so that a click on one of them makes nothing anew."""
    return replace(selection, region="", regions=(), target="", breaks=())


@remember(256, figures=True)
def _summary(selection: Selection, asked: Asked, only: str, spoken: str) -> Summary:
    """The same for everybody; spoken: the language of the texts."""
    use_language(spoken)
    view = view_of(selection)
    table = ranking_table(view, asked.since, asked.hidden, only)
    ends = extremes(table, view.indicator)
    few = incomplete_text(ends.of, selection.level)
    said = (f"{few}." if few else "", not_yet_sentence(table, ends, selection, asked.hidden),
            _movers_sentence(table, asked.since, view))  # fmt: skip
    left_out = () if asked.hidden else (*_gaps(table), *_not_compared(table, asked))
    return Summary(_figures(ends, view, asked.hidden), " ".join(one for one in said if one), left_out)


def show_summary(summary: Summary) -> None:
    """Draw the figures in a row, and the sentences."""
    with st.container(horizontal=True, gap="large"):
        for label, text, below in summary.figures:
            st.metric(label, text, delta=below or None, delta_color="off", delta_arrow="off", width="content")
    if summary.sentences:
        st.markdown(plain(summary.sentences))


def _figures(ends: Extremes, view: View, hidden: bool) -> tuple[tuple[str, str, str], ...]:
    """Highest against lowest: in points and as a ratio; of what may not be ranked how much there is."""
    indicator = view.indicator
    outer = [(_("Highest"), ends.highest), (_("Lowest"), ends.lowest)]
    figures = [_end(title, rows, view, hidden) for title, rows in outer if len(rows)]
    # One figure alone is no lowest, and has no distance to itself.
    if ends.gap is not None and ends.with_value > 1:
        figures.append((_("Gap"), gap_text(ends.gap, indicator), ""))
        return (*figures, *([(_("Ratio"), times_figure(ends.ratio, indicator), "")] if ends.ratio else []))
    if ends.total is not None:
        figures.append((_("Sum"), amount_text(ends.total, indicator), ""))
    return (*figures, (_("We have"), of_text(ends.of), ""))


def _end(title: str, rows: pd.DataFrame, view: View, hidden: bool) -> tuple[str, str, str]:
    names = "" if hidden else ": " + listed(rows["label"].head(2).tolist())
    first = next(each_row(rows))
    return title + names, value_text(first, view.indicator), place_text(first, view.dataset)


def _movers_sentence(table: pd.DataFrame, since: str, view: View) -> str:
    """Say who rose and who fell most since the period of comparison, where nearly all can be compared."""
    moved = table[table["value_change"].notna()]
    if places_by(table, "value_change", view.indicator).isna().all():
        return ""
    indicator = view.indicator
    best, worst = moved.loc[moved["value_change"].idxmax()], moved.loc[moved["value_change"].idxmin()]
    return _(
        "Since {period}: the most risen is {best} ({best_change}), the least {worst} ({worst_change}).",
        period=period_label(since),
        best=best["label"],
        best_change=change_text(change_of_value(best), indicator),
        worst=worst["label"],
        worst_change=change_text(change_of_value(worst), indicator),
    )


def _gaps(table: pd.DataFrame) -> list[str]:
    """Say who has no figure, by name, apart for each reason."""
    groups = table[table["gap"] != ""].groupby("gap", sort=False)
    return [f"{gap_title(gap)}: ".capitalize() + _named(rows) for gap, rows in groups]


def _not_compared(table: pd.DataFrame, asked: Asked) -> list[str]:
    """Say who has a figure and is not in the list: no change is told across two denominators."""
    left = table[(table["gap"] == "") & ~table.index.isin(drawn_rows(table, asked.order).index)]
    if left.empty:
        return []
    said = _("Without both counts")
    if asked.order == "change":
        then = period_label(asked.since)
        said = _("Not compared with {period}: no figure then, or one of another denominator", period=then)
    return [f"{said}: {_named(left)}"]


def _named(rows: pd.DataFrame) -> str:
    names = rows["label"].tolist()
    if len(names) <= MOST_NAMES:
        return listed(names)
    more = integer(len(names) - MOST_NAMES)
    return _("{some} and {count} more", some=", ".join(names[:MOST_NAMES]), count=more)
