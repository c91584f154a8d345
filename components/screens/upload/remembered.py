"""The matches of regions that somebody settled: seen, changed and taken back, each with who and when."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

import streamlit as st

from components.language.dates import day_text, person
from components.language.error_messages import problem_sentence
from components.language.i18n import _, integer, ngettext
from components.language.markdown import plain
from components.report.labels import area_title
from components.screens.upload.region_words import region_words
from components.screens.upload.session import work
from components.state import reference, users
from components.state.callbacks import unbroken
from components.state.controlled import controlled
from data.store.preferences import Alias, forget_alias, remember_alias, remembered_aliases
from errors import DataError
from geo.matching.spelling import fold

AT_A_TIME = 20
SEARCHED, REFUSED = "remembered_search", "remembered_refused"


def show_remembered() -> None:
    """Show the newest first; a search finds the others."""
    found = remembered_aliases()
    st.caption(_("Matches settled by hand are used for the next files, until they are changed or taken back here."))
    if refused := st.session_state.pop(REFUSED, None):
        st.error(problem_sentence(refused))
    if not found:
        st.markdown(_("Nothing was settled by hand yet."))
        return
    wanted = fold(st.text_input(_("Search by what is written or by region"), key=SEARCHED))
    shown = [one for one in found if wanted in fold(f"{one.spelling} {region_words(one.region_code)}")]
    st.markdown(ngettext("{count} match", "{count} matches", len(shown)))
    for one in shown[:AT_A_TIME]:
        _show_one(one)
    if len(shown) > AT_A_TIME:
        st.caption(_("{count} more; search to see them.", count=integer(len(shown) - AT_A_TIME)))


def written_words(spelling: str) -> str:
    """Write `bandung @ 32` as people read it: “bandung”, Jawa Barat."""
    text, _at, where = spelling.partition(" @ ")
    place, _until, year = where.partition(" ≤ ") if where else ("", "", "")
    if not where:
        text, _until, year = text.partition(" ≤ ")
    parts = [f"“{plain(text)}”", plain(area_title(place)) if place.isdigit() else plain(place)]
    return ", ".join([*(part for part in parts if part), *([_("until {year}", year=year)] if year else [])])


def _show_one(one: Alias) -> None:
    written, chosen, back = st.columns([4, 5, 1.4], vertical_alignment="center")
    written.markdown(
        f"{written_words(one.spelling)}  \n:gray[{plain(person(one.who))}, {day_text(datetime.fromisoformat(one.at))}]"
    )
    options = [one.region_code, *(code for code in reference.regions()["region_code"] if code != one.region_code)]
    controlled(
        chosen.selectbox,
        f"remembered_{one.spelling}",
        one.region_code,
        partial(_change, one),
        anew=False,
        label=_("Region for {written}", written=written_words(one.spelling)),
        options=options,
        label_visibility="collapsed",
        format_func=region_words,
    )
    back.button(_("Take back"), key=f"back_{one.spelling}", on_click=unbroken(_take_back), args=(one,), width="stretch")


def _change(one: Alias, code: str) -> None:
    _try(lambda: remember_alias(users.current_user(), one.spelling, code))


def _take_back(one: Alias) -> None:
    _try(lambda: forget_alias(users.current_user(), one.spelling))


def _try(do: Callable[[], None]) -> None:
    """Let what was settled count at once, also for the file that is being read."""
    try:
        do()
    except DataError as error:
        st.session_state[REFUSED] = error
        return
    if now := work():
        now.made.pop("aliases", None)
