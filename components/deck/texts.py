"""Every word that the deck's modules show beside the slides, in the screen's language."""

from components.explorer.texts import explorer_texts
from components.language.i18n import _
from data.indicators import Indicator


def deck_texts(indicator: Indicator) -> dict[str, str]:
    """The explorer's texts and the deck's own; `key…`: a key, a bar, and what it does."""
    return explorer_texts(indicator) | _slides() | _keys() | _tools()


def _slides() -> dict[str, str]:
    return {
        "openProfile": _("Open the profile"),
        "alsoKnown": _("What else is known"),
        "sources": _("Sources"),
        "of": _("{n} of {d}"),
        "elsewhere": _("{name} is not in this presentation."),
        "findName": _("Type a region's name"),
        "namesHidden": _("Names are hidden"),
        "nameHidden": _("[name hidden]"),
        "renewed": _("The deck was changed just now; this is how it is now."),
        "away": _("Server out of reach – the deck goes on"),
        "nextSlide": _("Next slide"),
        "lastSlide": _("This is the last slide."),
        "notes": _("Notes"),
        "restartTimer": _("Start the timer anew"),
        "scan": _("Scan to follow on your own phone"),
        "follow": _("Follow on your own phone:"),
        "noCode": _("There is no code here: no public address is set for this deck."),
        "firstRows": _("The first {first} of {n} regions; scroll for the rest"),
        "profiles": _("{n} profiles"),
        "profileOf": _("profile {n} of {d}"),
        "profilesByName": _("{profiles}: type a name"),
        "pack": _("Download the offline pack"),
        "packOffer": _("The same deck as one file: it opens by double click, with no internet and no server."),
        "packHere": _("This file is the whole deck: copy it to pass it on; it needs no internet."),
    }


def _keys() -> dict[str, str]:
    return {
        "keysTitle": _("Keys"),
        "keyNext": _("→ ← Space PgUp PgDn | next and previous slide"),
        "keyEnds": _("Home End | first and last slide"),
        "keyNumber": _("12 Enter | slide 12"),
        "keyName": _("a name | the profile of that region, also of those after the last slide"),
        "keyFind": _("/ | find a region, also by a name that begins with a command's letter"),
        "keyBlank": _("B or . | black screen; a letter waits 1.5 seconds for a name, BB or B Enter does it at once"),
        "keyLaser": _("L | red dot, held or tapped"),
        "keyNames": _("N | hide or show names"),
        "keyPresenter": _("P | presenter's window with notes and timer"),
        "keyFull": _("F | full screen"),
        "keyAudience": _("Q | code for the audience, and the offline pack"),
        "keyPack": _("Q | the offline pack to pass on"),
        "keyBack": _("Esc | red dot out, help closed, black screen left, back to where you were"),
    }


def _tools() -> dict[str, str]:
    return {
        "tool_previous": _("Previous slide"),
        "tool_next": _("Next slide"),
        "tool_find": _("Find a region"),
        "tool_laser": _("Red dot"),
        "tool_presenter": _("Presenter's window"),
        "tool_fullScreen": _("Full screen"),
        "tool_help": _("Keys"),
    }
