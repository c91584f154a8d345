"""What a slide shows side by side, for every medium that draws slides whole."""

from components.language.i18n import _, integer
from components.report.model import Slide

# What a slide of each kind shows, the most telling first; other kinds show what they have.
SHOWN = {"profile": ("map", "lines"), "extremes": ("bars",), "gap": ("bars",), "scoreboard": ("map", "table")}
MOST_PARTS = 2
# Of the width of a part, what a narrow one takes.
NARROW = {"steps": 0.45}
# More than so many make the line a paragraph; the workbook has them all.
MOST_KNOWN = 3
# More regions than this make a map of thousands of points, too many for every profile of the country.
MOST_REGIONS_OF_A_LOCATOR = 60


def parts_shown(slide: Slide) -> list[str]:
    """Return up to two of `map`, `bars`, `lines`, `steps` and `table`, in the order in which they stand."""
    has = {
        "map": slide.map is not None and not _too_many(slide),
        "bars": slide.bars is not None and bool(slide.bars.rows),
        "lines": slide.lines is not None and any(line.points for line in slide.lines.series),
        "steps": slide.steps is not None,
        "table": any(table.columns for table in slide.tables[:1]),
    }
    wanted = SHOWN.get(slide.kind, ("map", "bars", "lines", "steps", "table"))
    return [part for part in wanted if has[part]][:MOST_PARTS]


def share_of(part: str) -> float:
    """Return how wide a part is, beside others of 1."""
    return NARROW.get(part, 1.0)


def also_known(slide: Slide) -> str:
    """Return what a profile knows besides what is measured, in a line: its page has no room for a table of it."""
    if slide.kind != "profile" or not slide.tables:
        return ""
    table = slide.tables[0]
    keys = [column.key for column in table.columns]
    rows = [dict(zip(keys, map(str, row), strict=True)) for row in table.rows]
    said = [
        f"{row['indicator']} {row['counts'] or row['value']} ({row['period']}, {row['status']})"
        for row in rows[:MOST_KNOWN]
    ]
    some = "; ".join(said)
    if len(rows) > MOST_KNOWN:
        some = _("{some} and {count} more", some=some, count=integer(len(rows) - MOST_KNOWN))
    return f"{table.title}: {some}." if said else ""


def _too_many(slide: Slide) -> bool:
    return slide.kind == "profile" and slide.map is not None and len(slide.map.regions) > MOST_REGIONS_OF_A_LOCATOR
