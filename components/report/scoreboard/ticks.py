"""What the lists of an area have counted so far, where the store can be read."""

from dataclasses import replace

from components.report.scoreboard.score import Ticks, measures, score_of
from components.state import cache
from components.state.selection import Selection
from data.listed import Counted, listed_key
from data.periods import period_end
from data.store.checklists import ticks_in
from errors import DataError


def known_ticks(selection: Selection) -> tuple[Ticks, DataError | None]:
    """The ticks of the area's lists, and why they are not known, if so: the dataset's own counts need no store.

    Beside a simulated dataset those of the demonstration's lists, and of no others; beside others never those.
    """
    try:
        return ticks_in(selection.area, simulated=cache.dataset(selection.dataset).simulated), None
    except DataError as error:
        return {}, error


def told_by_lists(selection: Selection) -> tuple[tuple[str, ...], ...]:
    """What the slides of a selection say that no dataset says: measure, region, done and whole, as text.

    A deck that is kept ready is right as long as this is the same.
    """
    ticks, _problem = known_ticks(selection)
    found = []
    for measure in measures(selection, ticks) if ticks else []:
        rows = score_of(selection, measure, ticks).rows
        told = rows.loc[rows["ticked"].eq(True), ["region_code", "done", "whole"]]
        found += [(*measure, *map(str, row)) for row in told.itertuples(index=False)]
    return tuple(found)


def with_counted_lists(selection: Selection) -> Selection:
    """The selection as a deck shows it: once a list counts, every figure of its region is the list's.

    It stands at the period of the deck, or of another measure at its newest one, and takes the place of what was
    published for it there.
    """
    lists = [
        Counted(code, indicator, segment, period, int(float(done)), int(float(whole)))
        for indicator, segment, code, done, whole in told_by_lists(selection)
        if (period := _period_of((indicator, segment), selection))
    ]
    return replace(selection, dataset=listed_key(selection.dataset, lists))


def _period_of(measure: tuple[str, str], selection: Selection) -> str:
    if not selection.period or measure == (selection.indicator, selection.segment):
        return selection.period
    known = cache.area_periods(selection.dataset, *measure, selection.area)
    return max([*known, selection.period], key=period_end)
