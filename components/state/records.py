"""What the store has on record: versions, what they differ in, and the journal."""

import logging

from components.state.memo import remember
from components.state.reference import FRESH
from data.store import catalogue
from data.store.difference import Difference
from data.store.hash_chain import Fault
from data.store.journal import journal_file, read_journal, verify
from data.store.paths import is_remote
from data.store.recovery import Recovered, recover
from data.store.versions import Version, compare, version_of
from data.store.versions import versions as versions_in_store
from errors import DataError

log = logging.getLogger(__name__)


def published() -> dict[str, int]:
    """The newest version of every published dataset, by name: of a folder as it stands, else of half a minute ago."""
    return _published_far() if is_remote() else catalogue.published()


@remember(seconds=FRESH)
def _published_far() -> dict[str, int]:
    return catalogue.published()


@remember()
def recovered() -> tuple[list[Recovered], DataError | None]:
    """What was set aside in the store at the server's start, looked for once; and why it could not be, if so."""
    try:
        return recover(), None
    except DataError as error:
        log.error(error)
        return [], error


@remember(256, figures=True)
def version(name: str, number: int, stamp: str) -> Version:  # noqa: ARG001
    """Who published a version, when, and from what file."""
    return version_of(name, number)


@remember(16)
def versions(name: str, newest_number: int, stamp: str) -> list[Version]:  # noqa: ARG001
    """All versions, newest first, as of the newest one; 300 of them take 70 ms to read."""
    return versions_in_store(name)


@remember(8)
def difference(name: str, before: int, after: int, stamps: str) -> Difference:  # noqa: ARG001
    return compare(name, before, after)


def journal(most: int) -> tuple[list[dict[str, object]], int, Fault | None]:
    """The journal's last lines, how many there are, and the first fault in the whole of it."""
    path = journal_file()
    written = path.stat() if path.exists() else None
    return _journal(most, f"{written.st_size}-{written.st_mtime_ns}" if written else "")


@remember(1)
def _journal(most: int, stamp: str) -> tuple[list[dict[str, object]], int, Fault | None]:  # noqa: ARG001
    lines = read_journal()
    return lines[-most:], len(lines), verify()


@remember(256, figures=True)
def dataset_title(key: str, stamp: str = "") -> dict[str, str]:  # noqa: ARG001
    return catalogue.dataset_title(key)
