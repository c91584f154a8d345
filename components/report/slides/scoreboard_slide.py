"""The slides of the scoreboard: villages and agencies enrolled, n of N, whoever has most left to do first."""

from dataclasses import replace

from components.language.i18n import _, period_label
from components.report.citations import cited_in, source_line, source_titles
from components.report.completeness_words import incomplete_text
from components.report.labels import area_title, region_title, status_title
from components.report.model import Column, Slide, Table
from components.report.scoreboard.score import Score, measure_key, measures, score_of
from components.report.scoreboard.sentences import done_title, figures, left_title, measure_title, particulars, sentence
from components.report.scoreboard.ticks import known_ticks
from components.state.view import View, view_of
from data.completeness import Completeness
from data.listed import own_key
from data.query import Row, each_row


def scoreboard_slides(view: View) -> list[Slide]:
    """Return a slide for each indicator and segment that has any counts in the area.

    Lists that count speak for their regions; an open deck asks for their newest counts.
    """
    view = view_of(replace(view.selection, dataset=own_key(view.selection.dataset)))
    ticks, _problem = known_ticks(view)
    # A partial list stands with its regency, on its page alone.
    found = [replace(score_of(view, measure, ticks), partial={}) for measure in measures(view, ticks)]
    return [_slide(score, view) for score in found if len(score.rows)]


def _slide(score: Score, view: View) -> Slide:
    measure = measure_title(score.indicator, score.segment)
    # A board of one regency under the country's name would be taken for the country's.
    few = incomplete_text(
        Completeness(len(score.rows), len(score.rows) + len(score.missing), 0, is_count=False), "regency"
    )
    return Slide(
        id=f"scoreboard-{measure_key(score.indicator.id, score.segment)}",
        kind="scoreboard",
        title=f"{measure}, {area_title(view.selection.area)}" + (f": {few}" if few else ""),
        sentence=sentence(score),
        figures=figures(score),
        tables=(_table(score),),
        notes=(sentence(score), *particulars(score)),
        source=source_line(
            score.rows, source_titles(view.dataset), ", ".join(period_label(one) for one in score.periods[:3])
        ),
        simulated=view.simulated,
        region=view.selection.region,
        cites=cited_in(score.rows),
        measures=(score.indicator.id,),
    )


def _table(score: Score) -> Table:
    columns = (
        Column("region", _("Region")),
        Column("done", done_title(score.indicator), "number"),
        Column("whole", _("Of"), "number"),
        Column("left", left_title(score.indicator), "number"),
        Column("period", _("Period")),
        Column("status", _("Status")),
    )
    rows = tuple(
        (region_title(row.region_code), *_whole(row), period_label(row.period), status_title(row))
        for row in each_row(score.rows)
    )
    return Table(measure_title(score.indicator, score.segment), columns, rows, tuple(score.rows["region_code"]))


def _whole(row: Row) -> tuple[int, int, int]:
    return int(row.done), int(row.whole), int(row.left)
