"""The tables that every screen reads: regions and their names, indicators, targets."""

import pandas as pd

from components.state.memo import forget_figures, remember
from components.state.region_names import region_names
from data.funding import Funding, load_funding
from data.indicators import Indicator, load_segments
from data.intake.template import template_csv, template_xlsx
from data.meetings import Meeting, load_meetings
from data.own_indicators import indicators_with
from data.region_groups import load_region_groups
from data.store.preferences import defined_indicators
from data.targets import Target, load_targets
from errors import DataError
from geo.boundaries import load_overlap
from geo.regions import read_regions, regions_in
from geo.shapes import enlarged, read_circles

ROUGH = 0.8
# Seconds until what another process of the server has published far away, or defined, is seen.
FRESH = 30
# The analysts' own indicators as they were read last.
_defined: dict[str, dict[str, object]] = {}


@remember()
def regions() -> pd.DataFrame:
    return read_regions()


@remember()
def names() -> dict[str, str]:
    return region_names(regions())


@remember()
def people() -> dict[str, float]:
    """Population by region, of the table of regions."""
    counted = regions().dropna(subset="population")
    return dict(zip(counted["region_code"], counted["population"].astype(float), strict=True))


@remember(128)
def inside(area: str, level: str) -> pd.DataFrame:
    """The regions of one level that lie in an area, as `geo.regions.regions_in` gives them; or a group of provinces."""
    if level not in load_region_groups():
        return regions_in(regions(), area, level)
    provinces = regions_in(regions(), area, "province")
    return provinces[provinces["region_code"].isin(load_region_groups()[level].provinces)].reset_index(drop=True)


def spare_of(level: str) -> int:
    """How many regions of a level may lack a figure and the others are numbered: of a group of provinces one."""
    return int(level in load_region_groups())


@remember(128)
def circles(area: str, level: str) -> pd.DataFrame:
    """The circles on the map of an area that can stand for the regions of one level, see `geo.shapes.read_circles`."""
    rows = read_circles()
    return rows[rows["area"].eq(area) & rows["region_code"].isin(inside(area, level)["region_code"])]


@remember(128)
def enlarged_circles(area: str, level: str) -> int:
    """How many of these circles are larger than their people, see `geo.shapes.enlarged`."""
    return len(enlarged(circles(area, level), people()))


@remember()
def area_codes() -> list[str]:
    """The country and the provinces."""
    return ["ID", *inside("ID", "province")["region_code"]]


@remember(seconds=FRESH)
def indicators() -> dict[str, Indicator]:
    """Ours and the analysts' own; `indicators.cache_clear()` where one was defined just now."""
    last = _defined
    try:
        found = defined_indicators()
    except DataError:
        found = last  # what was known goes on being shown where the store cannot be read at this moment
    if found != last:
        last.clear()
        last.update(found)
        forget_figures()
    return indicators_with(found)


@remember(8)
def template(ending: str, indicator_ids: tuple[str, ...]) -> bytes:
    """The empty form of an upload, as `csv` or `xlsx`, for the indicators there are."""
    write = {"csv": template_csv, "xlsx": template_xlsx}[ending]
    return write(regions(), {name: indicators()[name] for name in indicator_ids}, load_segments())


@remember()
def targets() -> dict[str, Target]:
    return load_targets(names())


def targets_of(*codes: str) -> list[str]:
    """Series that state a figure for one of these regions, in their order, and then those for the country."""
    stated = targets()
    return list(dict.fromkeys(key for code in (*codes, "ID") for key, one in stated.items() if code in one.values))


@remember()
def meetings() -> list[Meeting]:
    return load_meetings(names())


@remember()
def funding() -> list[Funding]:
    return load_funding(names())


@remember()
def rough_boundaries() -> pd.DataFrame:
    """Regencies whose generalised boundary overlaps the source by less than 0.8 (intersection over union)."""
    overlap = load_overlap()
    return overlap[overlap["iou"] < ROUGH].sort_values("iou")
