"""The only caches. Whoever gets a table from here must not change it in place.

Tables lie in `cache_resource` too: `cache_data` copies on every hit, 131,000 rows of text at every click.
"""

import logging
from pathlib import Path
from typing import Any, TypeVar

import pandas as pd
import streamlit as st

from components import assets
from components.draft_owners import owner_of
from components.explorer.wire import encode_values
from components.names import region_names
from data import catalogue, query
from data.dataset import Dataset
from data.defined import indicators_with
from data.indicators import Indicator, load_segments
from data.intake.template import template_csv, template_xlsx
from data.listed import lists_in, own_key, with_lists
from data.periods import frequency, sort_periods
from data.policy import Target, load_targets
from data.store.chain import Fault
from data.store.difference import Difference
from data.store.drafts import draft_preview
from data.store.journal import journal_file, read_journal, verify
from data.store.naming import DRAFT
from data.store.places import is_remote
from data.store.recovery import Recovered, recover
from data.store.remembered import defined_indicators
from data.store.versions import Version, compare, newest, open_version, version_of
from data.store.versions import versions as versions_in_store
from errors import DataError
from geo.boundaries import load_overlap, load_regency_boundaries
from geo.classify import Classification, bubbles, classify
from geo.outline_sets import (
    BUNDLED,
    DATASET,
    changed_regions,
    country_of,
    outlines_key,
    outlines_number,
    province_of_set,
    provinces_of,
    replaced,
)
from geo.outline_sets import outline_difference as compare_outlines
from geo.regions import read_regions, regions_in

log = logging.getLogger(__name__)
ROUGH = 0.8
# Seconds until what another process of the server has published far away, or defined, is seen.
FRESH = 30
# Dataset, indicator and segment.
Measure = tuple[str, str, str]
# What `area_series` takes.
AreaSeries = tuple[str, str, str, str, str]
MODULES = Path(__file__).with_name("explorer")
# Brings any widget whose modules lie at an address.
LOADER = MODULES / "loader.js"
STYLE = MODULES / "explorer.css"
Cached = TypeVar("Cached", bound=Any)
_elsewhere: list[Any] = []


@st.cache_resource(show_spinner=False)
def regions() -> pd.DataFrame:
    return read_regions()


@st.cache_resource(show_spinner=False)
def names() -> dict[str, str]:
    return region_names(regions())


@st.cache_resource(show_spinner=False, ttl=FRESH)
def indicators() -> dict[str, Indicator]:
    """Ours and the analysts' own; `indicators.clear()` where one was defined just now."""
    last = _defined()
    try:
        found = defined_indicators()
    except DataError:
        found = last  # what was known goes on being shown where the store cannot be read at this moment
    if found != last:
        last.clear()
        last.update(found)
        forget_figures()
    return indicators_with(found)


@st.cache_resource(show_spinner=False)
def _defined() -> dict[str, dict[str, object]]:
    """The analysts' own indicators as they were read last."""
    return {}


def published() -> dict[str, int]:
    """The newest version of every published dataset, by name: of a folder as it stands, else of half a minute ago."""
    return _published_far() if is_remote() else catalogue.published()


@st.cache_resource(show_spinner=False, ttl=FRESH)
def _published_far() -> dict[str, int]:
    return catalogue.published()


@st.cache_resource(show_spinner=False)
def recovered() -> tuple[list[Recovered], DataError | None]:
    """What was set aside in the store at the server's start, looked for once; and why it could not be, if so."""
    try:
        return recover(), None
    except DataError as error:
        log.error(error)
        return [], error


@st.cache_resource(show_spinner=False, max_entries=16)
def dataset(key: str) -> Dataset:
    """A dataset by its key, with the lists that the key names; a draft only after its owner has opened it."""
    if lists_in(key):
        return with_lists(dataset(own_key(key)), key, indicators())
    if not catalogue.is_draft(key):
        return catalogue.load_dataset(key)
    rows, upload = draft_preview(owner_of(key), key.removeprefix(DRAFT))
    return catalogue.dataset_from(key, rows, upload.about)


def publishers(key: str) -> dict[str, str]:
    """Who stands behind each source of a dataset, by its id; its title where nobody is named."""
    return {row.source_id: row.publisher or row.title for row in dataset(key).sources.itertuples()}


@st.cache_resource(show_spinner=False, max_entries=256)
def dataset_title(key: str, stamp: str = "") -> dict[str, str]:  # noqa: ARG001
    return catalogue.dataset_title(key)


@st.cache_resource(show_spinner=False, max_entries=256)
def version(name: str, number: int, stamp: str) -> Version:  # noqa: ARG001
    """Who published a version, when, and from what file."""
    return version_of(name, number)


@st.cache_resource(show_spinner=False, max_entries=16)
def versions(name: str, newest_number: int, stamp: str) -> list[Version]:  # noqa: ARG001
    """All versions, newest first, as of the newest one; 300 of them take 70 ms to read."""
    return versions_in_store(name)


@st.cache_resource(show_spinner=False, max_entries=8)
def difference(name: str, before: int, after: int, stamps: str) -> Difference:  # noqa: ARG001
    return compare(name, before, after)


@st.cache_resource(show_spinner=False, max_entries=4)
def outline_difference(before: int, after: int, stamps: str) -> pd.DataFrame:  # noqa: ARG001
    return compare_outlines(open_version(DATASET, before), open_version(DATASET, after))


def journal(most: int) -> tuple[list[dict[str, object]], int, Fault | None]:
    """The journal's last lines, how many there are, and the first fault in the whole of it."""
    path = journal_file()
    written = path.stat() if path.exists() else None
    return _journal(most, f"{written.st_size}-{written.st_mtime_ns}" if written else "")


@st.cache_resource(show_spinner=False, max_entries=1)
def _journal(most: int, stamp: str) -> tuple[list[dict[str, object]], int, Fault | None]:  # noqa: ARG001
    lines = read_journal()
    return lines[-most:], len(lines), verify()


@st.cache_resource(show_spinner=False)
def _stamps() -> dict[str, str]:
    """What the figures of each key in use were read from."""
    return {}


def settle(key: str, stamp: str) -> None:
    """Forget all figures where a key stands for others than those in the caches.

    A version set aside at another process's start leaves its number to the next one; a draft may be put on another
    version. Both are rare, so that everything may go.
    """
    known = _stamps()
    if known.setdefault(key, stamp) != stamp:
        known.clear()
        known[key] = stamp
        forget_figures()


def settled(key: str) -> str:
    return _stamps().get(key, "")


@st.cache_resource(show_spinner=False, max_entries=64)
def series(dataset_id: str, indicator: str, segment: str) -> pd.DataFrame:
    return query.series(dataset(dataset_id).observations, regions(), indicators()[indicator], segment)


@st.cache_data(show_spinner=False, ttl=FRESH)
def newest_outlines() -> str:
    """The outlines that a session begins with: the newest published ones, or the bundled."""
    return outlines_key(newest(DATASET))


@st.cache_resource(show_spinner=False, max_entries=128)
def boundaries(area: str, level: str, outlines: str):
    """Outlines as the map shows them: the country simplified, one province in full.

    outlines: `bundled`, or `boundaries@3` for what is published as version 3 in the bundled ones' places.
    """
    if area != "ID":
        return province_of_set(regencies(outlines), area)
    country = _country(outlines)
    return provinces_of(country, published_regions(outlines)) if level == "province" else country


@st.cache_resource(show_spinner=False, max_entries=4)
def regencies(outlines: str):
    """The outlines of all regencies in full."""
    if outlines == BUNDLED:
        return load_regency_boundaries()
    return replaced(regencies(BUNDLED), open_version(DATASET, outlines_number(outlines)))


@st.cache_resource(show_spinner=False, max_entries=16)
def published_regions(outlines: str) -> list[str]:
    """Codes of the regencies whose outline is a published one; none of the bundled outlines."""
    return changed_regions(open_version(DATASET, outlines_number(outlines))) if outlines != BUNDLED else []


@st.cache_resource(show_spinner=False, max_entries=4)
def _country(outlines: str):
    return country_of(regencies(outlines))


@st.cache_resource(show_spinner=False, max_entries=256)
def values_url(measure: Measure, area: str, level: str, every: str) -> str:
    """Address of the figures on the map, for everyone who knows it: never of a draft's."""
    return assets.publish({"values.json": _values(measure, area, level, every)}) + "/values.json"


@st.cache_resource(show_spinner=False, max_entries=32)
def draft_values(measure: Measure, area: str, level: str, every: str) -> bytes:
    """The same of a draft, for a route that asks who wants it."""
    return _values(measure, area, level, every)


def _values(measure: Measure, area: str, level: str, every: str) -> bytes:
    """All periods of one frequency for the regions of an area, the area itself and the country, as the map reads."""
    shown = regions_in(regions(), area, level)["region_code"].tolist()
    codes = list(dict.fromkeys([*shown, area, "ID"]))
    dataset_id, indicator, _segment = measure
    stops = area_periods(*measure, area, every)
    rows = series(*measure)
    rows = rows[rows["region_code"].isin(codes) & rows["period"].isin([*stops, *country_periods(*measure, every)])]
    return encode_values(rows, codes, dataset(dataset_id).sources, indicators()[indicator], stops)


@st.cache_resource(show_spinner=False, max_entries=256)
def area_series(dataset_id: str, indicator: str, segment: str, area: str, every: str) -> pd.DataFrame:
    """The series at the periods of one frequency at which the area or a region in it has a figure."""
    rows = series(dataset_id, indicator, segment)
    return rows[rows["period"].isin(area_periods(dataset_id, indicator, segment, area, every))]


@st.cache_resource(show_spinner=False, max_entries=256)
def classification(
    series_of_area: AreaSeries,
    level: str,
    scheme: str,
    target: float | None,
    own: tuple[float, ...],
) -> Classification:
    """Classes of an area's map: none of this moves with the slider, and natural breaks take half a second."""
    _dataset, indicator, _segment, area, _every = series_of_area
    rows = area_series(*series_of_area)
    shown = regions_in(regions(), area, level)["region_code"]
    values = rows.loc[rows["region_code"].isin(shown), "value"].to_numpy(dtype=float)
    measured = indicators()[indicator]
    return bubbles(values) if measured.is_count else classify(values, scheme, measured.decimals, target, own)


@st.cache_resource(show_spinner=False, max_entries=256)
def area_periods(dataset_id: str, indicator: str, segment: str, area: str, every: str | None = None) -> list[str]:
    """Periods, oldest first, at which the area or a region in it has a figure; of one frequency if asked."""
    rows = series(dataset_id, indicator, segment)
    inside = rows["region_code"].str[:2].eq(area) | (area == "ID")
    periods = sort_periods(rows.loc[inside & rows["value"].notna(), "period"].unique())
    return [period for period in periods if every is None or frequency(period) == every]


@st.cache_resource(show_spinner=False, max_entries=256)
def shown_periods(dataset_id: str, indicator: str, segment: str, area: str, level: str) -> list[str]:
    """Periods, oldest first, at which a region of the level in the area has a figure; else those of the area itself."""
    rows = series(dataset_id, indicator, segment)
    inside = rows["region_code"].isin(regions_in(regions(), area, level)["region_code"])
    found = sort_periods(rows.loc[inside & rows["value"].notna(), "period"].unique())
    return found or area_periods(dataset_id, indicator, segment, area)


def country_periods(dataset_id: str, indicator: str, segment: str, every: str) -> list[str]:
    """Periods of one frequency at which the country itself has a figure: its line is read beside every area's."""
    rows = series(dataset_id, indicator, segment)
    known = rows.loc[rows["region_code"].eq("ID") & rows["value"].notna(), "period"]
    return [period for period in known if frequency(period) == every]


@st.cache_resource(show_spinner=False)
def modules_url() -> str:
    """Address of the explorer's modules and its stylesheet; they import each other by relative names."""
    return assets.publish(_modules())


def module_urls() -> list[str]:
    """Addresses of the modules one by one, for the browser to fetch while Streamlit starts."""
    return [f"{modules_url()}/{name}" for name in _modules()]


def _modules() -> dict[str, bytes]:
    """The loader travels with the page; everything else by address."""
    modules = {path.name: path.read_bytes() for path in sorted(MODULES.glob("*.js")) if path != LOADER}
    return modules | {STYLE.name: assets.stylesheet(STYLE).encode()}


@st.cache_resource(show_spinner=False, max_entries=256)
def measured(dataset_id: str, area: str) -> dict[str, list[str]]:
    """Segments by indicator that the area or a region in it has any figure for, in the catalogue's order."""
    seen = dataset(dataset_id).observations
    inside = seen if area == "ID" else seen[seen["region_code"].str[:2] == area]
    pairs = set(zip(inside["indicator"], inside["segment"], strict=True))
    found = {key: [one for one in item.segments if (key, one) in pairs] for key, item in indicators().items()}
    return {key: segments for key, segments in found.items() if segments}


@st.cache_resource(show_spinner=False, max_entries=64)
def latest(dataset_id: str, area: str) -> pd.DataFrame:
    """The newest figure of everything measured in an area."""
    return query.indicators_with_values(dataset(dataset_id).observations, regions(), area, indicators())


@st.cache_resource(show_spinner=False, max_entries=8)
def template(ending: str, indicator_ids: tuple[str, ...]) -> bytes:
    """The empty form of an upload, as `csv` or `xlsx`, for the indicators there are."""
    write = {"csv": template_csv, "xlsx": template_xlsx}[ending]
    return write(regions(), {name: indicators()[name] for name in indicator_ids}, load_segments())


@st.cache_resource(show_spinner=False)
def targets() -> dict[str, Target]:
    return load_targets()


def targets_of(area: str) -> list[str]:
    """Series that state a figure for the area or the country."""
    return [key for key, target in targets().items() if target.values.get(area) or target.values.get("ID")]


@st.cache_resource(show_spinner=False)
def rough_outlines() -> pd.DataFrame:
    """Regencies whose generalised outline overlaps the source by less than 0.8 (intersection over union)."""
    overlap = load_overlap()
    return overlap[overlap["iou"] < ROUGH].sort_values("iou")


def with_figures(cached: Cached) -> Cached:
    """Mark a cache of another module as filled from a dataset: it is emptied with those here."""
    _elsewhere.append(cached)
    return cached


def forget_figures() -> None:
    """Empty every cache that is filled from a dataset."""
    for one in (*FIGURES, *_elsewhere):
        one.clear()


FIGURES = (
    *(dataset, dataset_title, version, series, area_series, area_periods, shown_periods, classification),
    *(measured, latest, values_url, draft_values),
)
