"""The addresses of decks: the document of a selection, and what its windows ask while a meeting goes on."""

from collections.abc import Callable
from dataclasses import replace

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from components.deck.bundle import script
from components.deck.document import policy
from components.deck.ready import Ready, ready
from components.language.error_messages import problem_sentence
from components.language.i18n import LANGUAGES, _, use_language
from components.report.file_names import view_stem
from components.report.model import DeckRequest
from components.report.scoreboard.ticks import told_by_lists
from components.report.slides.saved_deck import kept_deck, wanted_in, wanted_of
from components.server.routes.answers import sent_away, who_asks
from components.server.routes.ticks import ticks
from components.server.routes.waiting import built
from components.state import users
from components.state.address import UnknownError, language_in, selection_in
from components.state.selection import Selection
from components.state.view import view_of
from data.store.catalogue import is_draft
from data.store.roles import User
from errors import DataError
from sandbox.fair_queue import LineFullError

NOT_MODIFIED, BAD, NOT_FOUND = 304, 400, 404
Told = tuple[tuple[str, ...], ...]
# Who asks for what: the selection, what is wanted of it, and the name of its file.
Asked = tuple[Selection, DeckRequest, str]


async def view(request: Request) -> Response:
    """The deck of the selection in the address; with `download=1` as a file to keep."""
    asked = dict(request.query_params)
    use_language(language_in(asked))
    return await _answered(request, lambda user: _of_selection(asked, user))


def _of_selection(asked: dict[str, str], user: User) -> Asked:
    selection = selection_in(asked, user)
    return selection, _as_asked(wanted_in(asked), asked), _file_name(selection)


def _as_asked(wanted: DeckRequest, asked: dict[str, str]) -> DeckRequest:
    """Names hidden where the address says so, and sealed away in a file that is passed on."""
    hidden = wanted.hidden_names or asked.get("names") == "hidden"
    return replace(wanted, hidden_names=hidden, sealed=hidden and bool(asked.get("download")))


async def kept(request: Request) -> Response:
    """A deck that was kept under a name, by its short address; `lang` may ask for the other language.

    The presenter's own notes go to those who may keep decks, not to the audience; into a file only with `notes=1`.
    """
    asked = dict(request.query_params)
    return await _answered(request, lambda user: _of_kept(request.path_params["deck"], asked, user))


def _of_kept(deck_id: str, asked: dict[str, str], user: User) -> Asked:
    found = kept_deck(deck_id, user)
    choice = found.choice | ({"lang": asked["lang"]} if asked.get("lang") in LANGUAGES else {})
    use_language(language_in(choice))
    selection, wanted = selection_in(choice, user), wanted_of(found)
    if asked.get("download"):
        wanted = replace(wanted, public_url="")  # a file that is passed on names no server
    wanted = _as_asked(wanted, asked)
    notes_go_along = users.may(user, "keep") and (not asked.get("download") or bool(asked.get("notes")))
    return (
        selection,
        wanted if notes_go_along else replace(wanted, notes=()),
        _file_name(selection, "" if wanted.sealed else found.name),
    )


def _file_name(selection: Selection, name: str = "") -> str:
    """What is saved as the offline pack, after what the deck was kept under, if anything."""
    return view_stem(selection, view_of(selection).dataset, own_name=name) + ".html"


async def _answered(request: Request, asked: Callable[[User], Asked]) -> Response:
    """The document, or one sentence on why there is none; what one may not see is as if it did not exist."""

    user = users.user_of(request)

    def found() -> tuple[Asked, Told]:
        there = asked(user)
        return there, told_by_lists(view_of(there[0]))

    async def made() -> Response:
        (selection, wanted, file), told = await run_in_threadpool(found)
        use_language(selection.language)
        document = await ready(selection, wanted, told, who_asks(request))
        return _page(document, request, file, is_draft(selection.dataset))

    waits = request.method == "HEAD" or "download" in request.query_params
    headers = [request.headers.get(name, "") for name in ("accept-encoding", "if-none-match")]
    key = (user.address, request.method, request.url.path, request.url.query, *headers)
    try:
        answer: Response = await built(key, made, waits)
    except LineFullError:
        return sent_away()
    except UnknownError as error:
        return _sentence(_("There is no such deck: {found}", found=str(error)), NOT_FOUND)
    except DataError as error:
        return _sentence(problem_sentence(error), BAD)
    return answer


def _sentence(text: str, status: int) -> Response:
    return PlainTextResponse(text, status_code=status, headers={"Cache-Control": "no-store"})


def _page(made: Ready, request: Request, file: str, secret: bool) -> Response:
    """Asked for again, a deck that has not changed costs no bytes; a browser keeps nothing of a draft."""
    headers = {
        "Cache-Control": "no-store" if secret else "private, no-cache",
        "Content-Security-Policy": policy(script()) + "; frame-ancestors 'none'",
        "Vary": "Accept-Encoding, Cookie",
    }
    if not secret:
        headers["ETag"] = f'W/"{made.tag}"'
    if not secret and headers["ETag"] in request.headers.get("if-none-match", ""):
        return Response(status_code=NOT_MODIFIED, headers=headers)
    if request.query_params.get("download"):
        headers["Content-Disposition"] = f'attachment; filename="{file}"'
    body = made.body
    if "gzip" in request.headers.get("accept-encoding", ""):
        body, headers["Content-Encoding"] = made.packed, "gzip"
    return Response(body, media_type="text/html; charset=utf-8", headers=headers)


# The kept ones last: their addresses could be anything.
routes = [Route("/decks/view", view), Route("/decks/ticks", ticks), Route("/decks/{deck}", kept)]
