"""Lists as counts of their regency: a complete one replaces the dataset's, a partial one stands beside it."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from components.state import reference
from data.indicators import Indicator
from data.listed import TICKED

# The third indicator of the scoreboard has no denominator of its own: the gazetteer counts the villages.
PAYING = "villages_paying_from_village_fund"


@dataclass(frozen=True)
class Need:
    """The number of lines of a complete list. published: the dataset's denominator, else the gazetteer's villages."""

    whole: int
    published: bool


@dataclass(frozen=True)
class Published:
    """The dataset's count of a region, and its period."""

    done: int
    whole: int
    period: str


@dataclass(frozen=True)
class Listed:
    """The count of a list: lines ticked off, of all its lines; need: None where nobody knows."""

    done: int
    whole: int
    need: Need | None

    @property
    def complete(self) -> bool:
        return self.whole > 0 and (self.need is None or self.whole >= self.need.whole)


def villages() -> pd.Series:
    """Return the number of villages by the gazetteer, by region code; missing where it has none."""
    return reference.regions().set_index("region_code")["desa"].astype("float64")


def needs_of(counted: pd.DataFrame, codes: list[str], indicator: Indicator) -> dict[str, Need]:
    """Return the length of a complete list by regency code; none where neither dataset nor gazetteer knows it.

    counted: the dataset's rows with both counts, in the order of their periods: the newest denominator holds.
    """
    found: dict[str, Need] = {}
    if indicator.applies_where == "desa":
        known = villages().reindex(codes)
        found = {str(code): Need(int(count), published=False) for code, count in known[known.gt(0)].items()}
    if indicator.id == PAYING:
        return found
    newest = counted.drop_duplicates("region_code", keep="last")
    for code, whole in zip(newest["region_code"], newest["whole"], strict=True):
        # Where both say the same, the decree is who is named.
        if code not in found or found[code].whole != int(whole):
            found[code] = Need(int(whole), published=True)
    return found


def listed_in(
    counts: Mapping[str, tuple[int, int]], codes: list[str], needs: Mapping[str, Need]
) -> tuple[dict[str, Listed], dict[str, Listed]]:
    """Return the lists of these regions, complete and partial ones apart; one without a line is neither."""
    found = {code: Listed(*counts[code], needs.get(code)) for code in codes if code in counts and counts[code][1] > 0}
    complete = {code: one for code, one in found.items() if one.complete}
    return complete, {code: one for code, one in found.items() if code not in complete}


def with_lists(rows: pd.DataFrame, lists: Mapping[str, Listed], indicator: Indicator) -> pd.DataFrame:
    """Return the dataset's rows, with those of complete lists in the place of their regions'."""
    taken = _rows(lists, indicator)
    if taken.empty:
        return rows.assign(was_done=float("nan"), was_whole=float("nan"), was_period="")
    was = rows[["region_code", "done", "whole", "period"]]
    taken = taken.merge(was.rename(columns=lambda name: name if name == "region_code" else f"was_{name}"), how="left")
    kept = rows[~rows["region_code"].isin(taken["region_code"])]
    both = pd.concat([kept, taken], ignore_index=True) if len(kept) else taken.reset_index(drop=True)
    return both.assign(was_period=both["was_period"].fillna(""))


def _rows(lists: Mapping[str, Listed], indicator: Indicator) -> pd.DataFrame:
    """Return lists as rows like those of the dataset."""
    rows = pd.DataFrame({"region_code": list(lists)}, dtype="str")
    whole = pd.Series([float(one.whole) for one in lists.values()], dtype="float64")
    if indicator.id == PAYING:
        known = rows["region_code"].map(villages()).astype("float64")
        whole = known.where(known.gt(0), whole)
    done = pd.Series([float(one.done) for one in lists.values()], dtype="float64")
    said = {"period": "", "status": TICKED, "counts_status": TICKED, "source_id": "", "gap": ""}
    counts = {"done": done, "whole": whole, "numerator": done, "denominator": whole}
    return rows.assign(**counts, value=100 * done / whole, **said, ticked=True)
