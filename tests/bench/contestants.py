"""Who is measured, and what in each is the map and the control of the period."""

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PEERS = Path(__file__).parent / "peers"
PETA = "/peta?set=simulated&area=ID&level=regency"


@dataclass(frozen=True)
class Contestant:
    """path: the address of the map. map: the regions' shapes as a CSS selector, or `canvas`.

    slider: the control of the period. moves: how it is moved: `drag` without letting go, `keys`, or not at all.
    """

    name: str
    script: Path
    path: str
    map: str
    slider: str
    moves: str | None

    @property
    def folder(self) -> Path:
        """Where it runs: ours with the repository's configuration, a peer with Streamlit's own."""
        return PEERS if self.path == "/" else ROOT


def _ours(name: str, script: Path, moves: str | None) -> Contestant:
    return Contestant(name, script, PETA, "path[data-region]", "input[type=range]", moves)


def _peer(name: str, file: str, regions: str) -> Contestant:
    return Contestant(name, PEERS / file, "/", regions, "[data-testid=stSlider] input[type=range]", "keys")


CONTESTANTS = [
    _ours("Cakupan, slider held", ROOT / "app.py", "drag"),
    _ours("Cakupan, slider released", ROOT / "app.py", "keys"),
    _ours("Cakupan without `components/delivery`", PEERS / "without_delivery.py", None),
    _peer("`st_folium`, `folium.Choropleth`", "folium_choropleth.py", "path.leaflet-interactive"),
    _peer("`px.choropleth`, outlines inline", "px_choropleth.py", "path.choroplethlocation"),
    _peer("`px.choropleth_map`, `white-bg`", "px_choropleth_map.py", "canvas"),
]
