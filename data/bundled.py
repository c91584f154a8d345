"""The bundled datasets: folders with a description, observations and sources."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd

from data.causes import no_causes, no_rivals, read_causes, read_rivals
from data.dataset import Dataset
from data.observations import read_observations
from data.settings import read_settings
from data.sources import check_sources, read_sources
from data.stated import check_places, no_places, read_places
from errors import DataError

SETS = Path(__file__).with_name("sets")
DESCRIPTION = "set.toml"
# What a dataset is made of beside its description.
_TABLES = {"id", "observations", "sources", "places", "rivals", "causes"}


def bundled_ids(root: Path = SETS) -> list[str]:
    """Return the ids of the bundled datasets, in alphabetical order."""
    return sorted(path.parent.name for path in root.glob(f"*/{DESCRIPTION}"))


def load_bundled(dataset_id: str, root: Path = SETS) -> Dataset:
    """Load a bundled dataset; the simulated one (131,000 rows) takes a third of a second, so keep it.

    Raises DataError: `dataset_unknown` (found, expected), `file_missing` (file), `file_damaged` (file,
    reason), `source_unknown` (file, found: cited by an observation and not described), and what the readers
    raise.
    """
    known = bundled_ids(root)
    if dataset_id not in known:
        raise DataError("dataset_unknown", found=dataset_id, expected=known)
    folder = root / dataset_id
    described = _described(folder / DESCRIPTION)
    observations = read_observations(_observations_file(folder))
    sources = read_sources(folder / "sources.csv")
    check_sources(observations, sources)
    tables = {
        "places": _places(folder / "places.csv", observations),
        "rivals": _read(folder / "rivals.csv", read_rivals, no_rivals),
        "causes": _read(folder / "causes.csv", read_causes, no_causes),
    }
    for table in tables.values():
        check_sources(table, sources)
    fields: dict[str, Any] = {**tables, **described}
    return Dataset(id=dataset_id, observations=observations, sources=sources, **fields)


def bundled_title(dataset_id: str, root: Path = SETS) -> dict[str, str]:
    """Return a dataset's title by language, from its description alone: it can be named where its figures are lost.

    Raises DataError as `load_bundled` does for the description.
    """
    title: dict[str, str] = _described(root / dataset_id / DESCRIPTION)["title"]
    return title


def _places(path: Path, observations: pd.DataFrame) -> pd.DataFrame:
    places = _read(path, read_places, no_places)
    check_places(places, observations)
    return places


def _read(path: Path, read: Callable[[Path], pd.DataFrame], none: Callable[[], pd.DataFrame]) -> pd.DataFrame:
    return read(path) if path.exists() else none()


def _observations_file(folder: Path) -> Path:
    packed = folder / "observations.csv.gz"
    return packed if packed.exists() else folder / "observations.csv"


def _described(path: Path) -> dict[str, Any]:
    entry = read_settings(path)
    fields = set(Dataset.__dataclass_fields__) - _TABLES
    if missing := sorted(fields - set(entry)):
        raise DataError("file_damaged", file=path.name, reason="missing: " + ", ".join(missing))
    return {name: entry[name] for name in fields}
