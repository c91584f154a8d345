"""What one view shows, gathered once and handed down: whoever writes or draws it asks nobody else for figures."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from components.state import boundary_cache, cache, reference
from components.state.drawn_boundaries import drawn_boundaries
from components.state.memo import remember
from components.state.selection import Selection
from data.dataset import Dataset
from data.implied import Counts, counts_behind
from data.indicators import Indicator
from data.quantity import shown_values
from data.query import Row, values_in
from geo.classify import Classification


@dataclass(frozen=True)
class Figures:
    """A dataset by its key: hashable, so that what is made of its figures can be remembered."""

    key: str

    @property
    def dataset(self) -> Dataset:
        return cache.dataset(self.key)

    def series(self, indicator: str, segment: str) -> pd.DataFrame:
        """Rows of every region and period, as `data.query.series` gives them."""
        return cache.series(self.key, indicator, segment)

    @property
    def findings(self) -> pd.DataFrame:
        """What in the dataset's figures is wrong or worth a look, see `data.checks.findings`."""
        return cache.findings(self.key)

    def measured(self, area: str) -> dict[str, list[str]]:
        """Segments by indicator of which the area or a region in it has any figure."""
        return cache.measured(self.key, area)

    def ranked(self, indicator: str, segment: str, where: cache.Where, period: str) -> pd.DataFrame:
        """The regions of an area and level, ranked in a period, as `data.rank.rank` gives them."""
        return cache.ranked((self.key, indicator, segment), period, where)

    def periods(self, indicator: str, segment: str, area: str) -> list[str]:
        """Periods at which the area or a region in it has a figure, oldest first."""
        return cache.area_periods(self.key, indicator, segment, area)


@dataclass(frozen=True, eq=False)
class View:
    """One selection with its figures. Nobody may change a table of it in place.

    indicator: the selected one. dataset: with its observations, sources and stated places. series: rows of the
    indicator and segment for every region and period, as `data.query.series` gives them.
    """

    selection: Selection
    indicator: Indicator
    dataset: Dataset
    series: pd.DataFrame

    @property
    def figures(self) -> Figures:
        return Figures(self.selection.dataset)

    @property
    def simulated(self) -> bool:
        return self.dataset.simulated

    @cached_property
    def inside(self) -> list[str]:
        """Codes of the regions in view, in the order of the table of regions."""
        return reference.inside(self.selection.area, self.selection.level)["region_code"].tolist()

    @property
    def ranked(self) -> pd.DataFrame:
        """The regions in view, ranked in the period, as `data.rank.rank` gives them."""
        return self.ranked_at(self.selection.period)

    def ranked_at(self, period: str) -> pd.DataFrame:
        """The same in another period."""
        return cache.ranked(self.key, period, self.where)

    @property
    def key(self) -> cache.SeriesKey:
        return self.selection.dataset, self.selection.indicator, self.selection.segment

    @property
    def where(self) -> cache.Where:
        return self.selection.area, self.selection.level, self.selection.regime

    @property
    def shown(self) -> pd.DataFrame:
        """The series in which the regions in view have figures of one regime in each period."""
        return cache.shown_series(self.key, self.where)

    @property
    def regimes(self) -> dict[str, int]:
        """How many of the regions in view have a figure of each regime in the period, the most frequent first."""
        return cache.regimes(self.key, self.selection.area, self.selection.level, self.selection.period)

    @property
    def regime(self) -> str:
        """The regime of the figures in view; "" where there is none."""
        return self.selection.regime or next(iter(self.regimes), "")

    @cached_property
    def values(self) -> pd.DataFrame:
        """Rows of the area and, unless it is the area, of the country, with `displayed`."""
        codes = list(dict.fromkeys([self.selection.area, "ID"]))
        values = values_in(self.series, self.selection.period, codes)
        return values.assign(displayed=shown_values(values, self.indicator))

    def values_at(self, period: str) -> dict[str, Row]:
        """Rows of one period of the series, by code; none where there is no such period."""
        return cache.rows_at(*self.key, period)

    def counts_of(self, row: Row | None) -> Counts | None:
        """Both counts behind a row of the series, as far as its sources state or imply them; None of other measures."""
        if row is None or pd.isna(row.value) or not self.indicator.is_ratio:
            return None
        participants: dict[str, Row] = {}
        if self.indicator.id == "coverage":
            dataset, _indicator, segment = self.key
            participants = cache.rows_at(dataset, "active_participants", segment, row.period)
        return counts_behind(row, self.indicator, participants)

    @property
    def periods(self) -> list[str]:
        """Periods of the slider's frequency at which the area or a region in it has a figure, oldest first."""
        return cache.area_periods(*self.key, self.selection.area, self.selection.every)

    def classes(self, area: str, scheme: str, target: float | None) -> Classification:
        """Classes of an area's figures of all periods. Raises DataError where the scheme cannot be had."""
        one = self.selection
        where = (area, one.level, one.regime)
        return cache.classification(self.key, where, one.every, scheme, (target, one.breaks))

    @property
    def drawn(self) -> dict[str, Any]:
        """The boundaries in view as maps draw them, see `geo.svg_paths.to_plane`."""
        return drawn_boundaries(self.selection.area, self.selection.level, self.selection.boundaries)

    @property
    def boundaries(self) -> Any:
        """The boundaries in view, in degrees."""
        return boundary_cache.of_area(self.selection.area, self.selection.level, self.selection.boundaries)

    @property
    def latest(self) -> pd.DataFrame:
        """The newest figure of everything measured in the area."""
        return cache.latest(self.selection.dataset, self.selection.area)

    @property
    def unmatched(self) -> list[str]:
        """Codes of the dataset's observations that are in no table of regions."""
        return cache.unmatched(self.selection.dataset)

    @property
    def period_notes(self) -> list[str]:
        """What sources wrote to the figures of the indicator and segment, each note once."""
        return cache.period_notes(*self.key)


@remember(256, figures=True)
def view_of(selection: Selection) -> View:
    """Gather what a selection shows."""
    return View(
        selection,
        reference.indicators()[selection.indicator],
        cache.dataset(selection.dataset),
        cache.series(selection.dataset, selection.indicator, selection.segment),
    )
