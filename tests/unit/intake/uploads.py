"""Files of a few lines, opened as the child process opens them, and taken all the way to observations."""

import io

import pandas as pd
from openpyxl import Workbook

from data.indicators import load_indicators, load_segments
from data.intake.parsed_file import Opened, Settings
from data.intake.plan import Plan
from data.intake.propose import propose_plan, written_regions
from data.intake.questions import answered, open_questions
from data.intake.table import as_table
from data.intake.tidy import Tidy, tidy
from data.intake.vocabulary import about_of
from data.intake.worker import open_content

ABOUT = about_of(load_indicators(), load_segments(), source_id="cabang-2024-11")
CODES = {"Kaur": "17.04", "Lebong": "17.07", "Seluma": "17.05", "Bengkulu Utara": "17.03", "Bengkulu": "17"}


def opened(text: str, name: str = "angka.csv", **settings: object) -> Opened:
    """Open a text, whose lines may be indented."""
    lines = "\n".join(line.strip() for line in text.strip().splitlines())
    return open_content(name, lines.encode(), Settings(**settings))


def opened_book(rows: list[list[object]], name: str = "angka.xlsx", sheet: str = "Data") -> Opened:
    """Open a workbook of one sheet."""
    book = Workbook()
    book.active.title = sheet
    for row in rows:
        book.active.append(row)
    content = io.BytesIO()
    book.save(content)
    return open_content(name, content.getvalue(), Settings())


def codes_of(names: pd.Series) -> pd.Series:
    """Match regions as an analyst would have settled them: an unknown name matches none, "-" is left out."""
    plain = names.str.removeprefix("Kab. ")
    return plain.map(lambda name: "" if name == "-" else CODES.get(name, name if name in CODES.values() else None))


def tidied(source: Opened, answer: int = 0, plan: Plan | None = None) -> Tidy:
    """Take an upload to observations as it is proposed, every question answered by the same place."""
    table = as_table(source)
    plan = plan or propose_plan(table, source, ABOUT)
    for question in open_questions(table, plan, ABOUT.indicators):
        plan = answered(plan, question, answer)
    return tidy(source, table, plan, codes_of(written_regions(table, plan).written), ABOUT)


def told(findings: list) -> list[tuple[str, str, str, str]]:
    """Return code, place, column and cell of every finding."""
    return [(one.code, one.place, one.column, one.cell) for one in findings]


def book(sheets, hidden_rows=(), hidden_columns=()):
    """A workbook of sheets by name, the last with rows and columns hidden."""
    made = Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    for row in hidden_rows:
        sheet.row_dimensions[row].hidden = True
    for column in hidden_columns:
        sheet.column_dimensions[column].hidden = True
    content = io.BytesIO()
    made.save(content)
    return content.getvalue()
