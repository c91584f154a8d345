"""What changed between two versions of a dataset: rows added, rows changed and by how much, rows gone."""

from dataclasses import dataclass

import pandas as pd

from data.schema import KEY


@dataclass(frozen=True, eq=False)
class Difference:
    """Two versions compared by their key.

    added, gone: rows of the newer and the older version, in their order, all columns.
    changed: the key, then for every other column `<column>_before` and `<column>_after`, and `change`, the
    difference of `value` in its unit (missing where either is missing); only rows of which something differs.
    """

    added: pd.DataFrame
    changed: pd.DataFrame
    gone: pd.DataFrame


def difference(before: pd.DataFrame, after: pd.DataFrame) -> Difference:
    """Compare two versions; each key stands once in either. Missing equals missing, and never equals zero.

    A column that only one version has is missing throughout the other.
    """
    columns = [column for column in dict.fromkeys([*before.columns, *after.columns]) if column not in KEY]
    old, new = (rows.set_index(list(KEY)).reindex(columns=columns) for rows in (before, after))
    both = new.index.intersection(old.index, sort=False)
    return Difference(
        added=after[~new.index.isin(old.index)].reset_index(drop=True),
        changed=_changed(old.loc[both], new.loc[both]),
        gone=before[~old.index.isin(new.index)].reset_index(drop=True),
    )


def _changed(old: pd.DataFrame, new: pd.DataFrame) -> pd.DataFrame:
    differs = ((old != new) & ~(old.isna() & new.isna())).any(axis=1)
    old, new = old[differs], new[differs]
    sides = {f"{column}_{side}": rows[column] for column in new for side, rows in (("before", old), ("after", new))}
    pairs = pd.DataFrame(sides, index=new.index)
    if "value" in new:
        pairs["change"] = new["value"] - old["value"]
    return pairs.reset_index()
