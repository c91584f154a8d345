"""Counts of an area's lists so far, where the store can be read."""

from dataclasses import replace

from components.report.scoreboard.score import Ticks, measures, score_of
from components.state.selection import Selection
from components.state.view import View
from data.listed import Counted, listed_key
from data.periods import period_end
from data.store.checklists import ticks_in
from errors import DataError


def known_ticks(view: View) -> tuple[Ticks, DataError | None]:
    """Return the ticks of the area's lists, and why they are not known, if so: the dataset's counts need no store.

    Beside a simulated dataset those of the demonstration's lists, and of no others; beside others never those.
    """
    try:
        return ticks_in(view.selection.area, simulated=view.simulated), None
    except DataError as error:
        return {}, error


def told_by_lists(view: View) -> tuple[tuple[str, ...], ...]:
    """Return what slides of a selection take from lists and no dataset: measure, region, done and whole, as text.

    A deck that is kept ready is right as long as this is the same.
    """
    ticks, _problem = known_ticks(view)
    found = []
    for measure in measures(view, ticks) if ticks else []:
        rows = score_of(view, measure, ticks).rows
        told = rows.loc[rows["ticked"].eq(True), ["region_code", "done", "whole"]]
        found += [(*measure, *map(str, row)) for row in told.itertuples(index=False)]
    return tuple(found)


def with_counted_lists(view: View) -> Selection:
    """Return the selection as a deck shows it: once a list counts, every figure of its region is the list's.

    It stands at the period of the deck, or of another measure at its newest one, and takes the place of what was
    published for it there.
    """
    lists = [
        Counted(code, indicator, segment, period, int(float(done)), int(float(whole)))
        for indicator, segment, code, done, whole in told_by_lists(view)
        if (period := _period_of((indicator, segment), view))
    ]
    return replace(view.selection, dataset=listed_key(view.selection.dataset, lists))


def _period_of(measure: tuple[str, str], view: View) -> str:
    if not view.selection.period or measure == (view.selection.indicator, view.selection.segment):
        return view.selection.period
    known = view.figures.periods(*measure, view.selection.area)
    return max([*known, view.selection.period], key=period_end)
