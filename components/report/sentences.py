"""Written sentences: what the figures say."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from components.language.i18n import _, ngettext, number, own, period_label
from components.report.completeness_words import gaps_sentence, units
from components.report.differences import gap_text, size_text
from components.report.labels import (
    amount_text,
    area_title,
    counts_text,
    figure_text,
    indicator_title,
    lower_first,
    place_text,
    printed_text,
    region_title,
    value_text,
)
from components.report.ratios import times_text
from components.state import reference
from components.state.selection import Selection
from components.state.view import View
from data.completeness import GAPS
from data.indicators import Indicator
from data.quantity import difference, quantity_of, shown_values
from data.query import Row, each_row
from data.rank import Extremes, extremes
from data.regimes import are_comparable
from data.region_groups import load_region_groups

# Up to so many regions of an incomplete set are named with their figures.
FEW = 3


@dataclass(frozen=True, eq=False)
class Situation:
    """One period of an area: its own figure, the country's, and the ends of its regions.

    area, country: rows of the series with `displayed`, None where there is no figure. regions: to how many it applies.
    ranked: the regions shown.
    """

    area: Row | None
    country: Row | None
    ends: Extremes
    regions: int
    ranked: pd.DataFrame


def situation_of(values: pd.DataFrame, ranked: pd.DataFrame, area: str, indicator: Indicator) -> Situation:
    """Gather one period. values: rows of the series for the area and `ID`; ranked: the regions shown."""
    ends = extremes(ranked, indicator)
    known = values.assign(displayed=shown_values(values, indicator))
    rows = {row.region_code: row for row in each_row(known[known["value"].notna()])}
    return Situation(rows.get(area), rows.get("ID"), ends, ends.of.applicable, ranked)


def situation_sentence(now: Situation, view: View) -> str:
    """State what a governor needs first: the area's figure, the highest and lowest region, and the gaps."""
    return " ".join(sentence for sentence in situation_sentences(now, view) if sentence)


def situation_sentences(now: Situation, view: View) -> tuple[str, str, str]:
    """Return the sentences of `situation_sentence` apart: the area, its ends, its gaps; "" where one is empty."""
    indicator = view.indicator
    # The figure that the country lacks says nothing of a few provinces.
    is_apart = now.area is None and view.selection.level in load_region_groups()
    standing = "" if is_apart else _standing(now, view.selection, indicator)
    return standing, _ends(now, view, indicator), gaps_sentence(now.ends, view.selection.level)


def _standing(now: Situation, selection: Selection, indicator: Indicator) -> str:
    said = {
        "period": period_label(selection.period),
        "indicator": lower_first(indicator_title(selection)),
        "area": area_title(selection.area),
    }
    if now.area is None:
        return _("We have no figure of {indicator} in {period} for {area} as a whole.", **said)
    said["value"] = figure_text(now.area, indicator)
    if now.country is None or selection.area == "ID" or indicator.unit != "percent":
        return _("In {period}, {indicator} in {area} was {value}.", **said)
    if not are_comparable(now.area.regime, now.country.regime):
        return _("In {period}, {indicator} in {area} was {value}.", **said)
    said["national"] = figure_text(now.country, indicator)
    apart = difference(quantity_of(now.area, indicator), quantity_of(now.country, indicator))
    if apart.rounded == 0 and not apart.vanishes:
        return _("In {period}, {indicator} in {area} was {value}, equal to the national figure.", **said)
    said["points"] = size_text(apart)
    if apart.value < 0:
        return _(
            "In {period}, {indicator} in {area} was {value}, {points} points under the national {national}.", **said
        )
    return _("In {period}, {indicator} in {area} was {value}, {points} points over the national {national}.", **said)


def _ends(now: Situation, view: View, indicator: Indicator) -> str:
    """Name the two ends where the set is complete or its source states them; else the figures there are."""
    ends = now.ends
    if ends.with_value == 0:
        return ""
    if ends.with_value == 1:
        return _only(next(each_row(now.ranked[now.ranked["value"].notna()])), view, indicator)
    if indicator.is_count:
        return _sum(ends, indicator)
    if ends.gap is None:
        return _few(now, view, indicator)
    if ends.highest["displayed"].iloc[0] == ends.lowest["displayed"].iloc[0]:
        return _(
            "All {count} regions with a figure stand at {value}.",
            count=number(ends.with_value),
            value=value_text(next(each_row(ends.highest)), indicator),
        )
    said = end_words(ends.highest, indicator, "highest", "high") | end_words(ends.lowest, indicator, "lowest", "low")
    said["gap"] = gap_text(ends.gap, indicator)
    if ends.ratio is not None:
        said["ratio"] = times_text(ends.ratio, indicator)
    sentence = _two_ends(said)
    return f"{sentence} {stated_ends(ends, view)}" if ends.by_source else sentence


def _two_ends(said: dict[str, str]) -> str:
    if "ratio" not in said:
        return _("Highest is {highest} with {high}, lowest {lowest} with {low}: a gap of {gap}.", **said)
    return _(
        "Highest is {highest} with {high}, lowest {lowest} with {low}: a gap of {gap}; the highest is {ratio} the lowest.",
        **said,
    )


def stated_ends(ends: Extremes, view: View) -> str:
    """Say that the ends of an incomplete set are its source's word."""
    rows = [next(each_row(side)) for side in (ends.highest, ends.lowest) if len(side)]
    if len(rows) == 2 and (rows[0].stated_of, rows[0].stated_by) == (rows[1].stated_of, rows[1].stated_by):
        source = view.dataset.publishers.get(rows[0].stated_by, rows[0].stated_by)
        if rows[0].stated_of:
            among = composed(view) if int(rows[0].stated_of) == len(view.inside) else rows[0].stated_of
            return _("Highest and lowest of {count} according to {source}.", count=among, source=source)
        return _("Highest and lowest according to {source}.", source=source)
    said = [f"{region_title(row.region_code)} {place_text(row, view.dataset)}" for row in rows]
    return _("As stated: {places}.", places=listed(said))


def composed(view: View) -> str:
    """Return the regions in view by kind: `9 regencies and 1 city`; as a number where they are of one kind."""
    cities = sum(reference.regions().set_index("region_code")["type"].reindex(view.inside).eq("kota"))
    regencies = len(view.inside) - cities
    if view.selection.level != "regency" or not cities or not regencies:
        return number(len(view.inside))
    said = [
        ngettext("{count} regency", "{count} regencies", regencies),
        ngettext("{count} city", "{count} cities", cities),
    ]
    return listed(said)


def _few(now: Situation, view: View, indicator: Indicator) -> str:
    """List the figures that are too few for a highest or lowest, by name where they are few."""
    said = {"known": number(now.ends.with_value), "regions": number(now.regions), "unit": units(view.selection.level)}
    rows = list(each_row(now.ranked[now.ranked["value"].notna()]))
    if now.ends.by_source:
        return stated_ends(now.ends, view)
    if now.ranked["rank"].notna().any():
        return _numbered(now, indicator, said)
    if len(rows) > FEW:
        return _(
            "We have the figures of {known} of {regions} {unit}: too few to name the highest or the lowest.", **said
        )
    names = [f"{region_title(row.region_code)} {figure_text(row, indicator)}" for row in rows]
    return _("Of {regions} {unit} we have {known}: {names}.", names=listed(names), **said)


def _numbered(now: Situation, indicator: Indicator, said: dict[str, str]) -> str:
    """State the first and the last of those that are numbered among themselves, and who is missing."""
    numbered = list(each_row(now.ranked[now.ranked["rank"].notna()]))
    first, last = (
        f"{region_title(row.region_code)} {figure_text(row, indicator)}" for row in (numbered[0], numbered[-1])
    )
    missing = now.ranked.loc[now.ranked["gap"].isin(GAPS), "region_code"]
    return _(
        "We have the figures of {known} of {regions} {unit}, not of {missing}. Among the {known}, first is {first} and "
        "last {last}.",
        first=first,
        last=last,
        missing=listed([region_title(code) for code in missing]),
        **said,
    )


def _sum(ends: Extremes, indicator: Indicator) -> str:
    """Add up absolute counts, which are not ranked: the largest region has the largest."""
    said = {"known": number(ends.with_value), "regions": number(ends.of.applicable)}
    if ends.total is None:
        return _("We have the figures of {known} of {regions} regions.", **said)
    said["total"] = amount_text(ends.total, indicator)
    if ends.gaps == 0:
        return _("Together: {total} in {known} regions.", **said)
    return _("Together: {total} in the {known} of {regions} regions that we have.", **said)


def _only(row: Row, view: View, indicator: Indicator) -> str:
    """State one figure alone with its counts: 29 of 179 villages (16.2 %)."""
    said = {"region": region_title(row.region_code), "value": value_text(row, indicator)}
    if place := place_text(row, view.dataset):
        said["region"] += f" ({place})"
    counts = counts_text(row)
    if not counts or not indicator.denominator:
        return _("The only figure is that of {region}: {value}.", **said)
    if row.disagrees:
        said["value"] += f"; {printed_text(row, indicator)}"
    return _(
        "The only figure is that of {region}: {counts} {what} ({value}).",
        counts=counts,
        what=own(indicator.denominator),
        **said,
    )


def end_words(rows: pd.DataFrame, indicator: Indicator, name: str, value: str) -> dict[str, str]:
    """Return the names at one end, all of them where up to three tie."""
    codes = rows["region_code"].tolist()
    regions = listed([region_title(code) for code in codes[:3]])
    if len(codes) > 3:
        regions = _("{some} and {count} more", some=regions, count=number(len(codes) - 3))
    return {name: regions, value: figure_text(next(each_row(rows)), indicator)}


def listed(names: Sequence[str]) -> str:
    """Join names as a sentence lists them: `A, B dan C`."""
    if len(names) < 2:
        return "".join(names)
    return _("{first} and {last}", first=", ".join(names[:-1]), last=names[-1])
