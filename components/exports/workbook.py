"""The deck's tables as one workbook: a sheet per table, numbers as numbers, text as text."""

import re
from dataclasses import dataclass
from itertools import count

import pandas as pd

from components.exports.parts.sheets import (
    bars_frame,
    figures_frame,
    lines_frame,
    map_frame,
    milestones_frame,
    profile_frame,
    steps_frame,
    table_frame,
)
from components.language.i18n import _
from components.report.model import Deck, Slide
from data.export import Margin, to_xlsx

# Profiles of the whole country would make hundreds of sheets; theirs are gathered in two.
GATHERED = "profile"
# The sources of all slides have a sheet of their own, which tells more of each.
SOURCES = "sources"
# What Excel allows for the name of a sheet.
NOT_IN_SHEET_NAME, MOST_LETTERS = re.compile(r"[\[\]:*?/\\\x00-\x1f]"), 31


@dataclass(frozen=True)
class _Sheet:
    """slide: what the table is from, for what is said around it."""

    name: str
    table: pd.DataFrame
    slide: Slide


def deck_xlsx(deck: Deck) -> bytes:
    """Return every table and drawing of the deck as a sheet, the first one saying what this is and where it comes from.

    Under each table stand its source with period and status, and the dataset with its version; beside the header of
    a table with simulated figures stands that it is so.
    """
    tables, margins = {_("About"): _about(deck)}, {}
    for sheet in [*_sheets(deck), *_gathered(deck)]:
        name = _free(sheet.name, tables)
        tables[name] = sheet.table
        margins[name] = _around(sheet.slide, deck)
    if deck.sources and deck.sources.rows:
        name = _free(deck.sources.title, tables)
        tables[name] = table_frame(deck.sources)
        margins[name] = Margin(_("SIMULATION") if any(slide.simulated for slide in deck.slides) else "")
    return to_xlsx(tables, margins)


def _sheets(deck: Deck) -> list[_Sheet]:
    codes = not deck.hidden_names
    return [
        _Sheet(name, table, slide)
        for slide in deck.slides
        if slide.kind not in (GATHERED, SOURCES)
        for name, table in _tables(slide, codes)
        if len(table.columns)
    ]


def _around(slide: Slide, deck: Deck) -> Margin:
    said = [slide.source, f"{deck.dataset} ({deck.version})"]
    if slide.simulated:
        said.insert(0, _("SIMULATION"))
    return Margin(_("SIMULATION") if slide.simulated else "", tuple(line for line in said if line))


def _about(deck: Deck) -> pd.DataFrame:
    simulated = any(slide.simulated for slide in deck.slides)
    rows = [
        *((_("Name of the deck"), name) for name in [deck.own_name] if name),
        (_("Title"), f"{deck.title}, {deck.subtitle}"),
        (_("Dataset"), f"{deck.dataset} ({deck.version})"),
        (_("Made"), deck.made),
        *((_("Address"), address) for address in [deck.public_url] if address),
        *((_("Status"), mark) for mark in [_("SIMULATION")] if simulated),
    ]
    sources = [(slide.title, slide.source) for slide in deck.slides if slide.source and slide.kind != GATHERED]
    said = [(slide.title, text) for slide in deck.slides for text in slide.paragraphs]
    return pd.DataFrame([*rows, *sources, *said], columns=[_("What"), _("Text")])


def _tables(slide: Slide, codes: bool) -> list[tuple[str, pd.DataFrame]]:
    """Return them; codes: whether those of regions are shown; where names are hidden they would tell them."""
    found = [(table.title or slide.title, table_frame(table, codes)) for table in slide.tables]
    if slide.map:
        found.append((_("Map: {what}", what=slide.title), map_frame(slide.map, codes)))
    if slide.bars and not slide.tables:
        found.append((slide.title, bars_frame(slide.bars, codes)))
    if slide.lines:
        found.append((slide.title, lines_frame(slide.lines)))
        if slide.lines.milestones:
            found.append((_("Milestones"), milestones_frame(slide.lines)))
    if slide.steps:
        found.append((_("Why it changed: {area}", area=slide.steps.title), steps_frame(slide.steps)))
    if slide.figures:
        found.append((_("Figures: {what}", what=slide.title), figures_frame(slide)))
    return found


def _gathered(deck: Deck) -> list[_Sheet]:
    """Gather all profiles' figures in one sheet, and all else that is known of their regions in another."""
    profiles = [slide for slide in deck.slides if slide.kind == GATHERED]
    codes = not deck.hidden_names
    figures = [(slide, profile_frame(slide, figures_frame(slide), codes)) for slide in profiles if slide.figures]
    others = [
        (slide, profile_frame(slide, table_frame(table, codes), codes)) for slide in profiles for table in slide.tables
    ]
    named = [(_("Profiles"), figures), (_("Profiles: other indicators"), others)]
    return [_Sheet(name, _stacked(parts), _of_all(parts)) for name, parts in named if parts]


def _stacked(parts: list[tuple[Slide, pd.DataFrame]]) -> pd.DataFrame:
    return pd.concat([table for _slide, table in parts], ignore_index=True)


def _of_all(parts: list[tuple[Slide, pd.DataFrame]]) -> Slide:
    """Say of all together only whether any is simulated: each row has its own source."""
    return Slide(GATHERED, GATHERED, "", simulated=any(slide.simulated for slide, _table in parts))


def _free(name: str, tables: dict[str, pd.DataFrame]) -> str:
    """Return the name as Excel can show it: whole words within 31 letters, and a number where it is taken already."""
    plain = " ".join(NOT_IN_SHEET_NAME.sub(" ", name).split())
    numbers = (str(place) for place in count(2))
    found = _words(plain, MOST_LETTERS)
    while found.lower() in {one.lower() for one in tables}:
        number = next(numbers)
        found = f"{_words(plain, MOST_LETTERS - len(number) - 1)} {number}"
    return found


def _words(text: str, most: int) -> str:
    """Return as many whole words as fit, with nothing hanging at the end."""
    if len(text) <= most:
        return text
    cut = text[: most + 1].rpartition(" ")[0] or text[:most]
    return cut.rstrip(" ,;:–-")
