"""Regions of about the same size: whom a regency may fairly be compared with."""

import numpy as np
import pandas as pd

# Size for this programme: the people and the villages that there are to enrol.
SIZES = ("population", "desa")
# Decimals of a distance; beyond them a tie is decided by what binary fractions happen to be.
_EXACT = 9


def find_similar(regions: pd.DataFrame, count: int = 5) -> pd.DataFrame:
    """Find for every region those nearest to it by population and number of villages.

    regions: one row per region of one level, with region_code, population and desa (counts, may be missing). With a
    column type (kabupaten, kota) a city is held against cities only, and a regency against regencies.
    Returns region_code, similar_code and distance, by region and then the nearest first, equals by code, `count`
    to a region. Regions of which a size is missing are left out.
    Method: each size as log(1 + n), for a regency twice as large differs as much among small ones as among large
    ones, and a city has no desa; divided by its standard deviation over all regions given; Euclidean distance, both
    sizes weighing the same. Standardised variables and Euclidean distance are also how the Chartered Institute of
    Public Finance and Accountancy finds the nearest neighbours of English councils (as Hartlepool Borough Council
    describes it: JSNA Living Well, "Statistical Neighbours"); its variables are others, and no logarithms are named.
    """
    known = regions.dropna(subset=list(SIZES)).sort_values("region_code")
    sizes = np.log1p(known[list(SIZES)].astype("float64").to_numpy())
    spread = sizes.std(axis=0) if len(sizes) else np.ones(len(SIZES))
    scaled = sizes / np.where(spread > 0, spread, 1.0)
    apart = np.linalg.norm(scaled[:, None, :] - scaled[None, :, :], axis=2).round(_EXACT)
    np.fill_diagonal(apart, np.inf)  # nobody is compared with himself
    if "type" in known:
        kinds = known["type"].to_numpy()
        apart[kinds[:, None] != kinds[None, :]] = np.inf
    nearest = apart.argsort(axis=1, kind="stable")[:, : max(min(count, len(known) - 1), 0)]
    codes, own = known["region_code"].to_numpy(), np.arange(len(known)).repeat(nearest.shape[1])
    others = nearest.ravel()
    pairs: pd.DataFrame = pd.DataFrame(
        {"region_code": codes[own], "similar_code": codes[others], "distance": apart[own, others]}
    )
    known_pairs: pd.DataFrame = pairs[np.isfinite(pairs["distance"])]
    return known_pairs.reset_index(drop=True)
