"""The datasets there are, by key: a key names contents that never change.

`simulated`: a bundled dataset; `bengkulu@3`: version 3 of a published one; `draft-…`: a draft, which only its
owner's session can open (`dataset_from` makes it of the rows that the store gives to that owner).
"""

from contextlib import suppress
from pathlib import Path

from data.bundled import SETS, bundled_ids, bundled_title, load_bundled
from data.dataset import Dataset
from data.listed import own_key
from data.published_dataset import dataset_from, title_of
from data.store.durable import log_entry
from data.store.naming import BOUNDARIES, DRAFT, number_in
from data.store.paths import published_names, table_folder
from data.store.versions import newest, open_version, version_of
from errors import DataError


def published() -> dict[str, int]:
    """Return the newest version's number of every published dataset, by name; boundaries are not among them.

    In a folder it costs a listing of names. A table whose folder cannot be read is left out, and Versi names it.
    Raises DataError as storage does.
    """
    reserved, found = (*bundled_ids(), BOUNDARIES), {}
    for name in published_names():
        with suppress(DataError):
            found[name] = newest(name)
    return {name: number for name, number in found.items() if number and name not in reserved}


def key_of(name: str, number: int = 0) -> str:
    """Return the key of a bundled dataset or a draft (number 0), or of a published version."""
    return f"{name}@{number}" if number else name


def split_key(key: str) -> tuple[str, int]:
    """Return name and number of a key; the number is 0 where it has none."""
    name, _at, number = own_key(key).partition("@")
    return name, number_in(number)


def is_draft(key: str) -> bool:
    """Say whether a key is a draft's."""
    return key.startswith(DRAFT)


def load_dataset(key: str, root: Path = SETS) -> Dataset:
    """Load a bundled dataset or a published version. A large one takes a third of a second, so keep it.

    Raises DataError as `load_bundled`, `open_version` and `dataset_from` do.
    """
    name, number = split_key(key)
    if not number:
        return load_bundled(key, root)
    return dataset_from(key, open_version(name, number), version_of(name, number).about)


def dataset_title(key: str, root: Path = SETS) -> dict[str, str]:
    """Return a dataset's title by language, from its description alone: it can be named where its figures are lost.

    Raises DataError as `load_bundled` and `version_of` do.
    """
    name, number = split_key(key)
    return title_of(name, version_of(name, number).about) if number else bundled_title(key, root)


def stamp(key: str) -> str:
    """Return what tells a version from another one that once bore its number; "" where none ever can.

    A number is used again where the server set a version aside at its start. In a folder this is one look at the
    log entry; object storage keeps a number's first entry.
    """
    name, number = split_key(key)
    folder = table_folder(name) if number else None
    if folder is None:
        return ""
    try:
        entry = log_entry(folder, number).stat()
    except OSError:
        return "missing"
    return f"{entry.st_ino}-{entry.st_size}-{entry.st_mtime_ns}"
