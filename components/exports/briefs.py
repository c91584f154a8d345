"""Briefs from the selection: one regency's, or those of all."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pandas as pd

from components.charts.ranking import Reference
from components.exports.parts.brief_model import Brief, Dots
from components.language.dates import today
from components.language.i18n import _, language, own, period_label
from components.report.changes import steps_between
from components.report.citations import SourceTitle, cited_by, source_of
from components.report.differences import change_text
from components.report.file_names import view_stem
from components.report.labels import (
    area_title,
    counts_text,
    dataset_title,
    figure_text,
    gap_title,
    indicator_title,
    region_title,
    segment_suffix,
    status_title,
    unit_title,
    value_text,
)
from components.report.map_model import MapDrawing
from components.report.model import Column, LineDrawing, Table
from components.report.profile import actions, peers, sentences, tables
from components.report.profile.facts import Facts, facts_of
from components.report.profile.figures import profile_figures
from components.report.slides.deck_data import DeckView, plain_view
from components.report.slides.deck_version import version_text
from components.report.slides.map_slide import map_drawing, selecting
from components.report.slides.profile_slide import lines_of
from components.report.slides.trend_slide import line_drawing
from components.state import reference
from components.state.selection import Selection
from data.profile import change_of
from data.query import Row


def briefs_of(selection: Selection, codes: Sequence[str]) -> Iterator[Brief]:
    """Yield a brief for each regency, province by province, for a province's map and lines are made once."""
    for province in dict.fromkeys(code[:2] for code in codes):
        inside = [code for code in codes if code[:2] == province]
        view = plain_view(replace(selection, area=province, level="regency", region="", regions=()))
        boundaries, lines = map_drawing(view), line_drawing(view, inside)
        for code in inside:
            yield _brief(facts_of(view, code), view, boundaries, lines_of(lines, code))


def brief_of(selection: Selection, code: str) -> Brief:
    """Return the brief of one regency."""
    return next(briefs_of(selection, [code]))


def every_regency() -> list[str]:
    """Return the codes of all regencies and cities, by code."""
    return sorted(tables.regions_of("regency")["region_code"])


def _brief(facts: Facts, view: DeckView, boundaries: MapDrawing, lines: LineDrawing) -> Brief:
    selection = facts.selection
    row = facts.profile.row
    sources = {
        one: place
        for place, one in enumerate(dict.fromkeys(one for row in facts.known for one in cited_by(row)), start=1)
    }
    return Brief(
        code=facts.code,
        name=view_stem(selection, view.dataset, region=facts.code),
        language=language(),
        title=region_title(facts.code),
        subtitle=f"{area_title(selection.area)} · {indicator_title(selection)} · {period_label(selection.period)}",
        lead=f"{sentences.value_sentence(facts)} {sentences.place_sentence(facts)}".strip(),
        sentences=tuple(sentences.meaning_sentences(facts)),
        todo=tuple(actions.todo_sentences(facts)),
        figures=profile_figures(facts, indicator_title(selection)),
        map=selecting(boundaries, facts.code) or boundaries,
        lines=lines,
        dots=_dots(facts),
        neighbours=_peers(_("Neighbours"), facts.neighbours, facts),
        neighbours_note=peers.neighbours_sentence(facts),
        similar=_peers(_("Of about the same size"), facts.similar, facts),
        similar_note=peers.similar_sentence(facts),
        known=_known(facts, sources),
        sources=tuple(_title(one, view) for one in sources),
        source="" if row is None else source_of(row, view.titles, period_label(selection.period)),
        simulated=view.simulated,
        version=f"{dataset_title(view.dataset)} ({version_text(selection.dataset)})",
        made=today().isoformat(),
        cites=() if row is None else tuple(_title(one, view) for one in cited_by(row)),
        steps=steps_between(view, *facts.change),
    )


def _title(source_id: str, view: DeckView) -> SourceTitle:
    return view.titles.get(source_id, SourceTitle(source_id, source_id))


def _dots(facts: Facts) -> Dots:
    rows = facts.profile.ranking.regions
    known = rows[rows["displayed"].notna()]
    inside = known[known["region_code"].str[:2].eq(facts.province) & known["region_code"].ne(facts.code)]
    own_row = known.loc[known["region_code"] == facts.code, "displayed"]
    lines = facts.profile.places if facts.indicator.is_ratio else ()
    references = [facts.profile.ranking.rows.get(area) for area in lines]
    return Dots(
        values=tuple(known["displayed"].tolist()),
        area=tuple(inside["displayed"].tolist()),
        own=float(own_row.iloc[0]) if len(own_row) else None,
        name=region_title(facts.code),
        references=tuple(
            Reference(area_title(row.region_code), float(row.displayed), row.region_code == "ID")
            for row in references
            if row is not None and pd.notna(row.displayed)
        ),
        unit=unit_title(facts.indicator),
    )


def _peers(title: str, rows: list[Row], facts: Facts) -> Table:
    columns = (
        Column("region", _("Region")),
        Column("value", _("Value"), "right"),
        Column("change", _("Since {period}", period=period_label(facts.profile.ranking.since)), "right"),
    )
    return Table(title, columns, tuple(_peer(row, facts) for row in rows), tuple(row.region_code for row in rows))


def _peer(row: Row, facts: Facts) -> tuple[object, ...]:
    value = gap_title(row.gap) if row.gap else value_text(row, facts.indicator)
    change = None if pd.isna(row.change) else change_text(change_of(row), facts.indicator)
    return peers.peer_title(row.region_code, facts), value, change


def _known(facts: Facts, sources: dict[str, int]) -> Table:
    """Return the sources by number: in a column they would be cut."""
    columns = tuple(
        Column(key, label)
        for key, label in (
            ("indicator", _("Indicator")),
            ("value", _("Value")),
            ("period", _("Period")),
            ("status", _("Status")),
            ("source", _("Source")),
        )
    )
    title = _("All that is known of {region}", region=region_title(facts.code))
    return Table(title, columns, tuple(_figure_known(row, sources) for row in facts.known))


def _figure_known(row: Row, sources: dict[str, int]) -> tuple[object, ...]:
    indicator = reference.indicators()[row.indicator]
    counts = counts_text(row)
    return (
        own(indicator.title) + segment_suffix(row.segment),
        figure_text(row, indicator) + (f" ({counts})" if counts else ""),
        period_label(row.period),
        status_title(row),
        ", ".join(str(sources[one]) for one in cited_by(row)),
    )
