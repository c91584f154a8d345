"""A new indicator, defined by the analyst where the file needs it."""

from typing import Any

import streamlit as st

from components.language.error_messages import problem_sentence
from components.language.i18n import N_, _, own
from components.report.labels import UNITS, unit_name
from components.screens.upload.state import Work
from components.screens.upload.widgets import key_of
from components.state import reference, users
from data.indicators import load_segments
from data.own_indicators import checked_definition
from data.store.preferences import define_indicator, defined_indicators
from errors import DataError

TEXTS = {
    "title": N_("Title"),
    "definition": N_("Definition"),
    "numerator": N_("What the numerator counts"),
    "denominator": N_("What the denominator counts"),
}
BETTER = {"higher": N_("a higher figure"), "lower": N_("a lower figure")}
AGGREGATIONS = {
    "ratio": N_("sum the counts, divide once"),
    "sum": N_("add up"),
    "none": N_("are never put together"),
}


def show_definition(now: Work) -> None:
    """Show a form behind a button; what cannot be taken is said under it and stays written."""
    with st.popover(_("Define a new indicator"), width="content"), st.form(key_of(now, "define"), border=False):
        written = {text: _both(now, text) for text in TEXTS}
        left, right = st.columns(2)
        with left:
            written["unit"] = st.selectbox(
                _("Unit"), list(UNITS), format_func=unit_name, key=key_of(now, "define_unit")
            )
            written["better"] = st.radio(
                _("Better is"),
                list(BETTER),
                format_func=lambda better: _(BETTER[better]),
                key=key_of(now, "define_better"),
            )
        with right:
            written["aggregation"] = st.selectbox(
                _("Several regions together"),
                list(AGGREGATIONS),
                format_func=lambda one: _(AGGREGATIONS[one]),
                key=key_of(now, "define_aggregation"),
            )
            written["decimals"] = st.number_input(_("Decimals shown"), 0, 4, 1, key=key_of(now, "define_decimals"))
        written["segments"] = st.multiselect(
            _("Segments"),
            list(load_segments()),
            default=["all"],
            format_func=lambda segment: own(load_segments()[segment]),
            key=key_of(now, "define_segments"),
        )
        if st.form_submit_button(_("Define"), type="primary"):
            _define(written)


def _both(now: Work, text: str) -> dict[str, str]:
    """Return a text in both languages; the English one may be left empty and is then the Indonesian."""
    places = st.columns(2)
    indonesian = places[0].text_input(f"{_(TEXTS[text])} (Indonesia)", key=key_of(now, f"define_{text}_id"))
    english = places[1].text_input(f"{_(TEXTS[text])} (English)", key=key_of(now, f"define_{text}_en"))
    return {"id": indonesian.strip(), "en": english.strip() or indonesian.strip()}


def _define(written: dict[str, Any]) -> None:
    fields = {name: value for name, value in written.items() if not isinstance(value, dict) or value["id"]}
    try:
        definition = checked_definition(fields, defined_indicators())
        define_indicator(users.current_user(), definition["id"], definition)
    except DataError as error:
        st.error(problem_sentence(error))
        return
    reference.indicators.cache_clear()
    st.success(_("Defined: {title}. It can be chosen now.", title=own(definition["title"])))
    st.rerun()
