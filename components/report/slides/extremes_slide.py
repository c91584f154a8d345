"""The regions as bars: highest and lowest, and how far apart they are."""

import pandas as pd

from components.charts.ranking import Reference
from components.language.i18n import _, period_label
from components.report.citations import cited_in, source_line
from components.report.differences import gap_text
from components.report.labels import (
    area_title,
    counts_text,
    figure_text,
    gap_title,
    indicator_title,
    place_text,
    region_title,
    status_title,
    view_title,
)
from components.report.model import Bar, BarDrawing, Column, Figure, Slide, Table
from components.report.rankings import not_yet_sentence
from components.report.ratios import exact_ratio, times_text
from components.report.regimes import unit_of
from components.report.sentences import situation_sentences
from components.report.slides.deck_data import DeckView, few_known
from components.report.slides.key_slide import end_figure
from data.quantity import Quantity, quantity_of, round_half_up
from data.query import Row, each_row
from data.rank import extremes


def extremes_slide(view: DeckView) -> Slide | None:
    """Return the slide of highest and lowest; None where fewer than two have a figure: one alone is neither.

    Of too few to be ranked, and of absolute counts, it is a list of what there is, and says so.
    """
    selection = view.selection
    if view.ends.with_value < 2:
        return None
    _standing, ends, gaps = situation_sentences(view.now, view)
    return Slide(
        id="extremes",
        kind="extremes",
        title=_ends_title(view),
        sentence=ends or gaps,
        tables=(ranking_table(view),),
        bars=bar_drawing(view),
        notes=tuple(part for part in (ends, gaps) if part),
        source=source_line(view.ranked, view.titles, period_label(selection.period)),
        simulated=view.simulated,
        region=selection.region,
        cites=_cites(view),
        measures=(selection.indicator,),
    )


def _ends_title(view: DeckView) -> str:
    if view.ends.gap is not None:
        return _("Highest and lowest")
    return _("Sum and list") if view.indicator.is_count else _("What we have")


def gap_slide(view: DeckView) -> Slide | None:
    """Return the distance between the ends: in points, as a ratio, in people; none where both ends are not known."""
    ends, selection = view.ends, view.selection
    if ends.with_value < 2 or ends.gap is None:
        return None
    labelled = view.ranked.assign(label=view.ranked["region_code"].map(region_title))
    people = not_yet_sentence(labelled, extremes(labelled, view.indicator), selection, hidden=False)
    apart = situation_sentences(view.now, view)[1]
    return Slide(
        id="gap",
        kind="gap",
        title=_("Gap and ratio"),
        # The sum of people would not show that the ends are of a few regions.
        sentence=apart if few_known(view) else people or apart,
        figures=(
            Figure(
                _("Gap"),
                gap_text(ends.gap, view.indicator),
                ends.gap.rounded,
                _of_how_many(_("highest less lowest"), view),
            ),
            _ratio(view),
            end_figure(_("Highest"), ends.highest, view),
            end_figure(_("Lowest"), ends.lowest, view),
        ),
        bars=bar_drawing(view),
        notes=tuple(part for part in (apart, people) if part),
        source=source_line(view.ranked, view.titles, period_label(selection.period)),
        simulated=view.simulated,
        region=selection.region,
        cites=_cites(view),
        measures=(selection.indicator,),
    )


def _cites(view: DeckView) -> tuple[str, ...]:
    """Return the rows to cite: of the bars, and of the lines of area and country among them."""
    return cited_in(pd.concat([view.values, view.ranked], ignore_index=True))


def _ratio(view: DeckView) -> Figure:
    """Return the ratio of highest to lowest; None where the lowest is 0."""
    ratio = view.ends.ratio
    text = times_text(ratio, view.indicator) if ratio else "–"
    # The quotient of figures printed without decimals is no number to go on with.
    value = round_half_up(ratio.value, 1) if ratio and exact_ratio(ratio, view.indicator) else None
    return Figure(_("Ratio"), text, value, _of_how_many(_("highest divided by lowest"), view))


def _of_how_many(note: str, view: DeckView) -> str:
    """Say of how many regions the ends are, where these are too few for the area."""
    return "; ".join(part for part in (note, few_known(view)) if part)


def bar_drawing(view: DeckView) -> BarDrawing:
    """Return every region with a figure as a bar, and the lines of area and country."""
    known = view.ranked[view.ranked["displayed"].notna()].sort_values(
        ["displayed", "region_code"], ascending=[False, True], kind="stable"
    )
    rows = tuple(
        Bar(
            row.region_code,
            region_title(row.region_code),
            float(row.displayed),
            figure_text(row, view.indicator),
            None if pd.isna(row.rank) else int(row.rank),
            int(row.decimals),
        )
        for row in each_row(known)
    )
    references = _references(view) if view.indicator.is_ratio else ()
    return BarDrawing(rows, references, unit_of(view), view.indicator.decimals, view.selection.region)


def _references(view: DeckView) -> tuple[Reference, ...]:
    return tuple(
        Reference(
            f"{area_title(row.region_code)} {figure_text(row, view.indicator)}",
            float(row.displayed),
            row.region_code == "ID",
            quantity_of(row, view.indicator).decimals,
        )
        for row in each_row(view.values)
        if pd.notna(row.value)
    )


def ranking_table(view: DeckView) -> Table:
    """Return every region in its place; those without a figure at the end, with the reason."""
    percent = view.indicator.unit == "percent"
    columns = (
        Column("rank", _("Rank"), "number"),
        Column("region", _("Region")),
        Column("value", unit_of(view).capitalize(), "percent" if percent else "number", _decimals(view)),
        Column("counts", _("Counts")),
        Column("status", _("Status")),
    )
    rows = tuple(
        (
            None if pd.isna(row.rank) else int(row.rank),
            region_title(row.region_code),
            None if pd.isna(row.displayed) else Quantity(float(row.displayed), int(row.decimals)),
            counts_text(row),
            gap_title(row.gap) if row.gap else _standing(row, view),
        )
        for row in each_row(view.ranked)
    )
    title = f"{indicator_title(view.selection)}, {view_title(view.selection)}"
    return Table(title, columns, rows, tuple(view.ranked["region_code"]))


def _standing(row: Row, view: DeckView) -> str:
    """Return the row's status and, where a source states it, its place."""
    return "; ".join(part for part in (status_title(row), place_text(row, view.dataset)) if part)


def _decimals(view: DeckView) -> int:
    return view.indicator.decimals
