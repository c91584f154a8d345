"""Figures and boundaries as files to take away, made from codes that were checked."""

from collections.abc import Callable

import pandas as pd

from components.exports.tables import xlsx_of
from components.language.i18n import _
from components.report.checks import findings_table
from components.report.citations import cites_of
from components.report.labels import dataset_title
from components.state import boundary_cache, reference
from components.state.view import Figures
from data.checks.findings import findings_in
from data.export import Margin, to_csv
from data.notes import note_titles
from data.query import values_in
from data.schema import KEY
from geo.boundary_sets import BUNDLED
from geo.export import to_geojson, to_geopackage


def observations_of(parameters: dict[str, str]) -> pd.DataFrame:
    """Return the dataset's observations, all or of one indicator and area, with the region's name beside its code."""
    rows = Figures(parameters["key"]).dataset.observations
    if parameters.get("scope") != "all":
        area = parameters["area"]
        inside = rows["region_code"].str[:2].eq(area) | (area == "ID")
        rows = rows[inside & rows["indicator"].eq(parameters["indicator"])]
    return rows


def _named(rows: pd.DataFrame) -> pd.DataFrame:
    named = rows.astype({"numerator": "Int64", "denominator": "Int64"}).round({"value": 6})
    named.insert(1, "region_name", rows["region_code"].map(reference.names()))
    return named


def _csv(parameters: dict[str, str]) -> bytes:
    return to_csv(_with_sources(_marked(parameters), parameters["key"]))


def _with_sources(rows: pd.DataFrame, key: str) -> pd.DataFrame:
    """Tell beside each figure what a workbook has of its sources on a sheet of its own; of several each thing once."""
    sources = Figures(key).dataset.sources.set_index("source_id")
    cited = {cell: [one for one in cites_of(cell) if one in sources.index] for cell in rows["source_id"].unique()}
    for column in ("publisher", "title", "url", "grade", "retrieved"):
        told = {cell: dict.fromkeys(sources.loc[ids, column]) for cell, ids in cited.items()}
        rows[f"source_{column}"] = rows["source_id"].map(lambda cell, said=told: "; ".join(filter(None, said[cell])))
    return rows


def _xlsx(parameters: dict[str, str]) -> bytes:
    found = Figures(parameters["key"]).dataset
    sources = found.sources.assign(note_id=[note_titles(note)["id"] for note in found.sources["note"]])
    tables = {"observations": _marked(parameters), "sources": sources}
    return xlsx_of(tables, dict.fromkeys(tables, Margin(_("SIMULATION") if found.simulated else "")))


def _marked(parameters: dict[str, str]) -> pd.DataFrame:
    """Return the observations, each row saying of what dataset it is: a filtered or pasted row is simulated still."""
    key = parameters["key"]
    dataset = Figures(key).dataset
    named = _with_places(_named(observations_of(parameters)), key)
    named.insert(0, "dataset", _("SIMULATION, no official figures") if dataset.simulated else dataset_title(dataset))
    return named


def _with_places(named: pd.DataFrame, key: str) -> pd.DataFrame:
    """Put beside each figure what its source states of its place, where any source of the dataset states one."""
    places = Figures(key).dataset.places
    if places.empty:
        return named
    said = places.rename(columns={"place": "stated_place", "of": "stated_of", "source_id": "stated_by"})
    return named.merge(said, on=KEY, how="left", validate="one_to_one")


def _checks_csv(parameters: dict[str, str]) -> bytes:
    """What the checks find of the dataset, of all of it or of an area."""
    figures = Figures(parameters["key"])
    area = "ID" if parameters.get("scope") == "all" else parameters["area"]
    return to_csv(findings_table(findings_in(figures.findings, area), figures.dataset.publishers))


def _boundaries(parameters: dict[str, str], write: Callable[..., bytes]) -> bytes:
    """Return the area's boundaries at the map's level of detail, each with all that stands behind its value."""
    area, level = parameters["area"], parameters["level"]
    rows = Figures(parameters["key"]).series(parameters["indicator"], parameters["segment"])
    codes = reference.inside(area, level)["region_code"].tolist()
    values = _named(values_in(rows, parameters["period"], codes)).assign(
        indicator=parameters["indicator"],
        segment=parameters["segment"],
        simulated=Figures(parameters["key"]).dataset.simulated,
    )
    values = _with_sources(values, parameters["key"])
    boundaries = boundary_cache.of_area(area, level, parameters.get("outlines", BUNDLED))
    return write(boundaries, values)


FILES: dict[str, Callable[[dict[str, str]], bytes]] = {
    "observations.csv": _csv,
    "observations.xlsx": _xlsx,
    "checks.csv": _checks_csv,
    "outlines.geojson": lambda parameters: _boundaries(parameters, to_geojson),
    "outlines.gpkg": lambda parameters: _boundaries(parameters, to_geopackage),
}
