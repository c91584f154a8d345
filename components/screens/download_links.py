"""Plain links to files: they go on working where a rerun meanwhile replaces what a button of Streamlit's offers."""

from html import escape
from urllib.parse import urlencode

import streamlit as st

from components.exports.observations import observations_of
from components.language.i18n import N_, _, integer, period_label
from components.report.labels import indicator_title, view_title
from components.state.selection import link_parameters
from components.state.view import View

SLOW_ROWS = 20_000
LINK = (
    "display:inline-block;margin:0 8px 0 0;padding:7px 16px;border:1px solid currentColor;border-radius:4px;"
    "color:inherit;text-decoration:none;font-size:15px"
)
SCOPES = {"view": N_("This indicator and area"), "all": N_("The whole dataset")}


def show_downloads(view: View, key: str) -> None:
    """Observations as CSV and XLSX, boundaries with values as GeoJSON and GeoPackage.

    key: another for each place on a page.
    """
    scope = st.radio(_("Observations"), ("view", "all"), format_func=_scope_title, horizontal=True, key=f"scope-{key}")
    show_links("observations", ("csv", "xlsx"), link_parameters(view.selection) | {"scope": scope})
    count = len(observations_of({"key": view.selection.dataset, "scope": scope, **link_parameters(view.selection)}))
    said = _("{count} observations with their sources.", count=integer(count))
    st.caption(said + (" " + _("XLSX takes half a minute for so many.") if count > SLOW_ROWS else ""))
    if view.selection.period:
        st.markdown(
            _(
                "Boundaries with values: {indicator}, {area}, {period}",
                indicator=indicator_title(view.selection),
                area=view_title(view.selection),
                period=period_label(view.selection.period),
            )
        )
        # A link that is kept goes on giving the boundaries that it was made with.
        show_links(
            "outlines", ("geojson", "gpkg"), link_parameters(view.selection) | {"outlines": view.selection.boundaries}
        )


def show_links(what: str, endings: tuple[str, ...], parameters: dict[str, str]) -> None:
    """Plain links: they go on working where a rerun meanwhile replaces what a button of Streamlit's offers."""
    query = urlencode(parameters)
    names = {"csv": "CSV", "xlsx": "XLSX", "geojson": "GeoJSON", "gpkg": "GeoPackage"}
    links = [
        f'<a style="{LINK}" download href="{escape(f"/downloads/{what}.{ending}?{query}")}">{names[ending]}</a>'
        for ending in endings
    ]
    st.html("".join(links))


def _scope_title(scope: str) -> str:
    return _(SCOPES[scope])
