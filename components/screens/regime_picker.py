"""Which denominator the figures of a map or a ranking have, where its regions have several."""

import streamlit as st

from components.language.i18n import _, number
from components.language.markdown import plain
from components.report.completeness_words import group_sentence, held_sentence
from components.report.regimes import regime_note, regime_title
from components.state.controlled import controlled
from components.state.session import choose
from components.state.view import View


def select_regime(view: View) -> None:
    """Draw the picker of the denominator where there is a choice."""
    found = view.regimes
    if len(found) < 2 or not view.indicator.is_ratio:
        return
    options = list(found)

    def title(key: str) -> str:
        return f"{regime_title(key)} ({number(found.get(key, 0))})"

    usual = options[0]
    controlled(
        st.selectbox,
        "regime",
        view.regime if view.regime in options else usual,
        lambda key: choose(regime="" if key == usual else key),
        label=_("Denominator"),
        options=options,
        format_func=title,
        width=400,
    )


def show_regime(view: View) -> None:
    """The picker, how many regions there is a figure of, and what the figures are a share of."""
    select_regime(view)
    if note := " ".join(part for part in (group_sentence(view), held_sentence(view), regime_note(view)) if part):
        st.caption(plain(note))
