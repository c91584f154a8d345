"""Which datasets a session may open, which version it stays on, and whether a newer one is there."""

import streamlit as st

from components.language.i18n import _, own
from components.state import records, stamps, users
from components.state.open_drafts import open_draft
from components.state.selection import DEFAULTS
from data.bundled import bundled_ids
from data.published_dataset import title_of
from data.store import catalogue
from data.store.catalogue import is_draft, key_of
from data.store.drafts import Draft
from data.store.naming import number_in
from data.store.versions import Version
from errors import DataError

# What a draft that is not the user's own, or that nobody has, is answered with: the same.
NOT_OURS = ("draft_unknown", "not_allowed")


def look_up() -> None:
    """See once in a run what is published; where the store cannot be read, what is bundled goes on being shown."""
    state = st.session_state
    state["draft"], state["store_problem"] = None, None
    try:
        state["published"] = records.published()
    except DataError as error:
        state["published"], state["store_problem"] = {}, error


def published() -> dict[str, int]:
    """The newest version of every published dataset, by name, as this run has seen it."""
    found: dict[str, int] = st.session_state["published"]
    return found


def store_problem() -> DataError | None:
    """Why nothing published can be seen in this run, if it cannot."""
    problem: DataError | None = st.session_state["store_problem"]
    return problem


def opened_draft() -> Draft | None:
    """The draft that is on screen, if one is."""
    draft: Draft | None = st.session_state["draft"]
    return draft


def set_names(wanted: str) -> list[str]:
    """Datasets to choose from: published, bundled, and the wanted one where it is the user's own draft."""
    return [*_own_draft(wanted), *published(), *bundled_ids()]


def _own_draft(wanted: str) -> list[str]:
    if not is_draft(wanted):
        return []
    try:
        st.session_state["draft"] = draft = open_draft(users.current_user(), wanted)
    except DataError as error:
        if error.code not in NOT_OURS:
            raise
        return []
    stamps.settle(wanted, str(draft.base))
    return [wanted]


def opens_on() -> str:
    """The dataset that an address without one opens on: what was published here last, else the reported figures."""
    named = {name: key_of(name, number) for name, number in published().items()}
    when = {name: _published_on(name, key) for name, key in named.items()}
    return max(when, key=lambda name: when[name]) if when else DEFAULTS["set"]


def _published_on(name: str, key: str) -> str:
    try:
        return str(records.version(name, catalogue.split_key(key)[1] or 0, catalogue.stamp(key)).when)
    except DataError:
        return ""  # damaged: Versi says so


def edition(name: str, wanted: str) -> tuple[str, bool]:
    """The key of a dataset, and whether the wanted number is known; without one the session stays on its version.

    A number that is not there gives the newest. A presenter's screen does not change when someone publishes.
    """
    newest = published().get(name, 0)
    if not newest:
        return name, not wanted
    pins = st.session_state.setdefault("pins", {})
    number = number_in(wanted)
    is_known = not wanted or 1 <= number <= newest
    if not 1 <= number <= newest:
        number = min(pins.get(name, newest), newest) if not wanted else newest
    pins[name] = number
    key = key_of(name, number)
    stamps.settle(key, catalogue.stamp(key))
    return key, is_known


def set_title(name: str) -> str:
    """A dataset as the picker calls it; of a published one with the version that the session is on."""
    newest = published().get(name, 0)
    if not newest:
        return _draft_title() if is_draft(name) else own(records.dataset_title(name))
    number = st.session_state.get("pins", {}).get(name, newest)
    key = key_of(name, number)
    title = own(records.dataset_title(key, catalogue.stamp(key)))
    return _("{title} (version {number})", title=title, number=number)


def _draft_title() -> str:
    draft = opened_draft()
    return _("Draft: {title}", title=own(title_of(draft.dataset, draft.upload.about)) if draft else "")


def newer(key: str) -> Version | None:
    """The newest version, where it is newer than the one on screen and can be told."""
    name, number = catalogue.split_key(key)
    newest = published().get(name, 0)
    if not number or newest <= number:
        return None
    try:
        return records.version(name, newest, catalogue.stamp(key_of(name, newest)))
    except DataError:
        return None  # nothing to offer; Versi says what is wrong with it
