"""Figures and outlines as files, each by an address of its own that can be kept and shared."""

from collections.abc import Callable, Sequence
from functools import partial
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
from components.dataset_key import UnknownError, key_for
from components.exports.tables import xlsx_of
from components.file_names import dataset_word, file_stem
from components.i18n import _, integer, language, period_label, use_language
from components.limits import KEPT_BYTES, SMALL_ROWS
from components.lines import LARGE, SMALL, sent_away, who_asks
from components.made_once import MadeOnce
from components.moments import today
from components.problems import problem_sentence
from components.selection import area_codes
from components.titles import area_title, dataset_title, indicator_name, indicator_title
from components.turns import LineFullError
from data.catalogue import is_draft
from data.export import Margin, to_csv
from data.form import KEY
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
# What a file depends on: one of the whole dataset on little.
WHOLE = ("key",)
SHOWN = ("key", "scope", "area", "level", "indicator", "segment", "period", "outlines")
_FILES_MADE = cache.with_figures(MadeOnce[bytes](len, KEPT_BYTES))
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
        is_large = await run_in_threadpool(_settled, request.path_params["name"], parameters, users.user_of(request))
        body = await _in_turn(request, make, parameters, is_large)
    except UnknownError as error:
        return PlainTextResponse(_("There is no such file: {found}", found=str(error)), status_code=404)
    except LineFullError:
        return sent_away()
    except DataError as error:
        return PlainTextResponse(problem_sentence(error), status_code=400)
    name = request.path_params["name"]
    headers = {
        "Content-Disposition": f'attachment; filename="{_file_name(name, parameters)}"',
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
    }
    return Response(body, media_type=TYPES[name.partition(".")[2]], headers=headers)


def _settled(name: str, parameters: dict[str, str], user: User) -> bool:
    """Put the dataset's key among the parameters, all of which are known here; say whether the file is a large one.

    Raises UnknownError.
    """
    _check(parameters)
    parameters["key"] = key_for(user, parameters["set"], parameters.get("v", ""))
    if name.startswith("outlines"):
        _known("period", parameters, _periods(parameters))
        return False
    return len(_observations(parameters)) > SMALL_ROWS


async def _in_turn(
    request: Request, make: Callable[[dict[str, str]], bytes], parameters: dict[str, str], is_large: bool
) -> bytes:
    """The file: once for all who ask for the same of the same figures, and nothing is kept of a draft."""
    line, who, name = LARGE if is_large else SMALL, who_asks(request), request.path_params["name"]
    if is_draft(parameters["key"]):
        async with line.turn_of_request(who):
            return await run_in_threadpool(make, parameters)
    told = WHOLE if parameters.get("scope") == "all" and name.startswith("observations") else SHOWN
    asked = (name, language(), today(), *(parameters.get(one, "") for one in told))
    return await _FILES_MADE.get(asked, partial(make, parameters), line, who)


def _check(parameters: dict[str, str]) -> None:
    """Every code that reaches a file's name or a cache is one of ours. Raises UnknownError."""
    if not parameters.get("set"):
        raise UnknownError("set")
    _known("area", parameters, area_codes())
    _known("level", parameters, LEVELS)
    _known("indicator", parameters, list(cache.indicators()))
    _known("segment", parameters, cache.indicators()[parameters["indicator"]].segments)


def _known(name: str, parameters: dict[str, str], options: Sequence[str]) -> None:
    if parameters.get(name) not in options:
        raise UnknownError(f"{name} {parameters.get(name, '')}".strip())


def _periods(parameters: dict[str, str]) -> list[str]:
    return list(cache.series(parameters["key"], parameters["indicator"], parameters["segment"])["period"].unique())


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
    return to_csv(_marked(parameters))


def _xlsx(parameters: dict[str, str]) -> bytes:
    found = cache.dataset(parameters["key"])
    tables = {"observations": _marked(parameters), "sources": found.sources}
    return xlsx_of(tables, dict.fromkeys(tables, Margin(_("SIMULATION") if found.simulated else "")))


def _marked(parameters: dict[str, str]) -> pd.DataFrame:
    """The observations, each row saying of what dataset it is: a filtered or pasted row is still a simulated one."""
    key = parameters["key"]
    simulated = cache.dataset(key).simulated
    named = _with_places(_named(_observations(parameters)), key)
    named.insert(0, "dataset", _("SIMULATION, no official figures") if simulated else dataset_title(key))
    return named


def _with_places(named: pd.DataFrame, key: str) -> pd.DataFrame:
    """Beside each figure what its source states of its place, where any source of the dataset states one."""
    places = cache.dataset(key).places
    if places.empty:
        return named
    said = places.rename(columns={"place": "stated_place", "of": "stated_of", "source_id": "stated_by"})
    return named.merge(said, on=KEY, how="left", validate="one_to_one")


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
    parts = [dataset_word(parameters["key"])]
    if parameters.get("scope") != "all":
        parts += [area_title(parameters["area"]), indicator_name(parameters["indicator"])]
    if what == "outlines":
        parts.append(parameters["period"])
    return f"{file_stem(*parts)}.{ending}"


def _scope_title(scope: str) -> str:
    return {"view": _("This indicator and area"), "all": _("The whole dataset")}[scope]


FILES: dict[str, Callable[[dict[str, str]], bytes]] = {
    "observations.csv": _csv,
    "observations.xlsx": _xlsx,
    "outlines.geojson": lambda parameters: _outlines(parameters, to_geojson),
    "outlines.gpkg": lambda parameters: _outlines(parameters, to_geopackage),
}
routes = [Route("/downloads/{name}", serve)]
