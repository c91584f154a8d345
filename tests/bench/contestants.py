"""Who is measured, and what in each is the map and the control of the period."""

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PEERS = Path(__file__).parent / "peers"
PETA = "/peta?set=simulated&area=ID&level=regency"
HELD, RELEASED = "slider held", "slider released"


@dataclass(frozen=True)
class Contestant:
    """One app. folder: where it runs, ours with the repository's configuration and a peer with Streamlit's own.

    path: the address of the map. map: its regions as a CSS selector, or `canvas`. painted: how their repaint is
    seen. slider: the control of the period. moves: how it is moved, `HELD`, `RELEASED`, both or not at all.
    """

    name: str
    script: Path
    folder: Path
    path: str
    map: str
    painted: str
    slider: str
    moves: tuple[str, ...]


def _ours(name: str, script: Path, *moves: str, shapes: str = "") -> Contestant:
    painted = "the `fill` of the 514 `path[data-region]` inside the component's shadow root"
    path = f"{PETA}&shapes={shapes}" if shapes else PETA
    return Contestant(name, script, ROOT, path, "path[data-region]", painted, "input[type=range]", moves)


def _peer(name: str, file: str, regions: str, painted: str) -> Contestant:
    slider = "[data-testid=stSlider] input[type=range]"
    return Contestant(name, PEERS / file, PEERS, "/", regions, painted, slider, (RELEASED,))


OURS = _ours("Cakupan", ROOT / "app.py", HELD, RELEASED)
CONTESTANTS = [
    OURS,
    _ours("Cakupan, circles", ROOT / "app.py", HELD, shapes="circles"),
    _ours("Cakupan, tiles", ROOT / "app.py", HELD, shapes="tiles"),
    _ours("Cakupan as Streamlit serves it", PEERS / "without_delivery.py"),
    _peer(
        "`st_folium`, `folium.Choropleth`",
        "folium_choropleth.py",
        "path.leaflet-interactive",
        "the `fill` of Leaflet's 514 paths inside the component's frame",
    ),
    _peer(
        "`px.choropleth`, outlines inline",
        "px_choropleth.py",
        "path.choroplethlocation",
        "the `fill` of Plotly's 514 paths",
    ),
    _peer(
        "`px.choropleth_map`, `white-bg`",
        "px_choropleth_map.py",
        "canvas",
        "the pixels of MapLibre's canvas, read after each frame it draws",
    ),
]
