"""The bundled datasets: folders with a description, observations and sources."""

from pathlib import Path
from typing import Any

import pandas as pd

from data.dataset import Dataset
from data.observations import read_observations
from data.settings import read_settings
from data.sources import check_sources, read_sources
from data.stated import check_places, no_places, read_places
from errors import DataError

SETS = Path(__file__).with_name("sets")
DESCRIPTION = "set.toml"


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
    places = _places(folder / "places.csv", observations)
    check_sources(places, sources)
    return Dataset(id=dataset_id, observations=observations, sources=sources, places=places, **described)


def bundled_title(dataset_id: str, root: Path = SETS) -> dict[str, str]:
    """Return a dataset's title by language, from its description alone: it can be named where its figures are lost.

    Raises DataError as `load_bundled` does for the description.
    """
    title: dict[str, str] = _described(root / dataset_id / DESCRIPTION)["title"]
    return title


def _places(path: Path, observations: pd.DataFrame) -> pd.DataFrame:
    if not path.exists():
        return no_places()
    places = read_places(path)
    check_places(places, observations)
    return places


def _observations_file(folder: Path) -> Path:
    packed = folder / "observations.csv.gz"
    return packed if packed.exists() else folder / "observations.csv"


def _described(path: Path) -> dict[str, Any]:
    entry = read_settings(path)
    fields = {name for name in Dataset.__dataclass_fields__ if name not in ("id", "observations", "sources", "places")}
    if missing := sorted(fields - set(entry)):
        raise DataError("file_damaged", file=path.name, reason="missing: " + ", ".join(missing))
    return {name: entry[name] for name in fields}
