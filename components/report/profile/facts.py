"""The facts of one region in the choice on screen: what the page, a slide and the brief all tell."""

from dataclasses import dataclass, field

from components.report.profile import tables
from components.state import anonymise, reference
from components.state.selection import Selection
from components.state.view import Figures, View
from data.indicators import Indicator
from data.periods import period_end
from data.profile import Distance, Profile, distance_to_target, peers, profile_of
from data.query import Row
from data.rank_place import PROVINCE
from data.targets import target_value

# What a ranking is kept by: dataset, indicator, segment and period, and the level and regime of who is ranked.
RankingKey = tuple[Figures, str, str, str, tuple[str, str]]


@dataclass(frozen=True)
class TargetGap:
    """The target of a series for the region in the period's year, and the distance from it."""

    series: str
    year: int
    value: float
    distance: Distance | None


@dataclass(frozen=True, eq=False)
class Facts:
    """One region, a regency or, on a slide of the country by province, a province.

    regime: of its figure, "" without one: regions are ranked and compared by their figures of that one.
    change: its rows of the period and of a year before, which may be of another regime.

    neighbours, similar: rows of the country's ranking, the one that improved most first; none of a province.
    known: its newest figure of every indicator and segment up to the period, or a later one where there is no other;
    earlier: its newest figure before the period, where the period has none. coverage: of everyone and of each segment,
    in the period, or the newest where the period is one of another indicator.
    """

    view: View
    code: str
    indicator: Indicator
    profile: Profile
    neighbours: list[Row]
    similar: list[Row]
    known: list[Row]
    earlier: Row | None
    target: TargetGap | None
    coverage: list[Row] = field(default_factory=list)
    regime: str = ""
    change: tuple[Row | None, Row | None] = (None, None)

    @property
    def selection(self) -> Selection:
        return self.view.selection

    @property
    def is_named(self) -> bool:
        return not anonymise.other_name(self.code)

    @property
    def areas(self) -> tuple[str, ...]:
        """Return the areas of comparison: province and country, the latter alone where the region's name is hidden."""
        all_of_them = tuple(self.profile.places)
        return all_of_them if self.is_named or self.selection.area in all_of_them[:-1] else all_of_them[-1:]

    @property
    def measure(self) -> RankingKey:
        return *_measure(self.view), ("regency", self.regime)

    @property
    def province(self) -> str:
        return self.code[:PROVINCE]


def _measure(view: View) -> tuple[Figures, str, str, str]:
    return view.figures, view.selection.indicator, view.selection.segment, view.selection.period


def facts_of(view: View, code: str) -> Facts:
    """Gather what is known of one region."""
    level = "province" if len(code) == PROVINCE else "regency"
    now = view.values_at(view.selection.period).get(code)
    regime = "" if now is None else now.regime
    ranking = tables.ranking(*_measure(view), (level, regime))
    found = profile_of(ranking, code)
    known = tables.newest(view.figures, view.selection.period).get(code, [])
    return Facts(
        view=view,
        code=code,
        regime=regime,
        change=(now, view.values_at(ranking.since).get(code)),
        indicator=ranking.indicator,
        profile=found,
        neighbours=peers(ranking, tables.neighbours(view.selection.boundaries).get(code, [])),
        similar=peers(ranking, tables.similar().get(code, [])),
        known=known,
        earlier=tables.earlier(*_measure(view)).get(code) if found.own is None else None,
        target=_target(view.selection, found),
        coverage=_coverage(view, code, known),
    )


def _coverage(view: View, code: str, known: list[Row]) -> list[Row]:
    if view.selection.indicator == "coverage":
        return tables.coverage(view.figures, view.selection.period).get(code, [])
    return [row for row in known if row.indicator == "coverage"]


def is_regency(code: str) -> bool:
    """Say whether a code has a profile: a regency or city of the table of regions."""
    return code in tables.regencies()


def target_area(code: str) -> str:
    """Return the area whose target series are offered for a region beside its own: its province."""
    return code[:PROVINCE]


def _target(selection: Selection, found: Profile) -> TargetGap | None:
    """Return the figure of the chosen series, else of the first that speaks of this very region in this very year."""
    if selection.indicator != "coverage":
        return None
    offered = reference.targets_of(found.region_code, target_area(found.region_code))
    wanted = [selection.target] if selection.target in offered else offered
    stated = {one: target_value(reference.targets()[one], found.region_code, selection.period) for one in wanted}
    series, value = next(((one, value) for one, value in stated.items() if value is not None), ("", None))
    if value is None:
        return None
    distance = None if found.own is None else distance_to_target(found.own, value, found.ranking.indicator)
    return TargetGap(series, period_end(selection.period).year, value, distance)
