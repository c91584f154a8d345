"""Whose draft is whose while the server runs: the one way from a draft's key to its figures."""

import secrets
from dataclasses import dataclass

from data.store.drafts import Draft, draft_of
from data.store.naming import DRAFT
from data.store.roles import User
from errors import DataError

# Tokens of sessions long gone; the oldest go first.
MOST_TOKENS = 10_000


@dataclass(frozen=True)
class Opened:
    """A draft's key, and the user who opened it."""

    key: str
    owner: User


_owners: dict[str, User] = {}
_tokens: dict[str, Opened] = {}


def open_draft(user: User, key: str) -> Draft:
    """Return the draft behind a key, and let its figures be loaded, if it is the user's own.

    Raises DataError draft_unknown (found), not_allowed, and those of storage.
    """
    draft = draft_of(user, key.removeprefix(DRAFT))
    _owners[key] = user
    return draft


def owner_of(key: str) -> User:
    """Return who opened a draft. Raises DataError draft_unknown (found) where nobody did since the server began."""
    if key not in _owners:
        raise DataError("draft_unknown", found=key.removeprefix(DRAFT))
    return _owners[key]


def new_token(user: User, key: str) -> str:
    """Return an address part for a draft that one user has open; it cannot be guessed, and is good for them alone."""
    token = secrets.token_urlsafe(24)
    _tokens[token] = Opened(key, user)
    while len(_tokens) > MOST_TOKENS:
        _tokens.pop(next(iter(_tokens)), None)
    return token


def behind(token: str) -> Opened | None:
    return _tokens.get(token)
