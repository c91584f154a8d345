"""A dataset as a screen reads it: observations, their sources, and its texts."""

from dataclasses import dataclass, field
from functools import cached_property

import pandas as pd

from data.causes import no_causes, no_rivals
from data.stated import no_places


@dataclass(frozen=True, eq=False)
class Dataset:
    """Observations with their sources and the texts that introduce them.

    id: the key under which data/store/catalogue.py knows it.
    title, description, note: by language (`id`, `en`); the note is the banner, "" where none is needed.
    observations: as `read_observations` gives them; sources: as `read_sources` does; places: as `read_places` does;
    rivals, causes: as `data.causes` reads them.
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
    places: pd.DataFrame = field(default_factory=no_places)
    rivals: pd.DataFrame = field(default_factory=no_rivals)
    causes: pd.DataFrame = field(default_factory=no_causes)

    @cached_property
    def publishers(self) -> dict[str, str]:
        """Return who stands behind each source, by its id; its title where nobody is named."""
        named = self.sources["publisher"].mask(self.sources["publisher"].eq(""), self.sources["title"])
        return dict(zip(self.sources["source_id"], named, strict=True))
