"""A list as the browser reads it: every text ready to be shown, and nothing that its viewer may not see."""

from datetime import date, datetime
from functools import lru_cache

from components.checklist.measure import Measure, counted_sentence
from components.i18n import _, language, short_day
from components.moments import WIB, person, today
from data.checklist import Checklist, Item

COLUMNS = ("district", "pot", "owner", "due")
PRIVATE = ("owner",)  # who sees to it is nobody's business but that of those who work with the list


def told_list(found: Checklist, measure: Measure, may: bool) -> dict[str, object]:
    """The items, the columns that any item fills, and the sentence above them."""
    day = today()
    return {
        "columns": shown_columns(found, may),
        "items": [_item(item, may, day) for item in found.items],
        "sentence": counted_sentence(measure, found.done, len(found.items)),
        "may": may,
    }


def shown_columns(found: Checklist, may: bool) -> list[str]:
    """The columns that any item fills; without those that name people, for who may not tick."""
    allowed = [name for name in COLUMNS if may or name not in PRIVATE]
    return [name for name in allowed if any(getattr(item, name) for item in found.items)]


def _item(item: Item, may: bool, day: date) -> dict[str, object]:
    return {
        "id": item.id,
        "name": item.name,
        "district": item.district,
        "pot": item.pot,
        "due": _day(item.due, language()) if item.due else "",
        "late": bool(item.due) and item.due < day.isoformat() and not item.done,
        "done": item.done,
    } | (_people(item, day) if may else {"owner": "", "by": "", "when": ""})


def _people(item: Item, day: date) -> dict[str, str]:
    by = person(item.ticked_by) if item.ticked_at else ""
    return {"owner": item.owner, "by": by, "when": when_text(item.ticked_at, day.isoformat(), language())}


@lru_cache(maxsize=4096)
def when_text(at: str, today: str, spoken: str) -> str:  # noqa: ARG001 - the language is part of the key
    """`14:05` of today, else `20 Nov 2026`; the clock is Jakarta's."""
    if not at:
        return ""
    there = datetime.fromisoformat(at).astimezone(WIB)
    return f"{there:%H:%M}" if there.date().isoformat() == today else short_day(there.date())


@lru_cache(maxsize=1024)
def _day(day: str, spoken: str) -> str:  # noqa: ARG001 - the language is part of the key
    return short_day(date.fromisoformat(day))


def list_texts() -> dict[str, object]:
    """Every sentence of the list."""
    return {
        "columns": column_titles(),
        "list": _("List"),
        "progress": _("Enrolled so far"),
        "done": _("already done"),
        "open": _("not yet"),
        "by": _("{state} · {who}, {when}"),
        "saving": _("saving …"),
        "savingSome": _("Saving {count} …"),
        "saved": _("Every tick is saved."),
        "late": _("Not saved yet: {count}. The connection is slow or gone; they are sent again by themselves."),
        "nameFirst": _("Write your name first; it stands beside every tick of yours."),
        "nameNow": _("Nothing was ticked: write your name first, then tick."),
        "search": _("Search a name or district"),
        "filter": _("Show"),
        "filters": {"all": _("All"), "open": _("Not yet"), "done": _("Already done")},
        "none": _("No line fits the search."),
        "showAll": _("Show all lines"),
        "yourName": _("Your name"),
        "useName": _("Tick under this name"),
        "otherName": _("another name"),
        "tickingAs": _("You tick as"),
        "notLoaded": _("The list could not be loaded: load the page again."),
    }


def column_titles() -> dict[str, str]:
    return {
        "name": _("Name"),
        "district": _("District"),
        "pot": _("Funding pot"),
        "owner": _("Owner"),
        "due": _("Due date"),
        "state": _("State"),
    }
