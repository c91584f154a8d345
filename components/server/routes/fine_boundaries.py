"""A province's fine outlines for the country's map: made when the first reader zooms in there, kept by their hash."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from components.explorer import data_urls
from components.state import boundaries
from components.state.address import Reading, UnknownError
from components.state.selection import LEVELS
from errors import DataError
from geo.boundary_sets import outlines_number


async def serve(request: Request) -> Response:
    """Send on to the file of the outlines, which a browser keeps; relative, so that it holds under a base path too."""
    found = await run_in_threadpool(_file, **request.path_params)
    if found is None:
        return PlainTextResponse("not found", status_code=404)
    return RedirectResponse(f"../../..{found}", status_code=307, headers={"Cache-Control": "no-cache"})


def _file(outlines: str, level: str, area: str) -> str | None:
    """Address of the file; None for a code that is not known here or a version that nobody published."""
    try:
        is_known = outlines_number(outlines) <= outlines_number(boundaries.newest_outlines())
        Reading({"area": area}).area()
    except (DataError, UnknownError):
        return None
    if not is_known or level not in LEVELS or area == "ID":
        return None
    return data_urls.fine_geometry_url(area, level, outlines)


routes = [Route("/outlines/{outlines}/{level}/{area}", serve)]
