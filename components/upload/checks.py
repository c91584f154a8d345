"""Step 5: everything that is wrong or worth a look, at once, each with its place and its fix."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from components.i18n import _, ngettext
from components.upload.findings import finding_sentence, finding_title
from components.upload.made import findings_of, tidy_of
from components.upload.ready import checks_ready, errors_in, regions_ready, warnings_in, warnings_key
from components.upload.state import Target, Work, work
from components.upload.steps import show_heading_of, show_settled, show_waiting
from components.upload.target import dataset_name, known_targets
from components.upload.widgets import choose_one, key_of, tick
from data.export import to_csv
from data.intake.findings import Finding
from data.store.versions import newest

TALL = 380


def show_checks() -> None:
    now = work()
    if now is None or not regions_ready(now):
        show_waiting(5)
        return
    found = findings_of(now)
    if not checks_ready(now):
        show_heading_of(5)
        st.markdown(checks_line(now, found))
    elif not show_settled(now, 5, checks_line(now, found)):
        return
    _show_held_against(now)
    if found:
        _show_findings(now, found)
    _show_tick(now, found)


def checks_line(now: Work, found: list[Finding]) -> str:
    """How many figures there are, and how many things are wrong with them."""
    tidied = tidy_of(now)
    errors, warnings = errors_in(found), warnings_in(found)
    parts = [ngettext("{count} figure", "{count} figures", len(tidied.rows))]
    if tidied.left_out:
        parts.append(ngettext("{count} row left out", "{count} rows left out", tidied.left_out))
    parts.append(ngettext("{count} error", "{count} errors", len(errors)) if errors else _("no error"))
    if warnings:
        parts.append(ngettext("{count} warning", "{count} warnings", len(warnings)))
    return " · ".join(parts)


def _show_held_against(now: Work) -> None:
    """Jumps and missing regions can only be told against what was published before."""
    names = known_targets()
    if not names:
        return
    choose_one(
        now,
        "dataset",
        ["", *names],
        "" if now.target.new else now.target.dataset,
        lambda name: _aim(now, name),
        label=_("The figures belong to"),
        format_func=lambda name: dataset_name(name) if name else _("a new dataset"),
        width=480,
    )


def _aim(now: Work, name: str) -> None:
    """The version that is newest now is the one to be compared with, whatever is published meanwhile."""
    target = Target(name, new=False, base=newest(name)) if name else Target()
    now.target = replace(target, mode=now.target.mode)


def _show_findings(now: Work, found: list[Finding]) -> None:
    table = findings_table(found)
    st.dataframe(
        table,
        hide_index=True,
        height="auto" if len(table) < 10 else TALL,
        column_config={table.columns[-1]: st.column_config.TextColumn(width="large")},
    )
    st.download_button(
        _("Download the report as CSV"),
        to_csv(table),
        file_name="cakupan-pemeriksaan.csv",
        mime="text/csv",
        key=key_of(now, "report"),
        on_click="ignore",
    )


def findings_table(found: list[Finding]) -> pd.DataFrame:
    """One finding a row, in the order of the file."""
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
                "I have read the warning, and the figure is meant so.",
                "I have read the {count} warnings, and the figures are meant so.",
                len(warnings),
            ),
        )


def _tick(now: Work, key: str) -> None:
    now.ticked = key
    now.opened_step = 0
