"""What one writing of a region means, and all of a file."""

from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True)
class Text:
    """What one writing of a region means.

    key: under which a choice by hand is kept; rows: how many rows are written so; status: certain, likely, tray,
    chosen (by hand, now) or left (out, by hand); candidates: region code and score, best first. until: the year up
    to which the rows reach, where the name meant another region then; 0 of all others.
    """

    key: str
    written: str
    name: str
    parent: str
    rows: int
    status: str
    reason: str
    region_code: str | None
    candidates: tuple[tuple[str, float], ...]
    until: int = 0


@dataclass(frozen=True, eq=False)
class Matched:
    """texts: in the order of the file; region_codes: one per row, missing where nobody knows, "" where left out."""

    texts: list[Text]
    region_codes: pd.Series

    def having(self, *statuses: str) -> list[Text]:
        return [text for text in self.texts if text.status in statuses]
