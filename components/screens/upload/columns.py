"""Step 2: what each column means, with cells beside it, and what no column says."""

import streamlit as st

from components.language.i18n import _, integer
from components.screens.upload.made import columns_key, opened_of, plan_of, reshape, table_of
from components.screens.upload.measures import show_measures
from components.screens.upload.ready import columns_ready, file_ready
from components.screens.upload.role_titles import columns_line, missing_title
from components.screens.upload.roles import OTHERS, REGIONS, show_roles
from components.screens.upload.state import Work, work
from components.screens.upload.steps import show_heading_of, show_settled, show_waiting
from components.screens.upload.widgets import key_of, switch, write_text
from components.state.callbacks import unbroken
from data.intake.plan import Plan
from data.intake.questions import missing_roles
from data.intake.table import wants_year


def choose_columns() -> None:
    now = work()
    if now is None or not file_ready(now):
        show_waiting(2)
        return
    if not columns_ready(now):
        show_heading_of(2)
    elif not show_settled(now, 2, columns_line(now) + _recalled_words(now)):
        return
    _show_wide(now)
    show_roles(now, _("Where"), REGIONS)
    show_roles(now, _("When, and of what"), OTHERS)
    show_measures(now)
    _show_agreement(now)


def _recalled_words(now: Work) -> str:
    if not now.recalled:
        return ""
    said = _("As last time for a file of this form.")
    return f"  \n:gray[{said}]"


def _show_wide(now: Work) -> None:
    """A column per month or year is turned into rows, unless the analyst says otherwise."""
    plan, table = plan_of(now), table_of(now)
    if table.period_columns or not plan.wide:
        count = integer(len(table.period_columns))
        label = _("{count} columns of periods are turned into rows", count=count)
        switch(
            now,
            "wide",
            plan.wide,
            lambda wide: reshape(now, wide, plan.year),
            label=label if plan.wide else _("Turn columns of periods into rows"),
        )
    if wants_year(opened_of(now)) or "year" in missing_roles(table, plan):
        write_text(
            now,
            "year",
            plan.year,
            lambda text: reshape(now, plan.wide, text.strip()),
            label=_("Year of the months"),
            placeholder="2024",
            width=160,
        )


def _show_agreement(now: Work) -> None:
    """Nothing goes on before the analyst has agreed to the columns once."""
    plan = plan_of(now)
    if missing := missing_roles(table_of(now), plan):
        st.info(_("Still to be named: {missing}.", missing=", ".join(missing_title(role) for role in missing)))
        return
    if now.confirmed != columns_key(plan):
        st.button(
            _("These columns are right"),
            key=key_of(now, "agree"),
            on_click=unbroken(_agree),
            args=(now, plan),
            type="primary",
        )


def _agree(now: Work, plan: Plan) -> None:
    now.confirmed = columns_key(plan)
    now.opened_step = 0
