"""Pickers of classes and of a target, with what a scheme asks for."""

import streamlit as st

from components.language.error_messages import problem_sentence
from components.language.i18n import N_, _, exact_number
from components.report.classes import FALLBACK, classes_of, has_scales, target_title
from components.screens.own_breaks import read_breaks
from components.state import reference
from components.state.controlled import controlled
from components.state.selection import Selection
from components.state.session import choose, pick
from components.state.view import View
from errors import DataError
from geo.classify import SCHEMES, Classification

SCHEME_TITLES = {
    "pretty": N_("Rounded limits"),
    "quantile": N_("Quantiles over all periods"),
    "equal_interval": N_("Equal intervals"),
    "natural_breaks": N_("Natural breaks (Fisher-Jenks)"),
    "target_bands": N_("Against a target"),
    "own_breaks": N_("Own class breaks"),
}


def classes_for(view: View) -> Classification:
    """Classes from all periods; where the scheme cannot be had, rounded ones, with a word."""
    try:
        return classes_of(view, view.selection.scheme)
    except DataError as error:
        if error.code != "breaks_not_ascending":
            st.warning(problem_sentence(error))
        return classes_of(view, FALLBACK)


def select_classes(view: View) -> Classification:
    """Draw the picker of the scheme, with what the scheme asks for, and return the classes."""
    if view.indicator.is_count:
        return classes_for(view)  # counts are bubbles, whatever scheme is kept for the rates
    with st.container(horizontal=True, vertical_alignment="bottom"):
        label = _("Classification")
        scheme = pick("scheme", SCHEMES, label, scheme_title, width=260, label_visibility="collapsed")
        if scheme == "target_bands":
            select_target(view.selection, optional=False)
        if scheme == "own_breaks":
            _write_breaks(view)
        if has_scales(view.selection):
            _select_scale(view.selection)
    return classes_for(view)


def _select_scale(selection: Selection) -> None:
    """Draw the switch between the country's classes, the same in every province, and the province's own."""
    controlled(
        st.toggle,
        "relative",
        selection.scale == "area",
        lambda relative: choose(scale="area" if relative else "country"),
        label=_("Relative to this province"),
        help=_("Off: the same limits in every province. On: limits from this province's own figures."),
    )


def select_target(selection: Selection, *codes: str, optional: bool = True, width: int = 400) -> str:
    """Draw the picker of a target series; several rival series exist, so the name always shows.

    codes: regions whose own series are offered before the area's.
    """
    series = reference.targets_of(*codes, selection.area)
    return pick(
        "target",
        [""] * optional + series,
        _("Target series"),
        lambda code: target_title(code, selection, *codes),
        width=width,
    )


def scheme_title(scheme: str) -> str:
    return _(SCHEME_TITLES[scheme])


def _write_breaks(view: View) -> None:
    """Draw the field of own limits; what cannot be read stays in it, with the sentence below."""
    refused = st.session_state.pop("breaks_refused", None)
    breaks = view.selection.breaks or classes_of(view, FALLBACK).breaks
    shown = refused or "; ".join(exact_number(limit) for limit in breaks)
    label = _("Class breaks, such as 20; 40; 60")
    controlled(st.text_input, "breaks_text", shown, _take_breaks, label=label, width=260)
    if refused is not None:
        st.warning(
            problem_sentence(_refusal(refused, view.selection.indicator) or DataError("limits_missing")), width=480
        )


def _take_breaks(text: str) -> None:
    """Take the limits of the field; what cannot be read is kept for the sentence below it."""
    indicator = st.session_state["choice"]["indicator"]
    if _refusal(text, indicator):
        st.session_state["breaks_refused"] = text
        return
    limits = read_breaks(text, reference.indicators()[indicator])
    choose(breaks=",".join(f"{limit:.12g}" for limit in limits))


def _refusal(text: str, indicator: str) -> DataError | None:
    """Why limits cannot be taken; None where they can."""
    try:
        read_breaks(text, reference.indicators()[indicator])
    except DataError as error:
        return error
    return None
