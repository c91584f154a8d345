"""What a scoreboard says when ticks come in, for the browser to fill in; and the address that tells the ticks."""

from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from components import cache, users
from components.choice import DEFAULTS, Choice
from components.deck.address import UnknownError, kept_deck
from components.i18n import LANGUAGES, _, use_language
from components.problems import problem_sentence
from components.scoreboard.counted import PAYING, villages
from components.scoreboard.score import needs_in
from components.scoreboard.words import done_title, left_title, templates
from components.selection import area_codes
from components.slides.model import Slide
from data.store.checklists import ticks_in
from errors import DataError
from geo.regions import regions_in

PREFIX = "scoreboard-"


def board_words(slide: Slide, chosen: Choice) -> dict[str, Any]:
    """The measure's key, its sentences and titles.

    wholes: N where it is not the list's own, by region. needs: how many lines a list must have to count, by region.
    """
    measure = slide.id.removeprefix(PREFIX)
    name, _dash, segment = measure.partition("-")
    indicator = cache.indicators()[name]
    return {
        "measure": measure,
        "says": templates(indicator),
        "done": done_title(indicator),
        "left": left_title(indicator),
        "ticked": _("ticked in the meeting"),
        "counted": _("{count} of {total} regions by lists ticked in the meeting"),
        "wholes": _wholes(slide) if indicator.id == PAYING else {},
        "needs": {code: need.whole for code, need in needs_in(chosen, (name, segment)).items()},
    }


def _wholes(slide: Slide) -> dict[str, int]:
    """The gazetteer's number of villages, of every regency of the provinces on the slide."""
    codes = regions_in(cache.regions(), "ID", "regency")["region_code"]
    areas = {code[:2] for code in slide.tables[0].codes}
    known = villages()
    return {code: int(known[code]) for code in codes if code[:2] in areas and known[code] > 0}


async def ticks(request: Request) -> Response:
    """How many are ticked off of how many, in every list of an area; that it answers is what a deck wants to know.

    With deck=… also the revision of that kept deck, so that an open one is renewed after an edit. With simulated=1 of
    the lists of the demonstration, which stand beside simulated figures only.
    """
    use_language(
        request.query_params.get("lang") if request.query_params.get("lang") in LANGUAGES else DEFAULTS["lang"]
    )
    area = request.query_params.get("area", "")
    if area not in area_codes():
        return PlainTextResponse(_("There is no such area."), status_code=404)
    headers = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
    try:
        counted = await run_in_threadpool(ticks_in, area, simulated=request.query_params.get("simulated") == "1")
    except DataError as error:
        return PlainTextResponse(problem_sentence(error), status_code=503, headers=headers)
    revision = await run_in_threadpool(_revision, request)
    return JSONResponse({"area": area, "ticks": counted} | revision, headers=headers)


def _revision(request: Request) -> dict[str, int]:
    """Of the kept deck that is asked for; of one that is gone nothing: it goes on as it is."""
    wanted = request.query_params.get("deck", "")
    try:
        return {"revision": kept_deck(wanted, users.user_of(request)).revision} if wanted else {}
    except (UnknownError, DataError):
        return {}
