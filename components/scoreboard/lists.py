"""What the lists of an area have counted so far, where the store can be read."""

from components.scoreboard.score import Ticks
from data.store.checklists import ticks_in
from errors import DataError


def known_ticks(area: str) -> tuple[Ticks, DataError | None]:
    """The ticks of an area's lists, and why they are not known, if so: the dataset's own counts need no store."""
    try:
        return ticks_in(area), None
    except DataError as error:
        return {}, error
