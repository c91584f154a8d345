"""Slides of words: where the figures come from and what they mean, and what the presenter wrote."""

import re
from collections.abc import Sequence

import pandas as pd

from components.language.i18n import _, own
from components.report.citations import whole_title
from components.report.labels import dataset_title, indicator_name
from components.report.model import Column, OwnText, Slide, Table
from components.report.slides.deck_data import DeckView
from components.report.slides.deck_version import version_text
from components.report.source_facts import grade_title, note_text
from components.state import reference
from data.check import find_disagreements
from data.query import each_row
from data.rank_place import PROVINCE
from data.targets import Target

# Signs that no font draws and some writers refuse; the ends of lines are kept.
UNPRINTABLE = re.compile(r"[\x00-\x09\x0b-\x1f\x7f\ue000-\uf8ff]")

# The mark of a target among the indicators in a slide's `measures`.
TARGET = "target-"


def sources_slide(view: DeckView, slides: Sequence[Slide], with_addresses: bool = True) -> Slide:
    """Return the slide of the publishers of these slides' figures and the definitions of their indicators.

    with_addresses: as of `whole_sources`.
    """
    selection = view.selection
    measures = dict.fromkeys([selection.indicator, *(one for slide in slides for one in slide.measures)])
    ids = list(dict.fromkeys(one for slide in slides for one in slide.cites))
    definitions = tuple(_definition(key, selection.area) for key in sorted(measures, key=_is_target))
    return Slide(
        id="sources",
        kind="sources",
        title=_("Sources and definitions"),
        paragraphs=definitions,
        tables=(_table(ids, view, with_addresses),),
        notes=(
            *(whole_title(one, view.titles) for one in ids),
            *_contradictions(view),
            _("Indicative boundaries, not legal ones"),
        ),
        source=f"{dataset_title(view.dataset)}, {version_text(selection.dataset)}",
        simulated=view.simulated,
    )


def _is_target(key: str) -> bool:
    return key.startswith(TARGET)


def _definition(key: str, area: str) -> str:
    """Return the definition of an indicator or target: abbreviations are spelled out where a slide uses them."""
    if _is_target(key):
        target = reference.targets()[key.removeprefix(TARGET)]
        return f"{own(target.title)}: {own(target.explanation)} {_stated_in(target, area)}".strip()
    indicator = reference.indicators()[key]
    counts = ""
    if indicator.numerator and indicator.denominator:
        counts = " " + _("Counts: {n} of {d}.", n=own(indicator.numerator), d=own(indicator.denominator))
    return f"{indicator_name(key)}: {own(indicator.definition)}{counts}"


def _stated_in(target: Target, area: str) -> str:
    """Name who printed a series' figures for the area, its regions and the country."""
    figures = [one for one in target.figures if one.region_code[:PROVINCE] in (area, "ID")]
    sources = [one.source for one in figures]
    printed = [f"{one.publisher} ({one.published})" if one.published else one.publisher for one in sources]
    return _("Source: {sources}", sources="; ".join(dict.fromkeys(printed))) if printed else ""


def _table(ids: list[str], view: DeckView, with_addresses: bool) -> Table:
    sources = view.dataset.sources.set_index("source_id")
    columns = (
        Column("publisher", _("Publisher")),
        Column("title", _("Title")),
        Column("published", _("Published")),
    )
    known = [one for one in ids if one in sources.index]
    rows = tuple(tuple(str(sources.loc[one, column.key]) for column in columns) for one in known)
    links = tuple(str(sources.loc[one, "url"]) for one in known) if with_addresses else ()
    return Table(_("Sources"), columns, rows, links=links)


def whole_sources(slides: Sequence[Slide], view: DeckView, with_addresses: bool = True) -> Table:
    """Return all that is told of the sources of these slides.

    with_addresses: False where names are hidden, which an address may spell.
    """
    ids = {one for slide in slides for one in slide.cites}
    headings = {
        "publisher": _("Publisher"), "title": _("Title"), "published": _("Published"), "grade": _("Grade"),
        "retrieved": _("Retrieved"), "url": _("Address"), "note": _("Note"),
    }  # fmt: skip
    rows = tuple(
        (row.publisher, row.title, row.published, grade_title(row.grade), row.retrieved,
         row.url if with_addresses else "", note_text(row.note))
        for row in each_row(view.dataset.sources)
        if row.source_id in ids
    )  # fmt: skip
    return Table(_("Sources"), tuple(Column(key, label) for key, label in headings.items()), rows)


def _contradictions(view: DeckView) -> tuple[str, ...]:
    rows = find_disagreements(pd.concat([view.values, view.ranked], ignore_index=True))
    if rows.empty:
        return ()
    return (
        _(
            "A printed figure and its counts disagree by more than rounding can hide; both are shown, "
            "and the value from the counts is used."
        ),
    )


def text_slide(own_text: OwnText, simulated: bool = False) -> Slide:
    """Return the presenter's text as a slide, letter by letter; an empty line parts paragraphs.

    simulated: whether it stands among simulated figures, of which it may speak.
    """
    text = UNPRINTABLE.sub(" ", own_text.text.replace("\r\n", "\n"))
    paragraphs = tuple(part.strip() for part in re.split(r"\n\s*\n", text) if part.strip())
    title = UNPRINTABLE.sub(" ", own_text.title).strip()
    return Slide(f"text-{own_text.key}", "text", title, paragraphs=paragraphs, notes=paragraphs, simulated=simulated)
