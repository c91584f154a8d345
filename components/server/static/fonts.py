"""Streamlit's icon font, cut to the icons that its own pages and ours name."""

import io
import re
import struct
from collections.abc import Iterable, Iterator
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, TTLibError

ROOT = Path(__file__).parents[3]
CANNOT_CUT = (TTLibError, LookupError, AttributeError, ValueError, struct.error)  # a font of another make
NAMED = re.compile(r":material/([a-z0-9_]+)")
# Icons that a page may come to by data (a name in a table), where no search through the code finds them.
ICONS = """
    add analytics arrow_back arrow_downward arrow_forward arrow_upward bar_chart bookmark calendar_month
    check check_circle close cloud_off content_copy delete description download edit error expand_less
    expand_more filter_alt flag fullscreen fullscreen_exit groups help history home info insights
    language leaderboard link list location_on lock map menu_book more_vert open_in_new pause person
    play_arrow print public query_stats refresh save search settings share show_chart slideshow star
    sync table table_chart timeline trending_down trending_flat trending_up undo upload upload_file
    verified visibility visibility_off warning wifi_off zoom_in zoom_out
"""


def icons_wanted(scripts: Iterable[Path]) -> set[str]:
    """The icons that Streamlit's scripts, our pages and our components name as `:material/name:`."""
    ours = [path for folder in ("pages", "components") for path in (ROOT / folder).rglob("*.py")]
    texts = (path.read_text("utf-8") for path in (*scripts, *ours))
    return {name for text in texts for name in NAMED.findall(text)} | set(ICONS.split())


def cut(font: Path, icons: set[str]) -> bytes:
    """The font as WOFF2 with these icons only; an icon is a ligature of the letters of its name.

    All icons share those letters, so the subsetter by itself would keep every one: the ligatures go first.
    """
    typeface = TTFont(font)
    letters = {glyph: chr(code) for code, glyph in typeface.getBestCmap().items()}
    for ligatures in _ligatures(typeface):
        for first, endings in ligatures.items():
            spelled = ["".join(letters.get(glyph, " ") for glyph in (first, *one.Component)) for one in endings]
            ligatures[first] = [one for one, name in zip(endings, spelled, strict=True) if name in icons]
    cutter = Subsetter(Options(layout_features=["*"], notdef_outline=False))
    cutter.populate(text="".join(icons))
    cutter.subset(typeface)
    small = io.BytesIO()
    typeface.flavor = "woff2"
    typeface.save(small)
    return small.getvalue()


def _ligatures(typeface: TTFont) -> Iterator[dict]:
    """The tables of a font that turn letters into one picture, by their first letter."""
    for lookup in typeface["GSUB"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            inner = getattr(table, "ExtSubTable", table)
            if hasattr(inner, "ligatures"):
                yield inner.ligatures
