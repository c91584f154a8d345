"""The outlines of an area as slides draw them, projected once."""

from functools import lru_cache
from typing import Any

from components import cache
from geo.project import to_paths


@lru_cache(maxsize=48)
def outlines(area: str, level: str, edition: str) -> dict[str, Any]:
    """What `to_paths` gives: `box`, `step` and `paths` by region_code; shared, so never changed in place."""
    step = cache.COUNTRY_STEP if area == "ID" else cache.PROVINCE_STEP
    return to_paths(cache.boundaries(area, level, edition), step)
