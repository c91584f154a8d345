"""A file on its way, and everything that the analyst says of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from data.intake.parsed_file import Settings
from data.intake.plan import Plan
from errors import DataError


@dataclass(frozen=True)
class Target:
    """Where the rows go. dataset: "" until chosen; new: whether it is not published yet; mode: update or replace."""

    dataset: str = ""
    new: bool = True
    title_id: str = ""
    title_en: str = ""
    mode: str = "update"
    base: int = 0


@dataclass(frozen=True)
class Source:
    """Who printed the figures, as the analyst says it. status: reported or simulated."""

    publisher: str = ""
    title: str = ""
    published: str = ""
    url: str = ""
    note: str = ""
    status: str = "reported"


@dataclass(frozen=True)
class Choices:
    """All that figures are made from beside their file: the same choices, the same figures.

    recalled: whether the plan is that of an earlier file of this form. level, within: as under Regions, "" for any.
    settled: region code by `Text.key`, "" for rows that are left out.
    """

    settings: Settings = field(default_factory=Settings)
    plan: Plan = field(default_factory=Plan)
    recalled: bool = False
    level: str = ""
    within: str = ""
    settled: Mapping[str, str] = field(default_factory=dict)
    target: Target = field(default_factory=Target)
    source: Source = field(default_factory=Source)


@dataclass
class Work:
    """A file and every choice about it.

    number: of the file in this session, part of every widget's key. planned_for: the columns that the plan speaks of.
    confirmed: the columns that the analyst agreed to; sure: keys of the sentences that were confirmed;
    refused: keys of proposals that were turned down; ticked: the warnings that were read.
    draft: the id of the draft that holds it, drafted_for: what the draft was made from; refused_by: why it could
    not be kept or published. opened_step: a settled step that is open for a change, 0 for none.
    made: what the stages of its `Pipeline` gave last.
    """

    number: int
    name: str
    content: bytes
    choices: Choices = field(default_factory=Choices)
    planned_for: tuple[str, ...] = ()
    confirmed: str = ""
    sure: set[str] = field(default_factory=set)
    refused: set[str] = field(default_factory=set)
    ticked: str = ""
    draft: str = ""
    drafted_for: Choices | None = None
    refused_by: DataError | None = None
    opened_step: int = 0
    made: dict[str, Any] = field(default_factory=dict)

    def choose(self, **changed: Any) -> None:
        self.choices = replace(self.choices, **changed)

    def change_settings(self, **changed: Any) -> None:
        self.choose(settings=replace(self.choices.settings, **changed))

    def change_plan(self, **changed: Any) -> None:
        self.choose(plan=replace(self.choices.plan, **changed))

    def change_target(self, **changed: Any) -> None:
        self.choose(target=replace(self.choices.target, **changed))

    def change_source(self, **changed: Any) -> None:
        self.choose(source=replace(self.choices.source, **changed))

    def settle(self, codes: Mapping[str, str]) -> None:
        self.choose(settled={**self.choices.settled, **codes})
