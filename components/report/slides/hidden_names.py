"""Names that are hidden: numbers in their place, and texts from which they are taken out."""

import re
from collections.abc import Iterable
from dataclasses import replace

from components.language.i18n import _
from components.report.model import Deck, Slide
from components.report.slides.deck_data import DeckView
from components.state import reference
from data.rank_place import PROVINCE


def hidden_names(view: DeckView) -> dict[str, str]:
    """Return a number for every region in view, by its rank: figures can be discussed without their owners.

    The scoreboards speak of regencies, also where the map shows provinces.
    """
    regencies = reference.inside(view.selection.area, "regency")["region_code"]
    codes = dict.fromkeys([*view.ranked["region_code"], *regencies])
    return {code: _("Region {number}", number=place) for place, code in enumerate(codes, 1)}


def passed_on(deck: Deck, codes: Iterable[str], area: str) -> Deck:
    """Return a deck of hidden names as a file may say it: without maps, and without names in what people wrote.

    A region is known by its shape and its place; a title of a source, a note or a text may name it.
    """
    names = names_written(codes, area)
    slides = (_said_without(one, names) for one in deck.slides if not one.map)
    return replace(deck, name=_without(deck.name, names), slides=tuple(slides))


def _said_without(slide: Slide, names: re.Pattern[str]) -> Slide:
    return replace(
        slide,
        title=_without(slide.title, names),
        source=_without(slide.source, names),
        notes=tuple(_without(one, names) for one in slide.notes),
        paragraphs=tuple(_without(one, names) for one in slide.paragraphs),
    )


def _without(text: str, names: re.Pattern[str]) -> str:
    return names.sub(_("[name hidden]"), text)


def names_written(codes: Iterable[str], area: str) -> re.Pattern[str]:
    """Find the names of all regions of the country but of the area itself, the longest first, as whole words.

    Those in view however they are written; of others only as names are, for some are words as well.
    """
    names, spelt = reference.names(), reference.regions().set_index("region_code")["name"]
    listed = set(codes)
    open_names = {names[area], names["ID"], *(names[code] for code in names if _is_open(code, listed))}
    forms = {form: code in listed for code in names for form in (spelt[code], names[code])}
    secret = sorted(forms.keys() - open_names, key=len, reverse=True)
    written = "|".join(f"(?i:{re.escape(name)})" if forms[name] else re.escape(name) for name in secret)
    return re.compile(rf"(?<!\w)(?:{written})(?!\w)")


def _is_open(code: str, listed: set[str]) -> bool:
    """Say whether a name may be shown: a province that is no region of the deck is no secret."""
    return len(code) == PROVINCE and code not in listed
