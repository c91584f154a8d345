"""What the modules in the browser are told of a view, on a page and in a deck alike."""

from dataclasses import replace

from components.charts.palette import BUBBLE, NOT_APPLICABLE, class_colours
from components.language.i18n import _, language, ngettext, own, period_label
from components.report.checks import kinds_text
from components.report.file_names import view_stem
from components.report.labels import indicator_title, place_text, view_title
from components.report.legend import class_ramp, class_words, classes_note
from components.report.regimes import regime_title
from components.state import reference
from components.state.reference import spare_of
from components.state.selection import Selection
from components.state.view import View
from data.change_series import POINTS
from data.completeness import COMPLETE_SHARE
from data.indicators import Indicator
from data.query import each_row
from data.regimes import UNSAID
from data.stated import places_at, with_places
from geo.bubbles import explained_sizes
from geo.classify import CHANGE, Classification


def classes_payload(classification: Classification, selection: Selection) -> dict[str, object]:
    ramp = class_ramp(classification)
    return {
        "scheme": classification.scheme,
        "breaks": list(classification.breaks),
        "classes": classification.classes,
        "words": [{"text": line.text, "rare": line.rare} for line in class_words(classification, selection)],
        "ramp": {"limits": ramp.limits, "ends": ramp.ends, "range": classification.ends} if ramp else None,
        "note": classes_note(classification, selection),
        "bubbles": {"most": classification.most, "sizes": explained_sizes(classification.most)},
    }


def colours_payload(classification: Classification, theme: str) -> dict[str, object]:
    classes = class_colours(classification.scheme, classification.classes, theme)
    return {"classes": classes, "notApplicable": NOT_APPLICABLE[theme], "bubble": BUBBLE[theme]}


def rule_payload(view: View) -> dict[str, object]:
    """The rule of data.completeness, for the browser to apply to each period."""
    measured = view.indicator
    return {
        "share": COMPLETE_SHARE,
        "spare": spare_of(view.selection.level),
        "isCount": measured.is_count,
        "sums": measured.aggregation == "sum",
    }


def places_payload(view: View) -> dict[str, dict[str, str]]:
    """What sources say of a region's place, in words, by period and code."""
    places = view.dataset.places
    found: dict[str, dict[str, str]] = {}
    for period in places["period"].unique():
        rows = places_at(places, view.selection.indicator, view.selection.segment, str(period))
        stated = with_places(rows[["region_code"]], rows)
        if len(stated):
            found[str(period)] = {str(row.region_code): place_text(row, view.dataset) for row in stated.itertuples()}
    return found


def checks_payload(view: View) -> dict[str, dict[str, str]]:
    """What the checks find of a figure, in words, by period and code."""
    found: dict[str, dict[str, str]] = {}
    rows = view.shown
    for row in each_row(rows[rows["checked"].ne("") & rows["value"].notna()]):
        found.setdefault(row.period, {})[row.region_code] = kinds_text(row.checked)
    return found


def regimes_payload(view: View) -> dict[str, str]:
    """What the denominators of the figures count, in words, by the key of their regime."""
    return {key: regime_title(key) for key in view.series["regime"].unique() if key not in ("", UNSAID)}


def parts_payload(indicator: Indicator) -> dict[str, str | None]:
    """What the two counts count, in words; nothing where the indicator has none."""
    numerator, denominator = indicator.numerator, indicator.denominator
    return {
        "numerator": own(numerator) if numerator else None,
        "denominator": own(denominator) if denominator else None,
    }


def references_payload(area: str) -> list[dict[str, str]]:
    """The lines every region is read against: its area and the country."""
    lines = [{"code": area, "role": "area"}] if area != "ID" else []
    return [*lines, {"code": "ID", "role": "country"}]


def shapes_payload(view: View) -> dict[str, str]:
    """What is to be said of the map while other shapes than boundaries stand for the regions, by their code."""
    if view.indicator.is_count:
        counts = _("Counts are circles of their own sizes already, each at its place.")
        return {"circles": counts, "tiles": counts}
    circles = reference.circles(view.selection.area, view.selection.level)
    unplaced = len(set(view.inside) - set(circles["region_code"]))
    return {
        "circles": _circles_note(reference.enlarged_circles(view.selection.area, view.selection.level), unplaced),
        "tiles": "",
    }


def _circles_note(larger: int, unplaced: int) -> str:
    said = _("Area of a circle: population (Dukcapil, second half of 2024).")
    if larger:
        said += " " + ngettext(
            "{count} region with the fewest people is drawn larger, to be seen.",
            "{count} regions with the fewest people are drawn larger, to be seen.",
            larger,
        )
    if unplaced:
        said += " " + _("Regions that are new here have the smallest circle.")
    return said


def changes_payload(view: View) -> dict[str, object]:
    """What a map of changes has otherwise than one of figures: points, and nothing that is said of a single figure."""
    since = view.selection.since
    unit = _("points since {period}", period=period_label(since))
    return {
        "ofChanges": True,
        "format": {"locale": language(), "unit": POINTS, "decimals": view.indicator.decimals},
        "stated": {},
        "checked": {},
        "regimes": {},
        "parts": {"numerator": None, "denominator": None},
        "title": f"{indicator_title(view.selection)}, {view_title(view.selection)}: {unit}",
        "unitName": unit,
        "slug": f"{view_stem(replace(view.selection, period=''), view.dataset)}-{CHANGE}-{since}",
    }
