"""Words among the figures, as `belum lapor`: read as not reported, all such cells at once, by one click."""

from collections import Counter

import streamlit as st

from components.language.i18n import _, ngettext
from components.language.markdown import plain
from components.screens.upload.state import Work
from components.screens.upload.widgets import key_of
from components.state.callbacks import unbroken
from data.intake.figures import as_unreported
from data.intake.findings import Finding

MOST = 5  # different words; of more the column itself is the fault


def show_unreported(now: Work, found: list[Finding]) -> None:
    """Offer it for each word that is no number, and the way back for those that were so read."""
    unread = [one.cell for one in found if one.code == "number_unreadable"]
    words = Counter(as_unreported(cell) for cell in unread if any(letter.isalpha() for letter in cell))
    for word, count in words.most_common(MOST):
        label = ngettext(
            "Read “{word}” as not reported ({count} cell)", "Read “{word}” as not reported ({count} cells)",
            count, word=plain(word),
        )  # fmt: skip
        st.button(label, key=key_of(now, f"unreported_{word}"), on_click=unbroken(_take), args=(now, word))
    for word in now.choices.plan.unreported:
        label = _("“{word}” is read as not reported: take back", word=plain(word))
        key = key_of(now, f"reported_{word}")
        st.button(label, key=key, on_click=unbroken(_drop), args=(now, word), type="tertiary")


def _take(now: Work, word: str) -> None:
    now.change_plan(unreported=(*now.choices.plan.unreported, word))


def _drop(now: Work, word: str) -> None:
    now.change_plan(unreported=tuple(one for one in now.choices.plan.unreported if one != word))
