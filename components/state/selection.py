"""What is on screen, as codes, and how it is written into an address."""

from dataclasses import dataclass, replace
from typing import Any

from components.language.i18n import DEFAULT_LANGUAGE
from data.periods import frequency
from data.store.catalogue import split_key

# Every parameter of the address, in the order in which it is written; "" is not written.
DEFAULTS = {
    "set": "reported",
    "v": "",
    "area": "17",
    "level": "regency",
    "indicator": "coverage",
    "segment": "all",
    "period": "",
    "regime": "",
    "region": "",
    "regions": "",
    "scheme": "pretty",
    "scale": "",
    "breaks": "",
    "target": "",
    "since": "",
    "shapes": "",
    "lang": DEFAULT_LANGUAGE,
}
# What one page's address holds beside the choice: page, and the parameters' names.
BESIDE = {
    "rapat": ("deck",),
    "sumber": ("section",),
    "peta": ("mode",),
    "peringkat": ("order", "only"),
    "tren": ("form", "span", "base"),
}
# The codes of those that are a choice among a few; the first is the usual one, which no address writes.
OPTIONS = {
    "mode": ("value", "change", "beside"),
    "order": ("rank", "change", "not_yet", "name"),
    "only": ("all", "kabupaten", "kota"),
    "form": ("together", "apart"),
    "span": ("all", "5", "3", "1"),
    "base": ("value", "first"),
}
LEVELS = ("province", "regency")  # and the groups of provinces of data.region_groups
# Whether the classes of a rate are those of the country, one legend for all provinces, or of the area shown alone.
SCALES = ("country", "area")
# What stands for the regions on the map in the browser in place of their boundaries, which are "".
SHAPES = ("circles", "tiles")
# Stands in the address of links of ours until the server has written it anew; see `link_here`.
OUR_LINK = "go"


@dataclass(frozen=True)
class Selection:
    """What is on screen, as codes; `period` and `since` are "" where the area has no figure.

    dataset: a key of `data.store.catalogue`, which names contents that never change; an address holds it as set and v.
    """

    dataset: str
    area: str
    level: str
    indicator: str
    segment: str
    period: str
    region: str
    regions: tuple[str, ...]
    scheme: str
    breaks: tuple[float, ...]
    target: str
    since: str
    language: str
    scale: str = "area"
    regime: str = ""  # of the figures shown, see data.regimes; "" takes the most frequent of each period
    shapes: str = ""
    boundaries: str = "bundled"  # or `boundaries@3`; of the session, not in the address

    @property
    def every(self) -> str:
        """The frequency that pickers and slider hold."""
        return frequency(self.period) if self.period else "month"


def usual_scale(scheme: str) -> str:
    """The scale of an address that names none: saved with a scheme before there were scales, it keeps its meaning."""
    return "country" if scheme == DEFAULTS["scheme"] else "area"


def as_parameters(selection: Selection) -> dict[str, str]:
    name, number = split_key(selection.dataset)
    return {
        "set": name,
        "v": str(number or ""),
        "area": selection.area,
        "level": selection.level,
        "indicator": selection.indicator,
        "segment": selection.segment,
        "period": selection.period,
        "regime": selection.regime,
        "region": selection.region,
        "regions": ",".join(selection.regions),
        "scheme": selection.scheme,
        "scale": "" if selection.scale == usual_scale(selection.scheme) else selection.scale,
        "breaks": ",".join(f"{limit:.12g}" for limit in selection.breaks),
        "target": selection.target,
        "since": selection.since,
        "shapes": selection.shapes,
        "lang": selection.language,
    }


def link_parameters(selection: Selection, **changes: Any) -> dict[str, str]:
    """The address of another page, with the choice as it is or with one thing changed."""
    return {name: value for name, value in as_parameters(replace(selection, **changes)).items() if value}


def link_here(selection: Selection, **changes: Any) -> dict[str, str]:
    """The address of the same page with something changed, for a link on that page.

    Streamlit's client shows the new address of a link to the page it is on only once the server writes it, and the
    server writes only what differs (1.67.0): the address stood still and Back led astray. OUR_LINK is no part of the
    choice, so that the server always has something to mend; and it knows that what does not carry over was not asked
    for.
    """
    return {OUR_LINK: "1"} | link_parameters(selection, **changes)
