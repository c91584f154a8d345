"""The store at the server's start: what a power cut left of an unacknowledged publish is set aside and reported."""

from dataclasses import dataclass
from pathlib import Path

from data.store.attempts import attempt
from data.store.durable import SetAside, newest_entry_number, newest_fault, set_aside_unsound
from data.store.failures import storage
from data.store.places import is_remote, published_names, table_folder
from data.store.roles import SERVER, User


@dataclass(frozen=True)
class Recovered:
    """Entries set aside in one dataset, newest first. served: the version that is the newest now, 0 for none."""

    dataset: str
    set_aside: list[SetAside]
    served: int


def recover(user: User = SERVER) -> list[Recovered]:
    """Set aside unsound newest log entries of every dataset; an empty list where all are sound, as they should be.

    Call once before anything is served. Object storage needs none of it: it stores an entry whole or not at all.
    A dataset is journalled where something was found. Raises DataError as `attempt` and storage do.
    """
    if is_remote():
        return []
    found = []
    for dataset in published_names():
        folder = table_folder(dataset)
        if folder is not None and _is_unsound(folder):
            with attempt(user, "recover", dataset=dataset) as outcome, storage():
                moved = set_aside_unsound(folder)
                outcome["set_aside"] = [f"{one.number} {one.reason} {one.kept.name}" for one in moved]
            found.append(Recovered(dataset, moved, newest_entry_number(folder)))
    return found


def _is_unsound(folder: Path) -> bool:
    with storage():
        return bool(newest_fault(folder))
