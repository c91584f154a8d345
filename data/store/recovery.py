"""The store at the server's start: what a power cut left of an unacknowledged publish is set aside and reported."""

import logging
from dataclasses import dataclass
from pathlib import Path

from data.store.durable import (
    SetAside,
    drop_torn_checkpoints,
    newest_entry_number,
    newest_fault,
    set_aside_checkpoints,
    set_aside_unsound,
)
from data.store.guarded import attempt
from data.store.paths import is_remote, published_names, table_folder
from data.store.roles import SERVER, User
from data.store.storage_errors import storage
from errors import DataError

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Recovered:
    """Entries set aside in one dataset, newest first. served: the version that is the newest now, 0 for none.

    problem: why the dataset could not be looked through or put right, None where it could.
    """

    dataset: str
    set_aside: list[SetAside]
    served: int
    problem: DataError | None = None


def recover(user: User = SERVER) -> list[Recovered]:
    """Set aside unsound newest log entries of every dataset; an empty list where all are sound, as they should be.

    Call once before anything is served. Object storage needs none of it: it stores an entry whole or not at all.
    A dataset is journalled where something was found; one that storage fails is told in its `problem` and the others
    are gone through. Raises DataError `not_allowed`, and those of storage for the store as a whole.
    """
    if is_remote():
        return []
    folders = {dataset: table_folder(dataset) for dataset in published_names()}
    found = [_recovered(user, dataset, folder) for dataset, folder in folders.items() if folder is not None]
    for one in found:
        if one is not None:
            log.warning("set aside in the store: %s", one)
    return [one for one in found if one is not None]


def _recovered(user: User, dataset: str, folder: Path) -> Recovered | None:
    try:
        if not _is_unsound(folder):
            return None
        with attempt(user, "recover", dataset=dataset) as outcome, storage():
            moved = set_aside_unsound(folder)
            outcome["set_aside"] = [f"{one.number} {one.reason} {one.kept.name}" for one in moved]
    except DataError as error:
        if error.code == "not_allowed":
            raise
        return Recovered(dataset, [], 0, error)
    return Recovered(dataset, moved, newest_entry_number(folder))


def _is_unsound(folder: Path) -> bool:
    with storage():
        drop_torn_checkpoints(folder)
        set_aside_checkpoints(folder)
        return bool(newest_fault(folder))
