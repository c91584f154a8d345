"""Figures and outlines as files, each by an address of its own that can be kept and shared."""

from collections.abc import Callable
from html import escape
from urllib.parse import urlencode

import pandas as pd
import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from components import cache, users
from components.choice import LEVELS, Choice, link_parameters
from components.dataset_key import key_for
from components.i18n import _, integer, period_label, use_language
from components.problems import problem_sentence
from components.selection import area_codes
from components.titles import area_title, indicator_title
from data.export import to_csv, to_xlsx
from data.query import values_in
from data.store.roles import User
from errors import DataError
from geo.export import to_geojson, to_geopackage
from geo.outline_sets import BUNDLED
from geo.regions import regions_in

# Media type by ending; the ending is also what the browser is told to save.
TYPES = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "geojson": "application/geo+json",
    "gpkg": "application/geopackage+sqlite3",
}
SLOW_ROWS = 20_000
LINK = (
    "display:inline-block;margin:0 8px 0 0;padding:7px 16px;border:1px solid currentColor;border-radius:4px;"
    "color:inherit;text-decoration:none;font-size:15px"
)


def show_downloads(chosen: Choice) -> None:
    """Observations as CSV and XLSX, outlines with values as GeoJSON and GeoPackage."""
    scope = st.radio(_("Observations"), ("view", "all"), format_func=_scope_title, horizontal=True, key="scope")
    _show_links("observations", ("csv", "xlsx"), link_parameters(chosen) | {"scope": scope})
    count = len(_observations({"key": chosen.dataset, "scope": scope, **link_parameters(chosen)}))
    said = _("{count} observations with their sources.", count=integer(count))
    st.caption(said + (" " + _("XLSX takes half a minute for so many.") if count > SLOW_ROWS else ""))
    if chosen.period:
        st.markdown(
            _(
                "Outlines with values: {indicator}, {area}, {period}",
                indicator=indicator_title(chosen),
                area=area_title(chosen.area),
                period=period_label(chosen.period),
            )
        )
        # A link that is kept goes on giving the outlines that it was made with.
        _show_links("outlines", ("geojson", "gpkg"), link_parameters(chosen) | {"outlines": chosen.outlines})


def _show_links(what: str, endings: tuple[str, ...], parameters: dict[str, str]) -> None:
    """Plain links: they go on working where a rerun meanwhile replaces what a button of Streamlit's offers."""
    query = urlencode(parameters)
    names = {"csv": "CSV", "xlsx": "XLSX", "geojson": "GeoJSON", "gpkg": "GeoPackage"}
    links = [
        f'<a style="{LINK}" download href="{escape(f"/downloads/{what}.{ending}?{query}")}">{names[ending]}</a>'
        for ending in endings
    ]
    st.html("".join(links))


async def serve(request: Request) -> Response:
    """Answer with the file, made from codes that are all checked; a wrong one gets a sentence."""
    parameters = dict(request.query_params)
    use_language("en" if parameters.get("lang") == "en" else "id")
    make = FILES.get(request.path_params["name"])
    if make is None:
        found = repr(request.path_params["name"])
        return PlainTextResponse(_("There is no such file: {found}", found=found), status_code=404)
    try:
        body = await run_in_threadpool(_made, make, parameters, users.user_of(request))
    except DataError as error:
        return PlainTextResponse(problem_sentence(error), status_code=400)
    name = request.path_params["name"]
    headers = {
        "Content-Disposition": f'attachment; filename="{_file_name(name, parameters)}"',
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
    }
    return Response(body, media_type=TYPES[name.partition(".")[2]], headers=headers)


def _made(make: Callable[[dict[str, str]], bytes], parameters: dict[str, str], user: User) -> bytes:
    _check(parameters)
    parameters["key"] = key_for(user, parameters["set"], parameters.get("v", ""))
    return make(parameters)


def _check(parameters: dict[str, str]) -> None:
    """Every code that reaches a file's name or a cache is one of ours."""
    known = {
        "area": area_codes(),
        "level": LEVELS,
        "indicator": list(cache.indicators()),
        "segment": cache.indicators()[parameters["indicator"]].segments,
    }
    for name, options in known.items():
        if parameters[name] not in options:
            raise KeyError(parameters[name])


def _observations(parameters: dict[str, str]) -> pd.DataFrame:
    """The dataset's observations, all or of one indicator and area, with the region's name beside its code."""
    rows = cache.dataset(parameters["key"]).observations
    if parameters.get("scope") != "all":
        area = parameters["area"]
        inside = rows["region_code"].str[:2].eq(area) | (area == "ID")
        rows = rows[inside & rows["indicator"].eq(parameters["indicator"])]
    return rows


def _named(rows: pd.DataFrame) -> pd.DataFrame:
    named = rows.astype({"numerator": "Int64", "denominator": "Int64"}).round({"value": 6})
    named.insert(1, "region_name", rows["region_code"].map(cache.names()))
    return named


def _csv(parameters: dict[str, str]) -> bytes:
    return to_csv(_named(_observations(parameters)))


def _xlsx(parameters: dict[str, str]) -> bytes:
    sources = cache.dataset(parameters["key"]).sources
    return to_xlsx({"observations": _named(_observations(parameters)), "sources": sources})


def _outlines(parameters: dict[str, str], write: Callable[..., bytes]) -> bytes:
    """Outlines of the area at the level of detail that the map shows, each with all that stands behind its value."""
    area, level = parameters["area"], parameters["level"]
    rows = cache.series(parameters["key"], parameters["indicator"], parameters["segment"])
    codes = regions_in(cache.regions(), area, level)["region_code"].tolist()
    values = _named(values_in(rows, parameters["period"], codes)).assign(
        indicator=parameters["indicator"],
        segment=parameters["segment"],
        simulated=cache.dataset(parameters["key"]).simulated,
    )
    outlines = cache.boundaries(area, level, parameters.get("outlines", BUNDLED))
    return write(outlines, values)


def _file_name(name: str, parameters: dict[str, str]) -> str:
    what, _dot, ending = name.partition(".")
    parts = ["cakupan", parameters["key"].replace("@", "-v")]
    if parameters.get("scope") != "all":
        parts += [parameters["indicator"], parameters["area"]]
    if what == "outlines":
        parts.append(parameters["period"].replace('"', ""))
    return "-".join(parts) + f".{ending}"


def _scope_title(scope: str) -> str:
    return {"view": _("This indicator and area"), "all": _("The whole dataset")}[scope]


FILES: dict[str, Callable[[dict[str, str]], bytes]] = {
    "observations.csv": _csv,
    "observations.xlsx": _xlsx,
    "outlines.geojson": lambda parameters: _outlines(parameters, to_geojson),
    "outlines.gpkg": lambda parameters: _outlines(parameters, to_geopackage),
}
routes = [Route("/downloads/{name}", serve)]
