"""What the checks find, in words: a title and a sentence for every kind of finding."""

from collections.abc import Mapping

import pandas as pd

from components.language.i18n import N_, _, integer, own, percent, period_label
from components.report.labels import counts_text, lower_first, region_title, segment_suffix, segment_title
from components.state import reference
from data.checks.findings import KINDS
from data.query import Row, each_row

# A recomputed percentage is told to the hundredth at least: some differ from the printed one by no more.
_DECIMALS = 2

TITLES = {
    "beyond_rounding": N_("Printed and recomputed differ"),
    "inside_count_rounding": N_("Explained by rounded counts"),
    "above_100": N_("Above 100 percent"),
    "contradictory": N_("Two sources contradict each other"),
    "part_above_whole": N_("A part larger than its whole"),
    "impossible_count": N_("More than there can be"),
    "sum_against_province": N_("Parts do not add up to the whole"),
    "young_region": N_("Perhaps still recorded in the parent regency"),
    "election_year": N_("Raised by an election"),
}
SENTENCES = {
    "beyond_rounding": N_("{counts} make {value}, not the printed {printed}; rounding does not explain it."),
    "inside_count_rounding": N_(
        "{counts} make {value}, not the printed {printed}; the counts are rounded themselves, and that explains it."
    ),
    "above_100": N_(
        "More are counted than there are to be reached: taken as it was published, ranked and not clipped."
    ),
    "contradictory": N_(
        "{source} gives {printed}, {other_source} {other_printed} of {other_period}: participants cannot have moved so far."
    ),
    "part_above_whole": N_("{part_name}: {part}; {whole_name}: {other}. A part cannot be larger than its whole."),
    "impossible_count": N_("{part} are more than {other}, the most that is known here."),
    "sum_against_province": N_("{part} is given, but the parts, all of which are known, add up to {other}."),
    "young_region": N_(
        "Divided from {parent} in {founded}; {other_region} has {other}. Perhaps participants are still recorded in the parent regency: a suspicion."
    ),
    "young_region_explained": N_(
        "Divided from {parent} in {founded}; {other_region} has {other}. Participants are still recorded in the parent regency, as {explained} explains."
    ),
    "election_year": N_("Temporary election workers raised the figure, as {explained} explains."),
    "zero_denominator": N_("{printed} is printed over a denominator of 0."),
}


def kinds_text(kinds: str) -> str:
    """Return what was found of a figure: `Pemeriksaan: di atas 100 persen`. kinds: as a series has them, `checked`."""
    return _("Check: {kinds}", kinds="; ".join(lower_first(_(TITLES[kind])) for kind in kinds.split()))


def kind_title(kind: str) -> str:
    return _(TITLES[kind])


def printed_percent(row: Row) -> str:
    """Return the printed figure with all its decimals, "" where none was printed."""
    return _as_printed(row.value_printed)


def recomputed_percent(row: Row) -> str:
    """Return the quotient of the counts, "" where there is none."""
    if pd.isna(row.numerator) or pd.isna(row.denominator) or pd.isna(row.value):
        return ""
    return _exactly(row.value, row.value_printed)


def other_figure(row: Row) -> str:
    """Return the figure that a finding holds its own against, "" where it has none."""
    return _as_printed(row.other_printed) or _other(row)


def finding_sentence(row: Row, publishers: Mapping[str, str]) -> str:
    """Say what is the matter with one figure. row: a finding; publishers: by the id of their source."""
    key = row.kind
    if key == "beyond_rounding" and row.denominator == 0:
        key = "zero_denominator"
    if key == "young_region" and row.explained_by:
        key = "young_region_explained"
    said = _figures(row) | {
        name: publishers.get(source, source)
        for name, source in {
            "source": row.source_id,
            "other_source": row.other_source_id,
            "explained": row.explained_by,
        }.items()
    }
    return _(SENTENCES[key], **said)


def findings_table(findings: pd.DataFrame, publishers: Mapping[str, str]) -> pd.DataFrame:
    """Return findings as a file holds them, one a row, with their sentence in the screen's language."""
    rows = list(each_row(findings))
    return pd.DataFrame(
        {
            "kind": [row.kind for row in rows],
            "region_code": [row.region_code for row in rows],
            "region_name": [region_title(row.region_code) for row in rows],
            "indicator": [row.indicator for row in rows],
            "segment": [row.segment for row in rows],
            "period": [row.period for row in rows],
            "value_printed": [row.value_printed for row in rows],
            "value": [row.value for row in rows],
            "finding": [finding_sentence(row, publishers) for row in rows],
            "source_id": ["; ".join(sources_of(row)) for row in rows],
        }
    )


def sources_of(row: Row) -> list[str]:
    """Return the ids of the sources that a finding speaks of, each once."""
    return [one for one in dict.fromkeys([row.source_id, row.other_source_id, row.explained_by]) if one]


def measured_title(row: Row) -> str:
    """Return the indicator and segment of a finding; an id whose definition is gone as it is."""
    return _indicator(row.indicator) + segment_suffix(row.segment)


def by_kind(findings: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Return the findings of each kind that occurs, in the order of KINDS."""
    return {kind: rows for kind in KINDS if len(rows := findings[findings["kind"] == kind])}


def _figures(row: Row) -> dict[str, str]:
    """Return what a sentence may name of the two figures of a finding."""
    part = {"numerator": row.numerator, "denominator": row.denominator}.get(row.measure, row.value)
    whole = segment_title(row.other_segment) if row.other_segment else _indicator(row.other_indicator)
    return {
        "printed": _as_printed(row.value_printed) or _exactly(row.value, ""),
        "counts": counts_text(row),
        "value": _exactly(row.value, row.value_printed),
        "part": integer(part) if pd.notna(part) else "",
        "part_name": segment_title(row.segment) if row.other_segment else _indicator(row.indicator),
        "whole_name": whole,
        "other": _other(row),
        "other_printed": other_figure(row),
        "other_period": period_label(row.other_period) if row.other_period else "",
        "other_region": region_title(row.other_region) if row.other_region else "",
        "parent": region_title(row.parent) if row.parent else "",
        "founded": row.founded,
    }


def _other(row: Row) -> str:
    if pd.isna(row.other):
        return ""
    return integer(row.other) if row.measure else _exactly(row.other, row.other_printed)


def _indicator(indicator_id: str) -> str:
    found = reference.indicators().get(indicator_id)
    return own(found.title) if found else indicator_id


def _as_printed(written: str) -> str:
    return percent(float(written), len(written.partition(".")[2])) if written else ""


def _exactly(value: float, printed: str) -> str:
    return "" if pd.isna(value) else percent(value, max(_DECIMALS, len(printed.partition(".")[2])))
