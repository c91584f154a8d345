"""A bundled file or one of its rows that cannot be used."""

from components.language.i18n import N_

PROBLEMS = {
    "file_missing": N_("The file {file} is missing: copy it back from the download of the program."),
    "file_damaged": N_("The file {file} is damaged ({reason}): copy it back from the download of the program."),
    "file_not_utf8": N_("The file {file}, line {place}, is not UTF-8 text: save it again as “CSV UTF-8”."),
    "column_missing": N_("The file {file} lacks the columns {columns}: add them to its first line."),
    "column_repeated": N_("The file {file} has the columns {columns} twice: keep one of each."),
    "source_unknown": N_("The file {file} does not describe the source {found}: add a line for it."),
    "key_repeated": N_("The file {file}, line {place}: {found} stands twice; keep one of the two lines."),
    "cell_empty": N_("The file {file}, line {place}: the cell {column} is empty; fill it in."),
    "number_bad": N_(
        "The file {file}, line {place}: “{found}” in {column} is not a number; write 75.5 or leave it empty."
    ),
    "period_unknown": N_("The file {file}, line {place}: “{found}” is not a period; write 2024, 2024-Q4 or 2024-11."),
    "indicator_unknown": N_(
        "The file {file}, line {place}: the indicator “{found}” is not defined; add it to indicators.toml."
    ),
    "segment_unknown": N_(
        "The file {file}, line {place}: the indicator has no segment “{found}”; use one that indicators.toml names."
    ),
    "status_unknown": N_(
        "The file {file}, line {place}: “{found}” is no status; write reported, computed, simulated or suppressed."
    ),
    "cause_unknown": N_("The file {file}, line {place}: “{found}” is no cause; write {expected}."),
    "place_unknown": N_("The file {file}, line {place}: “{found}” is no place; write highest or lowest."),
    "place_without_figure": N_(
        "The file {file}: a place is stated of {found}, of which there is no figure; add the figure or remove the place."
    ),
    "suppressed_with_value": N_(
        "The file {file}, line {place}: a suppressed figure has “{found}” in {column}; leave that cell empty."
    ),
    "url_bad": N_("The file {file}, line {place}: “{found}” is not a web address; begin it with https://."),
    "grade_unknown": N_(
        "The file {file}, line {place}: “{found}” is no grade; write official, quoted_official or press."
    ),
    "basis_unknown": N_(
        "The file {file}, line {place}: “{found}” is no basis; write residence, workplace or leave it empty."
    ),
    "source_repeated": N_("The file {file}, line {place}: the source {found} stands twice; keep one of the two lines."),
    "row_region_unknown": N_(
        "The file {file}, line {place}: there is no region “{found}”; write a code such as 17 or 17.04."
    ),
    "row_source_unknown": N_(
        "The file {file}, line {place}: the source {found} is not described; add it to the table of sources."
    ),
    "code_unknown": N_("The file {file}, line {place}: “{found}” cannot stand in {column}; write one of {expected}."),
    "year_bad": N_("The file {file}, line {place}: “{found}” is not a year; write 2025."),
    "percent_bad": N_("The file {file}, line {place}: “{found}” in {column} is not a percentage; write 52.15."),
}
