"""What the checks find, in words: a title and a sentence with the fix for every code of data/intake."""

from collections.abc import Callable
from types import SimpleNamespace

from components.language.i18n import N_, _, exact_number, integer, period_label
from components.report.checks import finding_sentence as checked_sentence
from components.report.checks import kind_title
from components.report.labels import indicator_name, lower_first, region_title, segment_title
from components.report.sentences import listed
from components.state import reference
from data.intake.findings import WARNING, Finding
from data.quantity import round_half_up

# Warned of only where both counts are there; else they are errors.
SPARED = ("number_unreadable", "number_infinite", "formula_error")
IS_SPARED = N_("“{cell}” is no number and is not used: the value is computed from the counts beside it.")
TITLES = {
    "column_missing": N_("column missing"),
    "rows_missing": N_("no row"),
    "figures_missing": N_("no figure at all"),
    "question_open": N_("not answered yet"),
    "region_unmatched": N_("region not matched"),
    "period_missing": N_("period missing"),
    "period_unreadable": N_("period unreadable"),
    "formula_unsaved": N_("formula without a value"),
    "formula_error": N_("formula failed"),
    "number_unreadable": N_("not a number"),
    "number_infinite": N_("infinite"),
    "number_negative": N_("negative"),
    "count_not_whole": N_("count not whole"),
    "indicator_unknown": N_("indicator unknown"),
    "segment_unknown": N_("segment unknown"),
    "segment_misfit": N_("segment does not fit"),
    "basis_unknown": N_("basis unknown"),
    "universe_long": N_("denominator too long"),
    "segments_unknown": N_("segments unknown"),
    "figure_missing": N_("no figure"),
    "period_empty": N_("period without figures"),
    "key_repeated": N_("stands twice"),
    "village_repeated": N_("village stands twice"),
    "village_not_combined": N_("villages cannot be added"),
    "region_incomplete": N_("villages missing"),
    "numerator_above_denominator": N_("numerator above denominator"),
    "value_outside_range": N_("outside 0 to 100"),
    "printed_disagrees": N_("counts say otherwise"),
    "inside_count_rounding": N_("counts rounded"),
    "zero_doubtful": N_("zero"),
    "share_doubtful": N_("percent or share"),
    "figure_merged": N_("merged figure"),
    "above_population": N_("more than live there"),
    "above_villages": N_("more than there are"),
    "person_repeated": N_("worker counted twice"),
    "person_elsewhere": N_("worker in two places"),
    "identity_missing": N_("no identity number"),
    "identity_rounded": N_("identity numbers rounded"),
    "person_blank": N_("row without a worker"),
    "jump": N_("jump"),
    "region_gone": N_("region gone"),
    "before_divisions": N_("larger regions"),
    "group_kept": N_("one group only"),
}
SENTENCES = {
    "column_missing": N_("Nothing says {missing}: name it under Columns."),
    "rows_missing": N_("The table has no row under its header: fill it in, or choose another sheet under File."),
    "figures_missing": N_("The file has no figure yet: fill in its columns of figures and upload it again."),
    "question_open": N_("“{column}” can be read in two ways: answer under Numbers."),
    "region_unmatched": N_("“{cell}” is matched to no region: choose one under Regions, or leave the row out."),
    "period_missing": N_("The period is empty: fill it in, or leave the row out."),
    "period_unreadable": N_("“{cell}” is no period: write 2024, 2024-Q4 or November 2024."),
    "formula_unsaved": N_("The formula’s value was never saved: open the file in a spreadsheet program and save it."),
    "formula_error": N_("The formula gives {cell}: mend it, or clear the cell."),
    "number_unreadable": N_("“{cell}” is no number: write one, or clear the cell where nothing is known."),
    "number_infinite": N_("“{cell}” is no figure: clear the cell where nothing is known."),
    "number_negative": N_("“{cell}” is negative, which a count cannot be: mend it."),
    "count_not_whole": N_("“{cell}” is read as no whole number: check the answer under Numbers, or mend it."),
    "indicator_unknown": N_("“{cell}” is no known indicator: choose one under Columns, or define it."),
    "segment_unknown": N_("“{cell}” is no known segment: write one of the indicator’s, or choose it under Columns."),
    "segment_misfit": N_("{indicator} has no segment “{segment}”; it has {expected}."),
    "basis_unknown": N_(
        "“{cell}” is neither by identity card nor by workplace: write one of the two, or clear the cell."
    ),
    "universe_long": N_("What the denominator counts is told in at most {expected} letters: shorten it."),
    "segments_unknown": N_("“{cell}” lists a segment that is not known: write them as PU + BPU, or clear the cell."),
    "figure_missing": N_("The row has no figure: it stays a gap; fill it in where the figure is known."),
    "group_kept": N_(
        "Only the rows “{group}” are used, and would stand for all: define an indicator of your own for them under Columns, unless “{group}” is everybody."
    ),
    "period_empty": N_("{indicator}, {period}: none of {number} rows has a figure, so the period is left out."),
    "key_repeated": N_(
        "{region_code}, {indicator}, {segment}, {period} stands in row {other_place} already: keep one of the two."
    ),
    "village_repeated": N_(
        "{village} in {region_code}, {period}, stands in row {other_place} already: right if two villages have this name."
    ),
    "village_not_combined": N_("{indicator} is never added up: bring a file with one row a regency."),
    "region_incomplete": N_(
        "{region_code}, {period}: {number} villages have no figure ({villages}), so the regency has none; fill them in."
    ),
    "numerator_above_denominator": N_(
        "{numerator} of {denominator}: more than there are; check whether the columns are exchanged."
    ),
    "value_outside_range": N_("{value} percent lies outside 0 to 100; it is kept as written."),
    "zero_doubtful": N_(
        "{region_code}, {period}: {indicator} is 0 where all others are far from it; read zeros as empty if nothing is known."
    ),
    "share_doubtful": N_(
        "“{cell}” is read as {cell} percent beside far larger ones: where it is a share of one, write it as a percentage."
    ),
    "figure_merged": N_(
        "“{cell}” is one merged cell and is read as the figure of each: write to each its own, or clear what is not known."
    ),
    "above_population": N_(
        "{region_code}, {period}: {value} is more than its {size} inhabitants: check the column and its scale under Columns, and how it is read under Numbers."
    ),
    "above_villages": N_(
        "{region_code}, {period}: {value} is more than its {size} villages and kelurahan: check the column under Columns, or the figure."
    ),
    "printed_disagrees": N_(
        "{printed} is printed, {numerator} of {denominator} make {computed}: the computed one is used, and the printed one is shown beside it."
    ),
    "inside_count_rounding": N_(
        "{printed} is printed, {numerator} of {denominator} make {computed}: the counts are rounded themselves, and that explains it."
    ),
    "person_repeated": N_(
        "{people} identity numbers stand more than once in one period ({rows} rows) and each row is counted: choose each person once under Numbers if they are the same workers."
    ),
    "person_elsewhere": N_(
        "{people} workers stand in more than one region or segment in one period and are counted in each: a sum over these counts them more than once."
    ),
    "identity_missing": N_(
        "{rows} rows have no identity number and are counted each: whether a worker stands twice cannot be seen there."
    ),
    "person_blank": N_(
        "{rows} rows name nobody, the first in {other_place}, and are not counted: fill in who they are, or clear the rows."
    ),
    "identity_rounded": N_(
        "A spreadsheet has cut the last digits of these numbers, so whether a worker stands twice cannot be seen: bring the column as text if it matters."
    ),
    "jump": N_("{region_code}: {value} after {value_before} in {period_before}, {change}; check the figure."),
    "before_divisions": N_(
        "{number} regencies and cities have figures up to {period}: many were divided from 1999 to 2003, so these may be of a larger region than today’s; leave them out if they are."
    ),
    "region_gone": N_(
        "{region_code} had a figure for {indicator}, {segment}, in {period_before} and has none in {period}; add it if it is known."
    ),
}
MISSING = {
    "region": N_("the region"),
    "period": N_("the period"),
    "year": N_("the year"),
    "indicator": N_("the indicator"),
    "segment": N_("the segment"),
    "figure": N_("the figure"),
}


def finding_title(finding: Finding) -> str:
    """Return what kind of thing it is, in two or three words."""
    return _(TITLES[finding.code]) if finding.code in TITLES else lower_first(kind_title(finding.code))


def finding_sentence(finding: Finding) -> str:
    """Return what is wrong and what to do; the place stands beside it in the table."""
    if finding.code not in SENTENCES:
        # The checks of a published dataset, on what would be one: they say the same there.
        return checked_sentence(SimpleNamespace(**finding.particulars), {})
    spared = finding.level == WARNING and finding.code in SPARED
    sentence = IS_SPARED if spared else SENTENCES[finding.code]
    return _(sentence).format(**particulars_in_words(finding))


def particulars_in_words(finding: Finding) -> dict[str, str]:
    """Return the particulars as the screen's language writes them: names for codes, numbers by locale."""
    return {"cell": finding.cell, "column": finding.column} | {
        name: _SHOWN.get(name, str)(value) for name, value in finding.particulars.items()
    }


def _number(value: object) -> str:
    return "–" if value is None else exact_number(round(float(str(value)), 2))


def _moved(points: float) -> str:
    size = exact_number(round_half_up(abs(points), 2))
    return _("up by {points} points", points=size) if points > 0 else _("down by {points} points", points=size)


def _indicator(found: object) -> str:
    return indicator_name(str(found)) if found in reference.indicators() else str(found)


def _names(found: object) -> str:
    return listed([str(one) for one in found]) if isinstance(found, list | tuple) else str(found)


def _segments(found: object) -> str:
    return listed([segment_title(str(one)) for one in found]) if isinstance(found, list | tuple) else str(found)


_SHOWN: dict[str, Callable[[object], str]] = {
    "missing": lambda role: _(MISSING[str(role)]),
    "indicator": _indicator,
    "segment": lambda found: segment_title(str(found)),
    "region_code": lambda found: region_title(str(found)),
    "period": lambda found: period_label(str(found)),
    "period_before": lambda found: period_label(str(found)),
    "expected": _segments,
    "villages": _names,
    **dict.fromkeys(("number", "people", "rows", "size"), lambda found: integer(float(str(found)))),
    **dict.fromkeys(("numerator", "denominator", "value", "value_before", "printed", "computed"), _number),
    "change": lambda found: _moved(float(str(found))),
}
