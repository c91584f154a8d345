"""What the lists of an area have counted so far, where the store can be read."""

from components import cache
from components.choice import Choice
from components.scoreboard.score import Ticks, measures, score_of
from data.store.checklists import ticks_in
from errors import DataError


def known_ticks(chosen: Choice) -> tuple[Ticks, DataError | None]:
    """The ticks of the area's lists, and why they are not known, if so: the dataset's own counts need no store.

    Beside a simulated dataset those of the demonstration's lists, and of no others; beside others never those.
    """
    try:
        return ticks_in(chosen.area, simulated=cache.dataset(chosen.dataset).simulated), None
    except DataError as error:
        return {}, error


def told_by_lists(chosen: Choice) -> tuple[tuple[str, ...], ...]:
    """What the slides of a selection say that no dataset says: measure, region, done and whole, as text.

    A deck that is kept ready is right as long as this is the same; other ticks it asks for while it is open.
    """
    ticks, _problem = known_ticks(chosen)
    found = []
    for measure in measures(chosen, ticks) if ticks else []:
        rows = score_of(chosen, measure, ticks).rows
        told = rows.loc[rows["ticked"].eq(True), ["region_code", "done", "whole"]]
        found += [(*measure, *map(str, row)) for row in told.itertuples(index=False)]
    return tuple(found)
