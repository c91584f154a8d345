"""Sumber, Pemeriksaan: every figure of the dataset that is wrong or worth a look, by what is the matter with it."""

import pandas as pd
import streamlit as st

from components.language.i18n import _, integer, ngettext, period_label
from components.language.markdown import plain
from components.report.checks import (
    by_kind,
    finding_sentence,
    kind_title,
    measured_title,
    other_figure,
    printed_percent,
    recomputed_percent,
    sources_of,
)
from components.report.labels import area_title, region_title
from components.screens.download_links import show_links
from components.state.selection import link_parameters
from components.state.view import View
from data.checks.findings import findings_in
from data.dataset import Dataset
from data.query import Row, each_row

COUNTRY = "ID"


def show_findings(view: View) -> None:
    """The findings about the area in view, or about the whole country, grouped by kind."""
    whole = view.selection.area == COUNTRY or st.toggle(_("All of Indonesia"), key="check_all")
    findings = findings_in(view.figures.findings, COUNTRY if whole else view.selection.area)
    st.markdown(
        _(
            "Figures that are wrong, or worth a look before they are used. Nothing is changed or left out; where both counts are known, the figure computed from them is used."
        )
    )
    area = area_title(COUNTRY if whole else view.selection.area)
    if findings.empty:
        st.markdown(_("Nothing to point out in {area}.", area=area))
        return
    st.caption(ngettext("{area}: {count} finding", "{area}: {count} findings", len(findings), area=area))
    for kind, rows in by_kind(findings).items():
        st.subheader(f"{kind_title(kind)} ({integer(len(rows))})", anchor=False)
        st.table(_shown(rows, view.dataset), hide_index=True)
    show_links("checks", ("csv",), link_parameters(view.selection) | {"scope": "all" if whole else "view"})


def _shown(findings: pd.DataFrame, dataset: Dataset) -> pd.DataFrame:
    """A table as narrow as it can be, for a telephone: a column that would stand empty is left out."""
    links = {row.source_id: _link(row) for row in each_row(dataset.sources)}
    rows = list(each_row(findings))
    others = [other_figure(row) for row in rows]
    beside = (
        (_("Held against"), others) if any(others) else (_("Recomputed"), [recomputed_percent(row) for row in rows])
    )
    columns = {
        _("Figure"): [_named(row) for row in rows],
        _("Printed"): [printed_percent(row) for row in rows],
        beside[0]: beside[1],
        _("Finding"): [_said(row, dataset, links) for row in rows],
    }
    return pd.DataFrame({name: cells for name, cells in columns.items() if any(cells)})


def _named(row: Row) -> str:
    about = [region_title(row.region_code), period_label(row.period), measured_title(row)]
    return " · ".join([f"**{plain(about[0])}**", *map(plain, about[1:])])


def _said(row: Row, dataset: Dataset, links: dict[str, str]) -> str:
    """The sentence, and every source that it speaks of."""
    cited = "; ".join(links.get(one, plain(one)) for one in sources_of(row))
    return f"{plain(finding_sentence(row, dataset.publishers))} {cited}"


def _link(source: Row) -> str:
    """The publisher of a source as a link to its page; as plain text where it has no address."""
    name = plain(source.publisher or source.title)
    address = source.url.replace("(", "%28").replace(")", "%29").replace(" ", "%20")
    return f"[{name}]({address})" if address else name
