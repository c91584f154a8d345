"""The one-page brief of a regency as PDF."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from matplotlib.figure import Figure as Sheet

from components.charts.waterfall import Steps
from components.exports.drawings.canvas import sheet, to_svg
from components.exports.drawings.dots import draw_dots
from components.exports.drawings.lines import draw_lines
from components.exports.drawings.map import draw_map
from components.exports.drawings.steps import draw_steps
from components.exports.parts.brief_model import Brief
from components.exports.parts.text import shortened
from components.exports.pdf.deck import table_values
from components.exports.pdf.typeset import typeset
from components.language.i18n import _, day_label
from components.report.citations import SourceTitle
from components.report.source_links import Run, linked

# Rows that leave everything on one page.
MOST_PEERS, MOST_KNOWN = 6, 9


def brief_pdf(brief: Brief) -> bytes:
    """Return the brief as PDF of one page, fonts embedded, title and language set."""
    drawings = {"map.svg": _map(brief), "dots.svg": _dots(brief)}
    if brief.lines.series:
        drawings["lines.svg"] = _lines(brief)
    if brief.steps:
        drawings["steps.svg"] = _steps(brief.steps)
    return typeset("brief.typ", _values(brief, drawings), drawings, brief.made)


def _values(brief: Brief, drawings: dict[str, bytes]) -> dict[str, Any]:
    files = {part: f"{part}.svg" if f"{part}.svg" in drawings else "" for part in ("map", "lines", "dots", "steps")}
    return files | {
        "language": brief.language,
        "title": brief.title,
        "subtitle": brief.subtitle,
        "lead": brief.lead,
        "sentences": list(brief.sentences),
        "todo": list(brief.todo),
        "legend": [{"label": one.label, "colour": one.colour} for one in brief.map.legend],
        "legend_title": brief.map.legend_title,
        "figures": [{"label": one.label, "text": one.text, "note": one.note} for one in brief.figures],
        "neighbours": table_values(brief.neighbours, MOST_PEERS) | {"note": brief.neighbours_note},
        "similar": table_values(brief.similar, MOST_PEERS) | {"note": brief.similar_note},
        "known": table_values(brief.known, MOST_KNOWN),
        "sources": [run._asdict() for run in _numbered(brief.sources)],
        "source": [
            *(run._asdict() for run in linked(shortened(brief.source, 420), brief.cites)),
            Run(" " + _("Indicative boundaries, not legal ones") + ".")._asdict(),
        ],
        "simulated": brief.simulated,
        "simulated_word": _("SIMULATION"),
        "version": brief.version,
        "made": _("made with Cakupan on {date}", date=day_label(date.fromisoformat(brief.made))),
        "words": {
            "todo": _("What can be done"),
            "map": _("Map"),
            "trend": _("Trend"),
            "steps": _("Why it changed: {area}", area=brief.title),
            "dots": _("Among all regencies and cities with a figure"),
        },
    }


def _numbered(sources: Sequence[SourceTitle]) -> list[Run]:
    named = [Run(f"{number}: {one.whole}", one.url) for number, one in enumerate(sources, 1)]
    between = [Run(_("Source: {sources}", sources="")), *[Run("; ")] * (len(named) - 1)]
    return [run for pair in zip(between, named, strict=True) for run in pair] if named else []


def _map(brief: Brief) -> bytes:
    figure: Sheet = sheet((3.0, 1.95))
    draw_map(figure, brief.map, (0.0, 0.0, 1.0, 1.0), legend=False)
    return to_svg(figure)


def _lines(brief: Brief) -> bytes:
    figure: Sheet = sheet((4.1, 1.95))
    draw_lines(figure, brief.lines, (0.07, 0.1, 0.93, 0.78))
    return to_svg(figure)


def _steps(steps: Steps) -> bytes:
    figure: Sheet = sheet((3.0, 1.2))
    draw_steps(figure, steps, (0.0, 0.0, 1.0, 1.0))
    return to_svg(figure)


def _dots(brief: Brief) -> bytes:
    figure: Sheet = sheet((3.9 if brief.steps else 7.0, 1.02))
    draw_dots(figure, brief.dots, (0.01, 0.34, 0.98, 0.64))
    return to_svg(figure)
