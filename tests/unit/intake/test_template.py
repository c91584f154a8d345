"""The form to fill in: read back, it asks nothing and lacks nothing."""

import io

import pandas as pd
import pytest
from openpyxl import load_workbook

from data.indicators import load_indicators, load_segments
from data.intake.denominators import read_basis, read_segments, read_universe
from data.intake.parsed_file import Settings
from data.intake.propose import propose_plan
from data.intake.questions import missing_roles, open_questions
from data.intake.table import as_table
from data.intake.template import HEADER, template_csv, template_xlsx
from data.intake.worker import open_content
from data.regimes import BASES, REGIME_COLUMNS, universes
from geo.regions import read_regions
from tests.unit.intake.uploads import ABOUT, tidied

ROWS = [
    ("17.04", "Kabupaten Kaur", "2024-11", "Cakupan kepesertaan", "Semua segmen", 39487, 52649, 75,
     "menurut KTP", "angkatan kerja", "Penerima upah (PU) + Perangkat desa/kampung"),
    ("11.10", "Kabupaten Bireuen", "November 2024", "Peserta aktif", "Bukan penerima upah (BPU)", None, None, 17,
     None, None, None),
    ("17.07", "Kabupaten Lebong", "2024-11", "Cakupan kepesertaan", "Semua segmen", None, None, 17,
     None, "buruh kebun", None),
]  # fmt: skip


@pytest.fixture(scope="module")
def regions():
    return read_regions()


def filled_csv(regions):
    empty = template_csv(regions, load_indicators(), load_segments()).decode("utf-8-sig")
    lines = [";".join("" if cell is None else str(cell) for cell in row) for row in ROWS]
    return "isian.csv", (empty + "\r\n".join(lines)).encode("utf-8-sig")


def filled_xlsx(regions):
    book = load_workbook(io.BytesIO(template_xlsx(regions, load_indicators(), load_segments())))
    for row in ROWS:
        book["Data"].append(row)
    content = io.BytesIO()
    book.save(content)
    return "isian.xlsx", content.getvalue()


@pytest.mark.parametrize("filled", [filled_csv, filled_xlsx])
def test_a_filled_form_is_read_without_a_question(regions, filled):
    opened = open_content(*filled(regions), Settings())
    table = as_table(opened)
    plan = propose_plan(table, opened, ABOUT)
    assert (missing_roles(table, plan), open_questions(table, plan, ABOUT.indicators)) == ([], [])
    assert table.texts[HEADER[0]].tolist() == ["17.04", "11.10", "17.07"]
    found = tidied(opened)
    assert found.rows[["indicator", "segment", "period", "numerator", "value"]].iloc[0].tolist() == [
        "coverage", "all", "2024-11", 39487, pytest.approx(100 * 39487 / 52649),
    ]  # fmt: skip


@pytest.mark.parametrize("filled", [filled_csv, filled_xlsx])
def test_what_the_denominator_counts_is_read_unasked(regions, filled):
    opened = open_content(*filled(regions), Settings())
    plan = propose_plan(as_table(opened), opened, ABOUT)
    assert [plan.roles[role] for role in REGIME_COLUMNS] == list(HEADER[-3:])
    assert tidied(opened).rows[REGIME_COLUMNS].to_numpy().tolist() == [
        ["residence", "labour_force", "pu+village_apparatus"],
        ["", "buruh kebun", ""],
    ]


def test_every_choice_of_the_form_is_read(regions):
    book = load_workbook(io.BytesIO(template_xlsx(regions, load_indicators(), load_segments())))
    columns = [[cell for cell in column if cell] for column in book["Pilihan"].iter_cols(min_row=2, values_only=True)]
    assert [read_segments(one, ABOUT.segments) for one in columns[1]] == list(load_segments())
    assert [read_basis(one) for one in columns[2]] == [code for code in BASES if code]
    assert [read_universe(one) for one in columns[3]] == list(universes())
    assert {row[0].value for row in book["Contoh"].iter_rows(min_row=2) if row[2].value} == set(HEADER)
    listed = book["Contoh"].cell(len(HEADER) + 1, 2).value
    assert read_segments(listed, ABOUT.segments) == "pu+bpu"


@pytest.mark.parametrize(("template", "code"), [(template_csv, "rows_missing"), (template_xlsx, "column_missing")])
def test_an_empty_form_holds_no_figure_and_its_example_is_not_read(regions, template, code):
    opened = open_content("isian", template(regions, load_indicators(), load_segments()), Settings())
    found = tidied(opened)
    assert found.rows.empty
    assert {one.code for one in found.findings} == {code}


def test_the_workbook_holds_all_codes_as_text_with_choices_that_reach_them(regions):
    book = load_workbook(io.BytesIO(template_xlsx(regions, load_indicators(), load_segments())))
    codes = pd.DataFrame(book["Kode wilayah"].iter_rows(min_row=2, values_only=True))
    assert (codes[2] == "Kabupaten/Kota").sum() == 514
    assert (codes[2] == "Provinsi").sum() == 38
    assert "11.10" in set(codes[0])
    assert codes.loc[codes[0] == "17.04", [1, 3]].to_numpy().tolist() == [["Kabupaten Kaur", "Provinsi Bengkulu"]]
    choices = {str(one.sqref).split(":")[0]: one.formula1 for one in book["Data"].data_validations.dataValidation}
    assert choices == {
        "A2": f"='Kode wilayah'!$A$2:$A${1 + 514 + 38}",
        "B2": f"='Kode wilayah'!$B$2:$B${1 + 514 + 38}",
        "D2": f"=Pilihan!$A$2:$A${1 + len(load_indicators())}",
        "E2": f"=Pilihan!$B$2:$B${1 + len(load_segments())}",
        "I2": "=Pilihan!$C$2:$C$3",
        "J2": f"=Pilihan!$D$2:$D${1 + len(universes())}",
    }
    assert (book["Data"].freeze_panes, book["Data"].column_dimensions["A"].number_format) == ("A2", "@")
    assert "CONTOH" in book["Contoh"]["B1"].value
