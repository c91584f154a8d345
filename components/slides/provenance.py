"""Where the figures of a slide come from, in one line: source, period, status."""

from collections.abc import Iterable, Mapping

import pandas as pd

from components import cache
from components.i18n import _, integer
from components.row import Row
from components.titles import gap_title, status_title

# More sources than this are counted where a row stands alone.
MOST = 2


def source_line(rows: pd.DataFrame, titles: Mapping[str, str], when: str) -> str:
    """Rows of a series as one line: the time, how many of which status, and who printed what has a value.

    One source is named, the others are counted: a line that is cut says less than one that is short.
    """
    known = rows[rows["value"].notna()]
    parts = [when, _statuses(rows, known), _first_source(cited(known["source_id"]), titles)]
    return " · ".join(part for part in parts if part)


def source_of(row: Row, titles: Mapping[str, str], when: str) -> str:
    """The same of one row."""
    if pd.isna(row.value):
        return " · ".join([when, gap_title(row.gap)])
    return " · ".join(part for part in (when, standing(row), _sources(cited([row.source_id]), titles)) if part)


def standing(row: Row) -> str:
    """Who stands behind a value and, where another stands behind its counts, who behind those."""
    return status_title(row)


def source_titles(dataset_id: str) -> dict[str, str]:
    """Publisher, title and date of every source, by its id, as they are printed."""
    sources = cache.dataset(dataset_id).sources
    return {
        row.source_id: f"{row.publisher}, {row.title}" + (f" ({row.published})" if row.published else "")
        for row in sources.itertuples()
    }


def cited(cells: Iterable[str]) -> list[str]:
    """The ids of the sources in a column; an aggregate cites several, joined by ", "."""
    texts = [cell for cell in dict.fromkeys(cells) if isinstance(cell, str)]
    return [one for one in dict.fromkeys(one for text in texts for one in text.split(", ")) if one]


def cited_in(rows: pd.DataFrame) -> tuple[str, ...]:
    """The sources of those rows that have a value."""
    return tuple(cited(rows.loc[rows["value"].notna(), "source_id"]))


def _first_source(ids: list[str], titles: Mapping[str, str]) -> str:
    if len(ids) < MOST:
        return _sources(ids, titles)
    first, others = titles.get(ids[0], ids[0]), integer(len(ids) - 1)
    return _("Source: {source}; {count} more, all on the slide “Sources”", source=first, count=others)


def _sources(ids: list[str], titles: Mapping[str, str]) -> str:
    if not ids:
        return ""
    named = "; ".join(titles.get(one, one) for one in ids[:MOST])
    if len(ids) > MOST:
        named = _("{some} and {count} more", some=named, count=integer(len(ids) - MOST))
    return _("Source: {sources}", sources=named)


def _statuses(rows: pd.DataFrame, known: pd.DataFrame) -> str:
    counts = pd.Series([status_title(row) for row in known.itertuples()], dtype="str").value_counts()
    said = [f"{integer(count)} {title}" if len(rows) > 1 else str(title) for title, count in counts.items()]
    gaps = rows.loc[rows["value"].isna(), "gap"].value_counts()
    named = [(count, gap_title(str(gap))) for gap, count in gaps.items() if gap]
    said += [f"{integer(count)} {title}" if len(rows) > 1 else title for count, title in named]
    # A status has commas of its own: "2 reported, counts simulated; 8 simulated".
    return "; ".join(said)
