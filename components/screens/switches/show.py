"""Rows of buttons on a page, one for each code that its address holds beside the choice.

Streamlit writes the pressed one of its own in the primary colour, which on a dark ground is 3.7 to 1, and on a phone
cuts a row that is wider than the screen.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import streamlit as st

from components.explorer import data_urls
from components.language.i18n import _
from components.state import assets
from components.state.callbacks import unbroken
from components.state.selection import OPTIONS
from components.state.session import beside, set_beside

HERE = Path(__file__).parent
KEY = "switches"


@dataclass(frozen=True)
class Switch:
    """One row of buttons. name: of the parameter; label: for those who cannot see the row; titles: by code."""

    name: str
    label: str
    titles: dict[str, str]

    @property
    def pressed(self) -> str:
        """Return the code that is pressed; the first where the one of the address makes no sense here."""
        wanted = beside(self.name)
        return wanted if wanted in self.titles else next(iter(self.titles))


def switch(name: str, label: str, titles: dict[str, str], options: Sequence[str] = ()) -> Switch:
    """Return the switch of a parameter. titles: English, by code; options: those that make sense here, else all."""
    return Switch(name, label, {code: _(titles[code]) for code in options or OPTIONS[name]})


def show_switches(switches: Sequence[Switch]) -> dict[str, str]:
    """Draw the rows side by side, and return the pressed code of each by its name."""
    some = [one for one in switches if len(one.titles) > 1]
    pressed = {one.name: one.pressed for one in switches}
    if not some:
        return pressed
    data_urls.widget("cakupan_switches")(
        key=KEY,
        data=assets.publish_widget(HERE / "switches.js")
        | {
            "trigger": "pressed",
            "moves": ["pressed"],
            "switches": [{"name": one.name, "label": one.label, "titles": list(one.titles.items())} for one in some],
            "pressed": pressed,
            "texts": {"notLoaded": _("The buttons could not be loaded; reload the page.")},
        },
        width="content",
        height="content",
        on_pressed_change=unbroken(partial(_take, {one.name: list(one.titles) for one in some})),
    )
    return pressed


def _take(known: dict[str, list[str]]) -> None:
    event = st.session_state[KEY].pressed
    if isinstance(event, dict):
        set_beside(**{name: code for name, code in event.items() if code in known.get(name, ())})
