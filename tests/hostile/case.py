"""What one hostile file is, and what it must give: values, or a sentence that names the place."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from components.language.error_messages import problem_sentence
from components.language.markdown import SIGNS
from data.intake.number_formats import find_habits
from data.intake.numbers import read_numbers
from data.intake.parsed_file import Opened, from_answer
from data.intake.period_names import find_date_orders, read_period
from errors import DataError


@dataclass(frozen=True)
class Accepted:
    """The file is read.

    cells: the names of the columns, then each row. numbers: by column its readings, one where it is certain
    and two where the analyst must be asked, each with its values in order (None where a cell is no number).
    periods: by column, "" where a text is none. about: attributes of `Opened` or of its sheet.
    """

    cells: list[list[str]] | None = None
    numbers: dict[str, list[list[float | None]]] = field(default_factory=dict)
    periods: dict[str, list[list[str]]] = field(default_factory=dict)
    about: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Refused:
    """The file is refused by one of these codes (`|` between them); the sentence names the file and the place."""

    code: str
    place: str = ""


@dataclass(frozen=True)
class Boundaries:
    """The boundaries are read. noted: the codes of what was mended or left out, `|` for either; None for any.

    texts: of the first feature by the number of the column. used: where the coordinate system came from, "" for any.
    """

    features: int
    noted: frozenset[str] | None
    texts: dict[int, str] = field(default_factory=dict)
    used: str = ""


@dataclass(frozen=True)
class Case:
    """One file. heavy: takes seconds or hundreds of megabytes, and is run in a child only."""

    group: str
    name: str
    make: Callable[[], bytes]
    gives: Accepted | Boundaries | Refused
    file: str = "berkas.csv"
    heavy: bool = False
    settings: dict[str, Any] = field(default_factory=dict)
    worker: str = "data.intake.worker"

    def request(self) -> dict[str, Any]:
        """Return what the worker is asked."""
        return {"name": self.file, **self.settings}


def faults(case: Case, got: object) -> list[str]:
    """Return what differs from what a file must give; got: what its worker answered, or the DataError raised."""
    if isinstance(case.gives, Refused):
        return _refusal_faults(case.gives, case.file, got)
    if isinstance(got, DataError):
        return [f"refused: {got}"]
    if isinstance(case.gives, Boundaries):
        return _boundary_faults(case.gives, got)
    return _value_faults(case.gives, from_answer(*got))


def shown(text: str) -> str:
    """Return a text as Markdown shows it."""
    return re.sub(rf"\\([{re.escape(''.join(SIGNS))}])", r"\1", text).replace(":\u2060", ":")


def _refusal_faults(gives: Refused, file: str, got: object) -> list[str]:
    if not isinstance(got, DataError):
        return [f"accepted, not {gives.code}: {str(got)[:300]}"]
    said = shown(problem_sentence(got))
    found = [] if got.code in gives.code.split("|") else [f"{got} instead of {gives.code}"]
    found += [] if file in said else [f"the sentence does not name the file: {said}"]
    return found + ([] if gives.place in said else [f"the sentence does not name {gives.place}: {said}"])


def _boundary_faults(gives: Boundaries, got: Any) -> list[str]:
    said, tables = got
    boundaries = tables["outlines"]
    found = [] if boundaries.num_rows == gives.features else [f"{boundaries.num_rows} features"]
    noted = {problem["code"] for problem in said["problems"]}
    if gives.noted is not None:
        expected = {code for codes in gives.noted for code in codes.split("|")}
        found += [] if noted <= expected and bool(noted) == bool(expected) else [f"noted {sorted(noted)}"]
    found += [] if gives.used in ("", said["crs"]["origin"]) else [f"coordinates {said['crs']}"]
    texts = {column: boundaries[f"column_{column}"][0].as_py() for column in gives.texts}
    return found + ([] if texts == gives.texts else [f"texts {texts}"])


def _value_faults(gives: Accepted, got: Opened) -> list[str]:
    found = []
    cells = [list(got.texts.columns), *got.texts.to_numpy().tolist()]
    if gives.cells is not None and cells != gives.cells:
        found.append(f"cells {str(cells)[:300]}")
    for column, readings in gives.numbers.items():
        if (read := _readings(got.texts[column], got.typed[column])) != readings:
            found.append(f"numbers of {column}: {read}")
    for column, periods in gives.periods.items():
        if (read := _periods(got.texts[column])) != periods:
            found.append(f"periods of {column}: {read}")
    for name, expected in gives.about.items():
        one = getattr(got, name, None) if hasattr(got, name) else getattr(got.sheets[got.sheet], name)
        if one != expected:
            found.append(f"{name}: {str(one)[:300]}")
    return found


def _readings(texts: pd.Series, typed: pd.Series) -> list[list[float | None]]:
    read = [read_numbers(texts, habit, typed).values for habit in find_habits(texts, typed)]
    return [[None if pd.isna(value) else value for value in values] for values in read]


def _periods(texts: pd.Series) -> list[list[str]]:
    return [[read_period(text, order) or "" for text in texts] for order in find_date_orders(texts)]
