"""Words about an address: what it asks for that is not known here."""

import streamlit as st

from components.language.i18n import N_, _
from components.language.markdown import plain

# What a link of ours carries along without being about it.
COMES_ALONG = (
    "level",
    "segment",
    "period",
    "regime",
    "region",
    "regions",
    "scheme",
    "scale",
    "breaks",
    "target",
    "since",
    "shapes",
)
PARAMETERS = {
    "set": N_("dataset"),
    "v": N_("version"),
    "area": N_("area"),
    "level": N_("level"),
    "indicator": N_("indicator"),
    "segment": N_("segment"),
    "period": N_("period"),
    "regime": N_("denominator"),
    "region": N_("region"),
    "regions": N_("region"),
    "scheme": N_("classification"),
    "scale": N_("scale of the classes"),
    "breaks": N_("class breaks"),
    "target": N_("target"),
    "since": N_("comparison period"),
    "shapes": N_("shapes on the map"),
    "lang": N_("language"),
    "mode": N_("view of the map"),
    "order": N_("order"),
    "only": N_("kind of region"),
    "form": N_("form of the charts"),
    "span": N_("span of time"),
    "base": N_("scale of the chart"),
}


def words() -> list[str]:
    """One sentence for each part of a link that is not known here."""
    said: list[str] = st.session_state["words"]
    return said


def say(name: str, wanted: str) -> None:
    """Tell what a link asked for in vain, unless it only came along from the view that the link stood on."""
    state = st.session_state
    ours = state["by_our_link"] or wanted == state["left_behind"].get(name)
    if state["brought"] and not (ours and name in COMES_ALONG):
        sentence = _("The address asks for {name} “{value}”, which is not known here; shown is the nearest choice.")
        st.session_state["words"].append(sentence.format(name=_(PARAMETERS[name]), value=plain(wanted[:60])))
