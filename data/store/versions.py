"""The versions of a published dataset: list, open, compare, publish, restore."""

import re
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from typing import Any

import pandas as pd

from data.observations import as_stored
from data.store.commit import write_version
from data.store.difference import Difference, difference
from data.store.guarded import attempt
from data.store.naming import check_name
from data.store.paths import published_names, table_uri
from data.store.roles import User
from data.store.tables import commits, newest_number, read_table, said_about, to_arrow
from errors import DataError

_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Upload:
    """What a version came from. file_name: as its analyst called it, text and never a path; sha256: of that file.

    about: JSON values for `data.store.catalogue`: title and description by language, sources, simulated, default_*.
    """

    file_name: str
    sha256: str
    note: str = ""
    about: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Version:
    """One published state of a dataset. number: from 1; when: UTC; restored: the number it brings back, or None.

    about: as its Upload had it. damaged: why nothing is known of it and it cannot be opened, "" of a whole one.
    """

    number: int
    who: str
    when: datetime
    file_name: str
    sha256: str
    rows: int
    note: str
    restored: int | None = None
    about: dict[str, Any] = field(default_factory=dict)
    damaged: str = ""


def published_datasets() -> list[str]:
    """Return the names of the datasets with a version, in alphabetical order. Raises DataError as storage does."""
    return [dataset for dataset in published_names() if newest(dataset)]


def newest(dataset: str) -> int:
    """Return the newest version's number, 0 where nothing is published. Raises DataError as `table_uri`, storage."""
    return newest_number(table_uri(dataset))


def versions(dataset: str) -> list[Version]:
    """Return a dataset's versions, newest first. Raises DataError as `table_uri` and storage do."""
    return [_version(number, about) for number, about in commits(table_uri(dataset))]


def version_of(dataset: str, number: int) -> Version:
    """Return one version: its log entry is read, not all of them. Raises DataError as `open_version` does."""
    return _version(number, said_about(table_uri(dataset), number))


def open_version(dataset: str, number: int) -> pd.DataFrame:
    """Return all rows of a version. Raises DataError as `read_table` and `table_uri` do."""
    return as_stored(read_table(table_uri(dataset), number))


def compare(dataset: str, before: int, after: int) -> Difference:
    """Return what changed from one version to another, in either direction. Raises DataError as `open_version`."""
    return difference(open_version(dataset, before), open_version(dataset, after))


def publish(user: User, dataset: str, rows: pd.DataFrame, upload: Upload, base: int) -> int:
    """Publish all rows of a dataset as its next version and return its number once a power cut cannot undo it.

    rows: of every version the same columns; a later one may have more behind them. base: the newest version when the
    publisher looked, 0 for none.
    Raises DataError `published_meanwhile` (dataset, who, when, number: the newest one), `version_empty`
    (dataset), `sha256_bad` (found), `dataset_name_reserved` (found), `dataset_name_bad`, `columns_differ`,
    `publish_unconfirmed`, `not_allowed`, `journal_failed` and those of storage; but for `publish_unconfirmed`
    and `journal_failed` nothing was published.
    """
    with attempt(user, "publish", dataset=dataset, base=base, file=upload.file_name, sha256=upload.sha256) as outcome:
        outcome["published"] = _write(user, dataset, rows, asdict(upload), base)
    return int(outcome["published"])


def restore(user: User, dataset: str, number: int, base: int, note: str = "") -> int:
    """Publish an earlier version's rows anew, as the next version, and return its number; errors as `publish`.

    File name and SHA-256 are those of the version that is brought back. Raises `version_unknown` too.
    """
    with attempt(user, "restore", dataset=dataset, base=base, restored=number) as outcome:
        rows = open_version(dataset, number)
        earlier = version_of(dataset, number)
        said = {**asdict(Upload(earlier.file_name, earlier.sha256, note, earlier.about)), "restored": number}
        outcome["published"] = _write(user, dataset, rows, said, base)
    return int(outcome["published"])


def _write(user: User, dataset: str, rows: pd.DataFrame, said: dict[str, Any], base: int) -> int:
    _check(dataset, rows, said["sha256"])
    when = datetime.now(UTC).isoformat(timespec="seconds")
    about = {**said, "who": user.address, "when": when, "rows": len(rows)}
    try:
        return write_version(table_uri(dataset), to_arrow(rows), about, base)
    except DataError as error:
        if error.code != "base_stale":
            raise
        raise _published_meanwhile(dataset) from error


def _check(dataset: str, rows: pd.DataFrame, sha256: str) -> None:
    check_name(dataset, "geometry" in rows)
    if rows.empty:
        raise DataError("version_empty", dataset=dataset)
    if not _SHA256.fullmatch(sha256):
        raise DataError("sha256_bad", found=sha256)


def _published_meanwhile(dataset: str) -> DataError:
    found = versions(dataset)
    who, when, number = (found[0].who, found[0].when, found[0].number) if found else ("", None, 0)
    return DataError("published_meanwhile", dataset=dataset, who=who, when=when, number=number)


def _version(number: int, about: dict[str, Any]) -> Version:
    return Version(
        number=number,
        who=str(about.get("who", "")),
        when=datetime.fromisoformat(about["when"]) if "when" in about else datetime.fromtimestamp(0, UTC),
        file_name=str(about.get("file_name", "")),
        sha256=str(about.get("sha256", "")),
        rows=int(about.get("rows", 0)),
        note=str(about.get("note", "")),
        restored=about.get("restored"),
        about=about["about"] if isinstance(about.get("about"), dict) else {},
        damaged=str(about.get("damaged", "")),
    )
