"""The shared choice: the address owns it, by codes; widgets show it and change it."""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from components.language.i18n import DEFAULT_LANGUAGE, LANGUAGES, _, use_language
from components.state import cache, pinned_versions, reference
from components.state.address import Measured, Reading
from components.state.address_words import say
from components.state.controlled import controlled
from components.state.defaults import last_before, opening_period, year_before
from components.state.pinned_boundaries import pinned_boundaries
from components.state.selection import (
    BESIDE,
    DEFAULTS,
    OPTIONS,
    OUR_LINK,
    Selection,
    as_parameters,
    link_here,
    usual_scale,
)
from components.state.view import View, view_of
from errors import DataError
from geo.boundary_sets import BUNDLED

# The key of the switch that hides names.
HIDE_NAMES = "hide_names"


def begin() -> None:
    """Take the choice from the address where the browser brought one (a link, Back), else from the session.

    The session's copy carries what a widget changed just now: writing the address once per run, and not once
    per widget, keeps one press of Back for one choice.
    """
    state = st.session_state
    known = {*DEFAULTS, *(name for names in BESIDE.values() for name in names)}
    address = {name: value for name, value in st.query_params.items() if name in known}
    state["left_behind"] = state.get("written", {})
    state["by_our_link"] = OUR_LINK in st.query_params
    state["brought"] = address != state.get("written")
    if state["brought"]:
        state["choice"] = DEFAULTS | {name: value for name, value in address.items() if name in DEFAULTS}
        state["beside"] = {name: value for name, value in address.items() if name not in DEFAULTS}
        state["written"] = address
    state["words"] = []
    pinned_versions.look_up()
    if state["brought"] and "set" not in address:
        state["choice"]["set"] = pinned_versions.opens_on()
    wanted = state["choice"]["lang"]
    use_language(wanted if wanted in LANGUAGES else DEFAULT_LANGUAGE)


def current() -> Selection:
    """The choice of this run, as the frame resolved it."""
    choice: Selection = st.session_state["resolved"]
    return choice


def current_view() -> View:
    """The selection of this run with its figures."""
    return view_of(current())


def resolve() -> Selection:
    """Check the choice code by code and write it into the address.

    What is not known is replaced, with a word if a link asked for it; what only came along from the view before, as
    the period to compare with, and is unknown in the new one, gives way without a word.
    """
    choice = st.session_state["resolved"] = _resolved()
    _write(choice)
    return choice


def _resolved() -> Selection:
    dataset = _dataset()
    _open_where_it_has_figures(dataset)
    return _PageReading(st.session_state["choice"]).selection(dataset, _boundaries())


def _write(choice: Selection) -> None:
    """Put the whole choice into the address, in one step."""
    address = {name: value for name, value in as_parameters(choice).items() if value}
    st.session_state["choice"] = DEFAULTS | address
    held = _held()
    address |= held
    st.session_state["left"] = st.session_state.get("left", {}) | {st.session_state["page"].url_path: held}
    if dict(st.query_params) != address:
        st.query_params.from_dict(address)
    st.session_state["written"] = address


def _held() -> dict[str, str]:
    """What the page's address holds beside the choice; of a few codes one that is known, and never the usual one."""
    kept = st.session_state.setdefault("beside", {})
    names = BESIDE.get(st.session_state["page"].url_path, ())
    for name in names:
        if name in OPTIONS:
            kept[name] = _PageReading(kept).option(name)
    return {name: kept[name] for name in names if kept.get(name) and kept[name] != OPTIONS.get(name, ("",))[0]}


def names_are_hidden() -> bool:
    """Say whether this session hides the names of regions, for a discussion of figures and not of persons."""
    return bool(st.session_state.get(HIDE_NAMES))


def beside(name: str) -> str:
    """What the page's address holds beside the choice: of a few codes the usual one, else "" where it holds nothing."""
    found: str = st.session_state.get("beside", {}).get(name, "")
    return found or OPTIONS.get(name, ("",))[0]


def set_beside(**changed: str) -> None:
    """Change what stands beside the choice, from a widget; the next run writes it into the address."""
    st.session_state.setdefault("beside", {}).update(changed)


def left_at(path: str) -> dict[str, str]:
    """What stood beside the choice when this session left a page, for the link that leads back to it."""
    left: dict[str, str] = st.session_state.get("left", {}).get(path, {})
    return left


def here(selection: Selection, **changes: Any) -> dict[str, str]:
    """The address of this page with something changed, see `link_here`, and with what it holds beside the choice."""
    return link_here(selection, **changes) | left_at(st.session_state["page"].url_path)


def as_sent() -> dict[str, str]:
    """The choice as it came, unchecked, for links where it cannot be checked."""
    return {name: value for name, value in st.session_state["choice"].items() if value}


def code_or_title(title: Callable[[str], str]) -> Callable[[str], str]:
    """The title of a code, or the code itself where the file with the title is lost."""

    def show(code: str) -> str:
        try:
            return title(code)
        except DataError:
            return code

    return show


def choose(**changed: str) -> None:
    """Change the choice from a widget or the map; the next run writes it into the address."""
    choice = st.session_state["choice"]
    if "period" in changed and choice["since"] == year_before(choice["period"]):
        changed["since"] = ""  # it was the default, so it moves along
    if "scheme" in changed:
        # Another way of reckoning limits is no other scale.
        changed = {"scale": choice["scale"] or usual_scale(choice["scheme"])} | changed
    if "set" in changed and changed["set"] != choice["set"]:
        changed = changed | {"v": ""}  # each dataset has its own versions
    if "area" in changed and changed["area"] != choice["area"]:
        changed = {"region": "", "regions": "", "regime": "", "period": choice["period"]} | changed
    st.session_state["choice"] = choice | changed


def pick(name: str, options: Sequence[str], label: str, show: Callable[[str], str], **more: Any) -> str:
    """Draw the picker of one parameter and return its choice: the one place where a widget meets the address."""
    if not options:
        return ""
    wanted = st.session_state["choice"][name]
    shown = wanted if wanted in options else options[0]
    about: dict[str, Any] = {"label": label, "options": options, "format_func": show, **more}
    chosen: str = controlled(st.selectbox, name, shown, lambda code: choose(**{name: code}), **about)
    return chosen


class _PageReading(Reading):
    """What an address asks of a page: what is not known there is replaced, with a word where a link asked for it."""

    forgiving = True

    def unknown(self, name: str, wanted: str) -> None:
        say(name, wanted)

    def indicator(self, dataset: str, area: str) -> str:
        """The first that the area has, where the address names none."""
        has = list(cache.measured(dataset, area))
        named = "indicator" in st.query_params or not has or self.asked["indicator"] in has
        return super().indicator(dataset, area) if named else has[0]

    def segment(self, dataset: str, area: str, indicator: str) -> str:
        """A segment that has no figure here gives way to one that has."""
        segments, wanted = reference.indicators()[indicator].segments, self.asked["segment"]
        available = cache.measured(dataset, area).get(indicator) or list(segments)
        if wanted not in segments:
            self.unknown("segment", wanted)
        return wanted if wanted in available else available[0]

    def period(self, measured: Measured, level: str) -> str:
        """The wanted period; else, and where it only came along and is empty here, the last before it with figures."""
        periods, shown = cache.area_periods(*measured), cache.shown_periods(*measured, level)
        wanted = self.asked["period"]
        came_along = _came_along(wanted, (*measured, level))
        if not periods or wanted in (shown if came_along else periods):
            return wanted if periods else ""
        if came_along and (last := last_before(wanted, shown)):
            return last
        if wanted:
            self.unknown("period", wanted)
        return opening_period(shown, cache.dataset(measured[0]).default_period)


def _dataset() -> str:
    """The key of the wanted dataset, in the version that the session is on."""
    asked = st.session_state["choice"]
    name = _PageReading(asked).code("set", pinned_versions.set_names(asked["set"]))
    key, is_known = pinned_versions.edition(name, asked["v"] if name == asked["set"] else "")
    if not is_known:
        say("v", asked["v"])
    return key


def _open_where_it_has_figures(dataset: str) -> None:
    """A link that names a dataset and no area opens on the dataset's own."""
    opens_on = cache.dataset(dataset).default_area
    if st.session_state["brought"] and "area" not in st.session_state["written"] and opens_on in reference.area_codes():
        st.session_state["choice"]["area"] = opens_on


def _came_along(period: str, view: tuple[str, ...]) -> bool:
    """Whether a period was chosen for another view than the one it is wanted for now."""
    before: Selection | None = st.session_state.get("resolved")
    if before is None:
        return bool(st.session_state["by_our_link"])
    seen = (before.dataset, before.indicator, before.segment, before.area, before.level)
    return period == before.period and seen != view


def _boundaries() -> str:
    """The boundaries that the session opened with; the bundled ones, with a word, where the store cannot be read."""
    try:
        return pinned_boundaries()
    except DataError:
        unread = _("The published boundaries cannot be read now; shown are the bundled ones.")
        st.session_state["words"].append(unread)
        return BUNDLED
