"""What all sessions share of the store, the datasets and the boundaries. Whoever gets a table must not change it."""

import pandas as pd

from components.state.memo import remember
from components.state.open_drafts import owner_of
from components.state.reference import indicators, inside, regions, spare_of
from data import query
from data.checks.every import check_dataset
from data.checks.findings import with_kinds
from data.dataset import Dataset
from data.listed import lists_in, own_key, with_lists
from data.periods import frequency, sort_periods
from data.published_dataset import dataset_from
from data.query import Row, each_row, find_unmatched, values_in
from data.rank import rank
from data.regimes import of_one_regime, regimes_among
from data.stated import places_at
from data.store import catalogue
from data.store.drafts import draft_preview
from data.store.naming import DRAFT
from geo.classify import Classification, bubbles, classify
from geo.matching.former import young_regencies

# Dataset, indicator and segment.
SeriesKey = tuple[str, str, str]
# Area, level and the regime that was chosen, "" for the most frequent of each period: of whom figures are shown.
Where = tuple[str, str, str]


@remember(16, figures=True)
def dataset(key: str) -> Dataset:
    """A dataset by its key, with the lists that the key names; a draft only after its owner has opened it."""
    if lists_in(key):
        return with_lists(dataset(own_key(key)), key, indicators())
    if not catalogue.is_draft(key):
        return catalogue.load_dataset(key)
    rows, upload = draft_preview(owner_of(key), key.removeprefix(DRAFT))
    return dataset_from(key, rows, upload.about)


@remember(64, figures=True)
def series(dataset_id: str, indicator: str, segment: str) -> pd.DataFrame:
    """The figures of every region and period, each with what the checks find of it (`checked`)."""
    rows = query.series(dataset(dataset_id).observations, regions(), indicators()[indicator], segment)
    return with_kinds(rows, findings(dataset_id), indicator, segment)


@remember(16, figures=True)
def findings(dataset_id: str) -> pd.DataFrame:
    """What in the dataset's figures is wrong or worth a look."""
    return check_dataset(dataset(dataset_id), regions(), young_regencies(), indicators())


@remember(256, figures=True)
def shown_series(key: SeriesKey, where: Where) -> pd.DataFrame:
    """The series in which the regions of an area and level have figures of one regime in each period."""
    area, level, regime = where
    return of_one_regime(series(*key), inside(area, level)["region_code"].tolist(), regime)


@remember(256, figures=True)
def regimes(key: SeriesKey, area: str, level: str, period: str) -> dict[str, int]:
    """How many of the regions have a figure of each regime in a period, the most frequent first."""
    return regimes_among(series(*key), inside(area, level)["region_code"].tolist(), period)


@remember(256, figures=True)
def regimes_ever(key: SeriesKey, area: str, level: str) -> list[str]:
    """The regimes of which a region of the area and level has a figure at any period."""
    rows = series(*key)
    here = rows["region_code"].isin(inside(area, level)["region_code"])
    return sorted(set(rows.loc[here, "regime"]) - {""})


@remember(256, figures=True)
def classification(
    key: SeriesKey, where: Where, every: str, scheme: str, limits: tuple[float | None, tuple[float, ...]]
) -> Classification:
    """Classes of an area's map: none of this moves with the slider, and natural breaks take half a second.

    Of the periods of one frequency. limits: a target, and own breaks, for the schemes that ask for them.
    """
    rows = shown_series(key, where)
    here = rows["region_code"].isin(inside(*where[:2])["region_code"])
    values = rows.loc[here & rows["period"].isin(area_periods(*key, where[0], every)), "value"].to_numpy(dtype=float)
    measured = indicators()[key[1]]
    return bubbles(values) if measured.is_count else classify(values, scheme, measured.decimals, *limits)


@remember(256, figures=True)
def area_periods(dataset_id: str, indicator: str, segment: str, area: str, every: str | None = None) -> list[str]:
    """Periods, oldest first, at which the area or a region in it has a figure; of one frequency if asked."""
    rows = series(dataset_id, indicator, segment)
    inside = rows["region_code"].str[:2].eq(area) | (area == "ID")
    periods = sort_periods(rows.loc[inside & rows["value"].notna(), "period"].unique())
    return [period for period in periods if every is None or frequency(period) == every]


@remember(256, figures=True)
def shown_periods(dataset_id: str, indicator: str, segment: str, area: str, level: str) -> list[str]:
    """Periods, oldest first, at which a region of the level in the area has a figure; else those of the area itself."""
    rows = series(dataset_id, indicator, segment)
    here = rows["region_code"].isin(inside(area, level)["region_code"])
    found = sort_periods(rows.loc[here & rows["value"].notna(), "period"].unique())
    return found or area_periods(dataset_id, indicator, segment, area)


def country_periods(dataset_id: str, indicator: str, segment: str, every: str) -> list[str]:
    """Periods of one frequency at which the country itself has a figure: its line is read beside every area's."""
    rows = series(dataset_id, indicator, segment)
    known = rows.loc[rows["region_code"].eq("ID") & rows["value"].notna(), "period"]
    return [period for period in known if frequency(period) == every]


@remember(256, figures=True)
def measured(dataset_id: str, area: str) -> dict[str, list[str]]:
    """Segments by indicator that the area or a region in it has any figure for, in the catalogue's order."""
    seen = dataset(dataset_id).observations
    inside = seen if area == "ID" else seen[seen["region_code"].str[:2] == area]
    pairs = set(zip(inside["indicator"], inside["segment"], strict=True))
    found = {key: [one for one in item.segments if (key, one) in pairs] for key, item in indicators().items()}
    return {key: segments for key, segments in found.items() if segments}


@remember(64, figures=True)
def latest(dataset_id: str, area: str) -> pd.DataFrame:
    """The newest figure of everything measured in an area."""
    return query.indicators_with_values(dataset(dataset_id).observations, regions(), area, indicators())


@remember(256, figures=True)
def ranked(key: SeriesKey, period: str, where: Where) -> pd.DataFrame:
    """The regions of an area and level, ranked in one period."""
    dataset_id, indicator, segment = key
    codes = inside(*where[:2])["region_code"].tolist()
    places = places_at(dataset(dataset_id).places, indicator, segment, period)
    rows = values_in(shown_series(key, where), period, codes)
    return rank(rows, indicators()[indicator], places, spare_of(where[1]))


@remember(16, figures=True)
def unmatched(dataset_id: str) -> list[str]:
    """Codes of a dataset's observations that are in no table of regions."""
    return sorted(find_unmatched(dataset(dataset_id).observations, regions())["region_code"].unique())


@remember(64, figures=True)
def period_notes(dataset_id: str, indicator: str, segment: str) -> list[str]:
    """The notes of the observations of an indicator and segment, each once."""
    observed = dataset(dataset_id).observations
    return list(observed.loc[observed["indicator"].eq(indicator) & observed["segment"].eq(segment), "note"].unique())


@remember(64, figures=True)
def rows_at(dataset_id: str, indicator: str, segment: str, period: str) -> dict[str, Row]:
    """The rows of one period of a series, by code; none where there is no such period."""
    rows = series(dataset_id, indicator, segment)
    return {row.region_code: row for row in each_row(rows[rows["period"].eq(period)])}
