"""The classes of the map in view, as the user chose them."""

from components.language.i18n import _, exact_number, own
from components.report.labels import area_title, unit_title
from components.state import cache
from components.state.selection import DEFAULTS, Choice
from data.policy import named_figure
from errors import DataError
from geo.classify import STATISTICAL, Classification

# What stands in where a scheme cannot be had.
FALLBACK = DEFAULTS["scheme"]


def classes_in_silence(chosen: Choice) -> Classification:
    """The same for what has no place for a word: a slide, a file."""
    try:
        return classes_of(chosen, chosen.scheme)
    except DataError:
        return classes_of(chosen, FALLBACK)


def classes_of(chosen: Choice, scheme: str) -> Classification:
    area = "ID" if is_national(chosen) else chosen.area
    series = (chosen.dataset, chosen.indicator, chosen.segment, area, chosen.every)
    return cache.classification(series, chosen.level, scheme, target_value(chosen), chosen.breaks)


def is_national(chosen: Choice) -> bool:
    """Whether the classes are the country's: of rates, for a count is as large as its province."""
    return chosen.scale == "country" and has_scales(chosen)


def has_scales(chosen: Choice) -> bool:
    """Whether the classes may be the country's or the province's own."""
    is_rate = cache.indicators()[chosen.indicator].unit == "percent"
    return chosen.area != "ID" and is_rate and chosen.scheme in STATISTICAL


def series_of(chosen: Choice) -> str:
    """The target series of the bands; of none chosen, the first that speaks of the area."""
    return chosen.target or next(iter(cache.targets_of(chosen.area)), "")


def target_value(chosen: Choice) -> float | None:
    """The percent that the target bands lie around; None without one, and for an area without figures."""
    if not chosen.period:
        return None
    found = _named(series_of(chosen), chosen)
    return found[2] if found else None


def _named(series: str, chosen: Choice) -> tuple[str, int, float] | None:
    target = cache.targets().get(series)
    return named_figure(target, chosen.area, chosen.period) if target else None


def legend_title(chosen: Choice) -> str:
    """What one unit of the legend is and, over target bands, whose target it is."""
    unit = unit_title(cache.indicators()[chosen.indicator])
    return f"{unit}; {target_title(series_of(chosen), chosen)}" if _has_bands(chosen) else unit


def _has_bands(chosen: Choice) -> bool:
    return chosen.scheme == "target_bands" and not cache.indicators()[chosen.indicator].is_count


def target_title(series: str, chosen: Choice) -> str:
    """The name of the series with the figure it holds for the area: rival series must not be mistaken."""
    found = _named(series, chosen)
    if not found:
        return _("none")
    region, year, value = found
    title = own(cache.targets()[series].title)
    return _(
        "{series}: {value} % ({region}, {year})",
        series=title,
        value=exact_number(value),
        region=area_title(region),
        year=year,
    )
