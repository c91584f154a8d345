"""Regions of about the same size: whom a regency may fairly be compared with."""

import numpy as np
import pandas as pd

# What size means for this programme: how many people, and how many villages there are to enrol.
SIZES = ("population", "desa")


def similar_regions(regions: pd.DataFrame, region_code: str, count: int = 5) -> pd.DataFrame:
    """Return the regions nearest to one by population and number of villages.

    regions: one row per region of one level, with region_code, population and desa (counts, may be missing).
    Returns region_code, population, desa and distance, nearest first, equals by code; none where the region
    is unknown or one of its own sizes is missing. Regions of which a size is missing are left out.
    Method: each size as log(1 + n), for a regency twice as large differs as much among small ones as among large
    ones and a city has no desa; divided by its standard deviation over all regions given; Euclidean distance,
    as in the Nearest Neighbours Model of the Chartered Institute of Public Finance and Accountancy (CIPFA),
    which compares English councils, and in B. Everitt, S. Landau, M. Leese, D. Stahl, "Cluster Analysis",
    5th ed., Wiley 2011, chapter 3. Both sizes weigh the same.
    """
    known = regions.dropna(subset=list(SIZES))
    itself = known["region_code"] == region_code
    if not itself.any():
        return known.head(0)[["region_code", *SIZES]].assign(distance=pd.Series(dtype="float64"))
    sizes = np.log1p(known[list(SIZES)].astype("float64").to_numpy())
    spread = sizes.std(axis=0)
    scaled = sizes / np.where(spread > 0, spread, 1.0)
    distance = np.linalg.norm(scaled - scaled[itself.to_numpy()][0], axis=1)
    others = known[["region_code", *SIZES]].assign(distance=distance)[~itself]
    return others.sort_values(["distance", "region_code"], ignore_index=True).head(count)
