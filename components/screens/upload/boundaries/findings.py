"""Everything that is not plain about a file of boundaries, feature by feature, on screen and as CSV."""

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from components.language.i18n import N_, _, integer, ngettext
from components.report.labels import region_title
from components.screens.upload.boundaries.file import BoundaryFile
from components.screens.upload.boundaries.tray import feature_text
from data.export import to_csv
from geo.uploads.match_features import LEFT_OUT, Matched, find_remarks
from geo.uploads.repair import UNUSABLE

# What becomes of a feature, the gravest first.
OPEN, LOST, MENDED, NOTED = "open", "left_out", "mended", "noted"
_WITHOUT = ("unmatched_empty", "region_without_shape", "doubled_empty")
_OPEN = ("unmatched",)
_LOST = ("unmatched_empty", "left_out", "region_without_shape", "region_missing", "doubled_empty", *UNUSABLE)
_MENDED = ("ring_unclosed", "ring_short", "points_repeated", "ring_crosses", "ring_touches", "hole_outside",
           "holes_nested", "pieces_overlap", "pieces_dropped", "holes_dropped", "other_shapes_dropped")  # fmt: skip
FINDINGS = {
    "empty": N_("has no boundary"),
    "not_polygon": N_("is a point or a line, no area"),
    "coordinates_bad": N_("has coordinates that are no numbers"),
    "collapsed": N_("encloses nothing"),
    "outside_indonesia": N_("lies outside Indonesia"),
    "ring_unclosed": N_("a boundary was not closed"),
    "ring_short": N_("a boundary has fewer than three points"),
    "points_repeated": N_("points standing twice in a row: {count}"),
    "ring_crosses": N_("a boundary crosses itself"),
    "ring_touches": N_("a boundary touches itself"),
    "hole_outside": N_("a hole lies outside its boundary"),
    "holes_nested": N_("a hole lies in another hole"),
    "pieces_overlap": N_("pieces lie on each other"),
    "pieces_dropped": N_("pieces without area, left out: {count}"),
    "holes_dropped": N_("holes without area, left out: {count}"),
    "other_shapes_dropped": N_("points and lines beside the areas, left out: {count}"),
    "unmatched": N_("matches no region for certain"),
    "unmatched_empty": N_("matches no region, and has no boundary either"),
    "left_out": N_("left out by you"),
    "doubled": N_("is one of several boundaries of its region"),
    "doubled_empty": N_("names a region that another feature draws; this one has no boundary"),
    "region_without_shape": N_("the region's only feature has no boundary"),
    "region_missing": N_("no feature of the file names this region"),
    "place_disagrees": N_("lies on another region than the one it names"),
    "place_agrees": N_("code and name disagree or are unsure; the boundary lies on this region"),
    "written_otherwise": N_("is written in another way than in our table of regions"),
    "old_papua_code": N_("carries a code of Papua from before 2022"),
    "code_as_float": N_("the code was damaged to a number"),
    "code_incomplete": N_("the code lacks a digit"),
    "bps_code": N_("the code is BPS's, borne out by the name"),
    "alias": N_("is another name of the region"),
    "cut_name": N_("the name is cut at 25 letters"),
}
FATES = {
    OPEN: N_("to be settled above"),
    LOST: N_("not used; the region keeps the boundary that it has"),
    MENDED: N_("mended and used"),
    NOTED: N_("used as it is"),
}


@dataclass(frozen=True, eq=False)
class Findings:
    """rows: feature (0 for a region without one), code, count, place, region_code, level; the gravest first."""

    rows: pd.DataFrame

    def count(self, level: str) -> int:
        """Return how many features or regions have a finding of a level."""
        return len(self.rows.loc[self.rows["level"] == level, ["feature", "region_code"]].drop_duplicates())


def find(file: BoundaryFile, matched: Matched, regencies: pd.DataFrame) -> Findings:
    """Gather all that reading, mending and matching noted."""
    problems = pd.DataFrame(file.said["problems"], columns=["feature", "code", "count", "place"])
    codes = matched.features.set_index("feature")["region_code"]
    problems["region_code"] = problems["feature"].map(codes)
    remarks = find_remarks(matched, regencies).assign(count=1, place="")
    rows = pd.concat([problems, remarks], ignore_index=True)
    # Three of the remarks say themselves that there is no boundary.
    told = rows.loc[rows["code"].isin(_WITHOUT), "feature"]
    rows = rows[rows["code"].ne("empty") | ~rows["feature"].isin(told)]
    rows = rows.assign(level=[level_of(code) for code in rows["code"]])
    order = rows["level"].map([OPEN, LOST, MENDED, NOTED].index)
    rows = rows.assign(order=order).sort_values(["order", "feature", "region_code"], ignore_index=True)
    return Findings(rows.drop(columns="order"))


def level_of(code: str) -> str:
    if code in _OPEN:
        return OPEN
    return LOST if code in _LOST else MENDED if code in _MENDED else NOTED


def show_findings(found: Findings, matched: Matched) -> None:
    """Show how many of each kind, all of them as a table, and the table as a file."""
    if found.rows.empty:
        st.success(_("Nothing had to be mended, and every feature has its region."))
        return
    st.markdown(" · ".join(_counts(found)))
    table = report(found, matched)
    widths = dict(zip(table.columns, (50, 210, 170, 330, 200), strict=True))
    columns = {name: st.column_config.Column(width=width) for name, width in widths.items()}
    height = min(38 + 35 * len(table), 320)
    st.dataframe(table, placeholder="–", hide_index=True, height=height, column_config=columns)
    name = f"cakupan-{_('boundaries-report')}.csv"
    st.download_button(_("Download this report (CSV)"), to_csv(table), name, "text/csv", on_click="ignore")


def _counts(found: Findings) -> list[str]:
    said = [
        (found.count(OPEN), ngettext("{count} to settle", "{count} to settle", found.count(OPEN))),
        (
            found.count(LOST),
            ngettext("{count} without a new boundary", "{count} without a new boundary", found.count(LOST)),
        ),
        (found.count(MENDED), ngettext("{count} mended", "{count} mended", found.count(MENDED))),
        (found.count(NOTED), ngettext("{count} to look at", "{count} to look at", found.count(NOTED))),
    ]
    return [text for count, text in said if count]


def report(found: Findings, matched: Matched) -> pd.DataFrame:
    """Return the findings in words, in the screen's language; texts of the file as they stand."""
    features = {row.feature: row for row in matched.features.itertuples()}
    return pd.DataFrame(
        [
            {
                _("Feature"): integer(row.feature) if row.feature else "–",
                _("In the file"): feature_text(features[row.feature]) if row.feature else "–",
                _("Region"): _region(row.region_code),
                _("What was found"): finding_text(row.code, int(row.count_), str(row.place)),
                _("What becomes of it"): _(FATES[row.level]),
            }
            for row in found.rows.rename(columns={"count": "count_"}).itertuples()
        ]
    )


def _region(code: object) -> str:
    known = isinstance(code, str) and code != LEFT_OUT
    return f"{region_title(str(code))} ({code})" if known else "–"


def finding_text(code: str, count: int, place: str) -> str:
    """Return one finding in words, with its place in degrees where it has one."""
    text = _(FINDINGS[code]).format(count=integer(count))
    return f"{text} ({place})" if place else text
