"""A slide as plain values: texts in the screen's language, figures as text and as numbers, nothing of any medium."""

from dataclasses import dataclass, field

from components.charts.ranking import Reference
from components.charts.waterfall import Steps
from components.report.citations import Titles
from components.report.map_model import MapDrawing

KINDS = ("key", "map", "extremes", "gap", "trend", "scoreboard", "text", "sources", "profile")  # in a deck's order


@dataclass(frozen=True)
class Figure:
    """One figure: how it is written and what it is. value: None where there is none; note: status or counts."""

    label: str
    text: str
    value: float | None
    note: str = ""


@dataclass(frozen=True)
class Column:
    """A column of a table. kind: `text`, `number` or `percent` (whose cells are percent, 75.0 and not 0.75)."""

    key: str
    label: str
    kind: str = "text"
    decimals: int = 0


@dataclass(frozen=True)
class Table:
    """Rows of plain cells, one per column: text, a number, a Quantity with its own decimals, or None for a gap.

    codes: the region of each row, as many as there are rows; () where rows are not about regions.
    values: what each row writes as text in a unit of its own, as a number; () where columns hold their numbers.
    links: the address that the `title` of each row leads to, "" for none; () where no row has one.
    """

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[object, ...], ...]
    codes: tuple[str, ...] = ()
    values: tuple[float | None, ...] = ()
    links: tuple[str, ...] = ()


@dataclass(frozen=True)
class Line:
    """One line of a trend. role: `chosen`, `area` or `country`; points: (period, value or None), oldest first.

    decimals: those of its last figure, None where it has those of all. breaks: periods whose figure is a share of
    another denominator than the one before, to which no line leads.
    """

    code: str
    name: str
    role: str
    points: tuple[tuple[str, float | None], ...]
    decimals: int | None = None
    breaks: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Milestone:
    """A rule that the trend marks. date: `2021-03-25`, or `2022-06` where only the month is known."""

    date: str
    title: str
    explanation: str


@dataclass(frozen=True)
class TargetPoint:
    """A target of a named series for the end of a year; region: the name of the one that it is for."""

    series: str
    region: str
    year: int
    value: float


@dataclass(frozen=True)
class LineDrawing:
    """A trend; unit: what one unit of the axis is, decimals: how many a figure shows."""

    series: tuple[Line, ...]
    milestones: tuple[Milestone, ...]
    targets: tuple[TargetPoint, ...]
    unit: str
    decimals: int


@dataclass(frozen=True)
class Bar:
    """A bar. text: its figure as written, decimals: how many it has; rank: 1 is best, None without one."""

    code: str
    name: str
    value: float
    text: str
    rank: int | None = None
    decimals: int | None = None


@dataclass(frozen=True)
class BarDrawing:
    """Bars, highest first; references: lines to read them against; selected: the code of the bar to bring out."""

    rows: tuple[Bar, ...]
    references: tuple[Reference, ...]
    unit: str
    decimals: int
    selected: str = ""


@dataclass(frozen=True)
class Slide:
    """One slide. id: stable, from codes (`map`, `profile-17.04`); notes: what the presenter reads, one by one.

    source: one line with source, period and status; simulated: whether any of its figures is made up.
    cites: ids of all sources whose figures it shows; measures: ids of the indicators, `target-<id>` of a target.
    """

    id: str
    kind: str
    title: str
    sentence: str = ""
    figures: tuple[Figure, ...] = ()
    tables: tuple[Table, ...] = ()
    map: MapDrawing | None = None
    lines: LineDrawing | None = None
    bars: BarDrawing | None = None
    steps: Steps | None = None
    notes: tuple[str, ...] = ()
    source: str = ""
    simulated: bool = False
    paragraphs: tuple[str, ...] = ()
    region: str = ""
    cites: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()


@dataclass(frozen=True)
class Deck:
    """The slides of one selection, with what is printed on every one. made: `2024-11-20`; sources: of them all.

    cited: the sources that slides cite, by id; empty where names are hidden, which an address may spell.
    """

    name: str
    language: str
    title: str
    subtitle: str
    dataset: str
    version: str
    period: str
    area: str
    made: str
    slides: tuple[Slide, ...]
    hidden_names: bool = False
    public_url: str = ""
    sources: Table | None = None
    cited: Titles = field(default_factory=dict)

    @property
    def own_name(self) -> str:
        """Return the name under which it was saved, "" where that is its title."""
        return "" if self.name == self.title else self.name


@dataclass(frozen=True)
class OwnText:
    """A slide that the presenter wrote: plain text, an empty line parts paragraphs. key: its id is `text-<key>`."""

    key: str
    title: str
    text: str


@dataclass(frozen=True)
class DeckRequest:
    """The presenter's wishes for a deck.

    slides: ids in order, () for all of them; `profiles` stands for the profiles of every region.
    hidden: ids that are left out all the same; notes: (id of a slide, what the presenter wrote for it).
    public_url: the audience's address of the deck, "" without one. sealed: hidden names are left out of the file, so
    that nobody can show them again. revision: of the saved deck, 0 without one.
    """

    name: str = ""
    slides: tuple[str, ...] = ()
    texts: tuple[OwnText, ...] = ()
    hidden_names: bool = False
    public_url: str = ""
    hidden: tuple[str, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    sealed: bool = False
    revision: int = 0
