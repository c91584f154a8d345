"""Where to begin: named views of the bundled datasets, as starts.toml lists them."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from data.settings import read_settings

_FILE = Path(__file__).with_name("starts.toml")


@dataclass(frozen=True)
class Start:
    """A view to begin with. title, about: by language (`id`, `en`); view: the parameters of its address, by name."""

    title: dict[str, str]
    about: dict[str, str]
    view: dict[str, str]


@cache
def load_starts() -> dict[str, Start]:
    """Return the starts by id, in the order in which they are offered."""
    return {name: Start(entry["title"], entry["about"], entry["view"]) for name, entry in read_settings(_FILE).items()}
