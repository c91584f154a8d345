"""The selection in a deck's address: every code checked, nothing guessed that was asked for by name."""

from dataclasses import fields

from components.language.i18n import LANGUAGES
from components.report.file_names import view_stem
from components.report.model import Wanted
from components.state import cache
from components.state.dataset_key import key_for
from components.state.defaults import before, earlier_periods, limits_in, opening_period
from components.state.open_drafts import open_draft
from components.state.selection import DEFAULTS, LEVELS, SCALES, Choice, usual_scale
from components.state.session import area_codes
from data.store.catalogue import is_draft
from data.store.deck_content import KeptDeck
from data.store.decks import deck
from data.store.roles import User
from errors import DataError
from geo.boundary_sets import BUNDLED, outlines_key, outlines_number
from geo.classify import SCHEMES
from geo.regions import regions_in


class UnknownError(Exception):
    """An address names what is not known here, or not to this user."""


def chosen_in(asked: dict[str, str], user: User) -> Choice:
    """Return the selection of an address, its figures ready to be read; `outlines` may name a version of them.

    Raises UnknownError with the first code that is not known here.
    """
    try:
        return _chosen(asked, user)
    except KeyError as error:
        raise UnknownError(error.args[0]) from error


def _chosen(asked: dict[str, str], user: User) -> Choice:
    given = DEFAULTS | asked
    place = {
        "dataset": _key(user, given["set"], given["v"]),
        "area": _known(given["area"], area_codes()),
        "indicator": _known(given["indicator"], list(cache.indicators())),
        "language": _known(given["lang"], list(LANGUAGES)),
        "outlines": _outlines(given.get("outlines", "")),
        "scheme": _known(given["scheme"], SCHEMES),
        "scale": _known(given["scale"], ("", *SCALES)) or usual_scale(given["scheme"]),
        "breaks": _limits(given["breaks"]),
        "target": _known(given["target"], ["", *cache.targets()]),
    }
    place["level"] = _known(given["level"], LEVELS if place["area"] == "ID" else ("regency",))
    place["segment"] = _known(given["segment"], list(cache.indicators()[place["indicator"]].segments))
    whole = place | _times(given, place) | _places(given, place)
    return Choice(**{field.name: whole[field.name] for field in fields(Choice)})


def kept_deck(deck_id: str, user: User) -> KeptDeck:
    """A deck that this user may see: one of another's draft is answered as if there were none."""
    try:
        found = deck(deck_id)
        if is_draft(found.choice.get("set", "")):
            open_draft(user, found.choice["set"])
    except DataError as error:
        if error.code in ("deck_unknown", "draft_unknown", "not_allowed"):
            raise UnknownError(deck_id) from error
        raise
    return found


def wanted_in(asked: dict[str, str]) -> Wanted:
    """Return what an address asks for: `slides` by their ids, in order, and `names=hidden`."""
    slides = tuple(one for one in asked.get("slides", "").split(",") if one)
    return Wanted(slides=slides, hidden_names=asked.get("names") == "hidden")


def _key(user: User, name: str, number: str) -> str:
    """Without a version it is the newest; a deck prints which one that was."""
    return key_for(user, name, number or str(cache.published().get(name, "")))


def _times(given: dict[str, str], place: dict[str, str]) -> dict[str, str]:
    measured = (place["dataset"], place["indicator"], place["segment"], place["area"])
    periods, shown = cache.area_periods(*measured), cache.shown_periods(*measured, place["level"])
    wanted = _known(given["period"], ["", *periods])
    period = wanted or opening_period(shown, cache.dataset(place["dataset"]).default_period)
    earlier = earlier_periods(periods, period)
    return {"period": period, "since": _known(given["since"], ["", *earlier]) or before(period, earlier)}


def _places(given: dict[str, str], place: dict[str, str]) -> dict[str, object]:
    inside = ["", *regions_in(cache.regions(), place["area"], place["level"])["region_code"]]
    lines = tuple(_known(code, inside) for code in given["regions"].split(",") if code)
    return {"region": _known(given["region"], inside), "regions": tuple(dict.fromkeys(lines))}


def _outlines(wanted: str) -> str:
    """The version that is asked for, if it is published; else what a session would begin with."""
    try:
        newest = cache.newest_outlines()
        number = outlines_number(wanted) if wanted else 0
    except DataError as error:
        if wanted in ("", BUNDLED):
            return BUNDLED  # the store cannot be read now
        raise KeyError(wanted) from error
    if number > outlines_number(newest):
        raise KeyError(wanted)
    return outlines_key(number) if wanted else newest


def _known(wanted: str, options: list[str] | tuple[str, ...]) -> str:
    if wanted not in options:
        raise KeyError(wanted)
    return wanted


def _limits(written: str) -> tuple[float, ...]:
    try:
        return limits_in(written)
    except ValueError as error:
        raise KeyError(written) from error


def file_name(chosen: Choice, name: str = "") -> str:
    """What is saved as the offline pack, after what the deck was kept under, if anything."""
    return view_stem(chosen, own_name=name) + ".html"
