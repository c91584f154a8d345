"""The answer to an address that is none of the pages: ours, for Streamlit's speaks English over another page."""

from html import escape
from urllib.parse import parse_qs

from starlette.responses import HTMLResponse
from starlette.types import Scope

from components.language.i18n import DEFAULT_LANGUAGE, LANGUAGES, _, use_language

NOT_FOUND = 404
STYLE = "body{font:20px/1.5 Arimo,Arial,sans-serif;margin:12vh 8vw;color:#121614;background:#fff}a{color:#0b6b4f}"


def no_page(scope: Scope, start: str) -> HTMLResponse:
    """Say that the address is no page, and lead to the first one.

    start: the path of that one.
    """
    wanted = parse_qs(scope["query_string"].decode("latin-1")).get("lang", [""])[-1]
    code = wanted if wanted in LANGUAGES else DEFAULT_LANGUAGE
    use_language(code)
    title, way = _("There is no page at this address"), _("To the overview, with the menu of all pages")
    page = (
        f'<!doctype html><html lang="{code}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{escape(title)} – Cakupan</title><style>{STYLE}</style>"
        f'<h1>{escape(title)}</h1><p><a href="{escape(start)}?lang={code}">{escape(way)}</a></p></html>'
    )
    return HTMLResponse(page, NOT_FOUND, {"Cache-Control": "no-store"})
