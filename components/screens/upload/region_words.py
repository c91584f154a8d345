"""Writings of a file and the regions they are taken for, in words."""

from functools import cache as cached

from components.language.i18n import N_, _, integer, ngettext
from components.language.markdown import plain
from components.report.labels import area_title
from components.screens.upload.pipeline import Pipeline
from components.screens.upload.writings import Text
from components.state import reference

STATUSES = {
    "certain": N_("certain"),
    "chosen": N_("chosen by hand"),
    "likely": N_("likely, to be accepted"),
    "tray": N_("not matched"),
    "left": N_("left out"),
}


def matched_line(pipeline: Pipeline) -> str:
    """Return counts of writings and of their rows: `10 pasti · 2 mungkin · 1 belum dikenal`."""
    parts = []
    for status, title in STATUSES.items():
        texts = pipeline.matched.having(status)
        if texts:
            rows = ngettext("{count} row", "{count} rows", sum(text.rows for text in texts))
            parts.append(f"{integer(len(texts))} {_(title)} ({rows})")
    return " · ".join(parts) or _("no row of data")


def region_words(code: str) -> str:
    """Return `Kabupaten Kaur, Bengkulu (17.04)`: nothing that could be taken for another."""
    return _region_words()[code]


@cached
def _region_words() -> dict[str, str]:
    """Return every region at once, because a picker names all of them: 550 texts for each writing."""
    return {
        row.region_code: row.full_name
        + (f", {area_title(row.parent_code)}" if row.level == "regency" else "")
        + f" ({row.region_code})"
        for row in reference.regions().itertuples()
    }


def written_words(text: Text) -> str:
    """Return the text as the file has it, with how often it stands there."""
    said = " · ".join(f"“{plain(part)}”" for part in (text.written, text.name) if part) or _("(empty)")
    where = f", {plain(text.parent)}" if text.parent else ""
    where += ", " + _("until {year}", year=str(text.until)) if text.until else ""
    rows = ngettext("{count} row", "{count} rows", text.rows)
    return f"{said}{where} :gray[{rows}]"
