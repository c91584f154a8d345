"""The gate of every write: asks whether the user may, and leaves one line in the journal, refused or done."""

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from data.store import journal
from data.store.roles import Action, User, require
from errors import DataError

_LONGEST = 300  # characters of a text from outside that a line keeps
# Seconds for which one line speaks for every further refusal of somebody without a role: where the login is open to
# all, anybody can have an address.
_SAID_ONCE = 3600.0
_MOST_KEPT = 1_000
log = logging.getLogger(__name__)
_noted: dict[tuple[str, ...], float] = {}


@contextmanager
def attempt(user: User, action: Action, **about: Any) -> Iterator[dict[str, Any]]:
    """Let a user do inside what they may, and journal it with `about` and what is put into the yielded dict.

    Raises DataError `not_allowed` and whatever is raised inside; each leaves a line too, but for refusals of those
    who have no role (see `_note_refusal`). `journal_failed`
    (action, reason, and what was put into the dict, as `published`: the number) where the deed is done and its
    line could not be written; where it was refused, the refusal is raised all the same (a full disk takes
    neither).
    """
    outcome: dict[str, Any] = {}
    said = {"who": user.address, "action": action, **about}
    try:
        require(user, action)
        yield outcome
    except BaseException as error:
        code = error.code if isinstance(error, DataError) else type(error).__name__
        _note_refusal(user, {**said, **outcome, "outcome": "refused", "code": code}, error)
        raise
    try:
        journal.append(_short({**said, **outcome, "outcome": "done"}))
    except DataError as error:
        reason = error.particulars.get("reason", error.code)
        raise DataError("journal_failed", action=action, reason=reason, **outcome) from error


@contextmanager
def small_attempt(user: User, action: Action, **about: Any) -> Iterator[None]:
    """Let a user do inside what they may; as `attempt`, but only a refusal leaves a line.

    For the changes of a deck, made by the dozen and shown with who made the last one: no figure depends on them, and
    they would bury the versions in the journal. A tick is small too and still an `attempt`: a list that counts takes
    the place of a published figure, and only the journal's chain shows that nobody altered the list's own log later.
    Raises DataError `not_allowed` and whatever is raised inside.
    """
    try:
        require(user, action)
        yield
    except BaseException as error:
        code = error.code if isinstance(error, DataError) else type(error).__name__
        _note_refusal(user, {"who": user.address, "action": action, **about, "outcome": "refused", "code": code}, error)
        raise


def _note_refusal(user: User, said: dict[str, Any], error: BaseException) -> None:
    """Journal a refusal; of somebody without a login it is logged, for anybody could fill the disk with such lines."""
    if _is_nobodys(error) and (not user.address or _is_said(user, said["action"])):
        log.info("refused: %s", _short(said))
        return
    try:
        journal.append(_short(said))
    except DataError:
        return  # the refusal that is on its way tells more than that the journal cannot be written either


def _is_nobodys(error: BaseException) -> bool:
    return isinstance(error, DataError) and error.code == "not_allowed" and not error.particulars.get("role")


def _is_said(user: User, action: Action) -> bool:
    """Say whether a line of this hour tells of it already."""
    key, now = (str(journal.journal_file()), user.address, action), time.monotonic()
    if now - _noted.get(key, -_SAID_ONCE) < _SAID_ONCE:
        return True
    while len(_noted) >= _MOST_KEPT:
        _noted.pop(next(iter(_noted)), None)
    _noted.pop(key, None)
    _noted[key] = now
    return False


def _short(said: dict[str, Any]) -> dict[str, Any]:
    return {key: value[:_LONGEST] if isinstance(value, str) else value for key, value in said.items()}
