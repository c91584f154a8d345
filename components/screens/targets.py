"""The targets of a region or an area, rivals side by side."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from components.language.i18n import _
from components.language.markdown import plain
from components.report.labels import region_title
from components.report.profile.facts import Facts
from components.report.target_list import TargetLine, target_lines
from components.screens.citations import cited
from components.state import reference
from components.state.view import View


def show_area_targets(view: View) -> None:
    """The area's own targets, and those of its regencies; of the country, the national plans alone."""
    area = view.selection.area
    inside = [] if area == "ID" else reference.inside(area, "regency")["region_code"].tolist()
    show_targets(view, [area, *inside], region_title(area))


def show_region_targets(facts: Facts) -> None:
    """The targets of one regency or city; another's are none of its own."""
    show_targets(facts.view, [facts.code], region_title(facts.code))


def show_targets(view: View, codes: Sequence[str], name: str) -> None:
    """A table of all targets set for some regions; nothing where there are none, or another indicator is in view."""
    lines = target_lines(view, codes) if view.selection.indicator == "coverage" else []
    if not lines:
        return
    st.subheader(_("Targets of {area}", area=name), anchor=False)
    several = len({line.region for line in lines}) > 1
    table = pd.DataFrame([_row(line, several) for line in lines])
    st.table(table.set_index(table.columns[0]))
    st.caption(
        _("Each target as its own source states it; target and figure may count different workers as denominator.")
    )


def _row(line: TargetLine, several: bool) -> dict[str, str]:
    """Three columns, for more run off a phone's screen."""
    # A letter's long number may break at its strokes for the same reason.
    series = line.series.replace("/", "/\N{ZERO WIDTH SPACE}")
    return {
        **({_("Region, year"): f"{plain(line.region)}, {line.year}"} if several else {_("Year"): line.year}),
        _("Target, who set it, and how far the newest figure is from it"): "; ".join(
            part for part in (f"**{line.value}** · {series}", line.apart) if part
        ),
        _("Source"): ". ".join(part for part in (cited(line.source), line.note) if part),
    }
