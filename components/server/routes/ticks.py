"""The address that tells the ticks of an area's lists, while a meeting goes on."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from components.language.error_messages import problem_sentence
from components.language.i18n import _, use_language
from components.report.slides.saved_deck import kept_deck
from components.state import users
from components.state.address import Reading, UnknownError, language_in
from data.store.checklists import ticks_in
from errors import DataError


async def ticks(request: Request) -> Response:
    """How many are ticked off of how many, in every list of an area; that it answers is what a deck wants to know.

    With deck=… also the revision of that kept deck, so that an open one is renewed after an edit. With simulated=1 of
    the lists of the demonstration, which stand beside simulated figures only.
    """
    use_language(language_in(request.query_params))
    try:
        area = Reading(request.query_params).area()
    except UnknownError:
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
