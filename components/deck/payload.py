"""Everything a deck's document carries: its slides, and the figures and boundaries that its drawings live from."""

from collections import Counter
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from components.charts.waterfall import Steps
from components.deck.board import board_words
from components.deck.qr import qr_code
from components.deck.sealed import sealed
from components.deck.texts import deck_texts
from components.explorer.payload import (
    checks_payload,
    classes_payload,
    colours_payload,
    parts_payload,
    places_payload,
    references_payload,
    regimes_payload,
    rule_payload,
)
from components.explorer.region_index import region_index
from components.explorer.wire import encode_geometry, encode_values
from components.language.i18n import _, day_label, exact_number, language, percent
from components.report.classes import classes_in_silence, legend_title
from components.report.labels import frame_title, indicator_title, view_title
from components.report.model import Deck, DeckRequest, LineDrawing, Slide, Table, TargetPoint
from components.report.slides.deck import build_slides
from components.report.slides.deck_data import DeckView, deck_view
from components.report.slides.hidden_names import hidden_names
from components.report.source_facts import note_text, source_line_of
from components.state import reference
from components.state.selection import Selection
from data.periods import frequency
from data.query import Row, each_row

# Around a region's code in a text: the browser writes its name there, or a number while names are hidden.
OPEN, CLOSE = "\ue000", "\ue001"

Targets = tuple[TargetPoint, ...]


def payload(selection: Selection, wanted: DeckRequest) -> dict[str, Any]:
    """`deck`, `geometry` and `values`: what the document's modules read, the last two as JSON text."""
    view = deck_view(selection)
    numbers = hidden_names(view)
    marked = {code: f"{OPEN}{code}{CLOSE}" for code in numbers}
    deck = build_slides(selection, wanted, names=marked)
    names, shared, cited = reference.names(), _shared_targets(deck), _cited(deck, view)
    parts = {
        "deck": _head(deck, view)
        | {
            "revision": wanted.revision,
            "sealed": False,
            "initials": _initials(),
            "slides": [_slide(slide, view, shared) | {"cites": _places(slide.cites, cited)} for slide in deck.slides],
            "names": {code: names[code] for code in numbers},
            "numbers": numbers,
            "index": None if wanted.hidden_names else region_index(),
            "explorer": _explorer(view),
            "targets": _goals(shared),
            "sources": _sources(cited, wanted.sealed),
        },
        "geometry": encode_geometry(view.drawn, reference.names()).decode(),
        "values": _values(view),
    }
    return sealed(parts, selection.area) if wanted.sealed else parts


def _initials() -> str:
    """The letters that any name in the country begins with, or any word in one: who types one may mean a name."""
    words = (word for name in reference.names().values() for word in name.replace(".", " ").split())
    return "".join(sorted({word[0].lower() for word in words}))


def _head(deck: Deck, view: DeckView) -> dict[str, Any]:
    address = urlsplit(deck.public_url)
    return {
        "name": deck.name,
        "ownName": deck.own_name,
        "title": deck.title,
        "language": deck.language,
        "dataset": deck.dataset,
        "version": deck.version,
        "made": _("made on {date}", date=day_label(date.fromisoformat(deck.made))),
        "hidden": deck.hidden_names,
        "publicUrl": deck.public_url,
        "shortUrl": f"{address.netloc}{address.path}".rstrip("/"),
        "qr": qr_code(deck.public_url),
        "state": _state(view),
    }


def _state(view: DeckView) -> str:
    """Where the deck asks for ticks: of its own kind of lists, the demonstration's or the real ones."""
    mark = "&simulated=1" if view.simulated else ""
    return f"/decks/ticks?area={view.selection.area}{mark}"


def _slide(slide: Slide, view: DeckView, shared: Targets) -> dict[str, Any]:
    """What the browser cannot draw from the figures it has; drawings are made there."""
    told: dict[str, Any] = {
        "id": slide.id,
        "kind": slide.kind,
        "title": slide.title,
        "sentence": slide.sentence,
        "figures": [{"label": one.label, "text": one.text, "note": one.note} for one in slide.figures],
        "notes": list(slide.notes),
        "source": slide.source,
        "simulated": slide.simulated,
        "paragraphs": list(slide.paragraphs),
        "region": slide.region,
    }
    return told | _own_parts(slide, view) | _own_targets(slide, shared)


def _own_parts(slide: Slide, view: DeckView) -> dict[str, Any]:
    table = slide.tables[0] if slide.tables else None
    if slide.kind == "trend" and slide.lines:
        return {"trend": _trend(slide.lines)} | ({"steps": _steps(slide.steps)} if slide.steps else {})
    if slide.kind == "scoreboard" and table:
        return {"rows": _board(table), "live": board_words(slide, view)}
    if slide.kind == "sources" and table:
        return {"sources": [list(row) for row in table.rows]}
    if slide.kind == "profile" and table:
        return {"others": [list(row[:4]) for row in table.rows]}
    return {}


def _cited(deck: Deck, view: DeckView) -> list[Row]:
    """The sources of all slides, in the dataset's order; a slide names them by their place."""
    ids = {one for slide in deck.slides for one in slide.cites}
    return [row for row in each_row(view.dataset.sources) if row.source_id in ids]


def _places(ids: tuple[str, ...], cited: list[Row]) -> list[int]:
    return [place for place, row in enumerate(cited) if row.source_id in ids]


def _sources(cited: list[Row], is_sealed: bool) -> list[dict[str, str]]:
    """What a press on a slide's line of sources tells; an address may spell a name, and stays out of a sealed deck."""
    return [
        {
            "title": row.title or row.source_id,
            "line": source_line_of(row),
            "note": note_text(row.note),
            "url": "" if is_sealed else row.url,
        }
        for row in cited
    ]


def _board(table: Table) -> list[dict[str, Any]]:
    keys = [column.key for column in table.columns]
    rows = [dict(zip(keys, row, strict=True)) for row in table.rows]
    return [
        {"code": code, "done": row["done"], "whole": row["whole"], "period": row["period"]}
        | ({} if row["period"] else {"isLive": True})
        for code, row in zip(table.codes, rows, strict=True)
    ]


def _trend(lines: LineDrawing) -> dict[str, Any]:
    return {
        "series": [{"code": line.code, "role": line.role} for line in lines.series],
        "milestones": [{"date": one.date, "title": one.title} for one in lines.milestones],
        "targets": _goals(lines.targets),
    }


def _steps(drawing: Steps) -> dict[str, Any]:
    """left, width: of each bar, as shares of the drawing's; end: where the rate stands after it."""
    drawn = zip(drawing.steps, drawing.shares, drawing.ends, drawing.colours, strict=True)
    rows = [
        {"label": step.label, "text": step.text, "left": left, "width": width, "end": end, "colour": colour}
        for step, (left, width), end, colour in drawn
    ]
    return {"title": drawing.title, "rows": rows}


def _own_targets(slide: Slide, shared: Targets) -> dict[str, Any]:
    """The targets of a profile, where they are others than those that most profiles share."""
    drawn = slide.lines.targets if slide.kind == "profile" and slide.lines else shared
    return {} if drawn == shared else {"targets": _goals(drawn)}


def _goals(targets: Targets) -> list[dict[str, Any]]:
    """Each with its year in its name where one series has several."""
    times = Counter((one.series, one.region) for one in targets)
    return [
        {
            "series": f"{one.series}, {one.region}" + (f" {one.year}" if times[one.series, one.region] > 1 else ""),
            "year": one.year,
            "value": one.value,
            "text": percent(0, 0).replace("0", exact_number(one.value)),
        }
        for one in targets
    ]


def _shared_targets(deck: Deck) -> Targets:
    """The same on nearly every profile, so sent once."""
    drawn = Counter(slide.lines.targets for slide in deck.slides if slide.lines)
    return drawn.most_common(1)[0][0] if drawn else ()


def _explorer(view: DeckView) -> dict[str, Any]:
    """What the explorer's modules are told on a page, here on the light ground of a wall."""
    selection, indicator = view.selection, view.indicator
    classes = classes_in_silence(view)
    return {
        "names": {code: reference.names()[code] for code in {selection.area, "ID"}},
        "period": selection.period,
        "region": selection.region or None,
        "layout": ["map"],
        "classification": classes_payload(classes, selection),
        "colours": {"light": colours_payload(classes, "light")},
        "format": {"locale": language(), "unit": indicator.unit, "decimals": indicator.decimals},
        "better": indicator.better,
        "rule": rule_payload(view),
        "stated": places_payload(view),
        "checked": checks_payload(view),
        "ratio": indicator.is_ratio,
        "parts": parts_payload(indicator),
        "references": references_payload(selection.area),
        "title": f"{indicator_title(selection)}, {view_title(selection)}",
        "unitName": legend_title(view),
        "frameTitle": frame_title(view.drawn["frames"]),
        "texts": deck_texts(indicator),
        "regimes": regimes_payload(view),
    }


def _values(view: DeckView) -> str:
    """All periods of the slider for the regions in view, the area and the country."""
    selection = view.selection
    codes = list(dict.fromkeys([*view.ranked["region_code"], selection.area, "ID"])) or [selection.area]
    rows = view.shown[view.shown["region_code"].isin(codes)]
    rows = rows[rows["period"].isin([one for one in rows["period"].unique() if frequency(one) == selection.every])]
    return encode_values(rows, codes, view.dataset.sources, view.indicator, view.periods).decode()
