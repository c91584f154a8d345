"""The table of a scoreboard in the browser: it stays where it was scrolled to while ticks come in."""

from functools import lru_cache
from pathlib import Path

from components.explorer import data_urls
from components.language.i18n import _, integer, language, period_label
from components.report.labels import gap_title, region_title
from components.report.scoreboard.score import Score
from components.report.scoreboard.sentences import done_title, left_title, partial_text, row_status
from components.state import assets
from components.state.callbacks import unbroken
from components.state.selection import Selection
from data.query import Row, each_row

MAP_HEIGHT, TABLE_HEIGHT = 340, 500
# Shorter tables need no field to find a region in them.
MANY = 14
HERE = Path(__file__).parent


def show_rows(score: Score, board: Selection) -> str:
    """Draw the table and return the code of the region that was clicked just now; "" without one."""
    data = {
        "rows": [_row(row, score) for row in each_row(score.rows)],
        "gaps": [_gap(code, score) for code in sorted(score.missing, key=region_title)],
        "selected": board.region,
        "height": TABLE_HEIGHT,
        "many": len(score.rows) + len(score.missing) > MANY,
        "texts": _texts(score),
    }
    data |= {**assets.publish_widget(HERE / "table.js"), "trigger": "opened", "moves": list(data)}
    result = data_urls.widget("cakupan_scoreboard")(
        key="scoreboard", data=data, on_opened_change=unbroken(lambda: None)
    )
    return result.opened or ""


def _row(row: Row, score: Score) -> list[object]:
    """Return code, name, done, whole and left as written, the share done, the line below, whether it is live."""
    counts = (_written(float(count), language()) for count in (row.done, row.whole, row.left))
    below = " · ".join(part for part in (period_label(row.period), row_status(row, score)) if part)
    return [row.region_code, region_title(row.region_code), *counts, _share(row), below, bool(row.ticked)]


def _gap(code: str, score: Score) -> list[str]:
    """Return code and name of a region without counts, and the partial list that it may have."""
    listed = score.partial.get(code)
    return [code, region_title(code), partial_text(listed, score.indicator) if listed else ""]


@lru_cache(maxsize=4096)
def _written(count: float, spoken: str) -> str:  # noqa: ARG001
    """Write a count by locale, kept: the country's table writes 1,300 of them every few seconds."""
    return integer(count)


def _share(row: Row) -> float:
    return min(round(100 * float(row.done) / float(row.whole), 1), 100.0)


def _texts(score: Score) -> dict[str, str]:
    return {
        "caption": _("Whoever has most left to do comes first"),
        "region": _("Region"),
        "done": done_title(score.indicator),
        "left": left_title(score.indicator),
        "find": _("Find a region"),
        "none": _("No region of that name."),
        "more": _("{count} regions; scroll the list to see them all."),
        "gap": gap_title("not_held"),
        "open": _("Open the list of {region}"),
        "notLoaded": _("The list could not be loaded: load the page again."),
    }
