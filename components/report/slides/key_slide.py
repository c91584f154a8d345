"""The key slide: the sentence that the meeting is about, and its four figures."""

import pandas as pd

from components.language.i18n import _, period_label
from components.report.citations import cited_in, source_line
from components.report.completeness_words import of_text, units
from components.report.labels import (
    amount_text,
    area_title,
    counts_text,
    gap_title,
    indicator_title,
    place_text,
    printed_text,
    region_title,
    status_title,
    value_text,
    view_title,
)
from components.report.model import Figure, Slide
from components.report.not_available import absence
from components.report.sentences import listed, situation_sentences
from components.report.slides.deck_data import DeckView, few_known
from data.query import Row, each_row


def key_slide(view: DeckView) -> Slide:
    """Return the slide of area, country, highest and lowest; of one figure alone, that one instead of two ends."""
    selection = view.selection
    title = f"{indicator_title(selection)}, {view_title(selection)}"
    if not selection.period:
        return Slide("key", "key", title, absence(view))
    standing, ends, gaps = situation_sentences(view.now, view)
    rows = pd.concat([view.values, view.ranked], ignore_index=True).drop_duplicates("region_code")
    return Slide(
        id="key",
        kind="key",
        title=title,
        sentence=" ".join(part for part in (standing, ends) if part),
        figures=_figures(view),
        notes=tuple(part for part in (standing, ends, gaps) if part),
        source=source_line(view.ranked, view.titles, period_label(selection.period), others=view.values),
        simulated=view.simulated,
        cites=cited_in(rows),
        measures=(selection.indicator,),
    )


def _figures(view: DeckView) -> tuple[Figure, ...]:
    """Return the figures as on Ringkasan: the only region with one replaces an area without its own."""
    ends = view.ends
    only = ends.with_value == 1
    places = [
        figure_of(area_title(row.region_code), row, view)
        for row in each_row(view.values)
        if pd.notna(row.value) or not only
    ]
    if only:
        row = next(each_row(view.ranked[view.ranked["value"].notna()]))
        return (*places, figure_of(region_title(row.region_code), row, view))
    sides = ((_("Highest"), ends.highest), (_("Lowest"), ends.lowest))
    found = [end_figure(title, rows, view) for title, rows in sides if len(rows)]
    return (*places, *found, *([] if ends.gap is not None or not ends.with_value else held_figures(view)))


def held_figures(view: DeckView) -> list[Figure]:
    """Return, instead of two ends, the number of figures and, of absolute counts, their sum."""
    ends = view.ends
    held = Figure(_("We have"), of_text(ends.of), float(ends.with_value), units(view.selection.level))
    if ends.total is None:
        return [held]
    return [Figure(_("Sum"), amount_text(ends.total, view.indicator), ends.total, few_known(view)), held]


def figure_of(label: str, row: Row, view: DeckView) -> Figure:
    """Return a row as a figure; below it counts, the printed figure where that differs, and the status."""
    if pd.isna(row.value):
        return Figure(label, "–", None, gap_title(row.gap) if row.gap else "")
    printed = printed_text(row, view.indicator) if row.disagrees else ""
    said = (counts_text(row), printed, status_title(row), place_text(row, view.dataset))
    note = "; ".join(part for part in said if part)
    return Figure(label, value_text(row, view.indicator), float(row.displayed), note)


def end_figure(title: str, rows: pd.DataFrame, view: DeckView) -> Figure:
    """Return one end of the ranking, with the names that share it."""
    names = listed([region_title(code) for code in rows["region_code"][:2]]) + (" …" if len(rows) > 2 else "")
    return figure_of(f"{title}: {names}", next(each_row(rows)), view)
