"""What settles many regions of a file at once: level, province, and names that a regency and a city share."""

from functools import cache as cached

import streamlit as st

from components.language.i18n import N_, _, ngettext
from components.report.labels import area_title
from components.screens.upload.matching import same_named
from components.screens.upload.state import Work
from components.screens.upload.widgets import choose_one, key_of
from components.screens.upload.writings import Matched
from components.state import reference
from components.state.address import area_codes
from components.state.callbacks import unbroken

SAME_NAMED = {
    "kabupaten": N_("The file writes Kota for cities: these are regencies"),
    "kota": N_("The file writes Kab. for regencies: these are cities"),
}
LEVELS = {"": N_("regions of any kind"), "regency": N_("regencies and cities"), "province": N_("provinces")}


def show_scope(now: Work) -> None:
    """A level and a province, where the analyst knows them, settle most names that are several regions'."""

    def take(name: str, value: str) -> None:
        setattr(now, name, value)

    with st.container(horizontal=True):
        choose_one(
            now,
            "level",
            ["", "regency", "province"],
            now.level,
            lambda value: take("level", value),
            label=_("The rows are"),
            format_func=_level_title,
            width=300,
        )
        choose_one(
            now,
            "within",
            ["", *area_codes()[1:]],
            now.within,
            lambda value: take("within", value),
            label=_("All of one province"),
            format_func=lambda code: area_title(code) if code else _("no, or written in the file"),
            width=300,
        )


def _level_title(level: str) -> str:
    return _(LEVELS[level])


def show_same_named(now: Work, matched: Matched) -> None:
    """One word settles all names that a regency and a city share: nobody writes both kinds without a word."""
    meant = same_named(matched.texts, _types())
    if len(meant["kabupaten"]) < 2:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(
            ngettext(
                "{count} name is a regency’s and a city’s.",
                "{count} names are a regency’s and a city’s.",
                len(meant["kota"]),
            ),
            width="stretch",
        )
        for kind, label in SAME_NAMED.items():
            st.button(
                _(label), key=key_of(now, f"same_named_{kind}"), on_click=unbroken(_settle_all), args=(now, meant[kind])
            )


@cached
def _types() -> dict[str, str]:
    regions = reference.regions()
    return dict(zip(regions["region_code"], regions["type"], strict=True))


def _settle_all(now: Work, chosen: dict[str, str]) -> None:
    now.settled.update(chosen)
