"""What stands beside the first sentence and says something else: who is left, the change, the target, the villages."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pandas as pd

from components.language.i18n import N_, _, integer, own, period_label, short_period
from components.report.completeness_words import of_text, units
from components.report.differences import change_text, points_text, size_text
from components.report.labels import lower_first, region_title, segment_suffix, unit_name, value_text, view_title
from components.report.regimes import is_break
from components.report.sentences import Situation
from components.report.target_list import target_text
from components.state import reference
from components.state.view import View
from data.indicators import Indicator
from data.periods import period_end
from data.profile import distance_to_target
from data.quantity import difference, quantity_of
from data.query import Row, each_row
from data.targets import TargetFigure, figures_of

MOST = 4
LEFT = {
    "coverage": N_("Not yet covered"),
    "villages_enrolled": N_("Not yet enrolled"),
    "agencies_enrolled": N_("Not yet enrolled"),
}
LEFT_OF_OTHERS = N_("Not yet reached")
VILLAGES = "villages_enrolled"


@dataclass(frozen=True)
class Tile:
    """One figure with what it is, and in few words what it counts or is held against."""

    title: str
    figure: str
    note: str


def tiles_of(now: Situation, view: View) -> list[Tile]:
    """Return the first few that are known, none of them twice; what is not known leaves its place to the next."""
    found: dict[str, Tile] = {}
    for tile in _known(now, view):
        found.setdefault(tile.title, tile)
        if len(found) == MOST:
            break
    return list(found.values())


def _known(now: Situation, view: View) -> Iterator[Tile]:
    row = now.area or _only(now)
    found = (
        *(_of(row, tile, view) for tile in (_left(row, view), _change(row, view), _target(row, view))),
        _held(now, view),
        _of(now.area, _villages(view), view),
        _of(row, _counted(row, view), view),
        _gap(now, view.indicator),
    )
    yield from (tile for tile in found if tile is not None)
    yield from _others(view)


def _only(now: Situation) -> Row | None:
    """Return the one region that has a figure, where the area as a whole has none."""
    known = now.ranked[now.ranked["value"].notna()]
    return next(each_row(known)) if len(known) == 1 else None


def _of(row: Row | None, tile: Tile | None, view: View) -> Tile | None:
    """Name the region that a tile is about, where it is not what is in view."""
    if row is None or tile is None or region_title(row.region_code) == view_title(view.selection):
        return tile
    return replace(tile, title=f"{region_title(row.region_code)}: {lower_first(tile.title)}")


def _left(row: Row | None, view: View) -> Tile | None:
    counts = view.counts_of(row)
    if counts is None or view.indicator.denominator is None:
        return None
    left = max(0.0, counts.denominator - counts.numerator)
    title = _(LEFT.get(view.indicator.id, LEFT_OF_OTHERS))
    return Tile(title, integer(left), _with_implied(own(view.indicator.denominator), counts.implied))


def _with_implied(what: str, implied: str) -> str:
    """Say that a count is worked out from a printed rate."""
    return ", ".join([what, _("implied count")]) if implied else what


def _change(row: Row | None, view: View) -> Tile | None:
    """Since the period of comparison, or the newest one before that counts the same as denominator."""
    then = None if row is None else _compared(row, view)
    if row is None or then is None:
        return None
    change = difference(quantity_of(row, view.indicator), quantity_of(then, view.indicator))
    title = _("Since {period}", period=period_label(then.period))
    if view.indicator.unit == "percent":
        return Tile(title, points_text(change), _("points"))
    if view.indicator.unit == "rupiah":
        return Tile(title, change_text(change, view.indicator), "")
    return Tile(title, points_text(change), unit_name(view.indicator.unit))


def _compared(row: Row, view: View) -> Row | None:
    known = view.series[view.series["region_code"].eq(row.region_code) & view.series["value"].notna()]
    end = period_end(row.period)
    before = [one for one in each_row(known) if period_end(one.period) < end and not is_break(row, one)]
    wanted = [one for one in before if one.period == view.selection.since]
    return next(iter(wanted or reversed(before)), None)


def _target(row: Row | None, view: View) -> Tile | None:
    """The area's own target that comes next; of rivals the one that is chosen, else the first of their list."""
    if row is None or (view.indicator.id, view.selection.segment) != ("coverage", "all"):
        return None
    year = period_end(row.period).year
    coming = [one for one in figures_of(reference.targets(), [row.region_code]) if one.year >= year]
    if not coming:
        return None
    aim = min(coming, key=lambda one: (one.series != view.selection.target, one.year))
    distance = distance_to_target(row, aim.value, view.indicator)
    if distance is None:
        return None
    note = _("points")
    if distance.counts is not None and distance.counts < 0:
        note += " · " + _("{count} more people", count=integer(-distance.counts))
    return Tile(f"{_setter(aim)}: {target_text(aim)}", points_text(distance.points), note)


def _setter(aim: TargetFigure) -> str:
    """Name who set a target, for several rival each other, and for which year, where the name does not say it."""
    title = own(reference.targets()[aim.series].title)
    return title if title.endswith(str(aim.year)) else f"{title} ({aim.year})"


def _held(now: Situation, view: View) -> Tile | None:
    of = now.ends.of
    if of.is_complete or not of.known:
        return None
    title = _("{unit} with a figure", unit=units(view.selection.level))
    return Tile(title[:1].upper() + title[1:], of_text(of), _("{count} without", count=integer(of.gaps)))


def _villages(view: View) -> Tile | None:
    """Villages enrolled n of N: of the period, else the newest that is known."""
    series = view.figures.series(VILLAGES, "all")
    here = series[series["region_code"].eq(view.selection.area) & series["numerator"].notna()]
    rows = [one for one in each_row(here) if pd.notna(one.denominator) and one.denominator > 0]
    row = next((one for one in rows if one.period == view.selection.period), rows[-1] if rows else None)
    if row is None:
        return None
    measure = reference.indicators()[VILLAGES]
    figure = f"{integer(row.numerator)} / {integer(row.denominator)}"
    return Tile(own(measure.title), figure, _at(value_text(row, measure), row, view))


def _at(text: str, row: Row, view: View) -> str:
    """Name the period of a figure that is of another one than all else."""
    return text if row.period == view.selection.period else f"{text} · {short_period(row.period)}".strip(" ·")


def _counted(row: Row | None, view: View) -> Tile | None:
    counts, indicator = view.counts_of(row), view.indicator
    if counts is None or indicator.numerator is None or indicator.id == VILLAGES:
        return None
    of = _("of {count}", count=integer(counts.denominator))
    title = own(indicator.numerator)
    return Tile(title[:1].upper() + title[1:], integer(counts.numerator), _with_implied(of, counts.implied))


def _gap(now: Situation, indicator: Indicator) -> Tile | None:
    gap = now.ends.gap
    if gap is None or indicator.unit != "percent":
        return None
    return Tile(_("Highest less lowest"), size_text(gap), _("points"))


def _others(view: View) -> Iterator[Tile]:
    """Whatever else is known of the area, then of the only one of its regions that has it, each at its newest."""
    found, here = view.latest, view.selection
    found = found[(found["indicator"] != here.indicator) | (found["segment"] != here.segment)]
    of_area = found["region_code"].eq(here.area)
    area, alone = found[of_area], found[~of_area & ~found.duplicated(["indicator", "segment"], keep=False)]
    for row in (*each_row(area), *each_row(alone)):
        indicator = reference.indicators()[row.indicator]
        title = own(indicator.title) + segment_suffix(row.segment)
        if indicator.unit in ("percent", "rupiah"):
            tile = Tile(title, value_text(row, indicator), _at("", row, view))
        else:
            tile = Tile(title, integer(row.value), _at(unit_name(indicator.unit), row, view))
        yield _of(row, tile, view) or tile
