"""Origin of the figures of a slide, in one line: source, period, status."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pandas as pd

from components.language.i18n import _, integer
from components.report.labels import gap_title, status_title, statuses_in
from data.dataset import Dataset
from data.query import Row, each_row
from data.sources import cited

# More sources than this are counted below a slide, and more than that in its notes.
MOST, MOST_NOTED = 2, 4


class SourceTitle(NamedTuple):
    """The publisher of figures; whole: publisher, title and date; url: where it can be read, "" where nobody says."""

    publisher: str
    whole: str
    url: str = ""


Titles = Mapping[str, SourceTitle]


def source_line(rows: pd.DataFrame, titles: Titles, when: str, others: pd.DataFrame | None = None) -> str:
    """Cite rows of a series in one line: the time, the number of rows of each status, and the publishers.

    rows: the regions of the level shown, which alone are counted; others: the area and the country, whose sources
    are named with theirs. Of several sources only the publishers are named: the line is read from the back of a room.
    `sources_note` has more.
    """
    known = rows[rows["value"].notna()]
    shown = rows if others is None else pd.concat([others, rows], ignore_index=True)
    parts = [when, _statuses(rows, known), _publishers(cited_in(shown), titles)]
    return " · ".join(part for part in parts if part)


def sources_note(ids: Sequence[str], titles: Titles) -> str:
    """Return the titles of several sources, of which a slide names publishers; "" for a single one."""
    return _listed([whole_title(one, titles) for one in ids], MOST_NOTED) if len(ids) > 1 else ""


def whole_title(source_id: str, titles: Titles) -> str:
    """Return publisher, title and date of a source; its id where the dataset does not know it."""
    return titles[source_id].whole if source_id in titles else source_id


def source_of(row: Row, titles: Titles, when: str) -> str:
    """Cite one row; both sources where its counts are another's."""
    if pd.isna(row.value):
        return " · ".join([when, gap_title(row.gap)])
    return " · ".join(part for part in (when, status_title(row), stated_by(row, titles)) if part)


def stated_by(row: Row, titles: Titles) -> str:
    """Name the publisher of a value and, where it is another, of its counts."""
    named = _titles(cites_of(row.source_id), titles)
    if not row.counts_source_id:
        return named
    counted = "; ".join(whole_title(one, titles) for one in cites_of(row.counts_source_id))
    return _("{source}; counts, ranks and distances: {counted}", source=named, counted=counted)


def stated_titles(row: Row, titles: Titles) -> str:
    """Return the sources of a row without a word before them, for a column."""
    named, counted = (
        "; ".join(whole_title(one, titles) for one in cites_of(cell)) for cell in (row.source_id, row.counts_source_id)
    )
    return _("{source}; counts: {counted}", source=named, counted=counted) if counted else named


def cited_by(row: Row) -> list[str]:
    """Return the ids of the sources of one row: of its value and of its counts."""
    return list(dict.fromkeys([*cites_of(row.source_id), *cites_of(row.counts_source_id)]))


def cites_of(cell: str) -> list[str]:
    """Return the ids in one cell; an aggregate cites several, joined by ", "."""
    return [one for one in cell.split(", ") if one] if isinstance(cell, str) else []


def source_titles(dataset: Dataset) -> dict[str, SourceTitle]:
    """Return every source of a dataset by its id, as it is printed."""
    sources = dataset.sources
    return {
        row.source_id: SourceTitle(
            row.publisher, f"{row.publisher}, {row.title}" + (f" ({row.published})" if row.published else ""), row.url
        )
        for row in each_row(sources)
    }


def cited_in(rows: pd.DataFrame) -> tuple[str, ...]:
    """Return the sources of those rows that have a value: of the values and of the counts behind them."""
    return tuple(cited(rows[rows["value"].notna()]))


def _publishers(ids: Sequence[str], titles: Titles) -> str:
    if len(ids) < MOST:
        return _titles(ids, titles)
    return _listed([titles[one].publisher if one in titles else one for one in ids], MOST)


def _titles(ids: Sequence[str], titles: Titles) -> str:
    return _listed([whole_title(one, titles) for one in ids], MOST)


def _listed(names: list[str], most: int) -> str:
    """List sources in one sentence, each once, the others counted; "" for none."""
    names = list(dict.fromkeys(names))
    if not names:
        return ""
    named = "; ".join(names[:most])
    if len(names) > most:
        named = _("{some} and {count} more", some=named, count=integer(len(names) - most))
    return _("Source: {sources}", sources=named)


def _statuses(rows: pd.DataFrame, known: pd.DataFrame) -> str:
    counts = statuses_in(known).most_common()
    said = [f"{integer(count)} {title}" if len(rows) > 1 else title for title, count in counts]
    gaps = rows.loc[rows["value"].isna(), "gap"].value_counts()
    named = [(count, gap_title(str(gap))) for gap, count in gaps.items() if gap]
    said += [f"{integer(count)} {title}" if len(rows) > 1 else title for count, title in named]
    # A status has commas of its own: "2 reported, counts simulated; 8 simulated".
    return "; ".join(said)
