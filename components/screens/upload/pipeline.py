"""A file's way to its figures: each stage with what it is made from, top-down. No Streamlit here."""

import hashlib
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

import pandas as pd

from components.screens.upload.matching import match_rows
from components.screens.upload.opening import open_upload
from components.screens.upload.state import Choices
from components.screens.upload.writings import Matched
from data.indicators import Indicator, load_segments
from data.intake.checks import check_upload, ordered
from data.intake.columns import fingerprint
from data.intake.findings import Finding
from data.intake.identity import hidden_columns
from data.intake.parsed_file import Opened, Settings
from data.intake.part_checks import check_parts
from data.intake.plan import Plan
from data.intake.propose import Written, written_regions
from data.intake.questions import Question, open_questions
from data.intake.sizes import Sizes, find_sizes, seem_in_thousands, sizes_of
from data.intake.table import Table, as_table
from data.intake.tidy import Tidy, tidy
from data.intake.vocabulary import About, about_of
from data.store.difference import Difference, difference
from data.store.merge import merged
from data.store.preferences import aliases, form
from data.store.versions import open_version
from errors import DataError
from geo.matching.former import young_regencies

Made = TypeVar("Made")
# From these sizes on a stage takes over a second on a small machine.
LARGE_FILE, LARGE_TABLE = 300_000, 10_000


@dataclass(frozen=True, eq=False)
class Pipeline:
    """A file with all that is chosen of it.

    Each property below is a stage. It is made when it is first asked for, and again only once one of the inputs in
    its line is another; a refusal (DataError) is kept likewise.
    name, content: of the file. regions, indicators: all that its figures may be of.
    made: inputs and result of every stage, handed from a pipeline to that of the next choices.
    read: reads the file. progress: is held while a stage is made; takes its name and whether the file is large.
    """

    name: str
    content: bytes
    choices: Choices
    regions: pd.DataFrame
    indicators: Mapping[str, Indicator]
    made: dict[str, tuple[tuple[Any, ...], Any]] = field(default_factory=dict)
    read: Callable[[str, bytes, Settings], Opened] = open_upload
    progress: Callable[[str, bool], AbstractContextManager[None]] = lambda _stage, _large: nullcontext()

    def having(self, choices: Choices) -> "Pipeline":
        return replace(self, choices=choices)

    # The file as it was read.

    @property
    def opened(self) -> Opened:
        large = len(self.content) > LARGE_FILE
        return self._once("opened", self.read, self.name, self.content, self.choices.settings, large=large)

    @property
    def sha256(self) -> str:
        return self._once("sha256", lambda content: hashlib.sha256(content).hexdigest(), self.content)

    @property
    def source_id(self) -> str:
        """The name of the file itself: the same figures from the same file are the same source."""
        return f"upload-{self.sha256[:12]}"

    @property
    def form(self) -> str:
        """The signature of the file's form: the same for the next month's file."""
        return fingerprint(list(self.opened.texts.columns))

    @property
    def former_choices(self) -> dict[str, Any] | None:
        """What was chosen for a file of this form last time."""
        return self._once("former_choices", form, self.form)

    @property
    def private_columns(self) -> set[str]:
        """The columns whose cells are masked; of a file of regions, a minimum wage is none of them."""
        return self._once("private_columns", hidden_columns, self.opened.texts)

    # What its columns mean.

    @property
    def plan(self) -> Plan:
        return self.choices.plan

    @property
    def table(self) -> Table:
        return self._once("table", as_table, self.opened, self.plan.wide, self.plan.year)

    @property
    def about(self) -> About:
        return self._once(
            "about", about_of, self.indicators, load_segments(), self.source_id, self.choices.source.status
        )

    @property
    def questions(self) -> list[Question]:
        """Every way to read a number, a date or a blank that the file leaves open."""
        return self._once("questions", open_questions, self.table, self.plan, self.indicators)

    # The region of each row.

    @property
    def of_regions(self) -> Choices:
        """The choices that say which region a row is: an answer on numbers matches nothing anew."""
        said, plan = self.choices, self.plan
        meant = Plan(plan.roles, plan.constants, plan.measures, year=plan.year, village=plan.village)
        return Choices(plan=meant, recalled=said.recalled, level=said.level, within=said.within, settled=said.settled)

    @property
    def written(self) -> Written:
        return self._once("written", written_regions, self.table, self.of_regions.plan)

    @property
    def matched(self) -> Matched:
        """The region of every row, and what each distinct text was taken for."""
        known = self._once("aliases", aliases)
        return self._once("regions", match_rows, self.written, self.regions, self.of_regions, known, large=self._large)

    # The figures, and everything that the checks say of them.

    @property
    def tidied(self) -> Tidy:
        inputs = (self.opened, self.table, self.plan, self.matched.region_codes, self.about)
        return self._once("tidied", tidy, *inputs, large=self._large)

    @property
    def small_columns(self) -> set[str]:
        """The columns that seem to be told in thousands, though nothing says so."""
        return self._once("small_columns", seem_in_thousands, self.plan, self.tidied, self.indicators, self._sizes)

    @property
    def findings(self) -> list[Finding]:
        """In the order of the rows."""
        inputs = (self.tidied, self.opened, self.plan, self.previous, self.indicators)
        checked = self._once("checked", check_upload, *inputs, large=self._large)
        above = self._once("above", find_sizes, self.opened, self.tidied, self.indicators, self._sizes)
        asked = (self.opened, self.tidied, self.regions, self._families, self.indicators)
        parts = self._once("parts", check_parts, *asked, large=self._large)
        return self._once(
            "findings", lambda *found: ordered(one for some in found for one in some), checked, above, parts
        )

    # What publishing would change.

    @property
    def previous(self) -> pd.DataFrame | None:
        """The rows of the version that the file is held against, None for a new dataset."""
        target = self.choices.target
        has_base = target.base and not target.new
        return self._once("previous", open_version, target.dataset, target.base) if has_base else None

    @property
    def merged(self) -> pd.DataFrame:
        """The whole dataset as it would be published."""
        return self._once("merged", merged, self.previous, self.tidied.rows, self.choices.target.mode)

    @property
    def difference(self) -> Difference | None:
        """None where there is nothing to compare with."""
        return None if self.previous is None else self._once("difference", difference, self.previous, self.merged)

    @property
    def _large(self) -> bool:
        return len(self.table.texts) > LARGE_TABLE

    @property
    def _families(self) -> pd.DataFrame:
        """The regencies that were divided from another not long ago."""
        return self._once("families", young_regencies)

    @property
    def _sizes(self) -> Sizes:
        return self._once("sizes", sizes_of, self.regions)

    def _once(self, stage: str, make: Callable[..., Made], *inputs: object, large: bool = False) -> Made:
        """Return what a stage gave last if its inputs are the same, else `make` it of them."""
        if stage not in self.made or not _same(self.made[stage][0], inputs):
            with self.progress(stage, large):
                try:
                    self.made[stage] = (inputs, make(*inputs))
                except DataError as error:
                    self.made[stage] = (inputs, error)
        found = self.made[stage][1]
        if isinstance(found, DataError):
            raise found
        return found


def _same(before: tuple[Any, ...], now: tuple[Any, ...]) -> bool:
    """Compare by identity: to compare the cells of tables would take longer than many a stage."""
    return all(
        one is other or (type(one) is type(other) and not isinstance(one, pd.DataFrame | pd.Series) and one == other)
        for one, other in zip(before, now, strict=True)
    )
