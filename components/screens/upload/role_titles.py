"""What a column is taken for, in words."""

from components.language.i18n import _
from components.language.markdown import plain
from components.report.labels import indicator_name, segment_title
from components.screens.upload.pipeline import Pipeline
from components.state import cache
from data.intake.plan import Measure


def columns_line(pipeline: Pipeline) -> str:
    """What stands where: `Kabupaten → wilayah · Periode → periode · …`."""
    plan, recalled = pipeline.plan, _("As last time for a file of this form.")
    roles = [*plan.roles.items(), *([("village", plan.village)] if plan.village else [])]
    parts = [f"{plain(column)} → {role_title(role).lower()}" for role, column in roles]
    parts += [f"{role_title(role).lower()}: {plain(value)}" for role, value in plan.constants.items() if value]
    for measure in plan.meant:
        figures = ", ".join(plain(column) for column in dict.fromkeys(measure.columns.values()))
        figures = figures or _("each row")
        parts.append(f"{figures} → {measure_title(measure)}")
    return " · ".join(parts) + (f"  \n:gray[{recalled}]" if pipeline.choices.recalled else "")


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


def missing_title(role: str) -> str:
    return {
        "region": _("a column with the region’s code or name"),
        "period": _("the period"),
        "year": _("the year of the months"),
        "indicator": _("the indicator"),
        "segment": _("the segment"),
        "figure": _("a column with figures"),
    }[role]
