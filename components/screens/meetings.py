"""What meetings of an area found, decided, asked for and proposed, and who pays contributions there."""

import pandas as pd
import streamlit as st

from components.language.i18n import N_, _, date_label, own
from components.language.markdown import plain
from components.report.funding_text import note_text, paid_text, payer_title, standing_title, when_text
from components.report.labels import region_title
from components.screens.citations import cited
from components.state import reference
from components.state.view import View
from data.funding import Funding, funding_in
from data.meetings import Meeting, Point, meetings_in

KINDS = {
    "fgd": N_("Group discussion (FGD)"),
    "monev": N_("Monitoring and evaluation (Monev)"),
    "kso": N_("Joint operation meeting (KSO)"),
    "kso_monev": N_("Joint operation meeting (KSO) with Monev"),
}
POINTS = {"decided": N_("decided"), "asked": N_("asked for"), "proposed": N_("proposed")}


def show_meetings(view: View) -> None:
    """The meetings about the area or one of its regencies, newest first; nothing where there was none.

    Nor among simulated figures: what was decided was decided on others.
    """
    found = meetings_in(reference.meetings(), view.selection.area)
    if not found or view.simulated:
        return
    st.subheader(_("Meeting: what was decided"), anchor=False)
    for meeting in found:
        _show_meeting(meeting)


def _show_meeting(meeting: Meeting) -> None:
    title = f"{_(KINDS[meeting.kind])}, {plain(region_title(meeting.region))}, {date_label(meeting.date)}"
    standing = [plain(own(dict(one.what))) for one in meeting.points if one.kind == "found"]
    st.markdown(f"**{title}.** {' '.join(standing)}")
    tasks = [_task(one) for one in meeting.points if one.kind != "found"]
    if tasks:
        st.table(pd.DataFrame(tasks).set_index(_("What")))
    else:
        st.markdown(_("The report of the meeting names no decision and no task."))
    st.markdown(_("Source: {sources}", sources=cited(meeting.source)))


def _task(point: Point) -> dict[str, str]:
    return {
        _("What"): plain(own(dict(point.what))),
        _("Who"): plain(own(dict(point.who))) or _("not said"),
        _("Until when"): plain(own(dict(point.when))) or _("not said"),
        _("How it stands"): _(POINTS[point.kind]),
    }


def show_funding(view: View, code: str) -> None:
    """Who pays contributions in a region and, of a province, in its regencies, as far as sources say so."""
    found = funding_in(reference.funding(), code)
    if found and not view.simulated:
        st.subheader(_("Who pays contributions"), anchor=False)
        several = len({one.region_code for one in found}) > 1
        st.table(pd.DataFrame([_payment(one, several) for one in found]).set_index(_("Who pays")))


def _payment(one: Funding, several: bool) -> dict[str, str]:
    where = f"{plain(region_title(one.region_code))}: " if several else ""
    return {
        _("Who pays"): f"{where}{payer_title(one)}, {standing_title(one)}",
        # One column, for more run off a phone's screen.
        _("For how many, and when"): f"**{paid_text(one)}**, {when_text(one)}. {note_text(one)}".strip(),
        _("Source"): cited(one.source),
    }
