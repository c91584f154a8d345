"""The classes of the map in view, as the user chose them."""

from components.language.i18n import _, exact_number, own
from components.report.labels import area_title
from components.report.regimes import unit_of
from components.state import reference
from components.state.selection import DEFAULTS, Selection
from components.state.view import View
from data.targets import named_figure, stated_for
from errors import DataError
from geo.classify import STATISTICAL, Classification

# The scheme in place of one that cannot be had.
FALLBACK = DEFAULTS["scheme"]


def classes_in_silence(view: View) -> Classification:
    """Return the classes without a notice, for slides and files."""
    try:
        return classes_of(view, view.selection.scheme)
    except DataError:
        return classes_of(view, FALLBACK)


def classes_of(view: View, scheme: str) -> Classification:
    """Return the classes of the map in view. Raises DataError where the scheme cannot be had."""
    area = "ID" if is_national(view.selection) else view.selection.area
    return view.classes(area, scheme, target_value(view.selection))


def is_national(selection: Selection) -> bool:
    """Say whether the classes are the country's: of rates, for a count is as large as its province."""
    return selection.scale == "country" and has_scales(selection)


def has_scales(selection: Selection) -> bool:
    """Say whether the classes may be the country's or the province's own."""
    is_rate = reference.indicators()[selection.indicator].unit == "percent"
    return selection.area != "ID" and is_rate and selection.scheme in STATISTICAL


def series_of(selection: Selection, *codes: str) -> str:
    """Return the target series of the bands; of none chosen that speaks of the area, the first that does.

    codes: regions whose own series come before the area's.
    """
    offered = reference.targets_of(*codes, selection.area)
    return selection.target if selection.target in offered else next(iter(offered), "")


def target_value(selection: Selection) -> float | None:
    """Return the percent that the target bands lie around; None without one, and for an area without figures."""
    if not selection.period:
        return None
    found = _named(series_of(selection), selection)
    return found[2] if found else None


def _named(series: str, selection: Selection, *codes: str) -> tuple[str, int, float] | None:
    target = reference.targets().get(series)
    if target is None:
        return None
    return named_figure(target, stated_for(target, [*codes, selection.area]), selection.period)


def legend_title(view: View) -> str:
    """Return the unit of the legend and, over target bands, the series and region of the target."""
    selection, unit = view.selection, unit_of(view)
    return f"{unit}; {target_title(series_of(selection), selection)}" if _has_bands(selection) else unit


def _has_bands(selection: Selection) -> bool:
    return selection.scheme == "target_bands" and not reference.indicators()[selection.indicator].is_count


def target_title(series: str, selection: Selection, *codes: str) -> str:
    """Return the name of the series with its figure for the area: rival series must not be mistaken.

    codes: regions whose own figure comes before the area's.
    """
    found = _named(series, selection, *codes)
    if not found:
        return _("none")
    region, year, value = found
    title = own(reference.targets()[series].title)
    return _(
        "{series}: {value} % ({region}, {year})",
        series=title,
        value=exact_number(value),
        region=area_title(region),
        year=year,
    )
