"""The classes of the map in view, as the user chose them."""

import streamlit as st

from components import cache
from components.i18n import _, number, own
from components.selection import Choice, choose, pick
from components.titles import area_title
from components.words import problem_sentence
from errors import DataError
from geo.classify import SCHEMES, Classification, classify
from geo.regions import regions_in


def classes_for(chosen: Choice) -> Classification:
    """Classes from all periods of the area shown; where the scheme cannot be had, quantiles, with a word."""
    try:
        return _classes(chosen, chosen.scheme)
    except DataError as error:
        st.warning(problem_sentence(error), icon=None)
        return _classes(chosen, "quantile")


def _classes(chosen: Choice, scheme: str) -> Classification:
    rows = cache.area_series(chosen.dataset, chosen.indicator, chosen.segment, chosen.area, chosen.every)
    shown = regions_in(cache.regions(), chosen.area, chosen.level)["region_code"]
    values = rows.loc[rows["region_code"].isin(shown), "value"].to_numpy(dtype=float)
    decimals = cache.indicators()[chosen.indicator].decimals
    return classify(values, scheme, decimals, target_value(chosen), chosen.breaks)


def target_value(chosen: Choice) -> float | None:
    """The percent that the target bands lie around."""
    found = cache.target_of(chosen.target, chosen.area, chosen.period)
    return found[2] if found else None


def plan_text(value: float | None) -> str:
    """A target as its plan states it: 48 is not 48,00, and 52,15 is not 52,2."""
    if value is None:
        return ""
    decimals = next(places for places in (0, 1, 2) if places == 2 or round(value, places) == value)
    return number(value, decimals)


def select_classes(chosen: Choice) -> Classification:
    """Draw the picker of the scheme, with what the scheme asks for, and return the classes."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        scheme = pick("scheme", SCHEMES, _("Classification"), scheme_title, width=260)
        if scheme == "target_bands":
            select_target(chosen)
        if scheme == "own_breaks":
            _write_breaks(chosen)
    return classes_for(chosen)


def select_target(chosen: Choice) -> str:
    """Draw the picker of a target series; several rival series exist, so the name always shows."""
    series = cache.targets_of(chosen.area)
    return pick("target", ["", *series], _("Target series"), lambda code: target_title(code, chosen), width=380)


def target_title(series: str, chosen: Choice) -> str:
    """The name of the series with the figure it holds for the area: rival series must not be mistaken."""
    found = cache.target_of(series, chosen.area, chosen.period)
    if not found:
        return _("none")
    region, year, value = found
    title = own(cache.targets()[series].title)
    return _(
        "{series}: {value} % ({region}, {year})",
        series=title,
        value=plan_text(value),
        region=area_title(region),
        year=year,
    )


def scheme_title(scheme: str) -> str:
    return {
        "quantile": _("Quantiles: as many regions in each class"),
        "equal_interval": _("Equal intervals"),
        "natural_breaks": _("Natural breaks (Fisher-Jenks)"),
        "target_bands": _("Against a target"),
        "own_breaks": _("Own class breaks"),
    }[scheme]


def _write_breaks(chosen: Choice) -> None:
    st.session_state["breaks_text"] = "; ".join(f"{limit:.12g}" for limit in chosen.breaks)
    st.text_input(_("Class breaks, such as 20; 40; 60"), key="breaks_text", on_change=_take_breaks, width=260)


def _take_breaks() -> None:
    """A comma is a decimal comma here, as in 37,5; semicolons and spaces part the limits."""
    parts = st.session_state["breaks_text"].replace(";", " ").split()
    choose(breaks=",".join(part.replace(",", ".") for part in parts))
