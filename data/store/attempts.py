"""The gate of every write: asks whether the user may, and leaves one line in the journal, refused or done."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from data.store import journal
from data.store.roles import Action, User, require
from errors import DataError

_LONGEST = 300  # characters of a text from outside that a line keeps


@contextmanager
def attempt(user: User, action: Action, **about: Any) -> Iterator[dict[str, Any]]:
    """Let a user do inside what they may, and journal it with `about` and what is put into the yielded dict.

    Raises DataError `not_allowed` and whatever is raised inside; each leaves a line too. `journal_failed`
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
        _note_refusal({**said, **outcome, "outcome": "refused", "code": code})
        raise
    try:
        journal.append(_short({**said, **outcome, "outcome": "done"}))
    except DataError as error:
        reason = error.particulars.get("reason", error.code)
        raise DataError("journal_failed", action=action, reason=reason, **outcome) from error


@contextmanager
def small_attempt(user: User, action: Action, **about: Any) -> Iterator[None]:
    """Let a user do inside what they may; as `attempt`, but only a refusal leaves a line.

    For small steps by the dozen whose own table says who took them and when: they would bury the versions in the
    journal. Raises DataError `not_allowed` and whatever is raised inside.
    """
    try:
        require(user, action)
        yield
    except BaseException as error:
        code = error.code if isinstance(error, DataError) else type(error).__name__
        _note_refusal({"who": user.address, "action": action, **about, "outcome": "refused", "code": code})
        raise


def _note_refusal(said: dict[str, Any]) -> None:
    try:
        journal.append(_short(said))
    except DataError:
        return  # the refusal that is on its way tells more than that the journal cannot be written either


def _short(said: dict[str, Any]) -> dict[str, Any]:
    return {key: value[:_LONGEST] if isinstance(value, str) else value for key, value in said.items()}
