"""What all slides of one selection read: the ranking, its ends, and the figures of area and country."""

from dataclasses import dataclass

import pandas as pd

from components.report.citations import SourceTitle, source_titles
from components.report.rankings import ranked_regions
from components.report.scoreboard.ticks import with_counted_lists
from components.report.sentences import Situation, incomplete_text, situation_of
from components.state import cache, reference
from components.state.selection import Selection
from data.indicators import Indicator
from data.quantity import shown_values
from data.query import Row, values_in
from data.rank import Extremes, not_yet_covered, rank
from geo.regions import regions_in


@dataclass(frozen=True, eq=False)
class View:
    """One selection.

    ranked: the regions in view, best first, with `displayed`, `rank` and `not_yet`; national: all regions of the
    same level, ranked; now: what the key sentence says; values: rows of the area and, unless it is the area, of the
    country, with `displayed`; known: those of them that have a value, by code; titles: of the sources, by id.
    """

    selection: Selection
    indicator: Indicator
    ranked: pd.DataFrame
    national: pd.DataFrame
    values: pd.DataFrame
    known: dict[str, Row]
    titles: dict[str, SourceTitle]
    now: Situation
    simulated: bool

    @property
    def ends(self) -> Extremes:
        return self.now.ends

    @property
    def series(self) -> pd.DataFrame:
        return cache.series(self.selection.dataset, self.selection.indicator, self.selection.segment)


def view_of(selection: Selection) -> View:
    """Read what the slides of a selection say."""
    indicator = reference.indicators()[selection.indicator]
    rows = cache.series(selection.dataset, selection.indicator, selection.segment)
    values = values_in(rows, selection.period, list(dict.fromkeys([selection.area, "ID"])))
    values = values.assign(displayed=shown_values(values, indicator))
    ranked = ranked_regions(selection, selection.period)
    every = regions_in(reference.regions(), "ID", selection.level)["region_code"].tolist()
    return View(
        selection=selection,
        indicator=indicator,
        ranked=ranked.assign(not_yet=not_yet_covered(ranked)),
        national=rank(values_in(rows, selection.period, every), indicator),
        values=values,
        known={row.region_code: row for row in values.itertuples() if pd.notna(row.value)},
        titles=source_titles(selection.dataset),
        now=situation_of(values, ranked, selection.area, indicator),
        simulated=cache.dataset(selection.dataset).simulated,
    )


def deck_view(selection: Selection) -> View:
    """What all slides of a deck read: the selection with the lists that count in it, from here on one truth."""
    return view_of(with_counted_lists(selection))


def few_known(view: View) -> str:
    """Of how many regions the figures are, where these are too few to be ranked; else ""."""
    return incomplete_text(view.ends.of, view.selection.level)
