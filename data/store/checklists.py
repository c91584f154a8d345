"""Lists of villages or agencies of a regency, and every tick made in them: who, when, never taken back."""

from collections.abc import Sequence

from data.checklist import Checklist, Item, Tick, item_key, known_as
from data.store.checklist_rows import (
    DEMONSTRATION,
    begin_list,
    counts_in,
    known_items,
    log_of,
    newest_list,
    note_tick,
    put_item,
    read_item,
    stored,
)
from data.store.database import reading, writing
from data.store.guarded import attempt
from data.store.roles import User
from errors import DataError

__all__ = ["Checklist", "Item", "Tick", "checklist_of", "keep_checklist", "tick", "ticks_in", "ticks_of"]

MOST_ITEMS = 1_500  # the largest regency, Aceh Utara, has 852 villages
LONGEST_NAME = 80  # letters of the name of one who ticks


def keep_checklist(  # noqa: PLR0913, PLR0917 - region, indicator and segment together are one name
    user: User,
    region_code: str,
    indicator: str,
    segment: str,
    file_name: str,
    items: Sequence[Item],
    *,
    simulated: bool = False,
    counts: bool = True,
) -> Checklist:
    """Make these items the list of a regency and measure, and return it with its ticks.

    An item that stood in an earlier list, under this name or one alike, keeps what was ticked and written by hand; of
    others the given `done` counts. What is left out stays in the store with its ticks, and is back where a later list
    names it.
    items: their ids and ticks are not looked at. simulated: the list of a demonstration, which is kept apart from the
    regency's own: neither knows the other's ticks. counts: whether it takes the place of a
    published count at once. `data.checklist.compared` tells what becomes of the list before.
    Raises DataError checklist_empty (file), checklist_too_long (file, found, expected), checklist_repeated (file,
    found), not_allowed, and those of storage.
    """
    measure = stored(region_code, indicator, segment, simulated)
    about = {"region_code": region_code, "indicator": indicator, "segment": segment}
    said = {} if counts else {"counts": False}
    with attempt(user, "tick", file=file_name, **about, **({"simulated": True} if simulated else {}), **said):
        _check(file_name, items)
        with writing() as connection:
            list_id = begin_list(connection, measure, file_name, user.address, counts)
            known = known_as(known_items(connection, measure), items)
            for place, item in enumerate(items):
                put_item(connection, measure, item, (list_id, place), known.get(item_key(item)))
            kept = newest_list(connection, measure)
    assert kept is not None
    return kept


def checklist_of(region_code: str, indicator: str, segment: str, *, simulated: bool = False) -> Checklist | None:
    """Return the list of a regency and measure, in the order of its file; None where none was loaded.

    simulated: a demonstration's. Raises DataError as storage does.
    """
    with reading() as connection:
        return newest_list(connection, stored(region_code, indicator, segment, simulated)) if connection else None


def tick(user: User, who: str, item_id: int, done: bool, wish: str = "") -> Item:
    """Say that an item is done, or is not, and return it as it then is; on the disk when this returns.

    A wish for a state and not a toggle, so that repeating it changes nothing. who: the name that stands with the
    tick. wish: an id by which a wish that is sent again, after its answer was lost, is taken for what it is: what
    others ticked in between then stands. Every wish is added to the log; who asked first for the state an item is
    in stands with it.
    Raises DataError tick_without_name, tick_name_long (expected), checklist_item_unknown (found), not_allowed,
    and those of storage.
    """
    name = " ".join(who.split())
    with attempt(user, "tick", item=item_id, done=done, name=name):
        checked_name(name)
        with writing() as connection:
            note_tick(connection, read_item(connection, item_id), done, (user.address, name, wish))
            return read_item(connection, item_id)


def ticks_in(area: str, *, simulated: bool = False) -> dict[str, dict[str, tuple[int, int]]]:
    """Return how many items are done of how many, of every list of an area: `{"villages_enrolled-all": {"17.03": …}}`.

    area: "ID" or a province's code. simulated: of the lists of a demonstration, and of no others.
    Raises DataError as storage does.
    """
    with reading() as connection:
        rows = counts_in(connection, area, simulated) if connection else []
    found: dict[str, dict[str, tuple[int, int]]] = {}
    for row in rows:
        measure = f"{row['indicator']}-{row['segment'].removesuffix(DEMONSTRATION)}"
        found.setdefault(measure, {})[row["region_code"]] = (row["done"], row["whole"])
    return found


def ticks_of(region_code: str, indicator: str, segment: str, *, simulated: bool = False) -> list[Tick]:
    """Return every tick of a regency's lists of a measure, oldest first, of items left out since too.

    simulated: of a demonstration. Raises DataError as storage does.
    """
    with reading() as connection:
        return log_of(connection, stored(region_code, indicator, segment, simulated)) if connection else []


def checked_name(who: str) -> str:
    """Return the name that stands with a tick. Raises DataError tick_without_name, tick_name_long (expected)."""
    name = " ".join(who.split())
    if not name:
        raise DataError("tick_without_name")
    if len(name) > LONGEST_NAME:
        raise DataError("tick_name_long", expected=LONGEST_NAME)
    return name


def _check(file_name: str, items: Sequence[Item]) -> None:
    if not items:
        raise DataError("checklist_empty", file=file_name)
    if len(items) > MOST_ITEMS:
        raise DataError("checklist_too_long", file=file_name, found=len(items), expected=MOST_ITEMS)
    seen = set()
    for item in items:
        if item_key(item) in seen:
            raise DataError("checklist_repeated", file=file_name, found=item.name)
        seen.add(item_key(item))
