"""Where and when the figures are: the columns of regions, periods, indicators and segments."""

import streamlit as st

from components.language.i18n import _
from components.language.markdown import plain
from components.screens.upload.column_picker import choose_column
from components.screens.upload.pipeline import Pipeline
from components.screens.upload.state import Work
from components.screens.upload.widgets import write_text
from data.intake.period_names import read_period

REGIONS = ("region_code", "region_name", "region_type", "parent_name", "village")
OTHERS = ("period", "month", "indicator", "segment")
DENOMINATORS = ("universe", "basis", "segments_included")


def show_roles(now: Work, pipeline: Pipeline, title: str, roles: tuple[str, ...]) -> None:
    st.markdown(f"**{title}**")
    for role, place in zip(roles, st.columns(len(REGIONS)), strict=False):
        with place:
            _show_role(now, pipeline, role)
    if roles is OTHERS and "period" not in now.choices.plan.roles:
        _show_constant_period(now)


def _show_role(now: Work, pipeline: Pipeline, role: str) -> None:
    plan = now.choices.plan
    wanted = plan.village if role == "village" else plan.roles.get(role, "")
    choose_column(now, pipeline, role, wanted, lambda column: _set_role(now, role, column))


def _show_constant_period(now: Work) -> None:
    plan = now.choices.plan
    text = plan.constants.get("period", "")
    write_text(
        now,
        "constant_period",
        text,
        lambda text: _set_period(now, text),
        label=_("Period of all rows, where no column says it"),
        placeholder=_("2024, 2024-Q4 or November 2024"),
        width=360,
    )
    if text and read_period(text) is None:
        st.error(_("“{found}” is not a period; write 2024, 2024-Q4 or November 2024.", found=plain(text)))


def _set_period(now: Work, text: str) -> None:
    period = read_period(text) or text.strip()
    now.change_plan(constants={**now.choices.plan.constants, "period": period} if period else {})


def _set_role(now: Work, role: str, column: str) -> None:
    plan = now.choices.plan
    if role == "village":
        now.change_plan(village=column)
        return
    kept = {name: one for name, one in plan.roles.items() if name != role}
    now.change_plan(roles={**kept, role: column} if column else kept)
