"""A new indicator, defined by the analyst where the file needs it."""

from typing import Any

import streamlit as st

from components.language.error_messages import problem_sentence
from components.language.i18n import _, own
from components.screens.upload.state import Work
from components.screens.upload.widgets import key_of
from components.state import reference, users
from data.indicators import load_segments
from data.own_indicators import checked_definition
from data.store.preferences import define_indicator, defined_indicators
from errors import DataError

UNITS = ("percent", "persons", "villages", "programmes", "rupiah")
TEXTS = ("title", "definition", "numerator", "denominator")


def show_definition(now: Work) -> None:
    """A form behind a button; what cannot be taken is said under it and stays written."""
    with st.popover(_("Define a new indicator"), width="content"), st.form(key_of(now, "define"), border=False):
        written = {text: _both(now, text) for text in TEXTS}
        left, right = st.columns(2)
        with left:
            written["unit"] = st.selectbox(_("Unit"), UNITS, format_func=unit_name, key=key_of(now, "define_unit"))
            written["better"] = st.radio(
                _("Better is"), ("higher", "lower"), format_func=_better_title, key=key_of(now, "define_better")
            )
        with right:
            written["aggregation"] = st.selectbox(
                _("Several regions together"),
                ("ratio", "sum", "none"),
                format_func=aggregation_title,
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


def unit_name(unit: str) -> str:
    return {
        "percent": _("percent"),
        "persons": _("persons"),
        "villages": _("villages"),
        "programmes": _("programmes"),
        "rupiah": _("rupiah"),
    }[unit]


def aggregation_title(aggregation: str) -> str:
    return {
        "ratio": _("sum the counts, divide once"),
        "sum": _("add up"),
        "none": _("are never put together"),
    }[aggregation]


def _better_title(better: str) -> str:
    return {"higher": _("a higher figure"), "lower": _("a lower figure")}[better]


def _text_title(text: str) -> str:
    return {
        "title": _("Title"),
        "definition": _("Definition"),
        "numerator": _("What the numerator counts"),
        "denominator": _("What the denominator counts"),
    }[text]


def _both(now: Work, text: str) -> dict[str, str]:
    """A text in both languages; the English one may be left empty and is then the Indonesian."""
    places = st.columns(2)
    indonesian = places[0].text_input(f"{_text_title(text)} (Indonesia)", key=key_of(now, f"define_{text}_id"))
    english = places[1].text_input(f"{_text_title(text)} (English)", key=key_of(now, f"define_{text}_en"))
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
