"""The scoreboard of Inpres 2/2021: villages and agencies enrolled, n of N, whoever has most left to do first."""

from dataclasses import dataclass

import pandas as pd

from components import cache
from components.choice import Choice
from components.i18n import _, integer, ngettext, own, period_label
from components.slides.model import Column, Figure, Slide, Table
from components.slides.provenance import source_line, source_titles
from components.titles import area_title, lower_first, region_title, segment_title, status_title
from data.indicators import Indicator
from data.periods import period_end
from geo.regions import regions_in

# The indicators of the scoreboard. The third has no denominator of its own: the gazetteer counts the villages.
ENROLLED = ("villages_enrolled", "agencies_enrolled")
PAYING = "villages_paying_from_village_fund"


@dataclass(frozen=True, eq=False)
class Score:
    """One scoreboard. rows: region_code, done, whole, left, period, status, source_id …, most left first.

    missing: how many regions of the area have no counts, of those to which the indicator applies.
    """

    indicator: Indicator
    segment: str
    rows: pd.DataFrame
    missing: int
    counted_by_gazetteer: bool = False


def scoreboard_slides(chosen: Choice) -> list[Slide]:
    """A slide for each indicator and segment that has any counts in the area."""
    found = [_score(chosen, key, segment) for key, segments in _measured(chosen).items() for segment in segments]
    return [_slide(score, chosen) for score in found if len(score.rows)]


def _measured(chosen: Choice) -> dict[str, list[str]]:
    measured = cache.measured(chosen.dataset, chosen.area)
    return {key: measured[key] for key in (*ENROLLED, PAYING) if key in measured}


def _score(chosen: Choice, key: str, segment: str) -> Score:
    indicator = cache.indicators()[key]
    codes = regions_in(cache.regions(), chosen.area, "regency")["region_code"]
    rows = cache.series(chosen.dataset, key, segment)
    rows = rows[rows["region_code"].isin(codes)]
    counted = _counted(rows, key)
    newest = _newest(counted, chosen.period)
    newest = newest.assign(left=(newest["whole"] - newest["done"]).clip(lower=0))
    newest = newest.sort_values(["left", "whole", "region_code"], ascending=[False, False, True], ignore_index=True)
    last = rows.drop_duplicates("region_code", keep="last")
    idle = int(last["gap"].eq("not_applicable").sum())
    return Score(indicator, segment, newest, len(codes) - idle - len(newest), key == PAYING)


def _counted(rows: pd.DataFrame, key: str) -> pd.DataFrame:
    """Rows with both counts; villages that pay are held against the gazetteer's number of villages."""
    if key == PAYING:
        villages = cache.regions().set_index("region_code")["desa"].astype("float64")
        rows = rows.assign(numerator=rows["value"], denominator=rows["region_code"].map(villages))
    rows = rows[rows["numerator"].notna() & rows["denominator"].gt(0) & rows["gap"].eq("")]
    return rows.assign(done=rows["numerator"], whole=rows["denominator"])


def _newest(rows: pd.DataFrame, period: str) -> pd.DataFrame:
    """Each region's newest counts up to the period of the selection, else the newest there are."""
    early = [one for one in rows["period"].unique() if period and period_end(one) <= period_end(period)]
    until = rows[rows["period"].isin(early)]
    return (until if len(until) else rows).drop_duplicates("region_code", keep="last")


def _slide(score: Score, chosen: Choice) -> Slide:
    periods = list(dict.fromkeys(score.rows["period"]))
    return Slide(
        id=f"scoreboard-{score.indicator.id}-{score.segment}",
        kind="scoreboard",
        title=f"{_title(score)}, {area_title(chosen.area)}",
        sentence=_sentence(score),
        figures=_figures(score),
        tables=(_table(score),),
        notes=(_sentence(score), *_particulars(score, periods)),
        source=source_line(score.rows, source_titles(chosen.dataset), ", ".join(map(period_label, periods[:3]))),
        simulated=cache.dataset(chosen.dataset).simulated,
        region=chosen.region,
    )


def _title(score: Score) -> str:
    segment = "" if score.segment == "all" else f" – {lower_first(segment_title(score.segment))}"
    return own(score.indicator.title) + segment


def _sentence(score: Score) -> str:
    """The one with most left to do, after the sum; of one region alone, that one."""
    first = score.rows.iloc[0]
    what = _what(score)
    if len(score.rows) == 1:
        said = {"region": region_title(first["region_code"]), "what": what} | _numbers(first)
        return (
            _("{region}: {done} of {whole} {what} enrolled, {left} left to do.", **said)
            if first["left"]
            else _("{region}: all {whole} {what} enrolled.", **said)
        )
    total = score.rows[["done", "whole", "left"]].sum()
    sentence = ngettext(
        "In {count} region: {done} of {whole} {what} enrolled, {left} left to do.",
        "In {count} regions: {done} of {whole} {what} enrolled, {left} left to do.",
        len(score.rows),
        what=what,
        **_numbers(total),
    )
    if not first["left"]:
        return sentence
    most = _(
        "Most is left in {region}: {left}.", region=region_title(first["region_code"]), left=integer(first["left"])
    )
    return f"{sentence} {most}"


def _what(score: Score) -> str:
    if score.counted_by_gazetteer:
        return _("villages (number of villages by Kepmendagri)")
    return own(score.indicator.denominator) if score.indicator.denominator else ""


def _numbers(row: pd.Series) -> dict[str, str]:
    return {name: integer(row[name]) for name in ("done", "whole", "left")}


def _figures(score: Score) -> tuple[Figure, ...]:
    total = score.rows[["done", "whole", "left"]].sum()
    text = _("{n} of {d}", n=integer(total["done"]), d=integer(total["whole"]))
    return (
        Figure(_("Enrolled"), text, float(total["done"]), _what(score)),
        Figure(_("Left to do"), integer(total["left"]), float(total["left"]), _what(score)),
    )


def _table(score: Score) -> Table:
    columns = (
        Column("region", _("Region")),
        Column("done", _("Enrolled"), "number"),
        Column("whole", _("Of"), "number"),
        Column("left", _("Left to do"), "number"),
        Column("period", _("Period")),
        Column("status", _("Status")),
    )
    rows = tuple(
        (region_title(row.region_code), *_whole(row), period_label(row.period), status_title(row))
        for row in score.rows.itertuples()
    )
    return Table(_title(score), columns, rows, tuple(score.rows["region_code"]))


def _whole(row: pd.Series) -> tuple[int, int, int]:
    return int(row.done), int(row.whole), int(row.left)


def _particulars(score: Score, periods: list[str]) -> list[str]:
    """What the numbers alone would hide: regions without counts, and counts of different periods."""
    said = []
    if score.missing > 0:
        said.append(ngettext("{count} region has no counts.", "{count} regions have no counts.", score.missing))
    if len(periods) > 1:
        said.append(_("The counts are of different periods; each stands with its own."))
    return said
