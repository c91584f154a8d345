"""The deck's tables as one workbook: a sheet per table, numbers as numbers, text as text."""

import pandas as pd

from components.exports.series import columns_of
from components.i18n import _
from components.slides.model import BarDrawing, Deck, LineDrawing, MapDrawing, Slide, Table
from data.export import to_xlsx

# Profiles of the whole country would make hundreds of sheets; theirs are gathered in one.
GATHERED = "profile"


def deck_xlsx(deck: Deck) -> bytes:
    """Every table and drawing of the deck as a sheet, the first one saying what this is and where it comes from."""
    sheets = {_("About"): _about(deck)}
    for slide in deck.slides:
        if slide.kind == GATHERED:
            continue
        for name, table in _tables(slide):
            sheets[_free(name, sheets)] = table
    gathered = [table for slide in deck.slides if slide.kind == GATHERED if len(table := _profile(slide))]
    if gathered:
        sheets[_free(_("Profiles"), sheets)] = pd.concat(gathered, ignore_index=True)
    return to_xlsx(sheets)


def _about(deck: Deck) -> pd.DataFrame:
    rows = [
        (_("Title"), f"{deck.title}, {deck.subtitle}"),
        (_("Dataset"), f"{deck.dataset} ({deck.version})"),
        (_("Made"), deck.made),
        *((_("Address"), address) for address in [deck.public_url] if address),
        *((_("Status"), _("SIMULATION")) for slide in deck.slides[:1] if slide.simulated),
    ]
    sources = [(slide.title, slide.source) for slide in deck.slides if slide.source and slide.kind != GATHERED]
    return pd.DataFrame([*rows, *sources], columns=[_("What"), _("Text")])


def _tables(slide: Slide) -> list[tuple[str, pd.DataFrame]]:
    found = [(table.title or slide.title, table_frame(table)) for table in slide.tables]
    if slide.map:
        found.append((_("Map: {what}", what=slide.title), _map(slide.map)))
    if slide.bars and not slide.tables:
        found.append((slide.title, _bars(slide.bars)))
    if slide.lines:
        found.append((slide.title, _lines(slide.lines)))
    if slide.figures:
        found.append((_("Figures: {what}", what=slide.title), _figures(slide)))
    return found


def table_frame(table: Table) -> pd.DataFrame:
    """A table with its columns' labels; the region's code stands first where rows are about regions."""
    frame = pd.DataFrame(list(table.rows), columns=_distinct([column.label for column in table.columns]))
    if table.codes and len(table.codes) == len(frame):
        frame.insert(0, _distinct([_("Code"), *frame.columns])[0], list(table.codes))
    return frame


def _map(drawing: MapDrawing) -> pd.DataFrame:
    classes = {entry.fill: entry.label for entry in drawing.legend}
    rows = [(one.code, one.name, one.text, classes.get(one.fill, "")) for one in drawing.regions]
    return pd.DataFrame(rows, columns=[_("Code"), _("Region"), _("Value"), _("Class")])


def _bars(drawing: BarDrawing) -> pd.DataFrame:
    rows = [(one.rank, one.code, one.name, one.value) for one in drawing.rows]
    rows += [(None, "", line.label, line.value) for line in drawing.references]
    return pd.DataFrame(rows, columns=_distinct([_("Rank"), _("Code"), _("Region"), drawing.unit])).astype(
        {_("Rank"): "Int64"}
    )


def _lines(drawing: LineDrawing) -> pd.DataFrame:
    columns = columns_of(drawing)
    names = _distinct([_("Period"), *(column.name for column in columns.series)])
    return pd.DataFrame(dict(zip(names, [columns.labels, *(column.values for column in columns.series)], strict=True)))


def _figures(slide: Slide) -> pd.DataFrame:
    rows = [(one.label, one.text, one.value, one.note) for one in slide.figures]
    return pd.DataFrame(rows, columns=[_("What"), _("Text"), _("Value"), _("Note")])


def _profile(slide: Slide) -> pd.DataFrame:
    figures = _figures(slide)
    figures.insert(0, _("Region"), slide.title)
    figures.insert(0, _("Code"), slide.region)
    return figures


def _distinct(names: list[str]) -> list[str]:
    """Two regions of one name get a number, for a table cannot have two columns of one name."""
    seen: dict[str, int] = {}
    found = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        found.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return found


def _free(name: str, sheets: dict[str, pd.DataFrame]) -> str:
    return name if name not in sheets else _free(name + " ", sheets)
