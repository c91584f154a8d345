"""Groups of provinces that are compared among themselves, as region_groups.toml names them."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from data.settings import read_settings
from data.sources import Citation, load_citations

_FILE = Path(__file__).with_name("region_groups.toml")


@dataclass(frozen=True)
class RegionGroup:
    """A group of provinces. title, about: by language (`id`, `en`); source: the document that speaks of it."""

    title: dict[str, str]
    about: dict[str, str]
    source: Citation
    provinces: tuple[str, ...]


@cache
def load_region_groups() -> dict[str, RegionGroup]:
    """Return the groups by id, which an address gives as its `level`, in the order in which they are offered."""
    return {
        name: RegionGroup(entry["title"], entry["about"], load_citations()[entry["source"]], tuple(entry["provinces"]))
        for name, entry in read_settings(_FILE).items()
    }
