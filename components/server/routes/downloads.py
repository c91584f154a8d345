"""Figures and boundaries as files, each by an address of its own that can be kept and shared."""

from collections.abc import Callable
from functools import partial

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from components.exports.observations import FILES, observations_of
from components.exports.parts.media import TYPES
from components.language.dates import today
from components.language.error_messages import problem_sentence
from components.language.i18n import _, language, use_language
from components.report.file_names import dataset_word, file_stem
from components.report.labels import area_title, indicator_name
from components.server.routes.answers import sent_away, who_asks
from components.state import users
from components.state.address import Reading, UnknownError, dataset_key, language_in
from components.state.limits import KEPT_BYTES, SMALL_ROWS
from components.state.made_once import MadeOnce
from components.state.memo import forgotten_with_figures
from components.state.view import Figures
from components.state.work_queues import LARGE, SMALL
from data.store.catalogue import is_draft
from data.store.roles import User
from errors import DataError
from sandbox.fair_queue import LineFullError

# What a file depends on: one of the whole dataset on little.
WHOLE = ("key",)
SHOWN = ("key", "scope", "area", "level", "indicator", "segment", "period", "outlines")
_FILES_MADE = MadeOnce[bytes](len, KEPT_BYTES)
forgotten_with_figures(_FILES_MADE.clear)


async def serve(request: Request) -> Response:
    """Answer with the file, made from codes that are all checked; a wrong one gets a sentence."""
    parameters = dict(request.query_params)
    use_language(language_in(parameters))
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
    parameters["key"] = dataset_key(user, parameters["set"], parameters.get("v", ""))
    if name.startswith("outlines"):
        Reading(parameters).code("period", _periods(parameters))
        return False
    return len(observations_of(parameters)) > SMALL_ROWS


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
    reading = Reading(parameters)
    if not parameters.get("set"):
        reading.unknown("set", "")
    reading.level(reading.area())
    reading.segment("", "", reading.indicator("", ""))


def _periods(parameters: dict[str, str]) -> list[str]:
    return list(Figures(parameters["key"]).series(parameters["indicator"], parameters["segment"])["period"].unique())


def _file_name(name: str, parameters: dict[str, str]) -> str:
    what, _dot, ending = name.partition(".")
    parts = [dataset_word(Figures(parameters["key"]).dataset)]
    if what == "checks":
        parts.append(_("Check"))
    if parameters.get("scope") != "all":
        parts += [
            area_title(parameters["area"]),
            *([] if what == "checks" else [indicator_name(parameters["indicator"])]),
        ]
    if what == "outlines":
        parts.append(parameters["period"])
    return f"{file_stem(*parts)}.{ending}"


routes = [Route("/downloads/{name}", serve)]
