"""Which names a dataset may be published under."""

import re

from data.bundled import bundled_ids
from data.store.paths import table_uri
from errors import DataError

BOUNDARIES = "boundaries"  # the boundaries of regions: rows with a `geometry`, and no figures
DRAFT = "draft-"  # how the address of a draft begins
_NUMBER = re.compile(r"[0-9]{1,9}")


def check_name(dataset: str, is_boundaries: bool = False) -> None:
    """Raise DataError dataset_name_bad or dataset_name_reserved (found) where rows cannot go by this name.

    Bundled datasets keep theirs, `draft-…` is a draft's address, and boundaries have a name of their own.
    """
    table_uri(dataset)
    if dataset in bundled_ids() or dataset.startswith(DRAFT) or (dataset == BOUNDARIES) != is_boundaries:
        raise DataError("dataset_name_reserved", found=dataset)


def number_in(text: str) -> int:
    """Return the version that a text names, 0 for what names none: Python reads no number of 5,000 digits."""
    return int(text) if _NUMBER.fullmatch(text) else 0
