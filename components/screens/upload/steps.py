"""How a step looks: a heading, one line once it is settled, a word while it waits."""

import streamlit as st

from components.language.i18n import N_, _
from components.screens.upload.state import Work
from components.screens.upload.widgets import key_of
from components.state.callbacks import unbroken

STEPS = {
    1: N_("File"),
    2: N_("Columns"),
    3: N_("Numbers"),
    4: N_("Regions"),
    5: N_("Checks"),
    6: N_("Preview and publish"),
}


def step_title(step: int) -> str:
    return _(STEPS[step])


def show_heading_of(step: int) -> None:
    st.header(f"{step}. {step_title(step)}", anchor=False, width="stretch")


def show_waiting(step: int) -> None:
    """Name a step that cannot begin yet all the same, so that the whole way is in sight."""
    waits = _("waits for the steps above")
    st.markdown(f"**{step}. {step_title(step)}** :gray[{waits}]")


def show_settled(work: Work, step: int, line: str) -> bool:
    """Draw a settled step as one line with a way to change it; return whether it is open for that."""
    is_open = work.opened_step == step
    with st.container(horizontal=True, vertical_alignment="center", gap="medium", wrap=False):
        st.markdown(f"**{step}. {step_title(step)}** :green[✓] {line}", width="stretch")
        label = _("Done") if is_open else _("Change this")
        st.button(
            label,
            key=key_of(work, f"change_{step}"),
            on_click=unbroken(_turn),
            args=(work, 0 if is_open else step),
            type="tertiary",
        )
    return is_open


def _turn(work: Work, step: int) -> None:
    work.opened_step = step
