"""A file of ../shared/cases, or a few lines of one, taken the whole way as a screen takes it: to its observations."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import pandas as pd

from components.screens.upload.matching import match_rows
from components.screens.upload.writings import Matched
from data.intake.checks import check_upload, ordered
from data.intake.findings import Finding
from data.intake.parsed_file import Opened, Settings
from data.intake.part_checks import check_parts
from data.intake.plan import MeasureColumn, Plan
from data.intake.propose import propose_plan, written_regions
from data.intake.questions import answered, missing_roles, open_questions
from data.intake.sizes import find_sizes, sizes_of
from data.intake.table import as_table
from data.intake.tidy import Tidy, tidy
from data.intake.worker import open_content
from geo.matching.former import young_regencies
from geo.regions import read_regions
from tests.unit.intake import uploads

# An indicator of an analyst's own: rupiah that are never added up.
LINE = replace(uploads.ABOUT.indicators["death_benefit_paid"], id="own_line", aggregation="none", segments=("all",))
ABOUT = replace(uploads.ABOUT, indicators={**uploads.ABOUT.indicators, "own_line": LINE})
CASES = Path(__file__).parents[4] / "shared" / "cases"
REGIONS = read_regions()
NAMES = [*REGIONS["name"].str.casefold(), *REGIONS["full_name"].str.casefold()]
NAMES += [*REGIONS["region_code"], *REGIONS["bps_code"].dropna()]


@dataclass(frozen=True)
class Said:
    """What the analyst says of a file, in the place of what is proposed or where nothing is.

    measures: all of them, where given. answers: the place of a reading by kind of question. settled: region code by
    what is written. level, within: as under Regions.
    """

    period: str = ""
    measures: tuple[MeasureColumn, ...] = ()
    answers: Mapping[str, int] = field(default_factory=dict)
    settled: Mapping[str, str] = field(default_factory=dict)
    level: str = ""
    within: str = ""


@dataclass
class Screen:
    """The part of the work that matching looks at."""

    level: str
    within: str
    recalled: bool = False
    settled: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Taken:
    """A file on its way: what was proposed and asked of it, its regions, and what came of all that was said."""

    opened: Opened
    proposed: Plan
    plan: Plan
    missing: list[str]
    asked: list[str]
    regions: Matched
    tidied: Tidy
    found: list[Finding]

    def observations(self) -> list[tuple]:
        """Return region, indicator, segment, period, value of every observation, in the file's order."""
        rows = self.tidied.rows[["region_code", "indicator", "segment", "period", "value"]]
        return [(*key, round(value, 6)) for *key, value in rows.itertuples(index=False, name=None)]

    def values(self) -> dict[str, float]:
        return dict(self.tidied.rows[["region_code", "value"]].itertuples(index=False, name=None))

    def codes(self) -> set[str]:
        return {one.code for one in self.found}


def content_of(name: str) -> bytes:
    return (CASES / name).read_bytes()


def taken(name: str, content: bytes | str, said: Said | None = None, earlier: Taken | None = None) -> Taken:
    """Take a file to its observations, by what is proposed and then by what the analyst says.

    earlier: a file of this form that was taken before; what was settled of it is remembered.
    """
    said = said or Said()
    content = content if isinstance(content, bytes) else _unindented(content)
    opened = open_content(name, content, Settings())
    table = as_table(opened)
    proposed = propose_plan(table, opened, ABOUT, NAMES)
    missing = missing_roles(table, proposed)
    plan = replace(proposed, measures=said.measures or proposed.measures)
    plan = replace(plan, constants={"period": said.period}) if said.period else plan
    asked = [one.kind for one in open_questions(table, plan, ABOUT.indicators) if one.chosen is None]
    for question in open_questions(table, plan, ABOUT.indicators):
        if question.kind in said.answers:
            plan = answered(plan, question, said.answers[question.kind])
    known = {text.key: text.region_code for text in earlier.regions.having("chosen")} if earlier else {}
    regions = matched(table, plan, said, known, recalled=earlier is not None)
    tidied = tidy(opened, table, plan, regions.region_codes, ABOUT)
    found = check_upload(tidied, opened, plan, None, ABOUT.indicators)
    sizes = find_sizes(opened, tidied, ABOUT.indicators, sizes_of(REGIONS))
    parts = check_parts(opened, tidied, REGIONS, young_regencies(), ABOUT.indicators)
    found = ordered([*found, *sizes, *parts])
    return Taken(opened, proposed, plan, missing, asked, regions, tidied, found)


def matched(table, plan: Plan, said: Said, known: Mapping[str, str] | None = None, recalled: bool = False) -> Matched:
    """Match the regions, and settle by hand what was said."""
    screen = Screen(said.level, said.within, recalled)
    written = written_regions(table, plan)
    found = match_rows(written, REGIONS, screen, known or {})
    screen.settled = {
        text.key: said.settled[text.written or text.name]
        for text in found.texts
        if (text.written or text.name) in said.settled
    }
    return match_rows(written, REGIONS, screen, known or {}) if screen.settled else found


def only(column: str, indicator: str, segment: str = "all") -> tuple[MeasureColumn, ...]:
    return (MeasureColumn(indicator, segment, value=column),)


def codes(found: Matched) -> list[str | None]:
    return [None if pd.isna(code) else code for code in found.region_codes]


def _unindented(text: str) -> bytes:
    return "\n".join(line.strip() for line in text.strip().splitlines()).encode()
