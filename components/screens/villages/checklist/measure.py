"""Which list belongs to a regency: one for each thing that is counted there by name."""

from dataclasses import dataclass, field

from components.language.i18n import _, integer, own
from components.report.labels import indicator_name, region_title, segment_suffix
from components.report.scoreboard.list_counts import PAYING, Listed, Need, Published
from components.report.scoreboard.score import needs_in, published_in
from components.report.scoreboard.sentences import partial_text
from components.state import reference
from components.state.view import View
from data.checklist import Checklist
from data.store.checklists import checklist_of

LISTED = ("villages_enrolled", "agencies_enrolled", PAYING)


@dataclass(frozen=True)
class ListMeasure:
    """What a list is of: a regency's villages or agencies, and what is ticked off of them.

    need: how many lines make it complete; None where nobody knows. simulated: the list is a demonstration's, since
    the dataset beside it is simulated. published: what a complete list takes the place of.
    """

    region_code: str
    indicator: str
    segment: str
    need: Need | None = None
    simulated: bool = False
    published: Published | None = field(default=None, compare=False)

    @property
    def key(self) -> str:
        mark = "-simulated" if self.simulated else ""
        return f"checklist-{self.region_code}-{self.indicator}-{self.segment}{mark}"


def measure_of(view: View, code: str) -> ListMeasure:
    """Return the measure on screen where it is counted by name, else the villages enrolled."""
    name = (
        (view.selection.indicator, view.selection.segment) if view.selection.indicator in LISTED else (LISTED[0], "all")
    )
    need = needs_in(view, name, code[:2]).get(code)
    simulated = view.simulated
    return ListMeasure(code, *name, need, simulated, published_in(view, name, code))


def list_of(measure: ListMeasure) -> Checklist | None:
    return checklist_of(measure.region_code, measure.indicator, measure.segment, simulated=measure.simulated)


def measure_title(measure: ListMeasure) -> str:
    """Return `Desa terdaftar – perangkat desa, Merauke`."""
    name = indicator_name(measure.indicator) + segment_suffix(measure.segment)
    return f"{name}, {region_title(measure.region_code)}"


def what_is_counted(measure: ListMeasure) -> str:
    """Return `desa` or `OPD`."""
    indicator = reference.indicators()["villages_enrolled" if measure.indicator == PAYING else measure.indicator]
    return own(indicator.denominator) if indicator.denominator else ""


def is_partial(measure: ListMeasure, lines: int) -> bool:
    """Say whether a list of so many lines names fewer than there are."""
    return measure.need is not None and lines < measure.need.whole


def lowers(measure: ListMeasure, done: int, whole: int) -> bool:
    """Say whether a list that counts would make the region's count or share lower than the published one."""
    published = measure.published
    if published is None or is_partial(measure, whole):
        return False
    return done < published.done or done * published.whole < published.done * whole


def counted_sentence(measure: ListMeasure, done: int, whole: int) -> str:
    if is_partial(measure, whole):
        said_of = partial_text(Listed(done, whole, measure.need), reference.indicators()[measure.indicator])
        return said_of[:1].upper() + said_of[1:]
    said = {"done": integer(done), "whole": integer(whole), "what": what_is_counted(measure)}
    if measure.indicator == PAYING:
        return _("{done} of {whole} {what} pay from the village fund", **said)
    return _("{done} of {whole} {what} enrolled", **said)
