"""Builds that take longer than a browser should be left blank: one for all who ask the same, with a page meanwhile."""

import asyncio
from collections.abc import Awaitable, Callable
from html import escape
from time import monotonic
from typing import Any

from starlette.responses import HTMLResponse, Response

from components.deck.script_hash import script_hash
from components.language.i18n import _, integer, language

ACCEPTED = 202
# Seconds until a waiting page is shown, and so long a finished document waits for the page to come back for it.
PATIENCE, KEPT = 1.5, 30.0
# A refresh of an address with a fragment only goes to the fragment, and the page would wait for ever at a slide's.
AGAIN = "setTimeout(() => location.reload(), 1000)"
POLICY = (
    f"default-src 'none'; script-src {script_hash(AGAIN)}; style-src 'unsafe-inline'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)
STYLE = "body{font:28px/1.4 system-ui,sans-serif;margin:12vh 8vw;color:#10150f;background:#fff}p{max-width:30em}"

_begun: dict[asyncio.Task[Any], float] = {}
_building: dict[tuple[str, ...], asyncio.Task[Any]] = {}


async def built(key: tuple[str, ...], build: Callable[[], Awaitable[Any]], waits: bool) -> Any:
    """What `build` makes, or a waiting page where it takes long.

    key: who asks for what; a build of the same key that runs already is joined. waits: as long as it takes.
    Raises what `build` raises.
    """
    task = _building.get(key) or _started(key, build)
    await asyncio.wait({task}, timeout=None if waits else PATIENCE)
    if not task.done():
        return _waiting_page(monotonic() - _begun[task])
    _forget(key, task)
    return task.result()


def _started(key: tuple[str, ...], build: Callable[[], Awaitable[Any]]) -> asyncio.Task[Any]:
    task = _building[key] = asyncio.ensure_future(build())
    _begun[task] = monotonic()
    later = asyncio.get_running_loop().call_later
    task.add_done_callback(lambda done: later(KEPT, _forget, key, done) and None)
    return task


def _forget(key: tuple[str, ...], task: asyncio.Task[Any]) -> None:
    _begun.pop(task, None)
    if _building.get(key) is task:
        del _building[key]


def _waiting_page(seconds: float) -> Response:
    """Says how long it has taken, and asks again by itself."""
    title = _("The deck is being put together")
    said = _("{seconds} seconds so far. It opens here by itself as soon as it is ready.", seconds=integer(int(seconds)))
    page = (
        f'<!doctype html><html lang="{language()}"><meta charset="utf-8"><script>{AGAIN}</script>'
        '<noscript><meta http-equiv="refresh" content="1"></noscript>'
        f'<meta name="viewport" content="width=device-width"><title>{escape(title)}</title><style>{STYLE}</style>'
        f"<h1>{escape(title)}</h1><p>{escape(said)}</p></html>"
    )
    return HTMLResponse(page, ACCEPTED, {"Cache-Control": "no-store", "Content-Security-Policy": POLICY})
