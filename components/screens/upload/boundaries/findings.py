"""Everything that is not plain about a file of outlines, feature by feature, on screen and as CSV."""

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from components.language.i18n import _, integer, ngettext
from components.report.labels import region_title
from components.screens.upload.boundaries.file import OutlineFile
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


@dataclass(frozen=True, eq=False)
class Findings:
    """rows: feature (0 for a region without one), code, count, place, region_code, level; the gravest first."""

    rows: pd.DataFrame

    def count(self, level: str) -> int:
        """How many features or regions have a finding of a level."""
        return len(self.rows.loc[self.rows["level"] == level, ["feature", "region_code"]].drop_duplicates())


def find(file: OutlineFile, matched: Matched, regencies: pd.DataFrame) -> Findings:
    """All that reading, mending and matching noted."""
    problems = pd.DataFrame(file.said["problems"], columns=["feature", "code", "count", "place"])
    codes = matched.features.set_index("feature")["region_code"]
    problems["region_code"] = problems["feature"].map(codes)
    remarks = find_remarks(matched, regencies).assign(count=1, place="")
    rows = pd.concat([problems, remarks], ignore_index=True)
    # Three of the remarks say themselves that there is no outline.
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
    """How many of each kind, all of them as a table, and the table as a file."""
    if found.rows.empty:
        st.success(_("Nothing had to be mended, and every feature has its region."))
        return
    st.markdown(" · ".join(_counts(found)))
    table = report(found, matched)
    widths = dict(zip(table.columns, (50, 210, 170, 330, 200), strict=True))
    columns = {name: st.column_config.Column(width=width) for name, width in widths.items()}
    height = min(38 + 35 * len(table), 320)
    st.dataframe(table, placeholder="–", hide_index=True, height=height, column_config=columns)
    name = f"cakupan-{_('outlines-report')}.csv"
    st.download_button(_("Download this report (CSV)"), to_csv(table), name, "text/csv", on_click="ignore")


def _counts(found: Findings) -> list[str]:
    said = [
        (found.count(OPEN), ngettext("{count} to settle", "{count} to settle", found.count(OPEN))),
        (
            found.count(LOST),
            ngettext("{count} without a new outline", "{count} without a new outline", found.count(LOST)),
        ),
        (found.count(MENDED), ngettext("{count} mended", "{count} mended", found.count(MENDED))),
        (found.count(NOTED), ngettext("{count} to look at", "{count} to look at", found.count(NOTED))),
    ]
    return [text for count, text in said if count]


def report(found: Findings, matched: Matched) -> pd.DataFrame:
    """The findings in words, in the screen's language; texts of the file as they stand."""
    features = {row.feature: row for row in matched.features.itertuples()}
    return pd.DataFrame(
        [
            {
                _("Feature"): integer(row.feature) if row.feature else "–",
                _("In the file"): feature_text(features[row.feature]) if row.feature else "–",
                _("Region"): _region(row.region_code),
                _("What was found"): finding_text(row.code, int(row.count_), str(row.place)),
                _("What becomes of it"): _fates()[row.level],
            }
            for row in found.rows.rename(columns={"count": "count_"}).itertuples()
        ]
    )


def _region(code: object) -> str:
    known = isinstance(code, str) and code != LEFT_OUT
    return f"{region_title(str(code))} ({code})" if known else "–"


def _fates() -> dict[str, str]:
    return {
        OPEN: _("to be settled above"),
        LOST: _("not used; the region keeps the outline that it has"),
        MENDED: _("mended and used"),
        NOTED: _("used as it is"),
    }


def finding_text(code: str, count: int, place: str) -> str:
    """One finding in words, with its place in degrees where it has one."""
    text = (_shape_findings() | _match_findings())[code].format(count=integer(count))
    return f"{text} ({place})" if place else text


def _shape_findings() -> dict[str, str]:
    return {
        "empty": _("has no outline"),
        "not_polygon": _("is a point or a line, no area"),
        "coordinates_bad": _("has coordinates that are no numbers"),
        "collapsed": _("encloses nothing"),
        "outside_indonesia": _("lies outside Indonesia"),
        "ring_unclosed": _("an outline was not closed"),
        "ring_short": _("an outline has fewer than three points"),
        "points_repeated": _("points standing twice in a row: {count}"),
        "ring_crosses": _("an outline crosses itself"),
        "ring_touches": _("an outline touches itself"),
        "hole_outside": _("a hole lies outside its outline"),
        "holes_nested": _("a hole lies in another hole"),
        "pieces_overlap": _("pieces lie on each other"),
        "pieces_dropped": _("pieces without area, left out: {count}"),
        "holes_dropped": _("holes without area, left out: {count}"),
        "other_shapes_dropped": _("points and lines beside the areas, left out: {count}"),
    }


def _match_findings() -> dict[str, str]:
    return {
        "unmatched": _("matches no region for certain"),
        "unmatched_empty": _("matches no region, and has no outline either"),
        "left_out": _("left out by you"),
        "doubled": _("is one of several outlines of its region"),
        "doubled_empty": _("names a region that another feature draws; this one has no outline"),
        "region_without_shape": _("the region's only feature has no outline"),
        "region_missing": _("no feature of the file names this region"),
        "place_disagrees": _("lies on another region than the one it names"),
        "place_agrees": _("code and name disagree or are unsure; the outline lies on this region"),
        "written_otherwise": _("is written in another way than in our table of regions"),
        "old_papua_code": _("carries a code of Papua from before 2022"),
        "code_as_float": _("the code was damaged to a number"),
        "code_incomplete": _("the code lacks a digit"),
        "bps_code": _("the code is BPS's, borne out by the name"),
        "alias": _("is another name of the region"),
        "cut_name": _("the name is cut at 25 letters"),
    }
