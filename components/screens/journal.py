"""Versi: what the server set aside at its start, and the journal of who did what."""

from datetime import datetime
from typing import Any

import pandas as pd
import streamlit as st

from components.language.dates import moment_text, person
from components.language.error_messages import problem_sentence
from components.language.i18n import N_, _, integer
from components.language.markdown import plain
from components.state import records, users
from data.store.durable import SetAside
from data.store.hash_chain import Fault
from data.store.recovery import Recovered
from errors import DataError

MOST_LINES = 200
FEW, TALL = 11, 420
# What has columns of its own, or serves the chain alone.
TOLD = {"number", "at", "who", "action", "outcome", "code", "dataset", "before", "hash"}
FINGERPRINT = 12  # letters of a SHA-256 that tell one file from another; Versi has it whole
PARTICULARS = {
    "published": N_("as version"),
    "restored": N_("restored from version"),
    "base": N_("on version"),
    "file": N_("file"),
    "sha256": "SHA-256",
}
ACTIONS = {
    "draft": N_("draft"),
    "publish": N_("publish"),
    "restore": N_("restore"),
    "keep": N_("keep a deck"),
    "remember": N_("remember"),
    "define": N_("define"),
    "tick": N_("tick"),
    "forget": N_("forget"),
    "recover": N_("set aside at the start"),
}
FAULTS = {
    "changed": N_("Line {number} of the journal is not as it was written."),
    "out_of_order": N_("Line {number} of the journal does not follow the one before it: a line was removed or moved."),
    "rewritten": N_("The journal was written anew up to line {number}."),
    "end_missing": N_("The journal ends before line {number}: its last lines were removed."),
}
SET_ASIDE = {
    "empty": N_("its entry was empty"),
    "torn": N_("its entry was torn"),
    "data_missing": N_("its figures were missing"),
    "data_torn": N_("its figures were torn"),
}


def show_recovery() -> None:
    """What a power cut left behind and the start put right; nothing to say on most days."""
    found, problem = records.recovered()
    if problem is not None:
        st.error(_("The store could not be looked through at the start.") + " " + problem_sentence(problem))
    for one in found:
        if one.problem is not None:
            said = _("{dataset} could not be looked through at the start.", dataset=plain(one.dataset))
            st.error(said + " " + problem_sentence(one.problem))
        for entry in one.set_aside:
            st.warning(_set_aside(one, entry))


def _set_aside(one: Recovered, entry: SetAside) -> str:
    said = {"number": entry.number, "dataset": plain(one.dataset), "reason": _(SET_ASIDE[entry.reason])}
    if not one.served:
        return _(
            "At the start, version {number} of {dataset} was set aside, because {reason}; it was never acknowledged. No version is left: upload the file again.",
            **said,
        )
    return _(
        "At the start, version {number} of {dataset} was set aside, because {reason}; it was never acknowledged. Served is version {served}: upload the file again.",
        served=one.served,
        **said,
    )


def show_journal() -> None:
    """The last lines, and whether the whole chain stands as it was written; for those who publish."""
    if not users.may(users.current_user(), "publish"):
        st.info(_("The journal is for those with the role publisher or admin."))
        return
    try:
        lines, count, fault = records.journal(MOST_LINES)
    except DataError as error:
        st.error(problem_sentence(error))
        return
    if fault is not None:
        st.error(_fault(fault))
    elif count:
        st.markdown(_("The chain is whole: {count} lines, none changed, removed or moved.", count=integer(count)))
    else:
        st.info(_("The journal has no line yet."))
    if lines:
        st.dataframe(
            _journal_table(lines), placeholder="–", hide_index=True, height="auto" if len(lines) < FEW else TALL
        )
        if count > len(lines):
            st.caption(_("The last {most} of {count} lines.", most=len(lines), count=integer(count)))


def _fault(fault: Fault) -> str:
    return _(FAULTS[fault.reason]).format(number=integer(fault.number))


def _journal_table(lines: list[dict[str, Any]]) -> pd.DataFrame:
    """Newest first; every text as it stands."""
    newest_first = lines[::-1]
    return pd.DataFrame(
        {
            _("Line"): [str(line.get("number", "")) for line in newest_first],
            _("When"): [_moment(line.get("at")) for line in newest_first],
            _("By"): [person(str(line.get("who", ""))) for line in newest_first],
            _("What"): [_action(line) for line in newest_first],
            _("Dataset"): [str(line.get("dataset", "")) for line in newest_first],
            _("Outcome"): [_outcome(line) for line in newest_first],
            _("Particulars"): [_particulars(line) for line in newest_first],
        }
    )


def _moment(at: object) -> str:
    try:
        return moment_text(datetime.fromisoformat(str(at)))
    except ValueError:
        return str(at)


def _action(line: dict[str, Any]) -> str:
    action = str(line.get("action", ""))
    return _(ACTIONS[action]) if action in ACTIONS else action


def _outcome(line: dict[str, Any]) -> str:
    if line.get("outcome") == "done":
        return _("done")
    return _("refused: {code}", code=line.get("code", ""))


def _particulars(line: dict[str, Any]) -> str:
    shown = {name: line[name] for name in [*PARTICULARS, *line] if name in line and name not in TOLD}
    if "sha256" in shown:
        shown["sha256"] = str(shown["sha256"])[:FINGERPRINT]
    return " · ".join(
        f"{_(PARTICULARS[name]) if name in PARTICULARS else name} {value}" for name, value in shown.items()
    )
