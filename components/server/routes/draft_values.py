"""A draft's figures for the map: by an address that serves its owner alone, and that no browser keeps."""

import gzip

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from components.explorer import data_urls
from components.state import cache, stamps, users
from components.state.address import Reading, UnknownError
from components.state.assets import encoding_for
from components.state.open_drafts import behind, open_draft
from errors import DataError

NOT_HERE = "not found"
FREQUENCIES = ("year", "quarter", "month")
HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "Vary": "Accept-Encoding"}


async def serve(request: Request) -> Response:
    """Answer the draft's owner; for anybody else, and for any code that is not ours, there is nothing here."""
    body = await run_in_threadpool(_body, request)
    if body is None:
        return PlainTextResponse(NOT_HERE, status_code=404, headers=HEADERS)
    packed = encoding_for(request.headers.get("accept-encoding", "")) is not None
    headers = HEADERS | ({"Content-Encoding": "gzip"} if packed else {})
    return Response(gzip.compress(body) if packed else body, media_type="application/json", headers=headers)


def _body(request: Request) -> bytes | None:
    opened = behind(request.path_params["token"])
    if opened is None or users.user_of(request) != opened.owner:
        return None
    try:
        draft = open_draft(opened.owner, opened.key)
        stamps.settle(opened.key, str(draft.base))
        return data_urls.draft_values(*_wanted(Reading(request.query_params), opened.key))
    except (DataError, UnknownError):
        return None


def _wanted(reading: Reading, key: str) -> tuple[cache.SeriesKey, cache.Where, str, str]:
    """What a request asks for, every code known. Raises UnknownError."""
    area = reading.area()
    indicator = reading.indicator(key, area)
    measure = (key, indicator, reading.segment(key, area, indicator))
    level = reading.level(area)
    where = (area, level, reading.regime((*measure, area), level))
    since = reading.code("since", ["", *cache.area_periods(*measure, area)])
    return measure, where, reading.code("every", FREQUENCIES), since


routes = [Route("/drafts/{token}/values.json", serve)]
