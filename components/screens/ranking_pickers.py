"""Pickers of Peringkat, in one row: the period to compare with, the order, the kind of region, hidden names."""

import streamlit as st

from components.language.i18n import N_, _, period_label
from components.screens.switches.show import show_switches, switch
from components.state import reference
from components.state.session import HIDE_NAMES, pick
from components.state.view import View
from data.periods import frequency

ORDERS = {"rank": N_("Value"), "change": N_("Change"), "not_yet": N_("Not yet covered"), "name": N_("A–Z")}
KINDS = {"all": N_("All regions"), "kabupaten": N_("Kabupaten only"), "kota": N_("Kota only")}


def select_comparison(view: View) -> str:
    """Draw the picker of the period to compare with, and return it; "" where there is no earlier one."""
    periods = view.periods
    earlier = [
        period
        for period in reversed(periods)
        if period < view.selection.period and frequency(period) == view.selection.every
    ]
    return pick("since", earlier, _("Compare with"), period_label, width=180)


def select_order_and_kind(view: View, since: str) -> tuple[str, str]:
    """Draw the switches of the order, among those that have something to be sorted by, and of the kind of region."""
    some = {"change": bool(since), "not_yet": view.indicator.denominator is not None}
    orders = [code for code in ORDERS if some.get(code, True)]
    inside = reference.inside(view.selection.area, view.selection.level)
    kinds = list(KINDS) if {"kabupaten", "kota"} <= set(inside["type"]) else ["all"]
    order, kind = switch("order", _("Sort by"), ORDERS, orders), switch("only", _("Kind of region"), KINDS, kinds)
    pressed = show_switches([order, kind])
    return pressed["order"], pressed["only"]


def hide_names() -> bool:
    """Draw the switch that hides names, for a discussion of figures and not of persons."""
    return st.toggle(_("Hide names"), key=HIDE_NAMES)
