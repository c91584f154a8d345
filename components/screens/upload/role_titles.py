"""What a column is taken for, in words."""

from components.language.i18n import N_, _
from components.language.markdown import plain
from components.report.labels import indicator_name, segment_title
from components.report.regimes import regime_title
from components.screens.upload.pipeline import Pipeline
from components.state import reference
from data.intake.plan import MeasureColumn
from data.regimes import Regime

MISSING = {
    "region": N_("a column with the region’s code or name"),
    "period": N_("the period"),
    "year": N_("the year of the months"),
    "indicator": N_("the indicator"),
    "segment": N_("the segment"),
    "figure": N_("a column with figures"),
}
ROLES = {
    "region_code": N_("Region code"),
    "region_name": N_("Region name"),
    "region_type": N_("Regency or city"),
    "parent_name": N_("Province"),
    "village": N_("Village"),
    "period": N_("Period"),
    "month": N_("Month"),
    "indicator": N_("Indicator"),
    "segment": N_("Segment"),
    "numerator": N_("Numerator"),
    "denominator": N_("Denominator"),
    "value": N_("Value"),
    "universe": N_("What the denominator counts"),
    "basis": N_("By identity card or workplace"),
    "segments_included": N_("Segments in the denominator"),
}


def columns_line(pipeline: Pipeline) -> str:
    """Say what stands where: `Kabupaten → wilayah · Periode → periode · …`."""
    plan, recalled = pipeline.plan, _("As last time for a file of this form.")
    roles = [*plan.roles.items(), *([("village", plan.village)] if plan.village else [])]
    parts = [f"{plain(column)} → {role_title(role).lower()}" for role, column in roles]
    parts += [f"{role_title(role).lower()}: {plain(value)}" for role, value in plan.constants.items() if value]
    for measure in plan.meant:
        figures = ", ".join(plain(column) for column in dict.fromkeys(measure.columns.values()))
        figures = figures or _("each row")
        said = plan.regimes.get(measure.main_column, Regime())
        counted = (
            " ({})".format(_("of: {denominator}", denominator=plain(regime_title(said.key))))
            if said != Regime()
            else ""
        )
        parts.append(f"{figures} → {measure_title(measure)}{counted}")
    return " · ".join(parts) + (f"  \n:gray[{recalled}]" if pipeline.choices.recalled else "")


def measure_title(measure: MeasureColumn) -> str:
    name = (
        indicator_name(measure.indicator)
        if measure.indicator in reference.indicators()
        else _("indicator by the column")
    )
    segment = segment_title(measure.segment).lower() if measure.segment not in ("", "all") else ""
    return f"{name}, {segment}" if segment else name


def role_title(role: str) -> str:
    return _(ROLES[role])


def missing_title(role: str) -> str:
    return _(MISSING[role])
