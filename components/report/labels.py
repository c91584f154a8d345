"""Titles of what is on screen: areas, indicators with their segment, units, datasets."""

from collections import Counter
from collections.abc import Sequence

import pandas as pd

from components.language.i18n import N_, _, integer, number, own, percent, rupiah
from components.state import anonymise, reference
from components.state.selection import Selection
from data.dataset import Dataset
from data.indicators import Indicator, load_segments
from data.period_notes import written_period
from data.quantity import Quantity, quantity_of
from data.query import Row, each_row
from data.region_groups import load_region_groups

GAPS = {
    "not_held": N_("not in our data"),
    "not_reported": N_("not reported"),
    "not_applicable": N_("not applicable"),
    "suppressed": N_("suppressed"),
    "other_regime": N_("another denominator"),
}
STATUSES = {
    "reported": N_("reported"),
    "computed": N_("computed"),
    "simulated": N_("simulated"),
    "ticked": N_("ticked in the meeting"),
}
COUNTED = {
    "persons": N_("{value} persons"),
    "villages": N_("{value} villages"),
    "programmes": N_("{value} programmes"),
}
UNITS = {
    "percent": N_("percent"),
    "persons": N_("persons"),
    "villages": N_("villages"),
    "programmes": N_("programmes"),
    "rupiah": N_("rupiah"),
}
LEVELS = {"province": N_("By province"), "regency": N_("By regency")}


def region_title(code: str) -> str:
    """Return a region's name, or its number while names are hidden."""
    return anonymise.other_name(code) or reference.names()[code]


def area_title(code: str) -> str:
    """Return `Bengkulu`, `Indonesia`: the area's name in a sentence."""
    return reference.names()[code]


def view_title(selection: Selection) -> str:
    """Return the name of what is in view: the area's, or that of the group of provinces."""
    group = load_region_groups().get(selection.level)
    return own(group.title) if group else area_title(selection.area)


def level_title(level: str) -> str:
    return _(LEVELS[level]) if level in LEVELS else own(load_region_groups()[level].title)


def segment_title(segment: str) -> str:
    return own(load_segments()[segment])


def segment_suffix(segment: str) -> str:
    """Return ` – perangkat desa`, to follow an indicator's name; "" for everyone."""
    return "" if segment == "all" else f" – {lower_first(segment_title(segment))}"


def indicator_name(indicator_id: str) -> str:
    return own(reference.indicators()[indicator_id].title)


def indicator_title(selection: Selection) -> str:
    """Return the indicator's title, with its segment where that is not everyone."""
    return indicator_name(selection.indicator) + segment_suffix(selection.segment)


def lower_first(text: str) -> str:
    """Return a title for the middle of a sentence; an abbreviation (`PU`) keeps its capitals."""
    return text if text[:2].isupper() else text[:1].lower() + text[1:]


def place_text(row: Row, dataset: Dataset) -> str:
    """Return a region's place as its source states it, `tertinggi dari 10 menurut Jarrakpos`; "" where none does."""
    stated = getattr(row, "stated", "")
    if not stated:
        return ""
    said = {"source": dataset.publishers.get(row.stated_by, row.stated_by)}
    if row.stated_of:
        said["count"] = integer(int(row.stated_of))
        if stated == "highest":
            return _("highest of {count} according to {source}", **said)
        return _("lowest of {count} according to {source}", **said)
    if stated == "highest":
        return _("highest according to {source}", **said)
    return _("lowest according to {source}", **said)


def counts_text(row: Row) -> str:
    """Return `29 dari 179`, or "" where a count is missing."""
    if pd.isna(row.numerator) or pd.isna(row.denominator):
        return ""
    return _("{n} of {d}", n=integer(row.numerator), d=integer(row.denominator))


def dataset_title(dataset: Dataset) -> str:
    """Return the title of a dataset, a draft's among them."""
    return own(dataset.title)


def unit_name(unit: str) -> str:
    return _(UNITS[unit])


def unit_title(indicator: Indicator) -> str:
    """Return the unit: per cent of the denominator, or the things counted."""
    if indicator.unit == "percent" and indicator.denominator:
        return _("percent of {denominator}", denominator=own(indicator.denominator))
    return unit_name(indicator.unit)


def counted(indicator: Indicator) -> str:
    """Return the pattern of a value with its unit: `{value} persons`."""
    return _(COUNTED.get(indicator.unit, "{value}"))


def quantity_text(quantity: Quantity, indicator: Indicator) -> str:
    """Write a value with its unit: 75 % as printed, 16,2 % from counts; 39.487 orang; Rp126 juta."""
    if indicator.unit == "percent":
        return percent(quantity.value, quantity.decimals)
    if indicator.unit == "rupiah":
        return rupiah(quantity.value)
    return counted(indicator).replace("{value}", number(quantity.value, quantity.decimals))


def amount_text(amount: float, indicator: Indicator) -> str:
    """Write a sum or a size that stands in no row, with its unit."""
    return quantity_text(Quantity(amount, indicator.decimals), indicator)


def value_text(row: Row, indicator: Indicator) -> str:
    """Write a row's value with its unit and its own decimals."""
    return quantity_text(quantity_of(row, indicator), indicator)


def figure_text(row: Row, indicator: Indicator) -> str:
    """Write a value, and beside it the printed figure where the two disagree: 49,9 % (tercetak: 50,88 %)."""
    value = value_text(row, indicator)
    return f"{value} ({printed_text(row, indicator)})" if row.disagrees else value


def printed_text(row: Row, indicator: Indicator) -> str:
    """Write the figure as its source printed it, with all its decimals."""
    printed = Quantity(float(row.value_printed), len(row.value_printed.partition(".")[2]))
    return _("printed: {value}", value=quantity_text(printed, indicator))


def status_title(row: Row) -> str:
    """Return the status of a value and, where it is another, that of its counts.

    A figure whose source marks its period, `2024*`, says so: it may still change. What is computed from simulated
    counts is no less simulated. One that a check found something of is marked.
    """
    # A row that a list brought has no word of the check at all.
    checked = getattr(row, "checked", "")
    marks = [_("see the check")] if isinstance(checked, str) and checked else []
    return ", ".join(part for part in (_standing(row), written_period(getattr(row, "note", "")), *marks) if part)


def _standing(row: Row) -> str:
    if row.status == "computed" and row.counts_status == "simulated":
        return _("computed from simulation")
    if pd.notna(row.numerator) and (row.status, row.counts_status) == ("reported", "simulated"):
        return _("percent from the press, counts simulated")
    status, counts = status_name(row.status), count_status(row)
    if pd.isna(row.numerator) or row.status == "computed" or counts in ("", status):
        return status
    return _("{status}, counts {counts}", status=status, counts=counts)


def statuses_in(known: pd.DataFrame) -> Counter[str]:
    """Count the rows of each status, by its title; the few kinds of rows are named, not the many rows."""
    columns = [known["status"], known["counts_status"], known["numerator"].isna()]
    columns += [known["note"]] if "note" in known else []
    kinds = list(zip(*(column.tolist() for column in columns), strict=True))
    found: Counter[str] = Counter()
    unchecked = known.drop(columns="checked", errors="ignore")
    for kind, count in Counter(kinds).items():
        place = kinds.index(kind)
        found[status_title(next(each_row(unchecked.iloc[place : place + 1])))] += count
    return found


def count_status(row: Row) -> str:
    """Return the status of the counts alone, "" without one."""
    return "" if pd.isna(row.counts_status) else status_name(row.counts_status)


def status_name(status: str) -> str:
    return _(STATUSES[status]) if status in STATUSES else status


def gap_title(gap: str) -> str:
    return _(GAPS[gap])


def frame_title(frames: Sequence[Sequence[float]]) -> str:
    """Return the note on the frames of a map. frames: as `geo.svg_paths.to_plane` gives them."""
    if not frames:
        return ""
    if all(scale == 1 for *_box, scale in frames):
        return _("far islands (moved)")
    return _("far islands (moved, at their own scale)")
