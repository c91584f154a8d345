"""A regency's list of villages or agencies to be ticked off, and what a newer list changes of an older one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

Key = tuple[str, str]


@dataclass(frozen=True)
class Item:
    """One village or agency of a list.

    id: 0 before it is kept. district: the kecamatan, "" where the list names none. done: enrolled. pot: the
    funding pot; owner: who sees to it; due: "2026-12-31" or "". ticked_by, ticked_at: who said last by hand whether
    it is done, and when (ISO, UTC); both "" where the file alone says so.
    """

    id: int
    name: str
    district: str = ""
    done: bool = False
    pot: str = ""
    owner: str = ""
    due: str = ""
    ticked_by: str = ""
    ticked_at: str = ""


@dataclass(frozen=True)
class Checklist:
    """The list of one regency for one measure.

    who: the login that loaded it; at: when, ISO in UTC. simulated: a demonstration's, beside a simulated dataset.
    """

    id: int
    region_code: str
    indicator: str
    segment: str
    file_name: str
    who: str
    at: str
    items: tuple[Item, ...]
    simulated: bool = False

    @property
    def done(self) -> int:
        return sum(item.done for item in self.items)


@dataclass(frozen=True)
class Tick:
    """A line of the log: what was said of an item (its name and district today), by whom and when.

    name: what the one who ticked is called; who: the login; at: ISO, UTC.
    """

    item: str
    district: str
    done: bool
    name: str
    who: str
    at: str


@dataclass(frozen=True)
class Replacement:
    """What a newer list makes of an older one.

    kept: in both. new: only in the newer. left_out: only in the older; they stay in the store with their ticks.
    overruled: in both, ticked by hand otherwise than the newer file says; the tick stands.
    """

    kept: tuple[Item, ...]
    new: tuple[Item, ...]
    left_out: tuple[Item, ...]
    overruled: tuple[Item, ...]


def item_key(item: Item) -> Key:
    """Return what an item is recognised by: name and district, whatever their capitals and blanks."""
    return _plain(item.name), _plain(item.district)


def compared(before: Iterable[Item], items: Sequence[Item]) -> Replacement:
    """Say what becomes of the items of an older list under a newer one."""
    older = {item_key(item): item for item in before}
    keys = {item_key(item) for item in items}
    both = [(older[item_key(item)], item) for item in items if item_key(item) in older]
    return Replacement(
        kept=tuple(item for _old, item in both),
        new=tuple(item for item in items if item_key(item) not in older),
        left_out=tuple(item for key, item in older.items() if key not in keys),
        overruled=tuple(old for old, item in both if old.ticked_at and old.done != item.done),
    )


def carried_over(before: Iterable[Item], items: Iterable[Item]) -> list[Item]:
    """Return the items of a list that does not say what is done, with what the older list says of each."""
    older = {item_key(item): item.done for item in before}
    return [replace(item, done=older.get(item_key(item), False)) for item in items]


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
