"""Possible actions in a region: workers outside, villages and agencies left, figures to ask for."""

from components.language.i18n import _, integer, ngettext, period_label
from components.report.labels import count_status, counts_text
from components.report.profile import tables
from components.report.profile.facts import Facts
from components.report.profile.not_covered import left, outside_sentences
from data.query import Row
from data.rank_place import PROVINCE


def todo_sentences(facts: Facts) -> list[str]:
    """Return the actions that follow from the figures; where one is missing, the sentence names its keeper."""
    return [*outside_sentences(facts), *_villages(facts), *_agencies(facts)]


def _row(facts: Facts, indicator: str, segment: str) -> Row | None:
    rows = (row for row in facts.known if (row.indicator, row.segment) == (indicator, segment))
    return next((row for row in rows if counts_text(row)), None)


def _villages(facts: Facts) -> list[str]:
    """Return the villages left to enrol; none of a city of kelurahan, and of a province only reported ones."""
    rows = (_row(facts, "villages_enrolled", "all"), _row(facts, "villages_enrolled", "village_apparatus"))
    said = [sentence(row) for row, sentence in zip(rows, (_enrolled, _apparatus), strict=True) if row is not None]
    desa = tables.desa().get(facts.code, 0)
    if said or desa == 0 or len(facts.code) == PROVINCE:
        return said
    return [
        _(
            "We do not know how many of the {count} villages are enrolled; the regency's government or the branch "
            "office of BPJS Ketenagakerjaan can give it.",
            count=integer(desa),
        )
    ]


def _enrolled(row: Row) -> str:
    if left(row) == 0:
        return _("Every village is enrolled ({whole}; {period}, {status}).", **_said(row))
    return ngettext(
        "{count} of {whole} villages is not yet enrolled ({period}, {status}).",
        "{count} of {whole} villages are not yet enrolled ({period}, {status}).",
        left(row),
        **_said(row),
    )


def _apparatus(row: Row) -> str:
    if left(row) == 0:
        return _("Every village enrolled its staff ({whole}; {period}, {status}).", **_said(row))
    return ngettext(
        "{count} of {whole} villages has not yet enrolled its staff ({period}, {status}).",
        "{count} of {whole} villages have not yet enrolled their staff ({period}, {status}).",
        left(row),
        **_said(row),
    )


def _agencies(facts: Facts) -> list[str]:
    row = _row(facts, "agencies_enrolled", "all")
    if row is None:
        if len(facts.code) == PROVINCE:
            return []
        return [
            _(
                "We do not know how many regional agencies are enrolled; the regency's government or the branch "
                "office of BPJS Ketenagakerjaan can give it."
            )
        ]
    if left(row) == 0:
        return [_("Every regional agency is enrolled ({whole}; {period}, {status}).", **_said(row))]
    return [
        ngettext(
            "{count} of {whole} regional agencies is not yet enrolled ({period}, {status}).",
            "{count} of {whole} regional agencies are not yet enrolled ({period}, {status}).",
            left(row),
            **_said(row),
        )
    ]


def _said(row: Row) -> dict[str, str]:
    return {"whole": integer(row.denominator), "period": period_label(row.period), "status": count_status(row)}
