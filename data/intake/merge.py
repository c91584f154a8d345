"""What a published dataset becomes when an upload meets it."""

from typing import Literal

import pandas as pd

from data.form import KEY
from data.observations import COLUMNS


def merged(previous: pd.DataFrame | None, rows: pd.DataFrame, mode: Literal["update", "replace"] | str) -> pd.DataFrame:
    """Return the rows of the next version, `COLUMNS`, sorted by their key.

    previous: the version that the upload was compared with, None for the first; rows: the upload's, each key
    once. mode: `update`, where rows take the place of those with the same key and the others stay, or `replace`,
    where only the new rows remain.
    """
    new = rows[COLUMNS]
    if previous is not None and mode != "replace":
        replaced = pd.MultiIndex.from_frame(previous[KEY]).isin(pd.MultiIndex.from_frame(new[KEY]))
        kept = previous.loc[~replaced, COLUMNS]
        new = pd.concat([kept, new], ignore_index=True) if len(kept) else new
    return new.sort_values(KEY, kind="stable", ignore_index=True)
