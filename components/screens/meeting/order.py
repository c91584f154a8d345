"""The order of a deck's slides as the workshop lists it: all profiles are one entry, what is hidden comes last."""

from collections.abc import Sequence
from dataclasses import dataclass

from components.report.slides.deck import PROFILES
from data.store.decks import KeptDeck

PROFILE = "profile-"


@dataclass(frozen=True)
class Order:
    """Entries shown and hidden, in order; codes: of the profiles that were chosen, () for every region's."""

    shown: tuple[str, ...]
    hidden: tuple[str, ...]
    codes: tuple[str, ...] = ()


def order_of(deck: KeptDeck, known: Sequence[str]) -> Order:
    """Return what a deck shows of the entries that there are, in `known`'s order where the deck has none.

    A kept deck shows what it names and nothing else; in an unkept one what is new to it is shown, in its usual place.
    """
    hidden = set(entries(deck.hidden))
    shown = [one for one in entries(deck.slides) if one in known and one not in hidden]
    for place, one in enumerate(known):
        is_new = one not in hidden and one not in shown
        if is_new and (not deck.slides or not deck.id):
            shown.insert(_usual_place(shown, known, place), one)
    rest = tuple(one for one in known if one not in shown)
    return Order(tuple(shown), rest, chosen_profiles(deck))


def chosen_profiles(deck: KeptDeck) -> tuple[str, ...]:
    """Return codes of the regions whose profiles were chosen one by one; () where the deck speaks of all of them."""
    named = [one for one in (*deck.slides, *deck.hidden) if one.startswith(PROFILE)]
    return tuple(dict.fromkeys(one.removeprefix(PROFILE) for one in named))


def as_slides(entries: Sequence[str], codes: Sequence[str]) -> tuple[str, ...]:
    """Return ids of slides for entries: the chosen profiles one by one in the place of their entry."""
    profiles = [f"{PROFILE}{code}" for code in codes] or [PROFILES]
    return tuple(one for entry in entries for one in (profiles if entry == PROFILES else [entry]))


def is_order_of(wish: object, known: Sequence[str]) -> bool:
    """Say whether what a browser sent is every entry once, at least one of them shown."""
    if not isinstance(wish, dict):
        return False
    shown, hidden = wish.get("shown"), wish.get("hidden")
    if not isinstance(shown, list) or not isinstance(hidden, list) or not shown:
        return False
    return all(isinstance(one, str) for one in (*shown, *hidden)) and sorted([*shown, *hidden]) == sorted(known)


def entries(slides: Sequence[str]) -> tuple[str, ...]:
    """Return ids of slides as the list has them: profiles are one entry, in the place of the first."""
    return tuple(dict.fromkeys(PROFILES if one.startswith(PROFILE) else one for one in slides))


def _usual_place(shown: Sequence[str], known: Sequence[str], place: int) -> int:
    """Return the place before the first of the shown ones that usually comes later."""
    later = set(known[place:])
    return next((at for at, one in enumerate(shown) if one in later), len(shown))
