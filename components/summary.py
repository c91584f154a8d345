"""The written situation of an area: one sentence, four figures, and what else is known of it."""

import pandas as pd
import streamlit as st

from components import cache
from components.i18n import _, integer, own, period_label
from components.preview import show_preview_chip
from components.selection import Choice
from components.titles import (
    area_title,
    indicator_title,
    region_title,
    segment_title,
    status_title,
    value_text,
)
from components.words import listed, situation_of, situation_sentence
from data.query import find_unmatched, values_in
from data.rank import extremes, rank
from geo.regions import regions_in


def ranked_regions(chosen: Choice, period: str) -> pd.DataFrame:
    """The regions in view, ranked in one period."""
    codes = regions_in(cache.regions(), chosen.area, chosen.level)["region_code"].tolist()
    rows = cache.series(chosen.dataset, chosen.indicator, chosen.segment)
    return rank(values_in(rows, period, codes), cache.indicators()[chosen.indicator])


def show_heading(chosen: Choice) -> None:
    """What the page is about, in a line."""
    st.subheader(f"{indicator_title(chosen)}, {area_title(chosen.area)}", anchor=False)


def show_situation(chosen: Choice) -> None:
    """The sentence, and the four figures it speaks of."""
    indicator = cache.indicators()[chosen.indicator]
    rows = cache.series(chosen.dataset, chosen.indicator, chosen.segment)
    values = values_in(rows, chosen.period, [chosen.area, *([] if chosen.area == "ID" else ["ID"])])
    ends = extremes(ranked_regions(chosen, chosen.period))
    now = situation_of(values, ends, chosen.area, indicator)
    st.header(situation_sentence(now, chosen), anchor=False)
    # Side by side on a wide screen, two by two on a phone.
    with st.container(horizontal=True, gap="medium", vertical_alignment="top"):
        for row in values.itertuples():
            _metric(region_title(row.region_code), row, chosen)
        _end_metric(_("Highest"), ends.highest, chosen)
        _end_metric(_("Lowest"), ends.lowest, chosen)
        show_preview_chip(chosen)


def _metric(name: str, row, chosen: Choice) -> None:
    indicator = cache.indicators()[chosen.indicator]
    known = pd.notna(row.value)
    status = status_title(row.status) if known else _("not reported")
    value = value_text(row.value, indicator) if known else "–"
    if row.disagrees:
        status = _("computed; printed: {value}", value=row.value_printed)
    st.metric(name, value, **_below(status))


def _end_metric(title: str, rows: pd.DataFrame, chosen: Choice) -> None:
    if rows.empty:
        st.metric(title, "–", **_below(_("not reported")))
        return
    names = listed([region_title(code) for code in rows["region_code"][:2]]) + (" …" if len(rows) > 2 else "")
    value = value_text(rows["displayed"].iloc[0], cache.indicators()[chosen.indicator])
    st.metric(f"{title}: {names}", value, **_below(status_title(rows["status"].iloc[0])))


def _below(status: str) -> dict[str, str]:
    """A figure's status stands under it, as quiet as it is firm."""
    return {"delta": status, "delta_color": "off", "delta_arrow": "off", "width": "content"}


def show_others(chosen: Choice) -> None:
    """Every other indicator of the area, each with its latest period."""
    found = cache.latest(chosen.dataset, chosen.area)
    others = found[(found["indicator"] != chosen.indicator) | (found["segment"] != chosen.segment)]
    if others.empty:
        return
    st.subheader(_("What else is known of {area}", area=area_title(chosen.area)), anchor=False)
    st.table(pd.DataFrame([_other(row) for row in others.itertuples()]).set_index(_("Indicator")))


def _other(row) -> dict[str, str]:
    indicator = cache.indicators()[row.indicator]
    name = own(indicator.title) + ("" if row.segment == "all" else f": {segment_title(row.segment)}")
    counts = ""
    if pd.notna(row.numerator) and pd.notna(row.denominator):
        counts = f" ({value_counts(row)})"
    return {
        _("Indicator"): name,
        _("Region"): region_title(row.region_code),
        _("Value"): value_text(row.value, indicator) + counts,
        _("Period"): period_label(row.period),
        _("Status"): status_title(row.status),
    }


def value_counts(row) -> str:
    return _("{n} of {d}", n=integer(row.numerator), d=integer(row.denominator))


def unmatched(chosen: Choice) -> list[str]:
    """Codes of the dataset's observations that are in no table of regions."""
    rows = find_unmatched(cache.dataset(chosen.dataset).observations, cache.regions())
    return sorted(rows["region_code"].unique())
