"""Sumber: who printed what, what the words mean, how figures are made, and everything to take away."""

from collections.abc import Sequence
from contextlib import AbstractContextManager

import pandas as pd
import streamlit as st

from components.language.i18n import N_, _, exact_number, exact_text, integer, ngettext, number, own, period_label
from components.report.labels import (
    area_title,
    counts_text,
    region_title,
    segment_suffix,
    status_title,
    value_text,
)
from components.report.target_list import target_text
from components.screens.boundary_notices import boundaries_sentence
from components.screens.citations import cited
from components.screens.panel import source_title
from components.screens.programmes import in_force, link
from components.screens.source_list import show_source_facts
from components.state import reference
from components.state.controlled import controlled
from components.state.session import beside, set_beside
from components.state.view import View
from data.check import disagrees
from data.indicators import Indicator
from data.policy import load_milestones
from data.query import Row, each_row
from geo.boundary_sets import BUNDLED

# By what an address calls them.
SECTIONS = {
    "sources": N_("Sources"),
    "definitions": N_("Definitions"),
    "programmes": N_("Programmes"),
    "methods": N_("Methods"),
    "check": N_("Check"),
    "download": N_("Downloads"),
}
FIRST = "sources"
# A longer list is for the download; on screen it would only be scrolled past.
MOST_ROWS = 60
CSV, GEOJSON = "text/csv", "application/geo+json"
GPKG = "application/geopackage+sqlite3"


def open_sections() -> Sequence[AbstractContextManager[object]]:
    """The page's sections as tabs, in the order of SECTIONS; the address names the open one, so that a link leads to it."""
    titles = {code: _(title) for code, title in SECTIONS.items()}
    codes = {title: code for code, title in titles.items()}
    shown = titles.get(beside("section"), titles[FIRST])
    return controlled(st.tabs, "section", shown, lambda title: _open(codes.get(title, FIRST)), tabs=list(codes))


def _open(section: str) -> None:
    set_beside(section="" if section == FIRST else section)


def show_sources(view: View) -> None:
    """Every source of the dataset, each with its figures."""
    dataset = view.dataset
    st.markdown(own(dataset.description))
    for source in each_row(dataset.sources):
        seen = dataset.observations
        rows = seen[seen["source_id"].eq(source.source_id) | seen["counts_source_id"].eq(source.source_id)]
        count = ngettext("{count} figure", "{count} figures", len(rows))
        with st.expander(f"{source_title(source)} · {count}"):
            show_source_facts(source)
            st.table(_figures(rows.head(MOST_ROWS)))
            if len(rows) > MOST_ROWS:
                st.caption(
                    _(
                        "The first {most} of {count}; all are in the download.",
                        most=MOST_ROWS,
                        count=integer(len(rows)),
                    )
                )


def _figures(rows: pd.DataFrame) -> pd.DataFrame:
    known = rows.assign(disagrees=disagrees(rows))  # as a series has it: it decides how many decimals are shown
    return pd.DataFrame([_figure(row) for row in each_row(known)]).astype(str)


def _figure(row: Row) -> dict[str, str]:
    indicator = reference.indicators().get(row.indicator)
    return {
        _("Region"): reference.names().get(row.region_code, row.region_code),
        _("Indicator"): (own(indicator.title) if indicator else row.indicator) + segment_suffix(row.segment),
        _("Period"): period_label(row.period),
        _("Printed"): _as_printed(row),
        _("Counts"): counts_text(row) or "–",
        _("Value"): _value(row, indicator),
        _("Status"): status_title(row),
    }


def _value(row: Row, indicator: Indicator | None) -> str:
    """A published version outlives the definition of an analyst's own indicator: then the number stands alone."""
    if pd.isna(row.value):
        return "–"
    return value_text(row, indicator) if indicator else exact_number(row.value)


def _as_printed(row: Row) -> str:
    return exact_text(row.value_printed) if row.value_printed else "–"


def show_definitions() -> None:
    """What is measured, in words, with what numerator and denominator count."""
    for indicator in reference.indicators().values():
        counts = ""
        if indicator.numerator and indicator.denominator:
            counts = " " + _("Counts: {n} of {d}.", n=own(indicator.numerator), d=own(indicator.denominator))
        st.markdown(f"**{own(indicator.title)}.** {own(indicator.definition)}{counts}")


def show_methods(view: View) -> None:
    """How values, classes, ranks and boundaries are made."""
    for line in _methods():
        st.markdown(f"- {line}")
    st.header(_("Targets"), anchor=False)
    st.table(_targets())
    st.header(_("Decrees"), anchor=False)
    for decree in load_milestones():
        when = in_force(decree.date, decree.until)
        st.markdown(f"- {when}: **{own(decree.title)}**. {own(decree.explanation)} {link(decree.source)}")
    st.header(_("Boundaries"), anchor=False)
    st.markdown(boundaries_sentence(view.selection.boundaries))
    if view.selection.boundaries != BUNDLED:
        st.caption(_("Boundaries that analysts publish are indicative as well, and carry their own source."))
    st.markdown(
        _(
            "Indicative boundaries, not legal ones; generalised from village polygons of cahyadsn/wilayah_boundaries (MIT licence)."
        )
    )
    exceptions = reference.rough_boundaries()
    st.caption(
        _(
            "Regencies whose boundary overlaps the source by less than 0.80: {regions}.",
            regions="; ".join(f"{region_title(row.region_code)} {number(row.iou, 2)}" for row in each_row(exceptions)),
        )
    )


def _methods() -> list[str]:
    return [
        _(
            "Value: numerator divided by denominator where both are known, else the printed figure. Missing is never zero."
        ),
        _(
            "A province or the country shows its reported figure; without one, the counts of all its regencies are summed and divided once, and only where every regency that applies has a figure."
        ),
        _("Ranks and ties are decided on the decimals that are shown: 1, 2, 2, 4."),
        _(
            "Classes hold lower < value ≤ upper, and are computed from all periods of the area shown, so that the legend stays while time moves."
        ),
        _("Natural breaks are Fisher-Jenks on the distinct values; quantiles and equal intervals after mapclassify."),
        _("Target bands: more than 5 points below, within 5 points of, and more than 5 points above the named target."),
        _("A trend joins neighbouring periods only; a dashed line crosses periods without a figure."),
    ]


def _targets() -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                _("Series"): own(target.title),
                _("Region"): area_title(one.region_code),
                _("Year"): str(one.year),
                _("Target"): target_text(one),
                _("Source"): ". ".join(part for part in (cited(one.source), own(dict(one.note))) if part),
            }
            for target in reference.targets().values()
            for one in target.figures
        ]
    )
