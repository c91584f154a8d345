"""What a scoreboard says when ticks come in, for the browser to fill in; and the address that tells the ticks."""

from typing import Any

from components.language.i18n import _
from components.report.model import Slide
from components.report.scoreboard.list_counts import PAYING, villages
from components.report.scoreboard.score import needs_in
from components.report.scoreboard.sentences import done_title, left_title, templates
from components.state import reference
from components.state.view import View

PREFIX = "scoreboard-"


def board_words(slide: Slide, view: View) -> dict[str, Any]:
    """The measure's key, its sentences and titles.

    wholes: N where it is not the list's own, by region. needs: how many lines a list must have to count, by region.
    """
    measure = slide.id.removeprefix(PREFIX)
    name, _dash, segment = measure.partition("-")
    indicator = reference.indicators()[name]
    return {
        "measure": measure,
        "says": templates(indicator),
        "done": done_title(indicator),
        "left": left_title(indicator),
        "ticked": _("ticked in the meeting"),
        "counted": _("{count} of {total} regions by lists ticked in the meeting"),
        "wholes": _wholes(slide) if indicator.id == PAYING else {},
        "needs": {code: need.whole for code, need in needs_in(view, (name, segment), view.selection.area).items()},
    }


def _wholes(slide: Slide) -> dict[str, int]:
    """The gazetteer's number of villages, of every regency of the provinces on the slide."""
    codes = reference.inside("ID", "regency")["region_code"]
    areas = {code[:2] for code in slide.tables[0].codes}
    known = villages()
    return {code: int(known[code]) for code in codes if code[:2] in areas and known[code] > 0}
