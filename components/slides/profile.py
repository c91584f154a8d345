"""A profile of one region: its figure, its place, its distance to others and to a target, and all else known of it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil

import pandas as pd

from components import cache
from components.classes import series_of, target_title, target_value
from components.i18n import _, exact_number, integer, ngettext, own, period_label
from components.row import Row
from components.slides.bars import bar_drawing
from components.slides.key import figure_of
from components.slides.map import map_drawing, selecting
from components.slides.model import BarDrawing, Column, Figure, LineDrawing, MapDrawing, Slide, Table
from components.slides.provenance import source_of, standing
from components.slides.trend import line_drawing
from components.slides.view import View
from components.titles import (
    area_title,
    counts_text,
    figure_text,
    indicator_title,
    lower_first,
    region_title,
    segment_title,
    value_text,
)
from components.trend import change_of, rows_by_region
from components.words import gap_text
from data.check import disagrees
from data.periods import period_end
from data.rank import subtract


@dataclass(frozen=True, eq=False)
class Shared:
    """What the profiles of an area have in common: made once, never copied; tally: how many share a displayed value."""

    view: View
    map: MapDrawing
    bars: BarDrawing
    lines: LineDrawing
    others: dict[str, list[Row]]
    now: dict[str, Row]
    then: dict[str, Row]
    national: dict[str, Row]
    tally: Counter[float]
    national_tally: Counter[float]


def profile_slides(view: View, codes: Sequence[str] = ()) -> list[Slide]:
    """A profile for each region in view, in the order of their codes; `codes`: only these."""
    inside = sorted(view.ranked["region_code"])
    wanted = [code for code in inside if code in set(codes)] if codes else inside
    shared = _shared(view, inside)
    rows = {row.region_code: row for row in view.ranked.itertuples()}
    return [_profile(rows[code], shared) for code in wanted]


def _shared(view: View, codes: list[str]) -> Shared:
    return Shared(
        view=view,
        map=map_drawing(view),
        bars=bar_drawing(view),
        lines=line_drawing(view, codes),
        others=_others(view, codes),
        now=rows_by_region(view.chosen, view.chosen.period),
        then=rows_by_region(view.chosen, view.chosen.since),
        national={row.region_code: row for row in view.national.itertuples()},
        tally=Counter(view.ranked["displayed"].dropna()),
        national_tally=Counter(view.national["displayed"].dropna()),
    )


def _others(view: View, codes: list[str]) -> dict[str, list[Row]]:
    """The newest figure of every other indicator and segment, by region."""
    rows = cache.dataset(view.chosen.dataset).observations
    own_measure = rows["indicator"].eq(view.chosen.indicator) & rows["segment"].eq(view.chosen.segment)
    rows = rows[rows["region_code"].isin(codes) & ~own_measure & rows["value"].notna()]
    if rows.empty:
        return {}
    rows = rows.assign(
        end=rows["period"].map({one: period_end(one) for one in rows["period"].unique()}), disagrees=disagrees(rows)
    )
    at = ["region_code", "indicator", "segment"]
    newest = rows.sort_values("end", kind="stable").drop_duplicates(at, keep="last")
    order = {key: place for place, key in enumerate(cache.indicators())}
    # What is measured here comes last: its segments are parts of the figure above.
    order[view.chosen.indicator] = len(order)
    newest = newest.sort_values("indicator", key=lambda column: column.map(order), kind="stable")
    found: dict[str, list[Row]] = {}
    for row in newest.itertuples():
        found.setdefault(row.region_code, []).append(row)
    return found


def _profile(row: Row, shared: Shared) -> Slide:
    view, code = shared.view, row.region_code
    sentences = _sentences(row, shared)
    change = change_of(shared.now.get(code), shared.then.get(code), view.chosen)
    others = shared.others.get(code, [])
    return Slide(
        id=f"profile-{code}",
        kind="profile",
        title=region_title(code),
        sentence=" ".join(sentences),
        figures=_figures(row, shared),
        tables=(_others_table(others, view),) if others else (),
        map=selecting(shared.map, code),
        lines=_lines_of(shared.lines, code),
        bars=replace(shared.bars, selected=code),
        notes=tuple(one for one in (*sentences, change) if one),
        source=source_of(row, view.titles, period_label(view.chosen.period)),
        simulated=view.simulated,
        region=code,
    )


def _lines_of(lines: LineDrawing, code: str) -> LineDrawing:
    return replace(lines, series=tuple(line for line in lines.series if line.role != "chosen" or line.code == code))


def _sentences(row: Row, shared: Shared) -> list[str]:
    """The figure, the place, the distances; of a gap only that it is one."""
    view = shared.view
    said = {
        "period": period_label(view.chosen.period),
        "indicator": lower_first(indicator_title(view.chosen)),
        "region": region_title(row.region_code),
    }
    if pd.isna(row.value):
        reason = {"not_applicable": _("{indicator} does not apply to {region}.", **said)}
        missing = _("In {period} no figure of {indicator} was reported for {region}.", **said)
        sentence = reason.get(row.gap, missing)
        return [sentence[:1].upper() + sentence[1:]]
    counts = counts_text(row)
    value = figure_text(row, view.indicator) + (f" ({counts})" if counts else "")
    first = _("In {period}, {indicator} in {region} was {value}.", value=value, **said)
    return [one for one in (first, _place_sentence(row, shared), _distance_sentence(row, view)) if one]


@dataclass(frozen=True)
class Place:
    """A rank among so many that have a figure; regions: how many there are; ties: how many others share the rank."""

    rank: int
    count: int
    regions: int
    ties: int

    @property
    def whole(self) -> str:
        """Who has no figure has no rank, and the reader is told."""
        count = integer(self.count)
        return count if self.count == self.regions else _("{count} with a figure", count=count)

    @property
    def shared(self) -> str:
        return ngettext("shared with {count} other", "shared with {count} others", self.ties) if self.ties else ""


def _place_sentence(row: Row, shared: Shared) -> str:
    here, national = _place(row, shared.tally, len(shared.view.ranked)), _national(row, shared)
    said = []
    for place, code in ((here, shared.view.chosen.area), (national, "ID")):
        if place:
            words = {"rank": integer(place.rank), "count": place.whole, "area": area_title(code)}
            words["ties"] = f", {place.shared}" if place.shared else ""
            said.append(words)
    if not said:
        return ""
    rank = _("Rank {rank} of {count} in {area}{ties}", **said[0])
    return "; ".join([rank, *(_("{rank} of {count} in {area}{ties}", **words) for words in said[1:])]) + "."


def _place(row: Row, ranked: Counter[float], regions: int) -> Place | None:
    """Rank among those that have a figure; nothing where it is the only one."""
    known = sum(ranked.values())
    if known < 2 or pd.isna(row.rank):
        return None
    return Place(int(row.rank), known, regions, ranked[row.displayed] - 1)


def _national(row: Row, shared: Shared) -> Place | None:
    if shared.view.chosen.area == "ID" or row.region_code not in shared.national:
        return None
    return _place(shared.national[row.region_code], shared.national_tally, len(shared.national))


def _distance_sentence(row: Row, view: View) -> str:
    """Above or below area and country; only for rates, which can be compared."""
    if not view.indicator.is_ratio:
        return ""
    parts = [_distance_text(row, code, view) for code in dict.fromkeys([view.chosen.area, "ID"])]
    return "; ".join(part for part in parts if part) + "." if any(parts) else ""


def _distance_text(row: Row, code: str, view: View) -> str:
    other = view.known.get(code)
    if other is None:
        return ""
    apart = subtract(float(row.displayed), float(other.displayed))
    said = {"points": gap_text(abs(apart), view.indicator), "area": area_title(code)}
    if apart == 0:
        return _("equal to {area}", **said)
    return _("{points} over {area}", **said) if apart > 0 else _("{points} under {area}", **said)


def _figures(row: Row, shared: Shared) -> tuple[Figure, ...]:
    """The value first; then its places, its distances, and what the target asks."""
    view = shared.view
    value = figure_of(indicator_title(view.chosen), row, view)
    if pd.isna(row.value):
        return (value,)
    return (value, *_place_figures(row, shared), *_distances(row, view), *_to_target(row, view))


def _place_figures(row: Row, shared: Shared) -> list[Figure]:
    here = _place(row, shared.tally, len(shared.view.ranked))
    places = ((here, shared.view.chosen.area), (_national(row, shared), "ID"))
    return [
        Figure(
            _("Rank in {area}", area=area_title(code)),
            _("{n} of {d}", n=integer(place.rank), d=place.whole),
            float(place.rank),
            place.shared,
        )
        for place, code in places
        if place
    ]


def _distances(row: Row, view: View) -> list[Figure]:
    if not view.indicator.is_ratio:
        return []
    found = []
    for code in dict.fromkeys([view.chosen.area, "ID"]):
        other = view.known.get(code)
        if other is not None:
            apart = subtract(float(row.displayed), float(other.displayed))
            label = _(
                "Against {area} ({value})", area=area_title(code), value=value_text(other.displayed, view.indicator)
            )
            found.append(Figure(label, _signed(apart, view), apart))
    return found


def _signed(apart: float, view: View) -> str:
    text = gap_text(abs(apart), view.indicator)
    return f"+{text}" if apart > 0 else f"\N{MINUS SIGN}{text}" if apart < 0 else text


def _to_target(row: Row, view: View) -> list[Figure]:
    """Points to the named target, and as many people as that is of its denominator."""
    target = target_value(view.chosen) if view.indicator.id == "coverage" else None
    if target is None:
        return []
    apart = subtract(float(row.displayed), target)
    label = target_title(series_of(view.chosen), view.chosen)
    sign = "+" if apart > 0 else "\N{MINUS SIGN}" if apart < 0 else ""
    text = _("{points} points", points=sign + exact_number(abs(apart)))
    return [Figure(label, text, apart, _people(row, target, view))]


def _people(row: Row, target: float, view: View) -> str:
    if pd.isna(row.numerator) or pd.isna(row.denominator) or view.indicator.denominator is None:
        return ""
    short = ceil(target / view.indicator.multiplier * row.denominator - row.numerator)
    if short <= 0:
        return _("target reached")
    return _("{count} {what} more", count=integer(short), what=own(view.indicator.denominator))


def _others_table(rows: list[Row], view: View) -> Table:
    columns = (
        Column("indicator", _("Indicator")),
        Column("value", _("Value")),
        Column("counts", _("Counts")),
        Column("period", _("Period")),
        Column("status", _("Status")),
        Column("source", _("Source")),
    )
    return Table(_("What else is known"), columns, tuple(_other(row, view.titles) for row in rows))


def _other(row: Row, titles: dict[str, str]) -> tuple[object, ...]:
    indicator = cache.indicators()[row.indicator]
    segment = "" if row.segment == "all" else f" – {lower_first(segment_title(row.segment))}"
    return (
        own(indicator.title) + segment,
        figure_text(row, indicator),
        counts_text(row),
        period_label(row.period),
        standing(row),
        titles.get(row.source_id, row.source_id),
    )
