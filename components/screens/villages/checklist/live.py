"""The living list: draws it every two seconds, saves the ticks that the browser has sent, and answers each of them."""

from functools import partial
from pathlib import Path
from typing import Any

import streamlit as st

from components.explorer import data_urls
from components.language.error_messages import problem_sentence
from components.language.i18n import _, use_language
from components.screens.villages.checklist.measure import ListMeasure, list_of
from components.screens.villages.checklist.wire import list_texts, told_list
from components.state import assets, users
from components.state.callbacks import unbroken
from data.checklist import Checklist
from data.store.checklist_edits import edit_item, merge_items
from data.store.checklists import LONGEST_NAME, tick
from data.store.roles import User
from errors import DataError

HERE = Path(__file__).parent
EVERY = 2.0  # seconds until what others have ticked is seen
# A wish costs two writes that reach the disk, 12 ms; the rest of a longer list is sent again by the browser.
MOST_AT_ONCE = 60
LONGEST_ID = 64
# Nothing that waiting mends; every other problem (disk full, store busy) keeps the wish for the next try.
FINAL = (
    *("not_allowed", "checklist_item_unknown", "tick_without_name", "tick_name_long"),
    *("checklist_edit_met", "checklist_edit_bad"),
)
ANSWERED, SEEN = "ticks_answered", "checklist_seen"


@st.fragment(run_every=EVERY)
def show_live_list(measure: ListMeasure, drawn: tuple[int, str], spoken: str) -> None:
    """Draw the list and keep it up to date. drawn: the list that the page speaks of, see `drawn_as`."""
    use_language(spoken)  # a part that is drawn alone runs without the frame, which sets it
    found, problem = last_known(measure)
    if not problem and drawn_as(found) != drawn:
        st.rerun()  # loaded, replaced or set aside by somebody else: the words around the list change too
    if found is not None:
        _draw(found, measure, spoken)
    if problem:
        st.warning(problem)  # under the list, which keeps its place


def drawn_as(found: Checklist | None) -> tuple[int, str]:
    """Return what the words around a list depend on: which it is, and since when it is set aside."""
    return (found.id, found.set_aside) if found else (0, "")


def last_known(measure: ListMeasure) -> tuple[Checklist | None, str]:
    """Return the list; where the store cannot be read at this moment, the one seen last, and why."""
    try:
        found = list_of(measure)
    except DataError as error:
        known, last = st.session_state.get(SEEN, (measure, None))
        return last if known == measure else None, problem_sentence(error)
    st.session_state[SEEN] = (measure, found)
    return found, ""


def _draw(found: Checklist, measure: ListMeasure, spoken: str) -> None:
    user = users.current_user()
    may = users.may(user, "tick")
    data = told_list(found, measure, may) | {
        **assets.publish_widget(HERE / "checklist.js"),
        "state": "wishes",
        "moves": ["items", "sentence", "answered"],
        "texts": list_texts(),
        "who": "" if user.local else user.address,
        "answered": st.session_state.get(ANSWERED, {}),
    }
    result = data_urls.widget("cakupan_checklist")(
        key=measure.key,
        data=data,
        default={"wishes": None},
        on_wishes_change=unbroken(partial(_take, measure.key, spoken)),
    )
    # After a restart of the server the first event finds no callback; its value arrives all the same.
    answer(result.wishes)


def _take(key: str, spoken: str) -> None:
    """Save what was ticked before the list is drawn again, as its callback."""
    use_language(spoken)
    answer(st.session_state[key].wishes)


def answer(sent: Any) -> None:
    """Save the wishes that the browser has sent, and note an answer for each: its item, and a sentence if refused."""
    listed = sent.get("list") if isinstance(sent, dict) else None
    wishes = [wish for wish in listed if _is_wish(wish)] if isinstance(listed, list) else []
    if not wishes:
        return
    known = st.session_state.get(ANSWERED, {})
    answers = {wish["wish"]: known[wish["wish"]] for wish in wishes if wish["wish"] in known}
    user = users.current_user()
    for wish in [wish for wish in wishes if wish["wish"] not in known][:MOST_AT_ONCE]:
        said = _saved(user, wish)
        if said is None:
            break  # the disk is full, say: those after it wait as well, in their order
        answers[wish["wish"]] = [wish["item"], said]
    st.session_state[ANSWERED] = answers


def _is_wish(wish: Any) -> bool:
    """Check the form of the browser's word, anybody's word; the item and the role are checked by the store."""
    return (
        isinstance(wish, dict)
        and isinstance(wish.get("wish"), str)
        and 0 < len(wish["wish"]) <= LONGEST_ID
        and type(wish.get("item")) is int
        and isinstance(wish.get("who"), str)
        and (type(wish.get("done")) is bool or _is_text(wish) or type(wish.get("merge")) is int)
    )


def _is_text(wish: dict[str, Any]) -> bool:
    return all(isinstance(wish.get(name), str) for name in ("field", "value", "seen"))


def _saved(user: User, wish: dict[str, Any]) -> str | None:
    """Save one wish: "" where it is saved, a sentence where it never will be, None where it may be later."""
    who = wish["who"][:LONGEST_NAME] if user.local else user.address
    try:
        _do(user, who, wish)
    except DataError as error:
        return _refusal(error) if error.code in FINAL else None
    return ""


def _do(user: User, who: str, wish: dict[str, Any]) -> None:
    if "field" in wish:
        edit_item(user, who, wish["item"], (wish["field"], wish["value"], wish["seen"]), wish["wish"])
    elif "merge" in wish:
        merge_items(user, who, wish["item"], wish["merge"], wish["wish"])
    else:
        tick(user, who, wish["item"], wish["done"], wish["wish"])


def _refusal(error: DataError) -> str:
    if error.code == "not_allowed":
        return _("Only who has the role analyst or a higher one may tick.")
    return problem_sentence(error)
