"""What is proposed of a file whose columns were never seen: as the last file of its form, else by its own words."""

import json
from dataclasses import replace
from typing import Any

from components.screens.upload.pipeline import Pipeline
from components.screens.upload.state import Source, Target, Work
from data.intake.identity import without_identities
from data.intake.parsed_file import Opened
from data.intake.plan import Plan
from data.intake.propose import propose_plan, said_level
from data.intake.template import TEMPLATE_COLUMNS
from data.store.versions import newest, published_datasets

LONGEST_TITLE = 200


def propose(now: Work, pipeline: Pipeline) -> None:
    """Choose what is proposed, unless the plan speaks of these columns already."""
    columns = tuple(pipeline.opened.texts.columns)
    if now.planned_for == columns:
        return
    recalled, said = pipeline.former_choices or {}, now.choices
    plan = _proposed(pipeline, Plan(), recalled.get("plan"))
    now.planned_for = columns
    now.confirmed = columns_key(plan) if recalled or set(columns) <= TEMPLATE_COLUMNS else ""
    now.sure = set(recalled.get("sure", []))
    now.choose(
        plan=plan,
        recalled=bool(recalled),
        level=said.level or recalled.get("level", "") or said_level(plan),
        within=said.within or recalled.get("within", ""),
        source=_source(pipeline.opened, recalled),
        target=_target(recalled),
    )


def reshape(now: Work, pipeline: Pipeline, **shape: Any) -> None:
    """Propose anew after the table itself has changed its shape. shape: `wide` or `year` of the plan."""
    shaped = {"wide": now.choices.plan.wide, "year": now.choices.plan.year, **shape}
    now.choose(plan=replace(_proposed(pipeline, Plan(**shaped)), **shaped))


def columns_key(plan: Plan) -> str:
    """Return what the analyst agrees to in step 2, as text; how numbers are written is asked later."""
    said = plan.as_json()
    parts = ("roles", "constants", "measures", "wide", "year", "village")
    return json.dumps([said[part] for part in parts], sort_keys=True)


def _proposed(pipeline: Pipeline, shape: Plan, recalled: dict[str, Any] | None = None) -> Plan:
    regions = pipeline.regions
    names = [*regions["name"].str.casefold(), *regions["full_name"].str.casefold()]
    codes = [*regions["region_code"], *regions["bps_code"].dropna()]
    table = pipeline.having(replace(pipeline.choices, plan=shape)).table
    return propose_plan(table, pipeline.opened, pipeline.about, [*names, *codes], recalled)


def _source(opened: Opened, recalled: dict[str, Any]) -> Source:
    """Return the file's own title, and who published the last one of its form."""
    title = opened.titles[0] if opened.titles else opened.file.rpartition(".")[0] or opened.file
    return Source(publisher=recalled.get("publisher", ""), title=without_identities(title)[:LONGEST_TITLE])


def _target(recalled: dict[str, Any]) -> Target:
    """Return where the last file of this form went, if it is still there."""
    name = recalled.get("dataset", "")
    base = newest(name) if name in published_datasets() else 0
    return Target(name, new=False, base=base) if base else Target()
