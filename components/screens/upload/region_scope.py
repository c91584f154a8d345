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
from components.state.callbacks import unbroken

SAME_NAMED = {
    "kabupaten": N_("The file writes Kota for cities: these are regencies"),
    "kota": N_("The file writes Kab. for regencies: these are cities"),
}
LEVELS = {"": N_("regions of any kind"), "regency": N_("regencies and cities"), "province": N_("provinces")}


def show_scope(now: Work) -> None:
    """Ask for level and province: where the analyst knows them, they settle most names that are several regions'."""

    with st.container(horizontal=True):
        choose_one(
            now,
            "level",
            ["", "regency", "province"],
            now.choices.level,
            lambda value: now.choose(level=value),
            label=_("The rows are"),
            format_func=lambda level: _(LEVELS[level]),
            width=300,
        )
        choose_one(
            now,
            "within",
            ["", *reference.area_codes()[1:]],
            now.choices.within,
            lambda value: now.choose(within=value),
            label=_("All of one province"),
            format_func=lambda code: area_title(code) if code else _("no, or written in the file"),
            width=300,
        )


def show_same_named(now: Work, matched: Matched) -> None:
    """Settle with one word all names that a regency and a city share: nobody writes both kinds without a word."""
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
            key = key_of(now, f"same_named_{kind}")
            st.button(_(label), key=key, on_click=unbroken(now.settle), args=(meant[kind],))


@cached
def _types() -> dict[str, str]:
    regions = reference.regions()
    return dict(zip(regions["region_code"], regions["type"], strict=True))
