"""A list as the browser reads it: every text ready to be shown, and nothing that its viewer may not see."""

from datetime import date, datetime
from functools import lru_cache

from components.language.dates import WIB, person, today
from components.language.i18n import _, language, short_day
from components.screens.villages.checklist.measure import ListMeasure, counted_sentence
from data.checklist import Checklist, Item, repeated

COLUMNS = ("district", "pot", "owner", "due", "note")
# Who sees to it, and what was noted, is nobody's business but that of those who work with the list.
PRIVATE = ("owner", "note")
# These can be written in the list, so that they are there before anything stands in them.
WRITTEN = ("owner", "due", "note")


def told_list(found: Checklist, measure: ListMeasure, may: bool) -> dict[str, object]:
    """Return the items, the columns that any item fills, and the sentence above them."""
    day = today()
    alike = {
        one.id: [other.id for other in group if other is not one] for group in repeated(found.items) for one in group
    }
    return {
        "columns": shown_columns(found, may),
        "items": [_item(item, may, day) | _alike(item, alike, may) for item in found.items],
        "sentence": counted_sentence(measure, found.done, len(found.items)),
        "may": may,
    }


def shown_columns(found: Checklist, may: bool) -> list[str]:
    """Return the columns that any item fills or that can be written; none that names people, for who may not tick."""
    allowed = [name for name in COLUMNS if may or name not in PRIVATE]
    return [name for name in allowed if (may and name in WRITTEN) or any(getattr(item, name) for item in found.items)]


def _alike(item: Item, alike: dict[int, list[int]], may: bool) -> dict[str, object]:
    """Return the lines that name the same village, for who may merge them."""
    return {"alike": alike[item.id]} if may and item.id in alike else {}


def _item(item: Item, may: bool, day: date) -> dict[str, object]:
    return {
        "id": item.id,
        "name": item.name,
        "district": item.district,
        "pot": item.pot,
        "due": _day(item.due, language()) if item.due else "",
        "late": bool(item.due) and item.due < day.isoformat() and not item.done,
        "done": item.done,
    } | (_people(item, day) if may else {"owner": "", "note": "", "by": "", "when": ""})


def _people(item: Item, day: date) -> dict[str, str]:
    by = person(item.ticked_by) if item.ticked_at else ""
    return {
        "owner": item.owner,
        "note": item.note,
        "day": item.due,
        "by": by,
        "when": when_text(item.ticked_at, day.isoformat(), language()),
    }


@lru_cache(maxsize=4096)
def when_text(at: str, today: str, spoken: str) -> str:  # noqa: ARG001 - the language is part of the key
    """Return `14:05` of today, else `20 Nov 2026`; the clock is Jakarta's."""
    if not at:
        return ""
    there = datetime.fromisoformat(at).astimezone(WIB)
    return f"{there:%H:%M}" if there.date().isoformat() == today else short_day(there.date())


@lru_cache(maxsize=1024)
def _day(day: str, spoken: str) -> str:  # noqa: ARG001 - the language is part of the key
    return short_day(date.fromisoformat(day))


def list_texts() -> dict[str, object]:
    """Return every sentence of the list."""
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
        "edit": _("Edit this line"),
        "keep": _("Save"),
        "cancel": _("Cancel"),
        "merge": _("Merge with {name} ({state})"),
        "alike": _("stands in the list more than once"),
        "notLoaded": _("The list could not be loaded: load the page again."),
    }


def column_titles() -> dict[str, str]:
    return {
        "name": _("Name"),
        "district": _("District"),
        "pot": _("Funding pot"),
        "owner": _("Owner"),
        "due": _("Due date"),
        "note": _("Note"),
        "state": _("State"),
    }
