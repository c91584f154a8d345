"""One sentence for each thing that can be wrong with an input: it names the place and the fix."""

from components.i18n import _
from components.markdown import plain
from errors import DataError


def problem_sentence(error: DataError) -> str:
    """One sentence that names the place and the fix."""
    said = dict.fromkeys(("file", "place", "column", "found", "expected", "columns", "reason"), "")
    said |= {name: plain(_joined(value)) for name, value in error.particulars.items()}
    sentences = _file_problems() | _row_problems() | _outline_problems() | _choice_problems()
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


def _choice_problems() -> dict[str, str]:
    return {
        "period_malformed": _("“{found}” is not a period; write 2024, 2024-Q4 or 2024-11."),
        "region_unknown": _("There is no region “{found}”; choose one from the list."),
        "scheme_unknown": _("There is no classification “{found}”; choose one from the list."),
        "dataset_unknown": _("There is no dataset “{found}”; known are {expected}."),
        "breaks_not_ascending": _("Class breaks must be numbers that ascend, such as 20; 40; 60."),
        "target_missing": _("Choose a target series that states a figure for this area."),
    }
