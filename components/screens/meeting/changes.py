"""Changes of the open deck: each is kept at once, and one that is not is said with what was typed in it.

Nothing here runs in a widget's callback: a further click breaks a callback off, and what it was to keep is lost. A
widget's own state comes again with every run, until a run has kept it.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import streamlit as st

from components.language.dates import moment_text, person
from components.language.error_messages import problem_sentence
from components.language.i18n import _
from components.screens.meeting.deck_editor import NEW, new_deck
from components.state import users
from data.store.decks import KeptDeck, keep_deck
from errors import DataError

Done = Callable[[], object]
OWN, DRAWN, REFUSED = "meeting_own_revisions", "meeting_drawn", "meeting_refused"


@dataclass(frozen=True)
class Refused:
    """A change that was not kept. said: why, as Markdown; typed: what was written, so that it is not lost."""

    said: str
    typed: str = ""


def change(found: KeptDeck, typed: str = "", done: Done = bool, **changes: Any) -> None:
    """Keep a change of the deck as this run has read it, and draw the page anew.

    A new deck changes in this session only. Somebody else's change since the reading wins: it is said.
    done: called once the change is kept or refused; a run that is broken off before leaves it to the next one.
    """
    attempt(lambda: _keep(replace(found, **changes)) if found.id else _hold(changes), typed, done)


def keep_new(found: KeptDeck) -> None:
    """Keep the new deck under its name, and open it."""
    address = st.session_state.setdefault("beside", {})

    def keep() -> None:
        address["deck"] = _keep(found).id
        st.session_state.pop(NEW, None)

    attempt(keep, found.name)


def attempt(do: Callable[[], object], typed: str = "", done: Done = bool) -> None:
    """Do something to decks, or say on the next run why not; the page is drawn anew. done: as in `change`."""
    st.session_state.pop(REFUSED, None)
    try:
        do()
    except DataError as error:
        st.session_state[REFUSED] = Refused(problem_sentence(_in_words(error)), typed)
    done()
    st.rerun()


def refused() -> Refused | None:
    """Return what the last change was refused for."""
    held: Refused | None = st.session_state.get(REFUSED)
    return held


def say_theirs_is_shown(typed: str = "") -> None:
    """Say on the next run that a change met somebody else's of the same thing. typed: as in `Refused`."""
    said = _("Somebody changed the very same thing in between; shown is theirs.")
    st.session_state[REFUSED] = Refused(said, typed)


def is_own_work(found: KeptDeck, since: int) -> bool:
    """Say whether all that was changed since a revision was changed in this session."""
    own = _own(found.id)
    return all(revision in own for revision in range(since + 1, found.revision + 1))


def written(key: str, kept: Any, draw: Callable[..., Any], keep: Callable[[Any, Done], object], **more: Any) -> None:
    """Draw a widget that shows what is kept, and keep what is chosen or written in it.

    draw: a widget of Streamlit's, `more` is for it; keep: takes the value, and `done` as in `change`.
    It is set only where something else is kept than it last showed:
    setting it at every run would wipe out what is being typed. Where somebody else changed this very thing meanwhile,
    theirs is shown, and what was written here is said beside it.
    """
    drawn = st.session_state.setdefault(DRAWN, {})
    chosen = st.session_state.get(key, kept)
    if key in drawn and drawn[key] != kept and chosen not in (drawn[key], kept):
        say_theirs_is_shown(str(chosen))
        drawn[key], st.session_state[key] = kept, kept
        st.rerun()
    if drawn.get(key, ...) != kept or key not in st.session_state:
        st.session_state[key] = kept
    drawn[key] = kept
    chosen = draw(key=key, **more)
    if chosen != kept:
        keep(chosen, lambda: drawn.pop(key, None))


def _keep(found: KeptDeck) -> KeptDeck:
    # Asked for first: after the writing nothing may come between it and the noting of its revision.
    user, own = users.current_user(), _own(found.id)
    kept = keep_deck(user, found)
    own.add(kept.revision)
    return kept


def _hold(changes: dict[str, Any]) -> None:
    st.session_state[NEW] = replace(new_deck(), **changes)


def _own(deck_id: str) -> set[int]:
    """Return the revisions of a deck that this session made."""
    revisions: set[int] = st.session_state.setdefault(OWN, {}).setdefault(deck_id, set())
    return revisions


def _in_words(error: DataError) -> DataError:
    """Return who and when as the screen writes them."""
    told = error.particulars
    if error.code != "deck_changed":
        return error
    when = moment_text(datetime.fromisoformat(str(told["when"])))
    return DataError(error.code, who=person(str(told["who"])), when=when)
