"""What is told of a source beside its title: how near it is to whoever counted, its dates, its note."""

from components.language.i18n import N_, _, date_label, own
from data.notes import note_titles
from data.query import Row

GRADES = {
    "official": N_("official publication"),
    "quoted_official": N_("press, quoting an official"),
    "press": N_("press"),
}


def grade_title(grade: str) -> str:
    """Return the grade in words, "" where nobody judged the source."""
    return _(GRADES[grade]) if grade in GRADES else ""


def note_text(note: str) -> str:
    """Return a note in the screen's language, where it is one of the bundled ones; else as it stands."""
    return own(note_titles(note)) if note else ""


def source_line_of(row: Row) -> str:
    """Return publisher, date, grade and date of retrieval in one line, without what nobody told.

    row: of a table of sources, see data.sources.
    """
    parts = (
        row.publisher,
        _day(row.published),
        grade_title(row.grade),
        _("retrieved {day}", day=_day(row.retrieved)) if row.retrieved else "",
    )
    return " · ".join(part for part in parts if part)


def _day(told: str) -> str:
    """Write a day, month or year in words; what is none of these, as an upload may have it, stays as it is."""
    try:
        return date_label(told) if told else ""
    except ValueError:
        return told
