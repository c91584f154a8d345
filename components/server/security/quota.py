"""How much may be uploaded: counted while it comes, on top of what Streamlit holds in memory."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass

MEGABYTE = 1024 * 1024
# A form around the file: its boundary lines, headers and name.
FORM = 64 * 1024
DEFAULTS = {"file": 100, "session": 300, "all": 1024}


class QuotaError(Exception):
    """What would exceed a quota. quota: file, session or all; megabytes: its size."""

    def __init__(self, quota: str, megabytes: float) -> None:
        super().__init__(f"{quota}: {megabytes} MB")
        self.quota, self.megabytes = quota, megabytes


@dataclass(frozen=True)
class Quota:
    """In MB (1024 × 1024 bytes): the largest file, all files of one session, all files on this server."""

    file: float
    session: float
    all: float


def quota() -> Quota:
    """The quotas, each from CAKUPAN_QUOTA_FILE_MB, _SESSION_MB or _ALL_MB where that is a number above 0.

    `server.maxUploadSize` holds the largest file as well, so that the variable can only lower it.
    """
    return Quota(**{name: _from_environment(name, usual) for name, usual in DEFAULTS.items()})


def _from_environment(name: str, usual: float) -> float:
    try:
        given = float(os.environ.get(f"CAKUPAN_QUOTA_{name.upper()}_MB", usual))
    except ValueError:
        return usual
    return given if 0 < given < float("inf") else usual


class Ledger:
    """The bytes of every upload under way, beside what is held already.

    held: asked anew each time, so that a file that Streamlit drops is free again at once: bytes by session.
    """

    def __init__(self, held: Callable[[], Mapping[str, int]]) -> None:
        self._held = held
        self._coming: dict[object, tuple[str, int]] = {}

    def take(self, upload: object, session: str, size: int) -> None:
        """Count an upload's bytes so far, or those it has announced. Raises QuotaError, and counts nothing then."""
        limits, held = quota(), self._held()
        others = [(of, count) for other, (of, count) in self._coming.items() if other is not upload]
        of_session = held.get(session, 0) + sum(count for of, count in others if of == session)
        of_all = sum(held.values()) + sum(count for _of, count in others)
        for name, megabytes, taken in (
            ("file", limits.file, 0),
            ("session", limits.session, of_session),
            ("all", limits.all, of_all),
        ):
            if taken + size > megabytes * MEGABYTE + FORM:
                raise QuotaError(name, megabytes)
        self._coming[upload] = (session, size)

    def close(self, upload: object) -> None:
        """An upload has ended: what is kept of it is held now, the rest is gone."""
        self._coming.pop(upload, None)
