"""An uploaded table that cannot be used: its form, its reading, its size."""

from components.language.i18n import N_

PROBLEMS = {
    "file_empty": N_("The file {file} is empty: choose the file that holds the figures."),
    "file_encrypted": N_("The file {file} is locked by a password: open it with the password and save it without."),
    "file_is_map": N_(
        "The file {file} is a map file, not a table of figures: upload its boundaries in the tab “Boundaries”, or choose a table here."
    ),
    "archive_several": N_("The archive {file} holds several tables: say which one is meant."),
    "archive_without_table": N_(
        "The archive {file} holds no table that is read here, only {found}: pack the CSV or XLSX itself."
    ),
    "archive_nested": N_("The archive {file} holds another archive ({found}): unpack it and choose the table in it."),
    "json_bad": N_("The file {file}, line {place}, is no whole JSON: export it again."),
    "json_without_records": N_(
        "The file {file} holds no list of records, one for each region: export it so, or save it as CSV."
    ),
    "file_is_markup": N_(
        "The file {file} is a web page, not a table: download the table itself, or save it as CSV or XLSX."
    ),
    "file_not_text": N_("The file {file}, line {place}, is not text: save it again as CSV or XLSX."),
    "format_unknown": N_(
        "The file {file} is of a form that is not read here ({found}): save it as CSV, XLSX, XLS or ODS."
    ),
    "encoding_bad": N_("The file {file}, line {place}, cannot be read as {expected}: choose another encoding."),
    "encoding_mixed": N_(
        "The file {file}, line {place}, mixes two encodings: save it again as “CSV UTF-8”, and check its letters."
    ),
    "quote_bad": N_("The file {file}, line {place}: a quotation mark is opened and never closed; close or remove it."),
    "xml_doctype": N_("The file {file} holds a document type, which a workbook does not need: save it again as XLSX."),
    "archive_repeated": N_("The file {file} holds the entry {found} twice: save or pack it again."),
    "upload_damaged": N_(
        "The file {file} is damaged ({reason}): save it again in the program that made it and upload it again."
    ),
    "table_missing": N_(
        "The file {file} holds no table, for no figure stands below row {place}: choose a file with a row for each region."
    ),
    "reading_too_slow": N_(
        "Reading {file} took more than {expected} seconds and was stopped: leave out what is not needed, or save it as CSV."
    ),
    "reading_too_large": N_(
        "Reading {file} needs more than {expected} MB of memory and was stopped: leave out what is not needed, or save it as CSV."
    ),
    "reading_failed": N_(
        "The file {file} could not be read, and the reader stopped at it: save it again in the program that made it."
    ),
    "reading_no_room": N_("The server has no room to read {file} ({reason}): tell whoever runs it, then try again."),
    "sheet_unknown": N_("The file {file} has no sheet {found}; it has {expected}: choose one of them."),
    "table_unknown": N_("The sheet in {file} has no table {found}; it has {expected}: choose one of them."),
    "header_outside": N_("The file {file} has no row {found}; its last is {expected}: choose another row."),
    "too_many_unsaved": N_(
        "The file {file}, sheet {sheet}: {found} formulas have no saved value; open it in Excel, save it and upload it again."
    ),
    "too_many_failed": N_(
        "The file {file}, sheet {sheet}: {found} formulas failed, as #N/A; mend them or leave those columns out."
    ),
    "file_too_large": N_(
        "The file {file} has {found} bytes, at most {expected} are read: leave out what is not needed."
    ),
    "line_too_long": N_("The file {file}, line {place}, is longer than {expected} letters: check its line breaks."),
    "cell_too_long": N_("The file {file}, {place}: a cell is longer than {expected} letters; shorten it."),
    "sheet_too_wide": N_(
        "The file {file} has {found} columns, at most {expected} are read: remove those without figures."
    ),
    "sheet_too_large": N_(
        "The file {file} has {found} cells, at most {expected} are read: remove what stands far from the table."
    ),
    "archive_entries": N_(
        "The file {file} holds {found} entries, at most {expected} are read: pack only what is needed."
    ),
    "archive_unpacked": N_(
        "The file {file} unpacks to {found} bytes, at most {expected} are read: leave out what is not needed."
    ),
    "archive_ratio": N_(
        "The file {file} unpacks to {found} times its size, at most {expected} are read: save or pack it again."
    ),
}
