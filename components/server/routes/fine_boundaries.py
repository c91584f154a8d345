"""A province's fine boundaries for the country's map: made when the first reader zooms in there, kept by their hash."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from components.explorer import data_urls
from components.state import boundary_cache
from components.state.address import Reading, UnknownError, levels_of
from errors import DataError
from geo.boundary_sets import boundaries_number


async def serve(request: Request) -> Response:
    """Send on to the file, which a browser keeps; relative, so that it holds under a base path too."""
    found = await run_in_threadpool(_file, **request.path_params)
    if found is None:
        return PlainTextResponse("not found", status_code=404)
    return RedirectResponse(f"../../..{found}", status_code=307, headers={"Cache-Control": "no-cache"})


def _file(boundaries: str, level: str, area: str) -> str | None:
    """Address of the file; None for a code that is not known here or a version that nobody published."""
    try:
        is_known = boundaries_number(boundaries) <= boundaries_number(boundary_cache.newest_boundaries())
        Reading({"area": area}).area()
    except (DataError, UnknownError):
        return None
    if not is_known or level not in levels_of("ID") or area == "ID":
        return None
    return data_urls.fine_geometry_url(area, level, boundaries)


routes = [Route("/outlines/{boundaries}/{level}/{area}", serve)]
