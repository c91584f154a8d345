"""The checks of a dataset on an upload before it is published: parts against wholes, and young regencies."""

from collections.abc import Mapping

import pandas as pd

from data.causes import no_causes
from data.checks.causes import find_young
from data.checks.findings import joined
from data.checks.wholes import find_above_wholes, find_parts, find_sums
from data.indicators import Indicator
from data.intake.findings import WARNING, Cells, Finding, columns_of, of_cells
from data.intake.parsed_file import Opened
from data.intake.plan import FIGURES
from data.intake.sizes import placed
from data.intake.tidy import Tidy
from data.schema import KEY


def check_parts(
    opened: Opened, tidy: Tidy, regions: pd.DataFrame, families: pd.DataFrame, indicators: Mapping[str, Indicator]
) -> list[Finding]:
    """Warn of figures that a second one of the same file contradicts, each at its cell.

    regions, families: as `data.checks.every.check_dataset` takes them. The particulars are those of the finding, see
    `data.checks.findings`; its kind is the code. More persons or villages than there are is told by `find_sizes`.
    """
    # A figure that stands twice is an error of its own, see `check_upload`.
    told = placed(tidy).drop_duplicates(KEY)
    if told.empty:
        return []
    found = joined(
        [
            find_parts(told, indicators),
            find_above_wholes(told),
            find_sums(told, regions, indicators),
            find_young(told, families, no_causes()),
        ]
    )
    at = told[[*KEY, "row", *(f"{role}_column" for role in FIGURES)]]
    located = found.merge(at, on=KEY, how="left", validate="many_to_one")
    return [one for kind, rows in located.groupby("kind", sort=False) for one in _told(opened, str(kind), rows, found)]


def _told(opened: Opened, kind: str, rows: pd.DataFrame, found: pd.DataFrame) -> list[Finding]:
    findings: list[Finding] = []
    for measure, some in rows.groupby("measure", sort=False):
        columns = columns_of(some, str(measure) if measure in FIGURES else "value")
        said = [{str(name): value for name, value in one.items()} for one in some[found.columns].to_dict("records")]
        findings += of_cells(opened, (kind, WARNING), Cells(some["row"].astype(int).tolist(), columns), said)
    return findings
