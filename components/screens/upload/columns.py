"""Step 2: what each column means, with cells beside it, and what no column says."""

import streamlit as st

from components.language.i18n import _, integer
from components.screens.upload.measures import show_measures
from components.screens.upload.pipeline import Pipeline
from components.screens.upload.proposal import columns_key, reshape
from components.screens.upload.role_titles import missing_title
from components.screens.upload.roles import DENOMINATORS, OTHERS, REGIONS, show_roles
from components.screens.upload.state import Work
from components.screens.upload.widgets import key_of, switch, write_text
from components.state.callbacks import unbroken
from data.intake.plan import Plan
from data.intake.questions import missing_roles
from data.intake.table import wants_year


def choose_columns(now: Work, pipeline: Pipeline) -> None:
    _show_wide(now, pipeline)
    show_roles(now, pipeline, _("Where"), REGIONS)
    show_roles(now, pipeline, _("When, and of what"), OTHERS)
    show_roles(now, pipeline, _("What figures are a share of, where a column says it"), DENOMINATORS)
    show_measures(now, pipeline)
    _show_agreement(now, pipeline)


def _show_wide(now: Work, pipeline: Pipeline) -> None:
    """Turn a column per month or year into rows, unless the analyst says otherwise."""
    plan, table = pipeline.plan, pipeline.table
    if table.period_columns or not plan.wide:
        count = integer(len(table.period_columns))
        label = _("{count} columns of periods are turned into rows", count=count)
        switch(
            now,
            "wide",
            plan.wide,
            lambda wide: reshape(now, pipeline, wide=wide),
            label=label if plan.wide else _("Turn columns of periods into rows"),
        )
    if wants_year(pipeline.opened) or "year" in missing_roles(table, plan):
        write_text(
            now,
            "year",
            plan.year,
            lambda text: reshape(now, pipeline, year=text.strip()),
            label=_("Year of the months"),
            placeholder="2024",
            width=160,
        )


def _show_agreement(now: Work, pipeline: Pipeline) -> None:
    """Let nothing go on before the analyst has agreed to the columns once."""
    plan = pipeline.plan
    if missing := missing_roles(pipeline.table, plan):
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
