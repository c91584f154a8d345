"""The scoreboard in words: who has most left to do, n of N, and what the numbers alone would hide."""

import pandas as pd

from components.language.i18n import _, integer, ngettext, own, period_label
from components.report.labels import region_title, segment_suffix, status_title
from components.report.model import Figure
from components.report.scoreboard.list_counts import PAYING, Listed, Need
from components.report.scoreboard.score import Score
from components.report.sentences import listed
from data.indicators import Indicator
from data.query import Row

# So many regions without counts are named on a slide; the page names all of them.
MOST_NAMES = 12


def measure_title(indicator: Indicator, segment: str) -> str:
    """Return `Desa terdaftar – perangkat desa/kampung`."""
    return own(indicator.title) + segment_suffix(segment)


def templates(indicator: Indicator) -> dict[str, str]:
    """Return the sentences with their places still open: a deck fills them anew when ticks come in.

    The gazetteer's number of villages is not the source's, so that no sentence says one of the other.
    """
    if indicator.id == PAYING:
        said = {
            "alone": _("{region}: {done} villages pay; number of villages {whole} by Kepmendagri, {left} left to do."),
            "alone_all": _("{region}: {done} villages pay; number of villages {whole} by Kepmendagri."),
            "sum": _(
                "In {count} regions: {done} villages pay; number of villages {whole} by Kepmendagri, {left} left to do."
            ),
            "sum_all": _("In {count} regions: {done} villages pay; number of villages {whole} by Kepmendagri."),
        }
    else:
        said = {
            "alone": _("{region}: {done} of {whole} {what} enrolled, {left} left to do."),
            "alone_all": _("{region}: all {whole} {what} enrolled."),
            "sum": _("In {count} regions: {done} of {whole} {what} enrolled, {left} left to do."),
            "sum_all": _("In {count} regions: all {whole} {what} enrolled."),
        }
    said["most"] = _("Most is left in {region}: {left}.")
    said["tied"] = _("Most is left in {region} and {count} more: {left} each.")
    return {name: text.replace("{what}", what(indicator)) for name, text in said.items()}


def what(indicator: Indicator) -> str:
    """Return the name of the things in N."""
    if indicator.id == PAYING:
        return _("villages (number of villages by Kepmendagri)")
    return own(indicator.denominator) if indicator.denominator else ""


def sentence(score: Score) -> str:
    """State the sum and the region with most left to do; of one region alone, that one."""
    rows, said = score.rows, templates(score.indicator)
    if rows.empty:
        return _("No region of the area has counts yet.") if score.missing else _("No region of the area has villages.")
    first, total = rows.iloc[0], rows[["done", "whole", "left"]].sum()
    some = "" if total["left"] else "_all"
    if len(rows) == 1:
        return said["alone" + some].format(region=region_title(first["region_code"]), **_numbers(first))
    whole = said["sum" + some].format(count=integer(len(rows)), **_numbers(total))
    return f"{whole} {_most(rows, said)}" if total["left"] else whole


def _most(rows: pd.DataFrame, said: dict[str, str]) -> str:
    """Name the region with most left to do and count those that share the first place."""
    first = rows.iloc[0]
    others = int(rows["left"].eq(first["left"]).sum()) - 1
    text = said["tied" if others else "most"]
    name, left = region_title(first["region_code"]), integer(first["left"])
    return text.format(region=name, left=left, count=integer(others))


def _numbers(row: pd.Series) -> dict[str, str]:
    return {name: integer(row[name]) for name in ("done", "whole", "left")}


def done_title(indicator: Indicator) -> str:
    return _("Paying") if indicator.id == PAYING else _("Enrolled")


def left_title(indicator: Indicator) -> str:
    return _("Not yet paying") if indicator.id == PAYING else _("Left to do")


def figures(score: Score) -> tuple[Figure, ...]:
    """Return n of N and the rest; none of a scoreboard without counts."""
    if score.rows.empty:
        return ()
    total = score.rows[["done", "whole", "left"]].sum()
    text = _("{n} of {d}", n=integer(total["done"]), d=integer(total["whole"]))
    named = what(score.indicator)
    return (
        Figure(done_title(score.indicator), text, float(total["done"]), named),
        Figure(left_title(score.indicator), integer(total["left"]), float(total["left"]), named),
    )


def particulars(score: Score, most_names: int = MOST_NAMES) -> list[str]:
    """Return notes on the numbers: regions without counts, of different periods, counted by lists."""
    said = []
    if score.missing:
        said.append(
            ngettext(
                "{count} region has no counts: {names}.",
                "{count} regions have no counts: {names}.",
                len(score.missing),
                names=_named(score.missing, most_names),
            )
        )
    if score.idle:
        said.append(ngettext("{count} region has no villages.", "{count} regions have no villages.", score.idle))
    if len(score.periods) > 1:
        said.append(_("The counts are of different periods; each stands with its own."))
    ticked = int(score.rows["ticked"].sum())
    if ticked:
        said.append(
            ngettext(
                "{count} region is counted by its list, ticked in the meeting, and not by the dataset.",
                "{count} regions are counted by their lists, ticked in the meeting, and not by the dataset.",
                ticked,
            )
        )
    if score.partial:
        said.append(
            ngettext(
                "{count} list names only some; it stands with its regency and is in no sum.",
                "{count} lists name only some; they stand with their regencies and are in no sum.",
                len(score.partial),
            )
        )
    return said


def _named(codes: tuple[str, ...], most: int) -> str:
    names = sorted(region_title(code) for code in codes)
    if len(names) <= most:
        return listed(names)
    return _("{some} and {count} more", some=", ".join(names[:most]), count=integer(len(names) - most))


def row_status(row: Row, score: Score | None = None) -> str:
    """Return the status of a row's counts; of a list, also the dataset's count of the region.

    score: names the partial list that the region may have beside its counts.
    """
    said = status_title(row)
    if score is not None and row.region_code in score.partial:
        return f"{said}; {partial_text(score.partial[row.region_code], score.indicator)}"
    if not row.ticked or pd.isna(row.was_whole):
        return said
    before = _(
        "in the dataset {n} of {d}, {period}",
        n=integer(row.was_done),
        d=integer(row.was_whole),
        period=period_label(row.was_period),
    )
    return f"{said}; {before}"


def partial_text(listed: Listed, indicator: Indicator) -> str:
    """Return `daftar sebagian: 8 dari 10 dicentang; 215 desa menurut Kepmendagri`."""
    said = _("partial list: {done} of {whole} ticked", **_list_numbers(listed))
    return f"{said}; {need_text(listed.need, indicator)}" if listed.need else said


def list_text(listed: Listed) -> str:
    """Return the count of a complete list in words."""
    return _("by the meeting's list: {done} of {whole} ticked", **_list_numbers(listed))


def _list_numbers(listed: Listed) -> dict[str, str]:
    return {"done": integer(listed.done), "whole": integer(listed.whole)}


def need_text(need: Need, indicator: Indicator) -> str:
    """Return the number of villages or agencies, and its source."""
    count = integer(need.whole)
    if not need.published:
        return _("{count} villages by Kepmendagri", count=count)
    return _("{count} {what} by the dataset", count=count, what=what(indicator))
