"""What is made of a file, step by step, each thing once for the choices it hangs on."""

import json
from collections.abc import Hashable
from dataclasses import replace

import pandas as pd
import streamlit as st

from components.language.i18n import _
from components.screens.upload.matching import match_rows
from components.screens.upload.opening import open_upload
from components.screens.upload.state import Source, Target, Work, is_made, once, plan_key, settled_key
from components.screens.upload.steps import long_work
from components.screens.upload.writings import Matched
from components.state import reference
from data.indicators import load_segments
from data.intake.checks import check_upload, ordered
from data.intake.columns import fingerprint
from data.intake.findings import Finding
from data.intake.identity import without_identities
from data.intake.parsed_file import Opened
from data.intake.plan import Plan
from data.intake.propose import propose_plan, said_level, written_regions
from data.intake.questions import Question, open_questions
from data.intake.sizes import find_sizes, seem_in_thousands, sizes_of
from data.intake.table import Table, as_table
from data.intake.template import TEMPLATE_COLUMNS
from data.intake.tidy import Tidy, tidy
from data.intake.vocabulary import About, about_of
from data.store.difference import Difference, difference
from data.store.merge import merged
from data.store.preferences import aliases, form
from data.store.versions import newest, open_version, published_datasets

# From these sizes on a step takes over a second on a small machine.
LARGE_FILE, LARGE_TABLE = 300_000, 10_000
LONGEST_TITLE = 200


def opened_of(work: Work) -> Opened:
    """The file as it was read; DataError as `open_upload`."""
    key = work.settings
    if is_made(work, "opened", key):
        return once(work, "opened", key, lambda: None)
    place = st.empty()

    def waiting(ahead: int) -> None:
        place.info(_("Waiting for its turn: {count} ahead", count=ahead))

    with long_work(work, 1, _("Reading the file …"), len(work.content) > LARGE_FILE):
        try:
            return once(work, "opened", key, lambda: open_upload(work.name, work.content, work.settings, waiting))
        finally:
            place.empty()


def form_of(work: Work) -> str:
    """The signature of the file's form: the same for the next month's file."""
    return fingerprint(list(opened_of(work).texts.columns))


def recalled_of(work: Work) -> dict | None:
    """What was chosen for a file of this form last time."""
    signature = form_of(work)
    return once(work, "recalled", signature, lambda: form(signature))


def plan_of(work: Work) -> Plan:
    """The plan: the analyst's own as far as its columns are still there, else what is proposed."""
    opened = opened_of(work)
    columns = tuple(opened.texts.columns)
    if work.plan is None or work.planned_for != columns:
        recalled = recalled_of(work)
        work.plan = _proposed(work, as_table(opened), recalled)
        work.planned_for, work.recalled = columns, recalled is not None
        agreed = recalled is not None or set(columns) <= TEMPLATE_COLUMNS
        work.confirmed = columns_key(work.plan) if agreed else ""
        work.sure = set((recalled or {}).get("sure", []))
        work.level = work.level or (recalled or {}).get("level", "") or said_level(work.plan)
        work.within = work.within or (recalled or {}).get("within", "")
        work.source, work.target = _source(opened, recalled or {}), _target(recalled or {})
    return work.plan


def _source(opened: Opened, recalled: dict) -> Source:
    """The file's own title, and who published the last one of its form."""
    title = opened.titles[0] if opened.titles else opened.file.rpartition(".")[0] or opened.file
    return Source(publisher=recalled.get("publisher", ""), title=without_identities(title)[:LONGEST_TITLE])


def _target(recalled: dict) -> Target:
    """Where the last file of this form went, if it is still there."""
    name = recalled.get("dataset", "")
    base = newest(name) if name in published_datasets() else 0
    return Target(name, new=False, base=base) if base else Target()


def _proposed(work: Work, table: Table, recalled: dict | None) -> Plan:
    return propose_plan(table, opened_of(work), about_of_file(work), _region_names(), (recalled or {}).get("plan"))


def reshape(work: Work, wide: bool, year: str) -> None:
    """Propose anew after the table itself has changed its shape."""
    table = as_table(opened_of(work), wide, year)
    work.plan = replace(_proposed(work, table, None), wide=wide, year=year)


def columns_key(plan: Plan) -> str:
    """What the analyst agrees to in step 2, as text; how numbers are written is asked later."""
    said = plan.as_json()
    parts = ("roles", "constants", "measures", "wide", "year", "village")
    return json.dumps([said[part] for part in parts], sort_keys=True)


def table_of(work: Work) -> Table:
    plan = plan_of(work)
    key = (work.settings, plan.wide, plan.year)
    return once(work, "table", key, lambda: as_table(opened_of(work), plan.wide, plan.year))


def questions_of(work: Work) -> list[Question]:
    """Every way to read a number, a date or a blank that the file leaves open."""
    key = (work.settings, plan_key(work))
    return once(work, "questions", key, lambda: open_questions(table_of(work), plan_of(work), reference.indicators()))


def about_of_file(work: Work) -> About:
    return about_of(
        reference.indicators(), segments=load_segments(), source_id=source_id(work), status=work.source.status
    )


def source_id(work: Work) -> str:
    """Names the file itself: the same figures from the same file are the same source."""
    return f"upload-{work.sha256[:12]}"


def _region_names() -> list[str]:
    regions = reference.regions()
    codes = [*regions["region_code"], *regions["bps_code"].dropna()]
    return [*regions["name"].str.casefold(), *regions["full_name"].str.casefold(), *codes]


def matched_of(work: Work) -> Matched:
    """The region of every row, and what each distinct text was taken for."""
    table, plan = table_of(work), plan_of(work)
    roles = (tuple(sorted(plan.roles.items())), plan.measures)  # a part without a figure is no part yet
    known = once(work, "aliases", work.remembered, aliases)
    scope = (work.level, work.within, settled_key(work), work.remembered)
    key = (work.settings, plan.wide, plan.year, plan.constants.get("period", ""), roles, plan.village, *scope)
    if is_made(work, "matched", key):
        return once(work, "matched", key, lambda: None)
    written = written_regions(table, plan)
    with long_work(work, 4, _("Matching the regions …"), len(table.texts) > LARGE_TABLE):
        return once(work, "matched", key, lambda: match_rows(written, reference.regions(), work, known))


def _rows_key(work: Work) -> Hashable:
    return (work.settings, plan_key(work), work.level, work.within, settled_key(work), work.source.status)


def tidy_of(work: Work) -> Tidy:
    key = _rows_key(work)
    if is_made(work, "tidy", key):
        return once(work, "tidy", key, lambda: None)
    opened, table, plan, codes = opened_of(work), table_of(work), plan_of(work), matched_of(work).region_codes
    with long_work(work, 5, _("Checking the figures …"), len(table.texts) > LARGE_TABLE):
        return once(work, "tidy", key, lambda: tidy(opened, table, plan, codes, about_of_file(work)))


def previous_of(work: Work) -> pd.DataFrame | None:
    """The rows of the version that the file is held against, None for a new dataset."""
    target = work.target
    if target.new or not target.base:
        return None
    return once(work, "previous", (target.dataset, target.base), lambda: open_version(target.dataset, target.base))


def findings_of(work: Work) -> list[Finding]:
    """Everything that the checks say, in the order of the rows."""
    key = (_rows_key(work), work.target.dataset, work.target.base)
    if is_made(work, "findings", key):
        return once(work, "findings", key, lambda: None)
    rows, previous = tidy_of(work), previous_of(work)
    with long_work(work, 5, _("Checking the figures …"), len(rows.rows) > LARGE_TABLE):
        checked = (rows, opened_of(work), plan_of(work), previous, reference.indicators())
        sized = (opened_of(work), rows, reference.indicators(), sizes_of(reference.regions()))
        return once(work, "findings", key, lambda: ordered([*check_upload(*checked), *find_sizes(*sized)]))


def small_columns_of(work: Work) -> set[str]:
    """The columns that seem to be told in thousands, though nothing says so."""
    told = (plan_of(work), tidy_of(work), reference.indicators(), sizes_of(reference.regions()))
    return once(work, "small", _rows_key(work), lambda: seem_in_thousands(*told))


def merged_of(work: Work) -> pd.DataFrame:
    """The whole dataset as it would be published."""
    key = (_rows_key(work), work.target)
    return once(work, "merged", key, lambda: merged(previous_of(work), tidy_of(work).rows, work.target.mode))


def difference_of(work: Work) -> Difference | None:
    """What publishing would change; None where there is nothing to compare with."""
    previous = previous_of(work)
    if previous is None:
        return None
    key = (_rows_key(work), work.target)
    return once(work, "difference", key, lambda: difference(previous, merged_of(work)))
