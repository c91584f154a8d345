"""The classes of the map in view, as the user chose them."""

import streamlit as st

from components import cache
from components.callbacks import unbroken
from components.choice import DEFAULTS, Choice
from components.i18n import _, exact_number, own
from components.own_breaks import read_breaks
from components.problems import problem_sentence
from components.selection import choose, pick
from components.titles import area_title, unit_title
from data.policy import named_figure
from errors import DataError
from geo.classify import SCHEMES, STATISTICAL, Classification

# What stands in where a scheme cannot be had.
FALLBACK = DEFAULTS["scheme"]


def classes_for(chosen: Choice) -> Classification:
    """Classes from all periods; where the scheme cannot be had, rounded ones, with a word."""
    try:
        return _classes(chosen, chosen.scheme)
    except DataError as error:
        if error.code != "breaks_not_ascending":
            st.warning(problem_sentence(error))
        return _classes(chosen, FALLBACK)


def classes_in_silence(chosen: Choice) -> Classification:
    """The same for what has no place for a word: a slide, a file."""
    try:
        return _classes(chosen, chosen.scheme)
    except DataError:
        return _classes(chosen, FALLBACK)


def _classes(chosen: Choice, scheme: str) -> Classification:
    area = "ID" if is_national(chosen) else chosen.area
    series = (chosen.dataset, chosen.indicator, chosen.segment, area, chosen.every)
    return cache.classification(series, chosen.level, scheme, target_value(chosen), chosen.breaks)


def is_national(chosen: Choice) -> bool:
    """Whether the classes are the country's: of rates, for a count is as large as its province."""
    return chosen.scale == "country" and has_scales(chosen)


def has_scales(chosen: Choice) -> bool:
    """Whether the classes may be the country's or the province's own."""
    is_rate = cache.indicators()[chosen.indicator].unit == "percent"
    return chosen.area != "ID" and is_rate and chosen.scheme in STATISTICAL


def series_of(chosen: Choice) -> str:
    """The target series of the bands; of none chosen, the first that speaks of the area."""
    return chosen.target or next(iter(cache.targets_of(chosen.area)), "")


def target_value(chosen: Choice) -> float | None:
    """The percent that the target bands lie around; None without one, and for an area without figures."""
    if not chosen.period:
        return None
    found = _named(series_of(chosen), chosen)
    return found[2] if found else None


def _named(series: str, chosen: Choice) -> tuple[str, int, float] | None:
    target = cache.targets().get(series)
    return named_figure(target, chosen.area, chosen.period) if target else None


def legend_title(chosen: Choice) -> str:
    """What one unit of the legend is and, over target bands, whose target it is."""
    unit = unit_title(cache.indicators()[chosen.indicator])
    return f"{unit}; {target_title(series_of(chosen), chosen)}" if _has_bands(chosen) else unit


def _has_bands(chosen: Choice) -> bool:
    return chosen.scheme == "target_bands" and not cache.indicators()[chosen.indicator].is_count


def select_classes(chosen: Choice) -> Classification:
    """Draw the picker of the scheme, with what the scheme asks for, and return the classes."""
    if cache.indicators()[chosen.indicator].is_count:
        return classes_for(chosen)  # counts are bubbles, whatever scheme is kept for the rates
    with st.container(horizontal=True, vertical_alignment="bottom"):
        scheme = pick("scheme", SCHEMES, _("Classification"), scheme_title, width=260)
        if scheme == "target_bands":
            select_target(chosen, optional=False)
        if scheme == "own_breaks":
            _write_breaks(chosen)
        if has_scales(chosen):
            _select_scale(chosen)
    return classes_for(chosen)


def _select_scale(chosen: Choice) -> None:
    """Draw the switch between the country's classes, the same in every province, and the province's own."""
    st.session_state["relative"] = chosen.scale == "area"
    st.toggle(
        _("Relative to this province"),
        key="relative",
        on_change=unbroken(_take_scale),
        help=_("Off: the same limits in every province. On: limits from this province's own figures."),
    )


def _take_scale() -> None:
    choose(scale="area" if st.session_state["relative"] else "country")


def select_target(chosen: Choice, optional: bool = True) -> str:
    """Draw the picker of a target series; several rival series exist, so the name always shows."""
    series = cache.targets_of(chosen.area)
    return pick(
        "target", [""] * optional + series, _("Target series"), lambda code: target_title(code, chosen), width=400
    )


def target_title(series: str, chosen: Choice) -> str:
    """The name of the series with the figure it holds for the area: rival series must not be mistaken."""
    found = _named(series, chosen)
    if not found:
        return _("none")
    region, year, value = found
    title = own(cache.targets()[series].title)
    return _(
        "{series}: {value} % ({region}, {year})",
        series=title,
        value=exact_number(value),
        region=area_title(region),
        year=year,
    )


def scheme_title(scheme: str) -> str:
    return {
        "pretty": _("Rounded limits"),
        "quantile": _("Quantiles over all periods"),
        "equal_interval": _("Equal intervals"),
        "natural_breaks": _("Natural breaks (Fisher-Jenks)"),
        "target_bands": _("Against a target"),
        "own_breaks": _("Own class breaks"),
    }[scheme]


def _write_breaks(chosen: Choice) -> None:
    """Draw the field of own limits; what cannot be read stays in it, with the sentence below."""
    refused = st.session_state.pop("breaks_refused", None)
    breaks = chosen.breaks or _classes(chosen, FALLBACK).breaks
    st.session_state["breaks_text"] = refused or "; ".join(exact_number(limit) for limit in breaks)
    st.text_input(_("Class breaks, such as 20; 40; 60"), key="breaks_text", on_change=unbroken(_take_breaks), width=260)
    if refused is not None:
        st.warning(problem_sentence(_refusal(refused, chosen.indicator) or DataError("limits_missing")), width=480)


def _take_breaks() -> None:
    """Take the limits of the field; what cannot be read is kept for the sentence below it."""
    text, indicator = st.session_state["breaks_text"], st.session_state["choice"]["indicator"]
    if _refusal(text, indicator):
        st.session_state["breaks_refused"] = text
        return
    limits = read_breaks(text, cache.indicators()[indicator])
    choose(breaks=",".join(f"{limit:.12g}" for limit in limits))


def _refusal(text: str, indicator: str) -> DataError | None:
    """Why limits cannot be taken; None where they can."""
    try:
        read_breaks(text, cache.indicators()[indicator])
    except DataError as error:
        return error
    return None
