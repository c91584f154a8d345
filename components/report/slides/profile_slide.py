"""A profile of one region: its figure, its place, its distance to others and to a target, and all else known of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd

from components.language.i18n import _, own, period_label
from components.report.changes import change_of
from components.report.citations import Titles, cited_by, source_of, stated_titles
from components.report.labels import (
    counts_text,
    figure_text,
    indicator_title,
    region_title,
    segment_suffix,
    status_title,
)
from components.report.map_model import MapDrawing
from components.report.model import BarDrawing, Column, LineDrawing, Slide, Table
from components.report.profile import actions, figures, peers, sentences, target
from components.report.profile.facts import Facts, facts_of
from components.report.slides.deck_data import DeckView
from components.report.slides.extremes_slide import bar_drawing
from components.report.slides.map_slide import map_drawing, selecting
from components.report.slides.trend_slide import drawn_rows, line_drawing, target_measures, with_targets_of
from components.report.target_list import rivals_sentence
from components.state import reference
from data.query import Row
from data.sources import cited


@dataclass(frozen=True, eq=False)
class Shared:
    """The parts that all profiles of an area share: made once, never copied."""

    view: DeckView
    map: MapDrawing
    bars: BarDrawing
    lines: LineDrawing
    now: dict[str, Row]
    then: dict[str, Row]
    cites: dict[str, list[str]]


def profile_slides(view: DeckView, codes: Sequence[str] = ()) -> list[Slide]:
    """Return a profile of each region in view, the best first and those without a figure last; `codes`: only these."""
    inside = view.ranked["region_code"].tolist()
    wanted = [code for code in inside if code in set(codes)] if codes else inside
    drawn = drawn_rows(view, [*inside, view.selection.area, "ID"])
    shared = Shared(
        view=view,
        map=map_drawing(view),
        bars=bar_drawing(view),
        lines=line_drawing(view, inside),
        now=view.values_at(view.selection.period),
        then=view.values_at(view.selection.since),
        cites={str(code): cited(rows) for code, rows in drawn.groupby("region_code")},
    )
    return [_profile(facts_of(view, code), shared) for code in wanted]


def lines_of(lines: LineDrawing, code: str) -> LineDrawing:
    """Return the line of one region beside those of its area and the country."""
    return replace(lines, series=tuple(line for line in lines.series if line.role != "chosen" or line.code == code))


def _profile(facts: Facts, shared: Shared) -> Slide:
    view, code = shared.view, facts.code
    row = facts.profile.row
    others, said, aim = _others(facts, view), _said(facts), figures.target_figure(facts)
    lines = with_targets_of(code, lines_of(shared.lines, code), view)
    return Slide(
        id=f"profile-{code}",
        kind="profile",
        title=region_title(code),
        sentence=" ".join(said),
        figures=(*figures.profile_figures(facts, indicator_title(view.selection)), *([aim] if aim else [])),
        tables=(others,) if others.rows else (),
        map=selecting(shared.map, code),
        lines=lines,
        bars=replace(shared.bars, selected=code),
        notes=(*said, *_notes(facts, shared)),
        source="" if row is None else source_of(row, view.titles, period_label(view.selection.period)),
        simulated=view.simulated,
        region=code,
        cites=_cites(facts, shared),
        measures=_measures(facts, shared.view, lines),
    )


def _cites(facts: Facts, shared: Shared) -> tuple[str, ...]:
    """Return the rows to cite: its own figures and every line of comparison."""
    row = facts.profile.row
    own_row = [] if row is None or pd.isna(row.value) else cited_by(row)
    lines = [one for code in (facts.code, shared.view.selection.area, "ID") for one in shared.cites.get(code, [])]
    known = [one for row in facts.known for one in cited_by(row)]
    return tuple(dict.fromkeys([*own_row, *lines, *known]))


def _measures(facts: Facts, view: DeckView, lines: LineDrawing) -> tuple[str, ...]:
    known = [row.indicator for row in facts.known]
    aims = target_measures(view, lines, facts.code)
    return tuple(dict.fromkeys([facts.selection.indicator, *known, *aims]))


def _said(facts: Facts) -> list[str]:
    said = [sentences.value_sentence(facts), sentences.place_sentence(facts), sentences.averages_sentence(facts)]
    return [one for one in said if one]


def _notes(facts: Facts, shared: Shared) -> list[str]:
    """Return notes for the presenter: the distances in people, the target, the causes of the change."""
    code = facts.code
    change = change_of(shared.view, shared.now.get(code), shared.then.get(code)) or sentences.change_sentence(facts)
    said = [
        sentences.counts_sentence(facts),
        target.target_sentence(facts),
        rivals_sentence(facts.code) if facts.indicator.id == "coverage" else "",
        change,
        *actions.todo_sentences(facts),
        *peers.around_sentences(facts),
    ]
    return [one for one in said if one]


def _others(facts: Facts, view: DeckView) -> Table:
    """Return the newest figure of every other indicator; this one's segments, as parts of it, come last."""
    columns = (
        Column("indicator", _("Indicator")),
        Column("value", _("Value")),
        Column("counts", _("Counts")),
        Column("period", _("Period")),
        Column("status", _("Status")),
        Column("source", _("Source")),
    )
    selection = facts.selection
    rows = [row for row in facts.known if (row.indicator, row.segment) != (selection.indicator, selection.segment)]
    rows.sort(key=lambda row: row.indicator == selection.indicator)
    values = tuple(None if pd.isna(row.value) else float(row.value) for row in rows)
    return Table(_("What else is known"), columns, tuple(_other(row, view.titles) for row in rows), values=values)


def _other(row: Row, titles: Titles) -> tuple[object, ...]:
    indicator = reference.indicators()[row.indicator]
    return (
        own(indicator.title) + segment_suffix(row.segment),
        figure_text(row, indicator),
        counts_text(row),
        period_label(row.period),
        status_title(row),
        stated_titles(row, titles),
    )
