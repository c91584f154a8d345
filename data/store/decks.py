"""Decks kept under a name: the order of a meeting's slides, with the presenter's own texts."""

import secrets
import sqlite3
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from data.store.database import reading, writing
from data.store.deck_content import KeptDeck, checked, from_json, to_json
from data.store.drafts import draft_of
from data.store.guarded import attempt, small_attempt
from data.store.naming import DRAFT
from data.store.roles import User, plain_address, require, role_of
from errors import DataError

MOST = 200  # decks that one user may keep
# No vowels, so that chance writes no words; none of 0 o 1 i l, which are taken for each other on a wall.
LETTERS = "bcdfghjkmnpqrstvwxyz23456789"
LENGTH = 8  # 28 to the eighth, 378 billion: an address that the audience is not given cannot be guessed


def keep_deck(user: User, deck: KeptDeck) -> KeptDeck:
    """Keep a new deck (id "") or a change of one, and return it as it is kept now.

    A change names the revision that it was made on. Everybody with the role may change a deck; one of a draft is
    its owner's alone. Raises DataError deck_changed (who, when: somebody else's change came first, and nothing was
    written), deck_unknown (found), deck_too_many (expected), draft_unknown (found) for another's draft,
    not_allowed, and those of `checked` and of storage.
    """
    if not deck.id:
        return _keep_new(user, deck)
    with small_attempt(user, "keep", deck=deck.id):
        deck = _checked(user, deck)
        with writing() as connection:
            row = _own_row(connection, user, deck.id)
            if row["revision"] != deck.revision:
                raise DataError("deck_changed", who=row["saved_by"], when=row["at"])
            return _write(connection, user, replace(deck, who=row["who"]))


def deck(deck_id: str) -> KeptDeck:
    """Return a kept deck. Whoever shows one of a draft asks the draft first: it is its owner's alone.

    Raises DataError deck_unknown (found), storage.
    """
    found = _decks_where("id = ?", deck_id)
    if not found:
        raise DataError("deck_unknown", found=deck_id)
    return found[0]


def decks(user: User) -> list[KeptDeck]:
    """Return all decks, last changed first, without those of other people's drafts. Raises not_allowed, storage."""
    require(user, "keep")
    return _decks_where("draft = '' OR lower(who) = ? ORDER BY at DESC, rowid DESC", user.address)


def rename_deck(user: User, deck_id: str, name: str) -> KeptDeck:
    """Give a deck another name, whatever else was changed meanwhile. Raises as `keep_deck`, but for deck_changed."""
    with attempt(user, "keep", deck=deck_id, name=name), writing() as connection:
        row = _own_row(connection, user, deck_id)
        return _write(connection, user, checked(replace(_deck(row), name=name)))


def drop_deck(user: User, deck_id: str) -> None:
    """Drop one's own deck; an admin drops anybody's. Raises DataError deck_not_own (who), deck_unknown, storage."""
    with attempt(user, "keep", dropped=deck_id), writing() as connection:
        row = _own_row(connection, user, deck_id)
        if plain_address(row["who"]) != user.address and role_of(user) != "admin":
            raise DataError("deck_not_own", who=row["who"])
        connection.execute("DELETE FROM decks WHERE id = ?", (deck_id,))


def _keep_new(user: User, deck: KeptDeck) -> KeptDeck:
    with attempt(user, "keep", name=deck.name) as outcome:
        deck = _checked(user, deck)
        with writing() as connection:
            ids = {row["id"]: row["who"] for row in connection.execute("SELECT id, who FROM decks")}
            if [plain_address(who) for who in ids.values()].count(user.address) >= MOST:
                raise DataError("deck_too_many", expected=MOST)
            outcome["deck"] = _new_id(set(ids))
            return _write(connection, user, replace(deck, id=outcome["deck"], who=user.address, revision=0))


def _checked(user: User, deck: KeptDeck) -> KeptDeck:
    if _draft(deck):
        draft_of(user, _draft(deck).removeprefix(DRAFT))
    return checked(deck)


def _own_row(connection: sqlite3.Connection, user: User, deck_id: str) -> sqlite3.Row:
    """Return a deck's row; another's draft is answered as if there were none."""
    where = "SELECT * FROM decks WHERE id = ? AND (draft = '' OR lower(who) = ?)"
    row: sqlite3.Row | None = connection.execute(where, (deck_id, user.address)).fetchone()
    if row is None:
        raise DataError("deck_unknown", found=deck_id)
    return row


def _write(connection: sqlite3.Connection, user: User, deck: KeptDeck) -> KeptDeck:
    at = datetime.now(UTC).isoformat(timespec="microseconds")
    deck = replace(deck, at=at, revision=deck.revision + 1)
    values = (deck.id, deck.who, at, deck.revision, user.address, _draft(deck), to_json(deck))
    connection.execute("INSERT OR REPLACE INTO decks VALUES (?, ?, ?, ?, ?, ?, ?)", values)
    return deck


def _decks_where(where: str, *values: str) -> list[KeptDeck]:
    with reading() as connection:
        rows = connection.execute(f"SELECT * FROM decks WHERE {where}", values).fetchall() if connection else []  # noqa: S608
    return [_deck(row) for row in rows]


def _deck(row: Any) -> KeptDeck:
    told = {name: row[name] for name in ("id", "who", "at", "revision")}
    return replace(from_json(row["content"]), **told)


def _draft(deck: KeptDeck) -> str:
    """Return the key of the draft that the deck shows; "" where it shows none."""
    key = deck.choice.get("set", "")
    return key if key.startswith(DRAFT) else ""


def _new_id(taken: set[str]) -> str:
    while (chance := "".join(secrets.choice(LETTERS) for _ in range(LENGTH))) in taken:
        pass
    return chance
