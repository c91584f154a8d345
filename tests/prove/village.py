"""A file of 83,000 villages from choosing it to its preview, as CSV and as XLSX: `python -m tests.prove.village`."""

import io
import sys
import time
from collections.abc import Callable

import openpyxl
import pandas as pd

from components.screens.upload.matching import match_rows
from components.screens.upload.opening import open_upload
from components.screens.upload.state import Choices
from data.indicators import load_indicators, load_segments
from data.intake.checks import check_upload
from data.intake.parsed_file import Settings
from data.intake.propose import propose_plan, written_regions
from data.intake.questions import answered, missing_roles, open_questions
from data.intake.table import as_table
from data.intake.tidy import tidy
from data.intake.vocabulary import About, about_of
from data.store.difference import Difference, difference
from data.store.merge import merged
from geo.regions import read_regions, regions_in

VILLAGES, SECONDS = 83_000, 20
HEADER = ["Provinsi", "Kabupaten/Kota", "Kode Desa", "Nama Desa", "Desa Terdaftar", "Tahun"]


def main() -> int:
    """Print the row; 1 where a promise was broken."""
    promise, found, kept = preview_villages()
    print(f"| preview villages | {promise} | {found} |")
    return 0 if kept else 1


def preview_villages() -> tuple[str, str, bool]:
    """Bring the file to its preview in both forms and hold every regency against what was written into it."""
    villages, expected = _villages()
    forms: dict[str, Callable[[], bytes]] = {"csv": lambda: _as_csv(villages), "xlsx": lambda: _as_xlsx(villages)}
    words, kept = [], True
    for form, make in forms.items():
        content = make()
        start = time.perf_counter()
        found, taken = preview(f"desa 2024.{form}", content)
        seconds = time.perf_counter() - start
        right = found.set_index("region_code")[["numerator", "denominator"]].astype(int)
        wrong = len(expected) - int((right.reindex(expected.index) == expected).all(axis=1).sum())
        words.append(f"{form} {seconds:.1f} s ({taken}), {len(found)} regencies, {wrong} wrong")
        kept = kept and seconds <= SECONDS and wrong == 0 and len(found) == len(expected)
    return f"{VILLAGES} villages, from the file to its preview in {SECONDS} s", "; ".join(words), kept


def preview(name: str, content: bytes) -> tuple[pd.DataFrame, str]:
    """Do what the page does, and return the rows as they would be published and how long each step took."""
    steps: dict[str, float] = {}
    about = about_of(load_indicators(), segments=load_segments(), source_id="proof")
    opened = _timed(steps, "read", lambda: open_upload(name, content, Settings()))
    table = as_table(opened)
    plan = _timed(steps, "columns", lambda: _plan(opened, table, about))
    said = Choices(level="regency")
    matched = _timed(steps, "regions", lambda: match_rows(written_regions(table, plan), read_regions(), said, {}))
    checked = _timed(steps, "sum", lambda: tidy(opened, table, plan, matched.region_codes, about))
    findings = _timed(steps, "check", lambda: check_upload(checked, opened, plan, checked.rows, about.indicators))
    if errors := [finding for finding in findings if finding.level == "error"]:
        raise ValueError(errors[0])
    rows = _timed(steps, "compare", lambda: _compared(checked.rows))
    return rows, ", ".join(f"{step} {seconds:.1f}" for step, seconds in steps.items())


def _plan(opened, table, about: About):  # type: ignore[no-untyped-def]
    names = read_regions()["full_name"].str.casefold()
    plan = propose_plan(table, opened, about, list(names))
    for question in open_questions(table, plan, about.indicators):
        if question.chosen is None:
            plan = answered(plan, question, 0)
    if missing := missing_roles(table, plan):
        raise ValueError(f"{missing} in {plan}")
    return plan


def _compared(rows: pd.DataFrame) -> pd.DataFrame:
    after = merged(rows, rows, "update")
    found: Difference = difference(rows[after.columns], after)
    if len(found.added) or len(found.gone):
        raise ValueError(found)
    return after


def _villages() -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the villages, and by regency how many are enrolled and how many there are."""
    regions = read_regions()
    regencies = regions_in(regions, "ID", "regency").reset_index(drop=True)
    provinces = regions.set_index("region_code")["full_name"]
    place = pd.Series(range(VILLAGES)) % len(regencies)
    number = pd.Series(range(VILLAGES)) // len(regencies)
    codes = regencies["region_code"].loc[place].reset_index(drop=True)
    enrolled = (pd.Series(range(VILLAGES)) * 7919 % 10) < 4
    villages = pd.DataFrame(
        {
            "Provinsi": provinces.loc[codes.str[:2]].to_numpy(),
            "Kabupaten/Kota": regencies["full_name"].loc[place].to_numpy(),
            "Kode Desa": codes + ".01." + (2001 + number).astype(str),
            "Nama Desa": "Desa " + number.astype(str),
            "Desa Terdaftar": enrolled.map({True: "ya", False: "tidak"}),
            "Tahun": "2024",
        }
    )
    counts = enrolled.groupby(codes).agg(numerator="sum", denominator="size")
    return villages, counts.astype(int)


def _as_csv(villages: pd.DataFrame) -> bytes:
    return villages.to_csv(index=False, sep=";").encode()


def _as_xlsx(villages: pd.DataFrame) -> bytes:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Desa")
    sheet.append(HEADER)
    for row in villages.itertuples(index=False, name=None):
        sheet.append(row)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _timed(steps: dict[str, float], step: str, action: Callable[[], object]):  # type: ignore[no-untyped-def]
    start = time.perf_counter()
    found = action()
    steps[step] = time.perf_counter() - start
    return found


if __name__ == "__main__":
    sys.exit(main())
