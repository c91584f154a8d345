"""The rows that the proofs publish: 514 regions of one month, all with the number that tells the version."""

import pandas as pd

from data.observations import COLUMNS

DATASET = "proof"
REGIONS = 514


def rows_of(number: int) -> pd.DataFrame:
    """Return observations whose values are all `number`."""
    rows = pd.DataFrame({"region_code": [f"{code:04d}" for code in range(REGIONS)], "value": float(number)})
    texts = {"indicator": "coverage", "segment": "all", "period": "2024-11", "status": "reported", "source_id": "s"}
    return (
        rows.assign(**texts)
        .reindex(columns=COLUMNS)
        .fillna({"value_printed": "", "counts_status": "", "counts_source_id": "", "note": ""})
    )


def value_of(rows: pd.DataFrame) -> float:
    """Return the number that all rows carry, -1 where they are not of one version or not complete."""
    values = rows["value"].unique()
    return float(values[0]) if len(rows) == REGIONS and len(values) == 1 else -1.0
