"""Every word that the explorer's modules show, in the screen's language."""

from components.language.i18n import _
from components.report.labels import counted
from data.indicators import Indicator


def explorer_texts(indicator: Indicator) -> dict[str, str]:
    """Texts by the name under which the modules ask for them; {places} are filled in the browser."""
    return search_texts() | _controls() | _shapes() | _figures(indicator) | _statuses()


def search_texts() -> dict[str, str]:
    """What the search shows, wherever it stands."""
    return {
        "search": _("Find a region"),
        "notFound": _("No region is called “{name}”."),
        "severalFound": _("{n} regions fit: choose one."),
        "province": _("province"),
    }


def _controls() -> dict[str, str]:
    return {
        "period": _("Period"),
        "play": _("Play"),
        "pause": _("Pause"),
        "zoomIn": _("Zoom in"),
        "zoomOut": _("Zoom out"),
        "reset": _("Whole area"),
        "fullScreen": _("Full screen"),
        "downloadSvg": _("Download the map as SVG"),
        "downloadPng": _("Download the map as PNG"),
        "table": _("Show as a table"),
        "regionCount": _("number of regions"),
        "highest": _("Highest"),
        "lowest": _("Lowest"),
        "rankedRegencies": _("Ranking of {count} regencies and cities"),
        "rankedProvinces": _("Ranking of {count} provinces"),
        "inAYear": _("in a year"),
        "since": _("Since {period}"),
        "between": _("{count} others"),
        "held": _("We have {n} of {d}"),
        "sum": _("Sum {sum} · {of}"),
        "noValues": _("No figures in this period."),
        "notLoaded": _("The map could not be loaded; reload the page."),
        "made": _("made with Cakupan on {date}"),
        "indicative": _("Indicative boundaries, not legal ones"),
    }


def _shapes() -> dict[str, str]:
    return {
        "shapes": _("Shapes on the map"),
        "outlines": _("Regions"),
        "circles": _("Circles"),
        "tiles": _("Tiles"),
        "noTiles": _("A region of this map has no tile yet; shown are boundaries."),
        "shapesLost": _("Circles and tiles could not be fetched; shown are boundaries."),
    }


def _figures(indicator: Indicator) -> dict[str, str]:
    return {
        "percent": _("{value} %"),
        "rupiah": "Rp{value}",
        "points": _("{value} points"),
        "counted": counted(indicator),
        "million": _("million"),
        "billion": _("billion"),
        "quarter": _("Quarter {quarter} {year}"),
        "counts": _("{n} of {d} {denominator}"),
        "printed": _("printed: {value}"),
        "rank": _("Rank"),
        "region": _("Region"),
        "value": _("Value"),
        "numerator": _("Numerator"),
        "denominator": _("Denominator"),
        "status": _("Status"),
    }


def _statuses() -> dict[str, str]:
    return {
        "reported": _("reported"),
        "computed": _("computed"),
        "computedFromSimulation": _("computed from simulation"),
        "simulated": _("simulated"),
        "ticked": _("ticked in the meeting"),
        "pressWithSimulation": _("percent from the press, counts simulated"),
        "statusWithCounts": _("{status}, counts {counts}"),
        "not_held": _("not in our data"),
        "not_reported": _("not reported"),
        "not_applicable": _("not applicable"),
        "suppressed": _("suppressed"),
        "other_regime": _("another denominator"),
        "regime": _("Denominator: {regime}."),
        "broken": _("The denominator changed between these two figures."),
        "none": _("none with a figure"),
        "tally": _("{regions} regions: {known}; without a figure: {gaps}"),
        "source": _("Source: {sources}"),
        "counted_by": _("Counts, ranks and distances: {sources}"),
        "simulatedMark": _("SIMULATION"),
    }
