"""What the columns of an upload mean: the plan that is proposed, changed by the analyst and remembered."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from data.intake.numbers import NumberFormat
from data.intake.vocabulary import segment_word
from data.regimes import Regime

SHARED_ROLES = ("region_code", "region_name", "region_type", "parent_name", "period", "month", "indicator", "segment")
FIGURES = ("numerator", "denominator", "value")


@dataclass(frozen=True)
class MeasureColumn:
    """One indicator and segment with the columns of its figures.

    indicator, segment: ids, "" where a column of the table says them. numerator, denominator, value: columns
    of the table, "" where there is none; an indicator that is no ratio takes its numerator for its value.
    """

    indicator: str = ""
    segment: str = ""
    numerator: str = ""
    denominator: str = ""
    value: str = ""

    @property
    def columns(self) -> dict[str, str]:
        """The columns by their role, without those that are not there."""
        return {role: column for role in FIGURES if (column := getattr(self, role))}

    @property
    def main_column(self) -> str:
        """The column by which the figures are known; "" where each row is one."""
        return self.value or self.numerator or self.denominator


@dataclass(frozen=True)
class Plan:
    """What is meant by an upload's table.

    roles: of `SHARED_ROLES` and `REGIME_COLUMNS`, each to a column of the table. constants: `period`, where no column
    says it.
    habits: how the numbers of a column are written, by column. blanks: of a column of yes and no what an empty
    cell means, "" unknown or "0" no. month_first: how 03/04/2024 is meant, None while nobody has said it.
    wide, year: as for `as_table`. village: the column that names the village, "" where rows are regions.
    regimes: what the denominator of a measure counts, by its main column, where no column of the table says it.
    scales: what the figures of a column are told in, 1000 for thousands. repeats: what is done with several rows of
    one region: `keep` (of column `split` the group `kept`), `sum`, `count` or `segments`; "" while nobody has said.
    persons: where rows are counted, and an identity number stands twice in one period: `rows` counts each row, `once`
    each person once in a region, segment and period.
    zeros: columns whose zeros mean that nothing is known. unreported: words in the place of a figure that say so, in
    lower case.
    """

    roles: Mapping[str, str] = field(default_factory=dict)
    constants: Mapping[str, str] = field(default_factory=dict)
    measures: tuple[MeasureColumn, ...] = ()
    habits: Mapping[str, NumberFormat] = field(default_factory=dict)
    blanks: Mapping[str, str] = field(default_factory=dict)
    month_first: bool | None = None
    wide: bool = True
    year: str = ""
    village: str = ""
    regimes: Mapping[str, Regime] = field(default_factory=dict)
    scales: Mapping[str, int] = field(default_factory=dict)
    repeats: str = ""
    split: str = ""
    kept: str = ""
    persons: str = ""
    zeros: tuple[str, ...] = ()
    unreported: tuple[str, ...] = ()

    @property
    def meant(self) -> tuple[MeasureColumn, ...]:
        """The measures as they are read: a column that says indicator or segment goes before a chosen one.

        Where only the group of one segment is kept, its figures are of that segment, not of all.
        """
        said = {role: "" for role in ("indicator", "segment") if self.roles.get(role)}
        kept = segment_word(self.kept) if self.repeats == "keep" else ""
        if kept not in ("", "all"):
            said.setdefault("segment", kept)
        return tuple(replace(measure, **said) for measure in self.measures)

    def as_json(self) -> dict[str, Any]:
        """Return plain values that JSON can hold; no cell and no name of a file is among them."""
        plain = {
            name: dict(said) if isinstance(said, Mapping) else list(said) if isinstance(said, tuple) else said
            for name, said in vars(self).items()
        }
        return plain | {
            "measures": [dict(vars(measure)) for measure in self.measures],
            "habits": {column: _habit_json(habit) for column, habit in self.habits.items()},
            "regimes": {column: dict(vars(regime)) for column, regime in self.regimes.items()},
        }


def plan_from_json(said: Mapping[str, Any]) -> Plan:
    """Return what `Plan.as_json` gave; what an older program did not write has its default."""
    habits = {column: NumberFormat(**habit) for column, habit in said.get("habits", {}).items()}
    return Plan(
        roles=dict(said.get("roles", {})),
        constants=dict(said.get("constants", {})),
        measures=tuple(MeasureColumn(**measure) for measure in said.get("measures", [])),
        habits=habits,
        blanks=dict(said.get("blanks", {})),
        month_first=said.get("month_first"),
        wide=bool(said.get("wide", True)),
        year=str(said.get("year", "")),
        village=str(said.get("village", "")),
        regimes={column: Regime(**regime) for column, regime in said.get("regimes", {}).items()},
        scales={column: int(scale) for column, scale in said.get("scales", {}).items()},
        **{name: str(said.get(name, "")) for name in ("repeats", "split", "kept", "persons")},
        zeros=tuple(said.get("zeros", ())),
        unreported=tuple(said.get("unreported", ())),
    )


def _habit_json(habit: NumberFormat) -> dict[str, Any]:
    return {"decimal": habit.decimal, "thousands": habit.thousands, "factor": habit.factor}
