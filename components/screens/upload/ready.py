"""Which steps are settled: each waits for those above it."""

from components.screens.upload.made import (
    columns_key,
    findings_of,
    matched_of,
    opened_of,
    plan_of,
    questions_of,
    table_of,
)
from components.screens.upload.state import Work
from data.intake.findings import Finding
from data.intake.questions import missing_roles
from errors import DataError


def file_ready(work: Work | None) -> bool:
    """The file could be read, and nothing of it is left open: which of its tables, and what it hides."""
    if work is None:
        return False
    try:
        if opened_of(work).unanswered(work.settings):
            return False
        plan_of(work)
    except DataError:
        return False
    return True


def columns_ready(work: Work | None) -> bool:
    """Nothing is missing, and the analyst has agreed to the columns, now or for an earlier file of this form."""
    if work is None or not file_ready(work):
        return False
    return not missing_roles(table_of(work), plan_of(work)) and work.confirmed == columns_key(plan_of(work))


def numbers_ready(work: Work | None) -> bool:
    """Every number and date can be read in one way only."""
    if work is None or not columns_ready(work):
        return False
    return all(question.chosen is not None for question in questions_of(work))


def regions_ready(work: Work | None) -> bool:
    if work is None or not numbers_ready(work):
        return False
    return not matched_of(work).having("likely", "tray")


def checks_ready(work: Work | None) -> bool:
    """No error is left, and what is warned of was read."""
    if work is None or not regions_ready(work):
        return False
    found = findings_of(work)
    return not errors_in(found) and work.ticked == warnings_key(found)


def errors_in(found: list[Finding]) -> list[Finding]:
    return [finding for finding in found if finding.level == "error"]


def warnings_in(found: list[Finding]) -> list[Finding]:
    return [finding for finding in found if finding.level == "warning"]


def warnings_key(found: list[Finding]) -> str:
    """What a tick stands for: other warnings want another tick; "" where there is nothing to tick."""
    return "; ".join(f"{one.code} {one.place} {one.column}" for one in warnings_in(found))
