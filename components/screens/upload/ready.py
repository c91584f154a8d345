"""Which steps between the file and its publishing are settled."""

from components.screens.upload.pipeline import Pipeline
from components.screens.upload.proposal import columns_key
from components.screens.upload.state import Work
from data.intake.findings import Finding
from data.intake.questions import missing_roles


def is_settled(now: Work, pipeline: Pipeline, step: int) -> bool:
    """Say whether a step asks nothing more; those above it are taken for settled."""
    if step == 2:  # the analyst has agreed to the columns, now or for an earlier file of this form
        return not missing_roles(pipeline.table, pipeline.plan) and now.confirmed == columns_key(pipeline.plan)
    if step == 3:
        return all(question.chosen is not None for question in pipeline.questions)
    if step == 4:
        return not pipeline.matched.having("likely", "tray")
    return not errors_in(pipeline.findings) and now.ticked == warnings_key(pipeline.findings)


def settled_to(now: Work, pipeline: Pipeline, step: int) -> bool:
    """Say whether all steps from 2 to this one are settled; what lies behind an open one is not looked at."""
    return all(is_settled(now, pipeline, one) for one in range(2, step + 1))


def errors_in(found: list[Finding]) -> list[Finding]:
    return [finding for finding in found if finding.level == "error"]


def warnings_in(found: list[Finding]) -> list[Finding]:
    return [finding for finding in found if finding.level == "warning"]


def warnings_key(found: list[Finding]) -> str:
    """Return what a tick stands for: other warnings want another tick; "" where there is nothing to tick."""
    return "; ".join(f"{one.code} {one.place} {one.column}" for one in warnings_in(found))
