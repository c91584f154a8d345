"""What an address may hold: bounded, readable in one way only, and of our own routes nothing but plain text."""

import re

from starlette.types import Scope

from components.language.i18n import _
from components.state.limits import QUERY_BYTES
from components.state.streamlit_private import READS_PARAMETERS

BAD, TOO_LONG = 400, 414
# Those of ours, whose parameters are codes, each given once.
OWN = ("/assets/", "/downloads/", "/drafts/", "/decks/", "/checklists/")
_NO_ESCAPE = re.compile(rb"%(?![0-9A-Fa-f]{2})")
_ESCAPE = re.compile(rb"%([0-9A-Fa-f]{2})")


def refusal(scope: Scope, path: str) -> tuple[int, str] | None:
    """Status and sentence for an address that is not answered; None for every other. path: without the base path."""
    query: bytes = scope.get("query_string", b"")
    if len(query) > QUERY_BYTES:
        return TOO_LONG, _("The address is too long: open the page again from the menu.")
    if path.startswith((*OWN, *READS_PARAMETERS)) and not _is_readable(query, path.startswith(OWN)):
        return BAD, _("The address holds signs that no address of this server has: open the page again from the menu.")
    if path.startswith(OWN) and not _is_single(query):
        return BAD, _("The address gives the same choice twice: open the page again from the menu.")
    return None


def _is_readable(query: bytes, as_codes: bool) -> bool:
    """Say whether every escape is one, and the text is UTF-8 without control characters; of codes it is ASCII."""
    if _NO_ESCAPE.search(query):
        return False
    plain = _ESCAPE.sub(lambda found: bytes([int(found[1], 16)]), query)
    try:
        text = plain.decode("ascii" if as_codes else "utf-8")
    except UnicodeDecodeError:
        return False
    return not any(ord(sign) < 0x20 or 0x7F <= ord(sign) <= 0x9F for sign in text)


def _is_single(query: bytes) -> bool:
    names = [pair.partition(b"=")[0] for pair in query.split(b"&") if pair]
    return len(names) == len(set(names))
