"""One sentence for each thing that can be wrong with an input: it names the place and the fix."""

from components.language.i18n import _
from components.language.markdown import plain
from errors import DataError

PARTICULARS = (
    "file", "place", "sheet", "column", "found", "expected", "columns", "reason",
    "dataset", "who", "when", "number", "action", "role", "sign", "most",
)  # fmt: skip


def problem_sentence(error: DataError) -> str:
    """One sentence that names the place and the fix."""
    said = dict.fromkeys(PARTICULARS, "")
    said |= {name: plain(_joined(value)) for name, value in error.particulars.items()}
    sentences = _file_problems() | _row_problems() | _outline_problems() | _outline_upload_problems()
    sentences |= _choice_problems() | _upload_problems() | _reading_problems() | _size_problems()
    sentences |= _store_problems() | _definition_problems() | _checklist_problems() | _deck_problems()
    return sentences.get(error.code, _("{file}, line {place}: {code} ({found}).")).format(
        code=plain(error.code), **said
    )


def _joined(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list | tuple | set) else str(value)


def _file_problems() -> dict[str, str]:
    return {
        "file_missing": _("The file {file} is missing: copy it back from the download of the program."),
        "file_damaged": _("The file {file} is damaged ({reason}): copy it back from the download of the program."),
        "file_not_utf8": _("The file {file}, line {place}, is not UTF-8 text: save it again as “CSV UTF-8”."),
        "column_missing": _("The file {file} lacks the columns {columns}: add them to its first line."),
        "column_repeated": _("The file {file} has the columns {columns} twice: keep one of each."),
        "source_unknown": _("The file {file} does not describe the source {found}: add a line for it."),
    }


def _row_problems() -> dict[str, str]:
    return {
        "key_repeated": _("The file {file}, line {place}: {found} stands twice; keep one of the two lines."),
        "cell_empty": _("The file {file}, line {place}: the cell {column} is empty; fill it in."),
        "number_bad": _(
            "The file {file}, line {place}: “{found}” in {column} is not a number; write 75.5 or leave it empty."
        ),
        "period_unknown": _(
            "The file {file}, line {place}: “{found}” is not a period; write 2024, 2024-Q4 or 2024-11."
        ),
        "indicator_unknown": _(
            "The file {file}, line {place}: the indicator “{found}” is not defined; add it to indicators.toml."
        ),
        "segment_unknown": _(
            "The file {file}, line {place}: the indicator has no segment “{found}”; use one that indicators.toml names."
        ),
        "status_unknown": _(
            "The file {file}, line {place}: “{found}” is no status; write reported, computed, simulated or suppressed."
        ),
        "place_unknown": _("The file {file}, line {place}: “{found}” is no place; write highest or lowest."),
        "place_without_figure": _(
            "The file {file}: a place is stated of {found}, of which there is no figure; add the figure or remove the place."
        ),
        "suppressed_with_value": _(
            "The file {file}, line {place}: a suppressed figure has “{found}” in {column}; leave that cell empty."
        ),
        "url_bad": _("The file {file}, line {place}: “{found}” is not a web address; begin it with https://."),
        "source_repeated": _(
            "The file {file}, line {place}: the source {found} stands twice; keep one of the two lines."
        ),
    }


def _outline_problems() -> dict[str, str]:
    return {
        "file_unreadable": _(
            "The file {file} cannot be read ({reason}): save it again as zipped shapefile, GeoJSON or GeoPackage."
        ),
        "boundary_code_column_missing": _(
            "The file {file} has no column with region codes (found: {found}): name one region_code."
        ),
        "boundary_code_missing": _(
            "The file {file}, outline {place}, has no region code: fill it in or remove the outline."
        ),
        "boundary_code_repeated": _("The file {file} has the region code {found} twice: keep one outline each."),
        "boundary_shape_missing": _("The file {file} has no outline for {found}: draw them or remove their rows."),
        "boundary_crs_missing": _("The file {file} does not say its coordinate system: add the .prj file."),
        "boundary_empty": _("The file {file} has no outlines: export it again with its shapes."),
    }


def _outline_upload_problems() -> dict[str, str]:
    return {
        "outline_form_unknown": _(
            "The file {file} is no zipped shapefile, GeoJSON or GeoPackage: export it again in one of these forms."
        ),
        "outline_shapefile_alone": _(
            "The file {file} is one part of a shapefile: pack its .shp, .shx, .dbf and .prj into one zip."
        ),
        "outline_unreadable": _("The outlines in {file} are damaged or incomplete: export them again."),
        "outlines_of_country": _(
            "The file {file} holds the outline of the country, not of its regencies: choose a file of kabupaten and kota."
        ),
        "outlines_of_province": _(
            "The file {file} holds {found} provinces, not regencies: choose a file of kabupaten and kota (level 2)."
        ),
        "outlines_of_district": _(
            "The file {file} holds {found} districts (kecamatan), not regencies: join them by kabupaten and kota, or choose a file of those."
        ),
        "outlines_of_village": _(
            "The file {file} holds {found} villages (desa, kelurahan), not regencies: join them by kabupaten and kota, or choose a file of those."
        ),
        "outline_layer_unknown": _("The file {file} has no layer “{found}”: choose one from the list."),
        "outlines_empty": _("The file {file} holds no feature: export it again with its outlines."),
        "too_many_features": _(
            "The file {file} has {found} features, at most {expected} are read: leave out those of other regions."
        ),
        "too_many_columns": _(
            "The table of the outlines in {file} has {found} columns, at most {expected} are read: leave out the others."
        ),
        "too_many_vertices": _(
            "The outlines in {file} have {found} points, at most {expected} are read: simplify them, or upload them by province."
        ),
        "crs_unknown": _(
            "“{found}” is no coordinate system that is known here: write a code of the EPSG register, such as EPSG:32747."
        ),
        "outlines_unknown": _("There are no outlines “{found}”: open the map again from the menu."),
    }


def _choice_problems() -> dict[str, str]:
    return {
        "period_malformed": _("“{found}” is not a period; write 2024, 2024-Q4 or 2024-11."),
        "region_unknown": _("There is no region “{found}”; choose one from the list."),
        "scheme_unknown": _("There is no classification “{found}”; choose one from the list."),
        "dataset_unknown": _("There is no dataset “{found}”; known are {expected}."),
        "breaks_not_ascending": _("Class breaks must be numbers that ascend, such as 20; 40; 60."),
        "limits_missing": _("Write at least one limit, such as 20; 40; 60."),
        "limits_too_many": _(
            "{found} limits are too many: at most {most}, for more classes are not told apart by colour."
        ),
        "limit_not_number": _("“{found}” is not a number; part the limits by semicolons, such as 20; 40; 60."),
        "limit_decimal_sign": _("Write “{expected}” instead of “{found}”: here the decimal sign is “{sign}”."),
        "limit_negative": _("“{found}” is below 0, which a percentage never is; begin at 0 or above."),
        "target_missing": _("Choose a target series that states a figure for this area."),
    }


def _upload_problems() -> dict[str, str]:
    return {
        "file_empty": _("The file {file} is empty: choose the file that holds the figures."),
        "file_encrypted": _("The file {file} is locked by a password: open it with the password and save it without."),
        "file_is_map": _(
            "The file {file} is a map file, not a table of figures: upload its outlines in the tab “Boundaries”, or choose a table here."
        ),
        "archive_several": _("The archive {file} holds several tables: say which one is meant."),
        "archive_without_table": _(
            "The archive {file} holds no table that is read here, only {found}: pack the CSV or XLSX itself."
        ),
        "archive_nested": _(
            "The archive {file} holds another archive ({found}): unpack it and choose the table in it."
        ),
        "json_bad": _("The file {file}, line {place}, is no whole JSON: export it again."),
        "json_without_records": _(
            "The file {file} holds no list of records, one for each region: export it so, or save it as CSV."
        ),
        "file_is_markup": _(
            "The file {file} is a web page, not a table: download the table itself, or save it as CSV or XLSX."
        ),
        "file_not_text": _("The file {file}, line {place}, is not text: save it again as CSV or XLSX."),
        "format_unknown": _(
            "The file {file} is of a form that is not read here ({found}): save it as CSV, XLSX, XLS or ODS."
        ),
        "encoding_bad": _("The file {file}, line {place}, cannot be read as {expected}: choose another encoding."),
        "encoding_mixed": _(
            "The file {file}, line {place}, mixes two encodings: save it again as “CSV UTF-8”, and check its letters."
        ),
        "quote_bad": _(
            "The file {file}, line {place}: a quotation mark is opened and never closed; close or remove it."
        ),
        "xml_doctype": _(
            "The file {file} holds a document type, which a workbook does not need: save it again as XLSX."
        ),
        "archive_repeated": _("The file {file} holds the entry {found} twice: save or pack it again."),
    }


def _reading_problems() -> dict[str, str]:
    return {
        "upload_damaged": _(
            "The file {file} is damaged ({reason}): save it again in the program that made it and upload it again."
        ),
        "reading_too_slow": _(
            "Reading {file} took more than {expected} seconds and was stopped: leave out what is not needed, or save it as CSV."
        ),
        "reading_too_large": _(
            "Reading {file} needs more than {expected} MB of memory and was stopped: leave out what is not needed, or save it as CSV."
        ),
        "reading_failed": _(
            "The file {file} could not be read, and the reader stopped at it: save it again in the program that made it."
        ),
        "reading_no_room": _("The server has no room to read {file} ({reason}): tell whoever runs it, then try again."),
        "sheet_unknown": _("The file {file} has no sheet {found}; it has {expected}: choose one of them."),
        "table_unknown": _("The sheet in {file} has no table {found}; it has {expected}: choose one of them."),
        "header_outside": _("The file {file} has no row {found}; its last is {expected}: choose another row."),
        "too_many_unsaved": _(
            "The file {file}, sheet {sheet}: {found} formulas have no saved value; open it in Excel, save it and upload it again."
        ),
        "too_many_failed": _(
            "The file {file}, sheet {sheet}: {found} formulas failed, as #N/A; mend them or leave those columns out."
        ),
    }


def _size_problems() -> dict[str, str]:
    return {
        "file_too_large": _(
            "The file {file} has {found} bytes, at most {expected} are read: leave out what is not needed."
        ),
        "line_too_long": _("The file {file}, line {place}, is longer than {expected} letters: check its line breaks."),
        "cell_too_long": _("The file {file}, {place}: a cell is longer than {expected} letters; shorten it."),
        "sheet_too_wide": _(
            "The file {file} has {found} columns, at most {expected} are read: remove those without figures."
        ),
        "sheet_too_large": _(
            "The file {file} has {found} cells, at most {expected} are read: remove what stands far from the table."
        ),
        "archive_entries": _(
            "The file {file} holds {found} entries, at most {expected} are read: pack only what is needed."
        ),
        "archive_unpacked": _(
            "The file {file} unpacks to {found} bytes, at most {expected} are read: leave out what is not needed."
        ),
        "archive_ratio": _(
            "The file {file} unpacks to {found} times its size, at most {expected} are read: save or pack it again."
        ),
    }


def _store_problems() -> dict[str, str]:
    return {
        "published_meanwhile": _(
            "{who} published version {number} of {dataset} in between ({when}): look at it, then publish again; your draft is kept."
        ),
        "base_stale": _(
            "Somebody published in between: look at the newest version, then publish again; your draft is kept."
        ),
        "columns_differ": _(
            "The table has the columns {found}, the store {expected}: bring the columns into that order."
        ),
        "publish_unconfirmed": _(
            "Version {number} was written, and the disk did not confirm it ({reason}): look at Versi before you publish again."
        ),
        "version_unknown": _("There is no version {found}; the newest is {expected}."),
        "version_damaged": _(
            "Version {number} of {dataset} is damaged on the disk ({reason}): open another version on the page Versions; all other datasets go on."
        ),
        "draft_damaged": _("The draft {found} is damaged on the disk: drop it and upload the file again."),
        "store_damaged": _(
            "The store's file of decks, lists and drafts is damaged ({reason}): put its last backup back; what is published goes on being served."
        ),
        "version_empty": _("The version of {dataset} holds no observation: choose a file with figures."),
        "sha256_bad": _("“{found}” is no SHA-256 of a file: upload the file again."),
        "store_path_bad": _("The store cannot lie at “{found}”: set CAKUPAN_STORE to a folder."),
        "dataset_name_bad": _("“{found}” cannot name a dataset: use small letters, digits and hyphens."),
        "dataset_name_reserved": _("“{found}” is the name of something else here: give the dataset another name."),
        "draft_too_many": _(
            "You keep {expected} drafts, which is the most: publish or drop one first; the oldest is {found}."
        ),
        "draft_unknown": _("There is no draft {found} any more: upload the file again."),
        "not_allowed": _("{who} may not {action} with the role “{role}”: ask an administrator for another role."),
        "roles_file_damaged": _(
            "The file of roles {file} cannot be read ({reason}): mend it; until then nobody may publish."
        ),
        "store_full": _("The disk of the store is full: make room; the version before is still served."),
        "store_read_only": _(
            "The store's folder may not be written to: give the right to write; the version before is still served."
        ),
        "store_without_hard_links": _(
            "The store's disk knows no hard links, without which no version can be kept safe: set CAKUPAN_STORE to another disk."
        ),
        "store_busy": _("The store is busy: try again in a moment; nothing was lost."),
        "store_failed": _(
            "The store could not be written ({reason}): nothing was published; the version before is still served."
        ),
        "journal_failed": _(
            "The journal could not be written ({reason}): nothing was done; make room or give the right to write."
        ),
    }


def _definition_problems() -> dict[str, str]:
    return {
        "indicator_untitled": _("The new indicator has no title: write one."),
        "indicator_taken": _("There is already an indicator “{found}”: choose it, or write another title."),
        "indicator_text_long": _("The text for {column} is longer than {expected} letters: shorten it."),
        "indicator_counts_unnamed": _(
            "A ratio is made of two counts: write what the numerator and what the denominator count."
        ),
        "indicator_rule_bad": _("With this way of combining regions the unit cannot be {found}: choose {expected}."),
        "indicator_field_bad": _("“{found}” cannot stand for {column} of an indicator: choose one of {expected}."),
    }


def _checklist_problems() -> dict[str, str]:
    return {
        "checklist_empty": _("The list {file} names no village or agency: choose the file that holds the list."),
        "checklist_too_long": _(
            "The list {file} names {found} villages or agencies, at most {expected} are kept: leave out those of other regions."
        ),
        "checklist_repeated": _(
            "The list {file} names “{found}” twice: keep one line, or add a column with the district."
        ),
        "checklist_line_repeated": _(
            "The file {file}, line {place}: “{found}” stands in the list already; remove one line, or name a column with the district."
        ),
        "checklist_cell_long": _(
            "The file {file}, line {place}: the cell {column} is longer than {expected} letters; shorten it."
        ),
        "checklist_status_unknown": _(
            "The file {file}, line {place}: “{found}” says neither done nor not; write sudah or belum, or choose another column."
        ),
        "checklist_due_bad": _("The file {file}, line {place}: “{found}” is no date; write 31/12/2026."),
        "checklist_item_unknown": _("The list has no item {found} any more: load the page again."),
        "checklist_edit_met": _(
            "{who} has written “{found}” here in between: yours was not saved and is still in its field; save it again to overwrite theirs."
        ),
        "checklist_edit_bad": _("“{found}” cannot be saved: write a date, or at most {expected} letters."),
        "checklist_gone": _("A newer list has taken the place of this one: load the page again."),
        "tick_without_name": _("Write your name first, so that the tick says who made it."),
        "tick_name_long": _("The name is longer than {expected} letters: shorten it."),
    }


def _deck_problems() -> dict[str, str]:
    return {
        "deck_name_bad": _("A deck needs a name of at most {expected} letters: write one."),
        "deck_slide_bad": _("A deck cannot hold “{found}” as a slide: make it again from the selection on screen."),
        "deck_texts_many": _("A deck holds at most {expected} text slides: remove one first."),
        "deck_text_long": _("The text “{found}” is longer than {expected} letters: shorten it, or make two of it."),
        "deck_too_many": _("You keep {expected} decks, which is the most: drop one first."),
        "deck_changed": _("{who} changed this deck in between ({when}): shown is how it is now; do your change again."),
        "deck_unknown": _("There is no deck {found} any more: choose another, or make a new one."),
        "deck_not_own": _("This deck is {who}’s: only they or an administrator can drop it."),
    }
