"""Why an area has no figure of an indicator at all: there is nothing to count, or the dataset lacks it."""

from components.language.i18n import _
from components.report.labels import area_title, dataset_title, indicator_title
from components.state import reference
from components.state.selection import Selection
from components.state.view import View


def is_idle(selection: Selection) -> bool:
    """Say whether the indicator applies to no region of the area: DKI Jakarta has no villages."""
    counted = reference.indicators()[selection.indicator].applies_where
    inside = reference.inside(selection.area, "regency")
    return counted in inside and bool(inside[counted].le(0).all())


def absence(view: View) -> str:
    """Return the sentence in the place of figures."""
    said = {"indicator": indicator_title(view.selection), "area": area_title(view.selection.area)}
    if is_idle(view.selection):
        return _("{indicator} does not apply to {area}: it has no villages.", **said)
    title = dataset_title(view.dataset)
    return _("The dataset “{dataset}” has no figure of {indicator} for {area}.", dataset=title, **said)
