"""A regency's list of villages or agencies to be ticked off, and what a newer list changes of an older one."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

Key = tuple[str, str]
# Words before the name of a village or district that are no part of it.
_KIND = re.compile(
    r"(?:desa|ds|kampung|kp|kelurahan|kel|nagari|gampong|pekon|lembang|tiyuh|kecamatan|kec|distrik)\b[\W_]*(?=\w)"
)


@dataclass(frozen=True)
class Item:
    """One village or agency of a list.

    id: 0 before it is kept. district: the kecamatan, "" where the list names none. done: enrolled. pot: the
    funding pot; owner: who sees to it; due: "2026-12-31" or ""; note: what else is to be known.
    ticked_by, ticked_at: who said last by hand whether it is done, and when (ISO, UTC); both "" where the
    file alone says so.
    """

    id: int
    name: str
    district: str = ""
    done: bool = False
    pot: str = ""
    owner: str = ""
    due: str = ""
    note: str = ""
    ticked_by: str = ""
    ticked_at: str = ""


@dataclass(frozen=True)
class Checklist:
    """The list of one regency for one measure.

    who: the login that loaded it; at: when, ISO in UTC. simulated: a demonstration's, beside a simulated dataset.
    set_aside: since when it counts no more and the published count stands, ISO in UTC; "" while it counts.
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
    set_aside: str = ""

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
    """The changes that a newer list makes to an older one.

    kept: in both. new: only in the newer. left_out: only in the older; they stay in the store with their ticks.
    overruled: in both, ticked by hand otherwise than the newer file says; the tick stands.
    """

    kept: tuple[Item, ...]
    new: tuple[Item, ...]
    left_out: tuple[Item, ...]
    overruled: tuple[Item, ...]


def item_key(item: Item) -> Key:
    """Return the key of an item: its name and district, without capitals and blanks."""
    return _plain(item.name), _plain(item.district)


def likeness(item: Item) -> Key:
    """Return the letters that two spellings of one village share: `Desa Suka Maju` and `SUKAMAJU` are alike."""
    return _bare(item.name), _bare(item.district)


def known_as(before: Iterable[Item], items: Sequence[Item]) -> dict[Key, Item]:
    """Return the older item behind each newer one, by the newer one's key: the same, else the only one alike."""
    exact: dict[Key, Item] = {}
    alike: dict[Key, list[Item]] = {}
    for item in before:
        exact[item_key(item)] = item
        alike.setdefault(likeness(item), []).append(item)
    taken = {item_key(item) for item in items} & set(exact)
    found = {key: exact[key] for key in taken}
    wanted = [likeness(item) for item in items]
    for item in items:
        others = [one for one in alike.get(likeness(item), []) if item_key(one) not in taken]
        # Two that are alike cannot be told apart.
        if item_key(item) not in taken and len(others) == 1 and wanted.count(likeness(item)) == 1:
            found[item_key(item)] = others[0]
    return found


def compared(before: Iterable[Item], items: Sequence[Item]) -> Replacement:
    """Compare the items of an older list with those of a newer one."""
    older = list(before)
    known = known_as(older, items)
    stay = {item_key(item) for item in known.values()}
    both = [(known[item_key(item)], item) for item in items if item_key(item) in known]
    return Replacement(
        kept=tuple(item for _old, item in both),
        new=tuple(item for item in items if item_key(item) not in known),
        left_out=tuple(item for item in older if item_key(item) not in stay),
        overruled=tuple(old for old, item in both if old.ticked_at and old.done != item.done),
    )


def carried_over(before: Iterable[Item], items: Sequence[Item]) -> list[Item]:
    """Return the items of a list that does not say what is done, with what the older list says of each."""
    older = known_as(before, items)
    return [replace(item, done=item_key(item) in older and older[item_key(item)].done) for item in items]


def merged(items: Sequence[Item]) -> Item:
    """Return several lines about one village as one: done where any is, every text that any has."""
    first = items[0]
    pot, owner = (next(filter(None, (getattr(one, name) for one in items)), "") for name in ("pot", "owner"))
    due = min((one.due for one in items if one.due), default="")
    note = "; ".join(dict.fromkeys(one.note for one in items if one.note))
    return replace(first, done=any(one.done for one in items), pot=pot, owner=owner, due=due, note=note)


def repeated(items: Iterable[Item]) -> list[list[Item]]:
    """Return the groups of items that are alike, each of two or more, in the order of their first ones."""
    groups: dict[Key, list[Item]] = {}
    for item in items:
        groups.setdefault(likeness(item), []).append(item)
    return [group for group in groups.values() if len(group) > 1]


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _bare(text: str) -> str:
    plain = _plain(text)
    kind = _KIND.match(plain)
    return re.sub(r"[\W_]", "", plain[kind.end() :] if kind else plain) or plain
