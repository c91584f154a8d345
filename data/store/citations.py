"""The sources that a version's rows cite, carried along when rows of an earlier version stay."""

from typing import Any

import pandas as pd


def with_citations(about: dict[str, Any], earlier: dict[str, Any], rows: pd.DataFrame) -> dict[str, Any]:
    """Return `about` with the sources that the rows cite: its own, and those of the earlier version still cited.

    about, earlier: as an Upload has them; a title and description that `about` leaves unsaid are the earlier one's.
    """
    cited = {one for source in rows["source_id"].dropna().unique() for one in str(source).split(", ")}
    described = {source["source_id"]: source for source in [*_sources(earlier), *_sources(about)]}
    sources = [source for source_id, source in described.items() if source_id in cited]
    kept: dict[str, Any] = {name: earlier[name] for name in ("title", "description") if name in earlier}
    return {**kept, **about, "sources": sources}


def _sources(about: dict[str, Any]) -> list[dict[str, Any]]:
    found = about.get("sources", [])
    return [source for source in found if isinstance(source, dict) and "source_id" in source]
