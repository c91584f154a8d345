"""The bundled datasets: what there is, and loading one of them whole."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from data.observations import read_observations
from data.settings import read_settings
from data.sources import read_sources
from errors import DataError

SETS = Path(__file__).with_name("sets")
DESCRIPTION = "set.toml"


@dataclass(frozen=True, eq=False)
class Dataset:
    """Observations with their sources and what a screen says about them.

    title, description, note: by language (`id`, `en`); the note is the banner, "" where none is needed.
    observations: as `read_observations` gives them; sources: as `read_sources` does.
    simulated: whether any figure is made up; default_*: what a screen opens on.
    """

    id: str
    title: dict[str, str]
    description: dict[str, str]
    note: dict[str, str]
    observations: pd.DataFrame
    sources: pd.DataFrame
    simulated: bool
    default_area: str
    default_indicator: str
    default_segment: str
    default_period: str


def dataset_ids(root: Path = SETS) -> list[str]:
    """Return the ids of the bundled datasets, in alphabetical order."""
    return sorted(path.parent.name for path in root.glob(f"*/{DESCRIPTION}"))


def load_dataset(dataset_id: str, root: Path = SETS) -> Dataset:
    """Load a bundled dataset; the simulated one (131,000 rows) takes a third of a second, so keep it.

    Raises DataError: `dataset_unknown` (found, expected), `file_missing` (file), `file_damaged` (file,
    reason), `source_unknown` (file, found: cited by an observation and not described), and what the readers
    raise.
    """
    known = dataset_ids(root)
    if dataset_id not in known:
        raise DataError("dataset_unknown", found=dataset_id, expected=known)
    folder = root / dataset_id
    described = _described(folder / DESCRIPTION)
    observations = read_observations(_observations_file(folder))
    sources = read_sources(folder / "sources.csv")
    _check_sources(observations, sources)
    return Dataset(id=dataset_id, observations=observations, sources=sources, **described)


def dataset_title(dataset_id: str, root: Path = SETS) -> dict[str, str]:
    """Return a dataset's title by language, from its description alone: it can be named where its figures are lost.

    Raises DataError as `load_dataset` does for the description.
    """
    title: dict[str, str] = _described(root / dataset_id / DESCRIPTION)["title"]
    return title


def _observations_file(folder: Path) -> Path:
    packed = folder / "observations.csv.gz"
    return packed if packed.exists() else folder / "observations.csv"


def _described(path: Path) -> dict[str, Any]:
    entry = read_settings(path)
    fields = {name for name in Dataset.__dataclass_fields__ if name not in ("id", "observations", "sources")}
    if missing := sorted(fields - set(entry)):
        raise DataError("file_damaged", file=path.name, reason="missing: " + ", ".join(missing))
    return {name: entry[name] for name in fields}


def _check_sources(observations: pd.DataFrame, sources: pd.DataFrame) -> None:
    unknown = set(observations["source_id"].unique()) - set(sources["source_id"])
    if unknown:
        raise DataError("source_unknown", file="sources.csv", found=sorted(unknown))
