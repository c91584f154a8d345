"""The rows of a new version: those of an upload beside, or in the place of, those of the version before."""

import pandas as pd

from data.observations import STORED_COLUMNS
from data.schema import KEY


def merged(previous: pd.DataFrame | None, rows: pd.DataFrame, mode: str) -> pd.DataFrame:
    """Return a version's rows: `STORED_COLUMNS`, sorted by their key.

    mode: `update`: rows replace those of the same key and the rest stays; `replace`: only the new rows stay.
    A key that stands twice among the new rows is an error of the check; here the first of them counts.
    """
    new = rows[STORED_COLUMNS].drop_duplicates(KEY)
    if mode == "update" and previous is not None:
        taken = pd.MultiIndex.from_frame(new[KEY])
        stays = ~pd.MultiIndex.from_frame(previous[KEY]).isin(taken)
        new = pd.concat([previous.loc[stays, STORED_COLUMNS], new])
    return new.sort_values(KEY, kind="stable", ignore_index=True)
