"""Data of all slides of one selection: the ranking, its ends, and the figures of area and country."""

from dataclasses import fields
from functools import cached_property

import pandas as pd

from components.report.citations import SourceTitle, source_titles
from components.report.completeness_words import incomplete_text
from components.report.scoreboard.ticks import with_counted_lists
from components.report.sentences import Situation, situation_of
from components.state.memo import remember
from components.state.selection import Selection
from components.state.view import View, view_of
from data.query import Row, each_row
from data.rank import Extremes, not_yet_covered


class DeckView(View):
    """A view with what only slides need of it."""

    @cached_property
    def ranked(self) -> pd.DataFrame:
        """Return the regions in view, best first, with `displayed`, `rank` and `not_yet`."""
        ranked = super().ranked
        return ranked.assign(not_yet=not_yet_covered(ranked))

    @cached_property
    def known(self) -> dict[str, Row]:
        """Return the rows of area and country that have a value, by code."""
        return {row.region_code: row for row in each_row(self.values) if pd.notna(row.value)}

    @cached_property
    def titles(self) -> dict[str, SourceTitle]:
        """Return the titles of the sources, by id."""
        return source_titles(self.dataset)

    @cached_property
    def now(self) -> Situation:
        """Return the situation that the key sentence states."""
        return situation_of(self.values, self.ranked, self.selection.area, self.indicator)

    @property
    def ends(self) -> Extremes:
        return self.now.ends


@remember(64, figures=True)
def plain_view(selection: Selection) -> DeckView:
    """Gather the data of a selection's slides, without the counts of lists."""
    gathered = view_of(selection)
    return DeckView(**{field.name: getattr(gathered, field.name) for field in fields(View)})


def deck_view(selection: Selection) -> DeckView:
    """Gather the data of a deck's slides: the selection with the lists that count in it, from here on one truth."""
    return plain_view(with_counted_lists(view_of(selection)))


def few_known(view: DeckView) -> str:
    """Return how many regions have a figure, where these are too few to be ranked; else ""."""
    return incomplete_text(view.ends.of, view.selection.level)
