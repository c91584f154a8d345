"""What was found in a file, in plain words."""

from components.language.i18n import N_, _, integer, ngettext
from components.language.markdown import plain
from components.report.sentences import listed
from components.screens.upload.row_numbers import written_row_numbers
from data.intake.parsed_file import Opened

# More rows than these are told by their count alone.
FEW = 4
ENCODING_TITLES = {
    "utf-8": "UTF-8",
    "utf-8-sig": N_("UTF-8 with a mark at its beginning"),
    "utf-16-le": "UTF-16 LE",
    "utf-16-be": "UTF-16 BE",
    "cp1252": N_("Windows 1252 (Western Europe)"),
}
DELIMITER_TITLES = {",": N_("comma"), ";": N_("semicolon"), "\t": N_("tab"), "|": N_("vertical bar")}
REASONS = {
    "title": N_("title above the header"),
    "blank": N_("blank"),
    "total": N_("total"),
    "note": N_("note"),
    "header_repeated": N_("header repeated"),
    "column_numbers": N_("column numbers"),
    "other_table": N_("of another table"),
    "hidden": N_("hidden in the workbook"),
    "section": N_("heading of the rows below it"),
    "chosen": N_("left out by you"),
}


def detected_line(opened: Opened) -> str:
    """Return the whole finding in one line: file, form, header, rows."""
    return " · ".join([f"**{plain(opened.file)}**", form_words(opened), header_words(opened), rows_words(opened)])


def form_words(opened: Opened) -> str:
    about = opened.sheets[opened.sheet]
    if about.form == "text":
        return _(
            "text, cells parted by {delimiter}, {encoding}",
            delimiter=delimiter_title(about.delimiter),
            encoding=encoding_title(about.encoding),
        )
    if len(opened.sheets) == 1:
        return about.form.upper()
    if opened.sheet == opened.together:
        return _("{form}, sheets {sheets} together", form=about.form.upper(), sheets=plain(about.name))
    return _(
        "{form}, sheet “{sheet}” of {count}",
        form=about.form.upper(),
        sheet=plain(about.name),
        count=integer(len(opened.sheets)),
    )


def header_words(opened: Opened) -> str:
    rows = opened.header_rows
    if not rows:
        return _("no header")
    if len(rows) == 1:
        return _("header in row {row}", row=integer(rows[0]))
    return _("header in rows {rows}", rows=written_row_numbers(rows))


def rows_words(opened: Opened) -> str:
    kept = ngettext("{count} row of data", "{count} rows of data", len(opened.texts))
    return f"{kept}; {dropped_words(opened)}" if opened.dropped else kept


def dropped_words(opened: Opened) -> str:
    """Say how many rows are no data, and why: `5 baris ditinggalkan: 3 judul (1–3), 1 jumlah (16)`."""
    by_reason: dict[str, list[int]] = {}
    for row, reason in sorted(opened.dropped.items()):
        by_reason.setdefault(reason, []).append(row)
    parts = [f"{integer(len(rows))} {reason_title(reason)}{_where(rows)}" for reason, rows in by_reason.items()]
    return _("left out: {parts}", parts=listed(parts))


def _where(rows: list[int]) -> str:
    return f" ({written_row_numbers(rows)})" if len(rows) <= FEW or rows[-1] - rows[0] == len(rows) - 1 else ""


def reason_title(reason: str) -> str:
    return _(REASONS[reason])


def delimiter_title(delimiter: str) -> str:
    return _(DELIMITER_TITLES[delimiter]) if delimiter in DELIMITER_TITLES else plain(delimiter)


def encoding_title(encoding: str) -> str:
    return _(ENCODING_TITLES[encoding])
