"""Step 2: what each column means, with cells beside it, and what no column says."""

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from components import cache
from components.callbacks import unbroken
from components.i18n import _, integer, own
from components.markdown import plain
from components.titles import indicator_name, segment_title
from components.upload.define import show_definition
from components.upload.made import columns_key, opened_of, plan_of, reshape, table_of
from components.upload.ready import columns_ready, file_ready
from components.upload.scales import scale_name
from components.upload.state import Work, work
from components.upload.steps import show_heading_of, show_settled, show_waiting
from components.upload.widgets import choose_one, key_of, switch, write_text
from data.indicators import load_segments
from data.intake.period_names import read_period
from data.intake.plan import FIGURES, Measure, Plan
from data.intake.questions import missing_roles
from data.intake.table import wants_year
from data.intake.units import unit_in

REGIONS = ("region_code", "region_name", "region_type", "parent_name", "village")
OTHERS = ("period", "month", "indicator", "segment")
SAMPLES = 3
MOST_MEASURES = 8


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
    _show_group(now, _("Where"), REGIONS)
    _show_group(now, _("When, and of what"), OTHERS)
    _show_measures(now)
    _show_agreement(now)


def columns_line(now: Work) -> str:
    """What stands where: `Kabupaten → wilayah · Periode → periode · …`."""
    plan = plan_of(now)
    roles = [*plan.roles.items(), *([("village", plan.village)] if plan.village else [])]
    parts = [f"{plain(column)} → {role_title(role).lower()}" for role, column in roles]
    parts += [f"{role_title(role).lower()}: {plain(value)}" for role, value in plan.constants.items() if value]
    for measure in plan.meant:
        figures = ", ".join(plain(column) for column in dict.fromkeys(measure.columns.values()))
        figures = figures or _("each row")
        parts.append(f"{figures} → {measure_title(measure)}")
    return " · ".join(parts)


def measure_title(measure: Measure) -> str:
    name = (
        indicator_name(measure.indicator) if measure.indicator in cache.indicators() else _("indicator by the column")
    )
    segment = segment_title(measure.segment).lower() if measure.segment not in ("", "all") else ""
    return f"{name}, {segment}" if segment else name


def role_title(role: str) -> str:
    return {
        "region_code": _("Region code"),
        "region_name": _("Region name"),
        "region_type": _("Regency or city"),
        "parent_name": _("Province"),
        "village": _("Village"),
        "period": _("Period"),
        "month": _("Month"),
        "indicator": _("Indicator"),
        "segment": _("Segment"),
        "numerator": _("Numerator"),
        "denominator": _("Denominator"),
        "value": _("Value"),
    }[role]


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


def _show_group(now: Work, title: str, roles: tuple[str, ...]) -> None:
    st.markdown(f"**{title}**")
    for role, place in zip(roles, st.columns(len(REGIONS)), strict=False):
        with place:
            _show_role(now, role)
    if roles is OTHERS and "period" not in plan_of(now).roles:
        _show_constant_period(now)


def _show_role(now: Work, role: str) -> None:
    plan = plan_of(now)
    wanted = plan.village if role == "village" else plan.roles.get(role, "")
    _choose_column(now, role, wanted, lambda column: _set_role(now, role, column))


def _choose_column(now: Work, role: str, wanted: str, take: Callable[[str], None], name: str = "") -> None:
    columns = list(table_of(now).texts.columns)
    choose_one(
        now,
        f"column_{name or role}",
        ["", *columns],
        wanted if wanted in columns else "",
        take,
        label=role_title(role),
        format_func=lambda column: column or _("no column"),
    )
    if wanted in columns:
        st.caption(_samples(now, wanted))


def _samples(now: Work, column: str) -> str:
    """Three different cells of a column, as the file writes them."""
    cells = table_of(now).texts[column].drop_duplicates().head(4 * SAMPLES)
    found = [text.strip()[:40] for text in cells if text.strip()][:SAMPLES]
    return " · ".join(plain(text) for text in found) or _("(empty)")


def _show_constant_period(now: Work) -> None:
    plan = plan_of(now)
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
    _set(now, constants={**plan_of(now).constants, "period": period} if period else {})


def _set_role(now: Work, role: str, column: str) -> None:
    plan = plan_of(now)
    if role == "village":
        _set(now, village=column)
        return
    kept = {name: one for name, one in plan.roles.items() if name != role}
    _set(now, roles={**kept, role: column} if column else kept)


def _set(now: Work, **changed: object) -> None:
    now.plan = replace(plan_of(now), **changed)


def _show_measures(now: Work) -> None:
    """What the figures are: once where a column names the indicator, else for each indicator of the file."""
    st.markdown("**" + _("Figures") + "**")
    measures = plan_of(now).measures or (Measure(),)
    for at, measure in enumerate(measures):
        with st.container(border=True):
            _show_measure(now, at, measure, len(measures) > 1)
    with st.container(horizontal=True, vertical_alignment="center"):
        if len(measures) < MOST_MEASURES:
            st.button(
                _("Another indicator in this file"),
                key=key_of(now, "measure_more"),
                on_click=unbroken(_add_measure),
                args=(now,),
            )
        show_definition(now)


def _show_measure(now: Work, at: int, measure: Measure, several: bool) -> None:
    plan = plan_of(now)
    pickers = {"indicator": _choose_indicator, "segment": _choose_segment}
    asked = [pick for role, pick in pickers.items() if role not in plan.roles]
    for pick, place in zip(asked, st.columns(2) if asked else (), strict=False):
        with place:
            pick(now, at, measure)
    for role, place in zip(FIGURES, st.columns(3), strict=True):
        with place:
            _choose_column(
                now,
                role,
                getattr(measure, role),
                lambda column, role=role: _change_measure(now, at, **{role: column}),
                name=f"{role}_{at}",
            )
            _choose_scale(now, getattr(measure, role))
    _say_counts(measure)
    if several:
        st.button(
            _("Leave this indicator out"),
            key=key_of(now, f"measure_less_{at}"),
            on_click=unbroken(_drop_measure),
            args=(now, at),
            type="tertiary",
        )


def _choose_scale(now: Work, column: str) -> None:
    """What the figures are told in, as the header says it: 66 thousand is 66.000."""
    scale = plan_of(now).scales.get(column, 1)
    if column not in table_of(now).texts or (scale == 1 and unit_in(column).scale == 1):
        return
    choose_one(
        now,
        f"scale_{column}",
        sorted({1, 10**3, 10**6, 10**9, scale}),
        scale,
        lambda chosen: _set(now, scales={**plan_of(now).scales, column: chosen or 1}),
        label=_("The figures are told in"),
        format_func=scale_name,
    )


def _say_counts(measure: Measure) -> None:
    """What the two counts are of this indicator: nobody should take one for the other."""
    indicator = cache.indicators().get(measure.indicator)
    if indicator and indicator.numerator and indicator.denominator:
        st.caption(
            _(
                "Numerator: {numerator}; denominator: {denominator}.",
                numerator=own(indicator.numerator),
                denominator=own(indicator.denominator),
            )
        )


def _choose_indicator(now: Work, at: int, measure: Measure) -> None:
    known = list(cache.indicators())
    choose_one(
        now,
        f"indicator_{at}",
        known,
        measure.indicator if measure.indicator in known else None,
        lambda chosen: _change_measure(now, at, indicator=chosen or "", segment=_segment_for(chosen, measure.segment)),
        label=_("Indicator of the figures"),
        format_func=indicator_name,
        placeholder=_("Choose an indicator"),
    )


def _choose_segment(now: Work, at: int, measure: Measure) -> None:
    indicator = cache.indicators().get(measure.indicator)
    options = list(indicator.segments) if indicator else list(load_segments())
    choose_one(
        now,
        f"segment_{at}",
        options,
        measure.segment if measure.segment in options else None,
        lambda chosen: _change_measure(now, at, segment=chosen or ""),
        label=_("Segment of the figures"),
        format_func=segment_title,
        placeholder=_("Choose a segment"),
    )


def _segment_for(indicator: str | None, segment: str) -> str:
    known = cache.indicators()[indicator].segments if indicator else ()
    return segment if segment in known else next(iter(known), "")


def _change_measure(now: Work, at: int, **changed: str) -> None:
    measures = list(plan_of(now).measures or (Measure(),))
    measures[at] = replace(measures[at], **changed)
    _set(now, measures=tuple(measures))


def _add_measure(now: Work) -> None:
    _set(now, measures=(*plan_of(now).measures, Measure()))


def _drop_measure(now: Work, at: int) -> None:
    measures = plan_of(now).measures
    _set(now, measures=measures[:at] + measures[at + 1 :])


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


def missing_title(role: str) -> str:
    return {
        "region": _("a column with the region’s code or name"),
        "period": _("the period"),
        "year": _("the year of the months"),
        "indicator": _("the indicator"),
        "segment": _("the segment"),
        "figure": _("a column with figures"),
    }[role]


def _agree(now: Work, plan: Plan) -> None:
    now.confirmed = columns_key(plan)
    now.opened_step = 0
