"""What a kept deck holds, within its limits: its choice, the order of its slides, its own texts and notes."""

import json
import re
import unicodedata
from dataclasses import dataclass, field, replace

from data.store.database import held_json, small_file
from errors import DataError

MOST_TEXTS = 60  # own text slides of one deck
LONGEST_TEXT = 2_000  # characters of one own text, or of one slide's notes
LONGEST_TITLE = 120  # characters of the title of an own text, and of a deck's name
_MOST_SLIDES = 1_500  # 514 profiles, everything else, and what is hidden of both
_LONGEST_CODES = 5_000  # characters of one parameter; 514 regions by their codes are 3,600
_SLIDE = re.compile(r"[a-z0-9][a-z0-9._-]{0,99}")
_IN_CONTENT = ("name", "choice", "slides", "hidden", "texts", "notes", "names_hidden")


@dataclass(frozen=True)
class KeptDeck:
    """A deck under a name. id: "" until it is kept; who: whose it is; at: UTC in ISO 8601, of the last change.

    revision: counts the changes, 1 after the first; choice: the parameters of an address, and `outlines`.
    slides: ids in the order of showing, () for all; hidden: ids that are not shown, so that they can come back.
    texts: key, title and text of each own slide, whose id is `text-<key>`; notes: the presenter's own, by slide id.
    """

    id: str = ""
    name: str = ""
    who: str = ""
    at: str = ""
    revision: int = 0
    choice: dict[str, str] = field(default_factory=dict)
    slides: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    texts: tuple[tuple[str, str, str], ...] = ()
    notes: dict[str, str] = field(default_factory=dict)
    names_hidden: bool = False


def checked(deck: KeptDeck) -> KeptDeck:
    """Return the deck with its texts as they can be shown: no control signs, a name without blanks around it.

    Raises DataError deck_name_bad (expected: the longest), deck_texts_many (expected), deck_text_long (found: the
    title, expected), deck_slide_bad (found).
    """
    name = " ".join(_visible(deck.name).split())
    if not 1 <= len(name) <= LONGEST_TITLE:
        raise DataError("deck_name_bad", expected=LONGEST_TITLE)
    _check_slides(deck)
    if len(deck.texts) > MOST_TEXTS:
        raise DataError("deck_texts_many", expected=MOST_TEXTS)
    texts = tuple((key, " ".join(_visible(title).split()), _visible(text)) for key, title, text in deck.texts)
    for _key, title, text in texts:
        _check_length(title, title, LONGEST_TITLE)
        _check_length(title, text, LONGEST_TEXT)
    notes = {slide: _visible(said) for slide, said in deck.notes.items() if said.strip()}
    for slide, said in notes.items():
        _check_length(slide, said, LONGEST_TEXT)
    return replace(deck, name=name, texts=texts, notes=notes)


def to_json(deck: KeptDeck) -> str:
    """Return what is kept of a deck beside who and when, in ASCII."""
    return json.dumps({name: getattr(deck, name) for name in _IN_CONTENT})


def from_json(text: str) -> KeptDeck:
    """Return the deck that `to_json` wrote, still without id, who and when. Raises DataError store_damaged."""
    held = held_json(text)
    try:
        lists = {name: tuple(held[name]) for name in ("slides", "hidden")}
        return KeptDeck(**held | lists | {"texts": tuple((key, title, said) for key, title, said in held["texts"])})
    except (KeyError, TypeError, ValueError) as error:
        raise DataError("store_damaged", reason=f"{small_file().name}: {error!r}") from error


def _check_slides(deck: KeptDeck) -> None:
    ids = [*deck.slides, *deck.hidden, *deck.notes, *(f"text-{key}" for key, _title, _text in deck.texts)]
    bad = [one for one in ids if not _SLIDE.fullmatch(one)]
    bad += [name for name, value in deck.choice.items() if len(name) + len(value) > _LONGEST_CODES]
    if bad or len(ids) > 2 * _MOST_SLIDES:
        raise DataError("deck_slide_bad", found=bad[0][:60] if bad else str(len(ids)))


def _check_length(title: str, text: str, longest: int) -> None:
    if len(text) > longest:
        raise DataError("deck_text_long", found=title[:60], expected=longest)


def _visible(text: str) -> str:
    """Leave out what no slide and no XML can hold: control signs and halves of surrogate pairs."""
    text = text.expandtabs(1)
    return "".join(sign for sign in text if sign == "\n" or unicodedata.category(sign) not in ("Cc", "Cs"))
