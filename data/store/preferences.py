"""What analysts settled once and need not settle again: aliases of regions, forms of files, own indicators."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from data.store.database import held_json, reading, writing
from data.store.guarded import attempt
from data.store.roles import User


def aliases() -> dict[str, str]:
    """Return the region_code of every spelling that an analyst settled. Raises DataError as storage does."""
    return {row["spelling"]: row["region_code"] for row in _rows("SELECT spelling, region_code FROM aliases")}


@dataclass(frozen=True)
class Alias:
    """A spelling that somebody settled. who: their address; at: the moment, ISO 8601 in UTC."""

    spelling: str
    region_code: str
    who: str
    at: str


def remembered_aliases() -> list[Alias]:
    """Return every spelling that was settled, the newest first. Raises DataError as storage does."""
    return [Alias(**dict(row)) for row in _rows("SELECT spelling, region_code, who, at FROM aliases ORDER BY at DESC")]


def remember_alias(user: User, spelling: str, region_code: str) -> None:
    """Keep a spelling as meant for a region, in place of an earlier meaning. Raises DataError not_allowed, storage."""
    with attempt(user, "remember", alias=spelling, region_code=region_code):
        _put("INSERT OR REPLACE INTO aliases VALUES (?, ?, ?, ?)", spelling, region_code, user)


def forget_alias(user: User, spelling: str) -> None:
    """Take a spelling back; nothing happens where it is unknown. Raises DataError not_allowed, storage.

    Who may settle it may take it back; the journal names it with no region.
    """
    with attempt(user, "remember", alias=spelling, region_code=""), writing() as connection:
        connection.execute("DELETE FROM aliases WHERE spelling = ?", (spelling,))


def form(signature: str) -> dict[str, Any] | None:
    """Return how files of this form were read last time, None for an unknown one. Raises DataError as storage does."""
    found = _rows("SELECT form FROM forms WHERE signature = ?", signature)
    return held_json(found[0]["form"]) if found else None


def remember_form(user: User, signature: str, settings: dict[str, Any]) -> None:
    """Keep how a file was read, for the next of its form.

    signature: whatever the caller recognises a form by (its headers, say); settings: JSON values.
    Raises DataError not_allowed, storage.
    """
    with attempt(user, "remember", form=signature):
        _put("INSERT OR REPLACE INTO forms VALUES (?, ?, ?, ?)", signature, json.dumps(settings), user)


def defined_indicators() -> dict[str, dict[str, Any]]:
    """Return the definition of every indicator of the analysts' own, by id. Raises DataError as storage does."""
    found = _rows("SELECT id, definition FROM indicators ORDER BY id")
    return {row["id"]: held_json(row["definition"]) for row in found}


def define_indicator(user: User, indicator_id: str, definition: dict[str, Any]) -> None:
    """Keep an indicator, or change it. definition: the fields of indicators.toml, checked by the caller.

    Raises DataError not_allowed, storage.
    """
    with attempt(user, "define", indicator=indicator_id):
        _put("INSERT OR REPLACE INTO indicators VALUES (?, ?, ?, ?)", indicator_id, json.dumps(definition), user)


def _put(statement: str, key: str, value: str, user: User) -> None:
    at = datetime.now(UTC).isoformat(timespec="seconds")
    with writing() as connection:
        connection.execute(statement, (key, value, user.address, at))


def _rows(question: str, *values: str) -> list[Any]:
    with reading() as connection:
        return connection.execute(question, values).fetchall() if connection else []
