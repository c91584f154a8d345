"""What a disk or a mount may answer, as DataErrors: full, read only, without hard links, busy."""

import errno
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from deltalake.exceptions import DeltaError

from errors import DataError

_CODES = {
    errno.ENOSPC: "store_full",
    errno.EDQUOT: "store_full",
    errno.EFBIG: "store_full",
    errno.EROFS: "store_read_only",
    errno.EACCES: "store_read_only",
    errno.EPERM: "store_read_only",
    errno.ENOTDIR: "store_read_only",
}
# What link(2) answers on vfat (EPERM), on some FUSE and network mounts (the others). A new log entry is the
# only hard link that is made, so these mean something else everywhere but in a commit.
_NO_HARD_LINKS = {errno.EPERM, errno.EOPNOTSUPP, errno.ENOTSUP, errno.ENOSYS, errno.EXDEV, errno.EMLINK}
_SQLITE = {
    sqlite3.SQLITE_FULL: "store_full",
    sqlite3.SQLITE_READONLY: "store_read_only",
    sqlite3.SQLITE_CANTOPEN: "store_read_only",
    sqlite3.SQLITE_PERM: "store_read_only",
    sqlite3.SQLITE_CORRUPT: "store_damaged",
    sqlite3.SQLITE_NOTADB: "store_damaged",
    sqlite3.SQLITE_BUSY: "store_busy",
    sqlite3.SQLITE_LOCKED: "store_busy",
}
# deltalake raises DeltaError or OSError without errno; the number stands in the text (1.6.6, on Linux).
_OS_ERROR = re.compile(r"os error ([0-9]+)")


@contextmanager
def storage(commit: bool = False) -> Iterator[None]:
    """Turn what storage answers inside into a DataError; commit: a log entry is being linked.

    Raises DataError `store_full`, `store_read_only`, `store_without_hard_links`, `store_busy`, `store_damaged`,
    `store_failed`, each with reason (the system's own words, one line, for the log).
    """
    try:
        yield
    except sqlite3.DatabaseError as error:
        primary = getattr(error, "sqlite_errorcode", 0) & 0xFF
        raise DataError(_SQLITE.get(primary, "store_failed"), reason=str(error)) from error
    except (OSError, DeltaError) as error:
        raise DataError(_code(error, commit), reason=_first_line(error)) from error


def _code(error: Exception, commit: bool) -> str:
    found = _OS_ERROR.search(str(error))
    number = int(found[1]) if found else getattr(error, "errno", None)
    if commit and number in _NO_HARD_LINKS:
        return "store_without_hard_links"
    return _CODES.get(number, "store_failed") if number else "store_failed"


def _first_line(error: Exception) -> str:
    """Return the message on one line: deltalake draws a tree, in colours, over several."""
    plain = re.sub(r"\x1b\[[0-9;]*m", "", str(error))
    return " ".join(plain.replace("↳", " ").split())[:300]
