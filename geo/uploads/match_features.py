"""Bring uploaded boundaries to regions by their texts and places, and list every doubt.

Reasons of a feature beside those of geo/matching/resolve.py: `place_agrees` (the writing left a doubt, and the boundary
lies on the region that it meant) and `by_hand`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from geo.matching.resolve import cell_texts, resolve_regions
from geo.matching.spelling import fold
from geo.regions import province_of

LEFT_OUT = ""
OFFERED = 5
# Intersection over union with the boundary shown today. Two sources of one region had 0.86 at least in Bengkulu.
SAME_PLACE, OTHER_PLACE = 0.5, 0.05
_DOUBTS = ("bps_code_disagrees", "code_disagrees", "type_disagrees")
_ALIKE = ("ambiguous_type", "ambiguous_name")
_REMARKED = ("old_papua_code", "code_as_float", "code_incomplete", "bps_code", "alias", "cut_name", "place_agrees")
_FRONTS = {"kabupaten": ("", "Kabupaten", "Kab"), "kota": ("", "Kota")}


@dataclass(frozen=True, eq=False)
class Matched:
    """Features with their regions.

    features: one row each in the file's order: feature (from 1), written, name, region_code (missing while open, ""
    left out by hand), status (certain, likely, tray, by_hand, left_out), reason, drawn (has a boundary), place (the
    region on which it lies, missing where on none) and place_share (0-1, intersection over union).
    candidates: feature, region_code, score (0-100), best first, for what is open.
    """

    features: pd.DataFrame
    candidates: pd.DataFrame

    @property
    def open(self) -> pd.DataFrame:
        """Return the features that have a boundary and no region yet."""
        return self.features[self.features["drawn"] & self.features["status"].isin(["likely", "tray"])]


def match_boundaries(
    written: pd.Series,
    names: pd.Series | None,
    places: pd.DataFrame,
    regions: pd.DataFrame,
    settled: Mapping[str, str],
) -> Matched:
    """Find the region of each feature.

    written, names: as `resolve_regions` takes them, one row for each feature. places: of `lie_on`, on that index.
    regions: rows of `read_regions()` at the level of the boundaries. settled: spellings settled before.
    What is written decides; where it is likely only, or code and name disagree, it counts as certain if the boundary
    lies on the very region that was meant first; of a kabupaten and a kota of one name it is the one on which it lies,
    unless another feature of that name lies there as well. Where a boundary lies never decides alone.
    """
    found = resolve_regions(written, regions, names=names, settled=settled)
    texts = _by_row(written, names, found.texts)
    first = found.candidates.drop_duplicates("text").set_index("text")["region_code"]
    meant = texts.map(first)
    told = found.texts.iloc[texts.to_numpy()].set_index(written.index)
    doubted = told["status"].eq("likely") | told["reason"].isin(_DOUBTS)
    agrees = doubted & meant.eq(places["place"]) & places["place_share"].ge(SAME_PLACE)
    chosen = _by_place(texts, told, found.candidates, places)
    meant, agrees = meant.mask(chosen.notna(), chosen), agrees | chosen.notna()
    features = pd.DataFrame(
        {
            "feature": range(1, len(written) + 1),
            "written": told["written"],
            "name": told["name"],
            "region_code": found.region_codes.mask(agrees, meant),
            "status": told["status"].mask(agrees, "certain"),
            "reason": told["reason"].mask(agrees, "place_agrees"),
        }
    ).join(places)
    return Matched(features, _candidates(features, texts, found.candidates))


def with_choices(matched: Matched, chosen: Mapping[int, str]) -> Matched:
    """Return the features as settled by hand: feature -> region_code, or LEFT_OUT."""
    features = matched.features.copy()
    rows = features["feature"].isin(chosen)
    features.loc[rows, "region_code"] = features.loc[rows, "feature"].map(dict(chosen))
    features.loc[rows, "reason"] = "by_hand"
    features.loc[rows, "status"] = np.where(features.loc[rows, "region_code"] == LEFT_OUT, "left_out", "by_hand")
    return Matched(features, matched.candidates)


def lie_on(shapes: NDArray[np.object_], current: gpd.GeoDataFrame) -> pd.DataFrame:
    """Return the region on whose boundary each shape lies most: drawn, place and place_share (0-1).

    shapes: valid polygons in degrees, None where there is none. current: region_code and valid boundaries.
    """
    old = current.geometry.to_numpy()
    shape, region = shapely.STRtree(old).query(shapes, predicate="intersects")
    common = shapely.area(shapely.intersection(shapes[shape], old[region]))
    share = common / (shapely.area(shapes[shape]) + shapely.area(old[region]) - common)
    best = pd.DataFrame({"shape": shape, "place": current["region_code"].to_numpy()[region], "place_share": share})
    best = best.sort_values("place_share", ascending=False).drop_duplicates("shape").set_index("shape")
    best = best.reindex(range(len(shapes))).assign(drawn=~shapely.is_missing(shapes))
    return best[["drawn", "place", "place_share"]].fillna({"place_share": 0.0})


def find_remarks(matched: Matched, regions: pd.DataFrame) -> pd.DataFrame:
    """List the doubts of the match: feature (0 where it is about a region), code and region_code.

    Codes: unmatched, unmatched_empty (neither region nor boundary), left_out, doubled (several of one region),
    doubled_empty (another feature of the region has no boundary), region_without_shape, region_missing (of the
    provinces that the file touches), place_disagrees, written_otherwise, and the reasons of _REMARKED.
    """
    features = matched.features
    known = features[features["region_code"].notna() & features["region_code"].ne(LEFT_OUT)]
    drawn = known[known["drawn"]]
    bare = known[~known["drawn"]]
    is_open = features["status"].isin(["likely", "tray"])
    elsewhere = drawn["place"].ne(drawn["region_code"]) & drawn["place_share"].ge(OTHER_PLACE)
    otherwise = ~known["reason"].isin(_REMARKED) & _said_otherwise(known, regions)
    parts = [
        _remarks(features[is_open & features["drawn"]], "unmatched"),
        _remarks(features[is_open & ~features["drawn"]], "unmatched_empty"),
        _remarks(features[features["status"].eq("left_out")], "left_out"),
        _remarks(drawn[drawn["region_code"].duplicated(keep=False)], "doubled"),
        _remarks(bare[bare["region_code"].isin(drawn["region_code"])], "doubled_empty"),
        _remarks(bare[~bare["region_code"].isin(drawn["region_code"])], "region_without_shape"),
        _remarks(drawn[elsewhere], "place_disagrees"),
        *(_remarks(known[known["reason"].eq(reason)], reason) for reason in _REMARKED),
        _remarks(known[otherwise], "written_otherwise"),
        _missing(known["region_code"], regions),
    ]
    return pd.concat(parts, ignore_index=True)


def _by_place(texts: pd.Series, told: pd.DataFrame, offered: pd.DataFrame, places: pd.DataFrame) -> pd.Series:
    """Return the region, of those that a name means alike, on which the boundary lies; missing where it is none's."""
    alike = offered[offered["score"] == offered.groupby("text")["score"].transform("max")]
    pairs = set(zip(alike["text"], alike["region_code"], strict=True))
    said = pd.Series(zip(texts, places["place"], strict=True), index=places.index)
    fits = told["reason"].isin(_ALIKE) & places["place_share"].ge(OTHER_PLACE) & said.isin(pairs)
    chosen = places["place"].where(fits)
    return chosen.mask(chosen.duplicated(keep=False))


def _by_row(written: pd.Series, names: pd.Series | None, texts: pd.DataFrame) -> pd.Series:
    """Return for each row the number of its text in `Resolution.texts`."""
    numbers = {pair: number for number, pair in enumerate(zip(texts["written"], texts["name"].fillna(""), strict=True))}
    beside = cell_texts(names) if names is not None else [""] * len(written)
    return pd.Series([numbers[pair] for pair in zip(cell_texts(written), beside, strict=True)], index=written.index)


def _candidates(features: pd.DataFrame, texts: pd.Series, found: pd.DataFrame) -> pd.DataFrame:
    """Return the candidates of each open feature: the region on which it lies, and those that its text may mean."""
    still = features[features["status"].isin(["likely", "tray"])]
    by_text = still.assign(text=texts)[["feature", "text"]].merge(found, on="text")[["feature", "region_code", "score"]]
    by_place = still.loc[still["place"].notna(), ["feature", "place", "place_share"]]
    by_place = by_place.set_axis(["feature", "region_code", "score"], axis=1)
    by_place = by_place.assign(score=(by_place["score"] * 100).round(1))
    both = pd.concat([by_text, by_place]).sort_values(["feature", "score"], ascending=[True, False])
    return both.drop_duplicates(["feature", "region_code"]).groupby("feature").head(OFFERED).reset_index(drop=True)


def _remarks(features: pd.DataFrame, code: str) -> pd.DataFrame:
    return pd.DataFrame({"feature": features["feature"], "code": code, "region_code": features["region_code"]})


def _missing(named: pd.Series, regions: pd.DataFrame) -> pd.DataFrame:
    """Return the regions without a feature, in the provinces that have any."""
    provinces = set(named.map(province_of))
    codes = regions["region_code"]
    left = codes[codes.map(province_of).isin(provinces) & ~codes.isin(named)]
    return pd.DataFrame({"feature": 0, "code": "region_missing", "region_code": left})


def _plain_writings(regions: pd.DataFrame) -> dict[str, set[str]]:
    """Return the writings of each region that need no word: its name, in full or under its type."""
    rows = regions[["region_code", "name", "full_name", "type"]].astype(str).to_dict("records")
    return {
        row["region_code"]: {
            fold(row["full_name"]),
            *(fold(f"{front} {row['name']}") for front in _FRONTS.get(row["type"], ("",))),
        }
        for row in rows
    }


def _said_otherwise(known: pd.DataFrame, regions: pd.DataFrame) -> pd.Series:
    """Say whether a feature's name is written in another way than ours; a code alone is not."""
    plain = _plain_writings(regions)
    said = known["name"].where(known["name"].notna(), known["written"])
    pairs = zip(said, known["region_code"], strict=True)
    other = [bool(text) and not text[:1].isdigit() and fold(text) not in plain.get(code, ()) for text, code in pairs]
    return pd.Series(other, index=known.index, dtype=bool)
