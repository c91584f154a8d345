"""The addresses of decks: the document of a selection, and what its windows ask while a meeting goes on."""

import gzip
from dataclasses import fields
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from components import cache
from components.choice import DEFAULTS, LEVELS, Choice
from components.deck.board import ticks
from components.deck.bundle import script
from components.deck.document import document, policy
from components.i18n import LANGUAGES, _, use_language
from components.problems import problem_sentence
from components.selection import area_codes
from components.slides.model import Wanted
from data.bundled import bundled_ids
from data.periods import frequencies, frequency, shift
from errors import DataError
from geo.classify import SCHEMES
from geo.regions import regions_in


def deck_url(parameters: dict[str, str], **more: str) -> str:
    """Address of the deck of a selection, as `link_parameters` writes it."""
    return "/decks/view?" + urlencode(parameters | more)


async def view(request: Request) -> Response:
    """The deck of the selection in the address; with `download=1` as a file to keep."""
    parameters = DEFAULTS | dict(request.query_params)
    use_language(parameters["lang"] if parameters["lang"] in LANGUAGES else DEFAULTS["lang"])
    try:
        chosen = _choice(parameters)
        body = await run_in_threadpool(document, chosen, _wanted(parameters))
    except KeyError as error:
        return PlainTextResponse(_("There is no such file: {found}", found=str(error)), status_code=404)
    except DataError as error:
        return PlainTextResponse(problem_sentence(error), status_code=400)
    return _page(body, request, _file_name(chosen) if parameters.get("download") else "")


def _page(body: bytes, request: Request, file: str) -> Response:
    headers = {
        "Cache-Control": "no-store",
        "Content-Security-Policy": policy(script()) + "; frame-ancestors 'none'",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Vary": "Accept-Encoding",
    }
    if file:
        headers["Content-Disposition"] = f'attachment; filename="{file}"'
    if "gzip" in request.headers.get("accept-encoding", ""):
        body, headers["Content-Encoding"] = gzip.compress(body, 6), "gzip"
    return Response(body, media_type="text/html; charset=utf-8", headers=headers)


def _wanted(parameters: dict[str, str]) -> Wanted:
    slides = tuple(one for one in parameters.get("slides", "").split(",") if one)
    return Wanted(slides=slides, hidden_names=parameters.get("names") == "hidden")


def _choice(parameters: dict[str, str]) -> Choice:
    """The selection of an address, every code checked; KeyError with the first that is not known here."""
    given = {
        "dataset": _known(parameters["set"], bundled_ids()),
        "area": _known(parameters["area"], area_codes()),
        "indicator": _known(parameters["indicator"], list(cache.indicators())),
        "language": _known(parameters["lang"], list(LANGUAGES)),
    }
    levels = LEVELS if given["area"] == "ID" else ("regency",)
    given["level"] = _known(parameters["level"], levels)
    given["segment"] = _known(parameters["segment"], list(cache.indicators()[given["indicator"]].segments))
    measure = (given["dataset"], given["indicator"], given["segment"])
    periods = cache.area_periods(*measure, given["area"])
    given["period"] = _period(parameters["period"], periods, cache.dataset(given["dataset"]).default_period)
    same = [one for one in periods if given["period"] and frequency(one) == frequency(given["period"])]
    earlier = ["", *(same[: same.index(given["period"])] if same else [])]
    inside = ["", *regions_in(cache.regions(), given["area"], given["level"])["region_code"]]
    more = {
        "since": _known(parameters["since"], earlier) or _year_before(given["period"], earlier),
        "region": _known(parameters["region"], inside),
        "regions": tuple(_known(code, inside) for code in parameters["regions"].split(",") if code),
        "scheme": _known(parameters["scheme"], SCHEMES),
        "breaks": _breaks(parameters["breaks"]),
        "target": _known(parameters["target"], ["", *cache.targets()]),
    }
    return Choice(**{field.name: (given | more)[field.name] for field in fields(Choice)})


def _known(wanted: str, options: list[str] | tuple[str, ...]) -> str:
    if wanted not in options:
        raise KeyError(wanted)
    return wanted


def _period(wanted: str, periods: list[str], opens_on: str) -> str:
    """The wanted period, else the one the dataset opens on, else the newest of the most common frequency."""
    if wanted or not periods:
        return _known(wanted, ["", *periods])
    if opens_on in periods:
        return opens_on
    every = frequencies(periods)[0]
    return next(period for period in reversed(periods) if frequency(period) == every)


def _year_before(period: str, earlier: list[str]) -> str:
    before = shift(period, -1) if period else ""
    return before if before in earlier else earlier[-1]


def _breaks(written: str) -> tuple[float, ...]:
    try:
        return tuple(sorted({float(part) for part in written.split(",") if part}))
    except ValueError as error:
        raise KeyError(written) from error


def _file_name(chosen: Choice) -> str:
    """Codes only, all of them checked, so that the name is safe in any folder."""
    parts = ("cakupan", chosen.dataset, chosen.indicator, chosen.area, chosen.period, chosen.language)
    return "-".join(part for part in parts if part).replace("@", "-v") + ".html"


routes = [Route("/decks/view", view), Route("/decks/ticks", ticks)]
