"""The one reader of an address: pages, decks, files, drafts and lists read their codes here."""

from collections.abc import Collection, Mapping
from urllib.parse import urlencode

from components.language.i18n import DEFAULT_LANGUAGE, LANGUAGES
from components.state import boundary_cache, cache, records, reference, stamps
from components.state.defaults import before, earlier_periods, limits_in, opening_period
from components.state.open_drafts import open_draft
from components.state.selection import DEFAULTS, LEVELS, OPTIONS, SCALES, SHAPES, Selection, usual_scale
from data.bundled import bundled_ids
from data.region_groups import load_region_groups
from data.store import catalogue
from data.store.catalogue import is_draft, key_of
from data.store.naming import number_in
from data.store.roles import User
from errors import DataError
from geo.boundary_sets import BUNDLED, boundaries_key, boundaries_number
from geo.classify import SCHEMES

# Dataset, indicator, segment and area: of what there are figures.
Measured = tuple[str, str, str, str]


class UnknownError(LookupError):
    """An address names what is not known here, or not to this user."""


def levels_of(area: str) -> tuple[str, ...]:
    """The levels of regions that a map of an area can show."""
    return (*LEVELS, *load_region_groups()) if area == "ID" else ("regency",)


def language_in(asked: Mapping[str, str]) -> str:
    """Return the language of an address; ours where it names none that is known."""
    wanted = asked.get("lang", "")
    return wanted if wanted in LANGUAGES else DEFAULT_LANGUAGE


class Reading:
    """The parameters of an address, read code by code.

    What is not known is refused with UnknownError; a page replaces it and says so, see `components.state.session`.
    """

    forgiving = False

    def __init__(self, asked: Mapping[str, str]) -> None:
        self.asked = asked

    def unknown(self, name: str, wanted: str) -> None:
        """Answer a code that is not known; where this returns, what is shown instead is the caller's to choose."""
        raise UnknownError(f"{name} {wanted}".strip())

    def code(self, name: str, options: Collection[str]) -> str:
        """Return the wanted code; instead of an unknown one the default or the first."""
        wanted = self.asked.get(name, "")
        if wanted in options:
            return wanted
        self.unknown(name, wanted)
        return DEFAULTS[name] if DEFAULTS[name] in options else next(iter(options))

    def option(self, name: str) -> str:
        """Return one of the few codes of what a page holds beside the choice; "" is its usual one."""
        wanted = self.asked.get(name, "")
        if not wanted or wanted in OPTIONS[name]:
            return wanted
        self.unknown(name, wanted)
        return ""

    def area(self) -> str:
        return self.code("area", reference.area_codes())

    def level(self, area: str) -> str:
        return self.code("level", levels_of(area))

    def indicator(self, dataset: str, area: str) -> str:  # noqa: ARG002
        return self.code("indicator", reference.indicators())

    def segment(self, dataset: str, area: str, indicator: str) -> str:  # noqa: ARG002
        return self.code("segment", reference.indicators()[indicator].segments)

    def period(self, measured: Measured, level: str) -> str:
        """Return the wanted period, else the one that the dataset opens on."""
        wanted = self.code("period", ["", *cache.area_periods(*measured)])
        return wanted or opening_period(
            cache.shown_periods(*measured, level), cache.dataset(measured[0]).default_period
        )

    def since(self, measured: Measured, period: str) -> str:
        """Return the period to compare with: the wanted one if it is earlier, else a year before or the one before."""
        periods, wanted = cache.area_periods(*measured), self.asked.get("since", "")
        earlier = earlier_periods(periods, period)
        if wanted in earlier:
            return wanted
        if wanted and not (self.forgiving and wanted in periods):
            self.unknown("since", wanted)
        return before(period, earlier)

    def regime(self, measured: Measured, level: str) -> str:
        """Return the wanted regime, if a region in view has a figure of it at any period."""
        wanted = self.asked.get("regime", "")
        if not wanted or wanted in cache.regimes_ever(measured[:3], measured[3], level):
            return wanted
        self.unknown("regime", wanted)
        return ""

    def lines(self, inside: Collection[str]) -> tuple[str, ...]:
        """Return the regions of the trend, as far as they lie in the area."""
        wanted = [code for code in self.asked.get("regions", "").split(",") if code]
        if unknown := [code for code in wanted if code not in inside]:
            self.unknown("regions", ", ".join(unknown))
        return tuple(dict.fromkeys(code for code in wanted if code in inside))

    def breaks(self) -> tuple[float, ...]:
        """Return own class limits, ascending."""
        wanted = self.asked.get("breaks", "")
        try:
            return limits_in(wanted)
        except ValueError:
            self.unknown("breaks", wanted)
            return ()

    def selection(self, dataset: str, boundaries: str) -> Selection:
        """Return the whole selection. dataset: a key whose figures are ready to be read; boundaries: a key of a set."""
        area = self.area()
        level, indicator = self.level(area), self.indicator(dataset, area)
        segment = self.segment(dataset, area, indicator)
        measured = (dataset, indicator, segment, area)
        period, scheme = self.period(measured, level), self.code("scheme", SCHEMES)
        inside = reference.inside(area, level)["region_code"].tolist()
        return Selection(
            dataset=dataset,
            area=area,
            level=level,
            indicator=indicator,
            segment=segment,
            period=period,
            regime=self.regime(measured, level),
            region=self.code("region", ["", *inside]),
            regions=self.lines(inside),
            scheme=scheme,
            scale=self.code("scale", ("", *SCALES)) or usual_scale(scheme),
            breaks=self.breaks(),
            target=self.code("target", ["", *reference.targets()]),
            since=self.since(measured, period),
            shapes=self.code("shapes", ("", *SHAPES)),
            language=self.code("lang", LANGUAGES),
            boundaries=boundaries,
        )


def selection_in(asked: Mapping[str, str], user: User) -> Selection:
    """Return the selection of an address, its figures ready to be read; `outlines` may name a version of boundaries.

    Without a version of the dataset it is the newest. Raises UnknownError with the first code that is not known here.
    """
    given = {**DEFAULTS, **asked}
    number = given["v"] or str(records.published().get(given["set"], ""))
    dataset = dataset_key(user, given["set"], number)
    return Reading(given).selection(dataset, _boundaries(given.get("outlines", "")))


def dataset_key(user: User, name: str, number: str) -> str:
    """Return the key of `set` and `v` of an address, its figures ready to be read.

    Raises UnknownError for what is not known here; a draft is its owner's, and for others there is none.
    """
    if is_draft(name):
        return _draft(user, name)
    if name in bundled_ids():
        return name
    newest = records.published().get(name, 0)
    if not 1 <= number_in(number) <= newest:
        raise UnknownError(f"set {name} {number}".strip())
    key = key_of(name, number_in(number))
    stamps.settle(key, catalogue.stamp(key))
    return key


def _draft(user: User, name: str) -> str:
    try:
        stamps.settle(name, str(open_draft(user, name).base))
    except DataError as error:
        raise UnknownError(name) from error
    return name


def _boundaries(wanted: str) -> str:
    """The version that is asked for, if it is published; else what a session would begin with."""
    try:
        newest = boundary_cache.newest_boundaries()
        number = boundaries_number(wanted) if wanted else 0
    except DataError as error:
        if wanted in ("", BUNDLED):
            return BUNDLED  # the store cannot be read now
        raise UnknownError(f"outlines {wanted}") from error
    if number > boundaries_number(newest):
        raise UnknownError(f"outlines {wanted}")
    return boundaries_key(number) if wanted else newest


def deck_url(parameters: dict[str, str], **more: str) -> str:
    """Return the address of a deck. parameters: as `link_parameters` writes them; `outlines` holds the map."""
    return "/decks/view?" + urlencode(parameters | more)
