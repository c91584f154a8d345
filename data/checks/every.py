"""Every check of a dataset at once."""

from collections.abc import Mapping

import pandas as pd

from data.checks.causes import find_election, find_young
from data.checks.findings import joined
from data.checks.printed import find_above, find_printed
from data.checks.rivals import find_contradictory
from data.checks.wholes import find_impossible, find_parts, find_sums
from data.dataset import Dataset
from data.indicators import Indicator
from data.listed import TICKED


def check_dataset(
    dataset: Dataset, regions: pd.DataFrame, families: pd.DataFrame, indicators: Mapping[str, Indicator]
) -> pd.DataFrame:
    """Return everything in a dataset that is wrong or worth a look: one table, see `data.checks.findings`.

    regions: the table of regions. families: young regencies, as `find_young` takes them. Nothing is changed or left
    out for it: a finding stands beside its figure. What is simulated or ticked in a meeting nobody published,
    and is not checked.
    By kind, in the order of KINDS; of a kind in that of the rows.
    """
    rows = dataset.observations
    ours = ["simulated", TICKED]
    rows = rows[~rows["status"].isin(ours) & ~rows["counts_status"].isin(ours)]
    found = [
        *find_printed(rows, indicators),
        find_above(rows, indicators),
        find_contradictory(rows, dataset.rivals, indicators),
        find_parts(rows, indicators),
        find_impossible(rows, regions, indicators),
        find_sums(rows, regions, indicators),
        find_young(rows, families, dataset.causes),
        find_election(rows, dataset.causes),
    ]
    return joined(found)
