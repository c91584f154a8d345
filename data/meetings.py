"""What meetings found, decided, asked for and proposed, as meetings.toml states it with its source."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data.settings import read_settings
from data.sources import Citation, load_citations
from errors import DataError

_FILE = Path(__file__).with_name("meetings.toml")
KINDS = ("fgd", "monev", "kso", "kso_monev")
POINTS = ("found", "decided", "asked", "proposed")
LANGUAGES = frozenset(("id", "en"))
_NOT_SAID = {"id": "", "en": ""}


@dataclass(frozen=True)
class Point:
    """One point of a meeting, by language. who, when: "" where the source names nobody and no date."""

    kind: str
    what: Mapping[str, str]
    who: Mapping[str, str]
    when: Mapping[str, str]


@dataclass(frozen=True)
class Meeting:
    """One meeting.

    region: the province or regency that it was about. date: a day, or a month where no more is known.
    """

    id: str
    region: str
    kind: str
    date: str
    source: Citation
    points: tuple[Point, ...]


def load_meetings(regions: Collection[str] | None = None) -> list[Meeting]:
    """Return the bundled meetings, newest first. Raises DataError as `read_meetings` does."""
    return read_meetings(_FILE, load_citations(), regions)


def read_meetings(
    path: Path, citations: Mapping[str, Citation], regions: Collection[str] | None = None
) -> list[Meeting]:
    """Read a file of meetings, newest first. regions: the codes that it may name; any, where none are given.

    Raises DataError: those of `read_settings`, and `file_damaged` (file, reason) for a meeting or point that lacks
    something, has an unknown region, kind or source, or a text in one language only.
    """
    try:
        found = [_meeting(entry, citations) for entry in read_settings(path)["meetings"]]
    except (KeyError, ValueError) as error:
        raise DataError("file_damaged", file=path.name, reason=str(error)) from error
    for one in found:
        if regions is not None and one.region not in regions:
            raise DataError("file_damaged", file=path.name, reason=f"{one.id}: region {one.region}")
    return sorted(found, key=lambda meeting: meeting.date, reverse=True)


def meetings_in(meetings: list[Meeting], area: str) -> list[Meeting]:
    """Return the meetings about an area or a regency in it; none for the country, which none was about."""
    return [one for one in meetings if one.region == area or one.region.startswith(f"{area}.")]


def _meeting(entry: Mapping[str, Any], citations: Mapping[str, Citation]) -> Meeting:
    points = tuple(_point(one, entry["id"]) for one in entry["points"])
    if entry["kind"] not in KINDS:
        raise ValueError(f"{entry['id']}: kind {entry['kind']}")
    return Meeting(entry["id"], entry["region"], entry["kind"], entry["date"], citations[entry["source"]], points)


def _point(entry: Mapping[str, Any], meeting: str) -> Point:
    texts = [entry["what"], entry.get("who", _NOT_SAID), entry.get("when", _NOT_SAID)]
    if entry["kind"] not in POINTS:
        raise ValueError(f"{meeting}: kind {entry['kind']}")
    if not all(set(text) == LANGUAGES for text in texts) or not all(entry["what"].values()):
        raise ValueError(f"{meeting}: a text in {' and '.join(sorted(LANGUAGES))} is missing")
    return Point(entry["kind"], *texts)
