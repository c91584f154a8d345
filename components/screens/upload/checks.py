"""Step 5: everything that is wrong or worth a look, at once, each with its place and its fix."""

import pandas as pd
import streamlit as st

from components.language.i18n import _, integer, ngettext
from components.language.markdown import plain
from components.screens.upload.denominators import unsaid_line
from components.screens.upload.findings import finding_sentence, finding_title
from components.screens.upload.pipeline import Pipeline
from components.screens.upload.ready import errors_in, is_settled, warnings_in, warnings_key
from components.screens.upload.state import Work
from components.screens.upload.target import choose_dataset
from components.screens.upload.unreported import show_unreported
from components.screens.upload.widgets import key_of, tick
from components.state.callbacks import unbroken
from data.export import to_csv
from data.intake.findings import Finding

TALL = 420
# From here on the table scrolls by itself; more than the most are in the report alone.
FEW, MOST_SHOWN = 8, 200


def show_checks(now: Work, pipeline: Pipeline) -> None:
    found = pipeline.findings
    if not is_settled(now, pipeline, 5):
        st.markdown(checks_line(pipeline))
    choose_dataset(now, 5)
    if found:
        _show_findings(now, found)
    _offer_empty(now, found)
    show_unreported(now, found)
    _show_tick(now, found)


def checks_line(pipeline: Pipeline) -> str:
    """Return how many figures there are, and how many things are wrong with them."""
    tidied, found = pipeline.tidied, pipeline.findings
    errors, warnings = errors_in(found), warnings_in(found)
    parts = [ngettext("{count} figure", "{count} figures", len(tidied.rows))]
    if tidied.left_out:
        parts.append(ngettext("{count} row left out", "{count} rows left out", tidied.left_out))
    parts.append(ngettext("{count} error", "{count} errors", len(errors)) if errors else _("no error"))
    if warnings:
        parts.append(ngettext("{count} warning", "{count} warnings", len(warnings)))
    return " · ".join([*parts, *([unsaid] if (unsaid := unsaid_line(pipeline)) else [])])


def _show_findings(now: Work, found: list[Finding]) -> None:
    """Show a table that wraps its sentences, errors first; the report holds all, in the order of the file."""
    first = sorted(found, key=lambda one: one.level != "error")[:MOST_SHOWN]
    with st.container(height=TALL if len(first) > FEW else "content", border=False):
        st.table(_shown_table(first), hide_index=True)
    if len(found) > MOST_SHOWN:
        st.caption(_("{count} more stand in the report.", count=integer(len(found) - MOST_SHOWN)))
    st.download_button(
        _("Download the report as CSV"),
        to_csv(findings_table(found)),
        file_name="cakupan-pemeriksaan.csv",
        mime="text/csv",
        key=key_of(now, "report"),
        on_click="ignore",
    )


def _shown_table(found: list[Finding]) -> pd.DataFrame:
    """Return the same for the screen; texts of the file are letters here, never markup."""
    badges = {"error": ":red-badge[{}]".format(_("error")), "warning": ":orange-badge[{}]".format(_("warning"))}
    return pd.DataFrame(
        {
            _("Level"): [badges[one.level] for one in found],
            _("Place"): [plain(", ".join(part for part in (one.sheet, one.place) if part)) for one in found],
            _("Column"): [plain(one.column) for one in found],
            _("Cell"): [plain(one.cell) for one in found],
            _("What is wrong, and the fix"): [
                f"**{finding_title(one)}:** {plain(finding_sentence(one))}" for one in found
            ],
        }
    )


def _offer_empty(now: Work, found: list[Finding]) -> None:
    """Offer to read zeros that can hardly be meant as cells without a figure, also in the next file of this form."""
    doubted = {str(one.particulars["indicator"]) for one in found if one.code == "zero_doubtful"}
    plan = now.choices.plan
    columns = {column for one in plan.meant if not one.indicator or one.indicator in doubted
               for column in one.columns.values()}  # fmt: skip
    if doubted or plan.zeros:
        label = _("Read these zeros as empty") if doubted else _("Read zeros as zeros again")
        zeros = tuple(sorted({*plan.zeros, *columns})) if doubted else ()
        kind = "secondary" if doubted else "tertiary"
        st.button(label, key=key_of(now, "zeros"), on_click=unbroken(lambda: now.change_plan(zeros=zeros)), type=kind)


def findings_table(found: list[Finding]) -> pd.DataFrame:
    """Return one finding a row, in the order of the file."""
    return pd.DataFrame(
        {
            _("Level"): [_("error") if one.level == "error" else _("warning") for one in found],
            _("Sheet"): [one.sheet for one in found],
            _("Place"): [one.place for one in found],
            _("Column"): [one.column for one in found],
            _("Cell"): [one.cell for one in found],
            _("What"): [finding_title(one) for one in found],
            _("What is wrong, and the fix"): [finding_sentence(one) for one in found],
        }
    )


def _show_tick(now: Work, found: list[Finding]) -> None:
    errors, warnings = errors_in(found), warnings_in(found)
    if errors:
        st.error(
            ngettext(
                "{count} error stops publishing: mend it in the file and upload it again, or change a step above.",
                "{count} errors stop publishing: mend them in the file and upload it again, or change a step above.",
                len(errors),
            )
        )
    elif warnings:
        key = warnings_key(found)
        tick(
            now,
            "ticked",
            now.ticked == key,
            lambda ticked: _tick(now, key if ticked else ""),
            label=ngettext(
                "I have read the {count} warning and want to go on.",
                "I have read the {count} warnings and want to go on.",
                len(warnings),
            ),
        )


def _tick(now: Work, key: str) -> None:
    now.ticked = key
    now.opened_step = 0
