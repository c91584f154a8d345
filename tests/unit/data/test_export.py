"""Exports: numbers stay numbers, text stays text, nothing becomes a formula."""

import io
import json
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from data.export import defused, to_csv, to_xlsx

TABLE = pd.DataFrame(
    {
        "region_code": ["11.10", "17"],
        "value": [-1.5, None],
        "name": ["Kaur", "=1+1"],
        "rank": pd.array([1, None], "Int64"),
    }
)


def cells(content):
    book = openpyxl.load_workbook(io.BytesIO(content))
    return {sheet.title: list(sheet.iter_rows()) for sheet in book}


def test_a_csv_opens_in_excel_and_keeps_its_numbers():
    content = to_csv(TABLE)
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.decode("utf-8-sig").splitlines() == [
        "region_code,value,name,rank",
        "11.10,-1.5,Kaur,1",
        "17,,'=1+1,",
    ]


def test_a_workbook_keeps_codes_as_text_and_numbers_as_numbers():
    header, first, second = cells(to_xlsx({"Peringkat": TABLE}))["Peringkat"]
    assert [cell.value for cell in header] == ["region_code", "value", "name", "rank"]
    assert [cell.value for cell in first] == ["11.10", -1.5, "Kaur", 1]
    assert (first[0].data_type, first[0].number_format) == ("s", "@")
    assert [cell.value for cell in second] == ["17", None, "'=1+1", None]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1", "＋1", "－1", "＠A"])
def test_text_that_opens_a_formula_is_defused(text):
    assert defused(text) == f"'{text}"


@pytest.mark.parametrize("text", ["Kaur", "75,0 %", "Kab. A=B", "", "17.04"])
def test_other_text_is_left_alone(text):
    assert defused(text) == text


def test_a_formula_after_a_semicolon_is_defused_too():
    assert "'=HYPERLINK" in to_csv(pd.DataFrame({"note": ["Kaur;=HYPERLINK(1)"]})).decode("utf-8-sig")


def test_sheet_names_are_made_fit_for_excel_and_told_apart():
    names = ["Kab. [Kaur]/Lebong", "a" * 40, "A" * 40, ""]
    assert list(cells(to_xlsx(dict.fromkeys(names, TABLE)))) == [
        "Kab.  Kaur  Lebong", "a" * 31, "A" * 29 + " 2", "Sheet",
    ]  # fmt: skip


def test_naughty_strings_never_become_formulas_or_break_the_file():
    path = Path(__file__).parents[3].parent / "shared" / "corpus" / "blns" / "blns.json"
    if not path.exists():
        pytest.skip("the big list of naughty strings is not beside this checkout")
    table = pd.DataFrame({"name": json.loads(path.read_text(encoding="utf-8"))}).assign(code="17.04")
    (_, *rows) = cells(to_xlsx({"names": table}))["names"]
    assert not {cell.data_type for row in rows for cell in row} & {"f", "e"}  # neither formulas nor errors
    back = pd.read_csv(io.BytesIO(to_csv(table)), dtype=str, na_filter=False, encoding="utf-8-sig")
    assert len(rows) == len(table) == len(back)
    assert not back["name"].str.match(r"\s*[=+\-@＝＋－＠]").any()


def test_a_signed_figure_in_words_bears_no_apostrophe_in_a_workbook_and_stays_text():
    figures = ["+38,0", "-6,4", "+38 poin persen", "+1.200 orang", "+2,5\u00a0%"]
    (_, *rows) = cells(to_xlsx({"Profil": pd.DataFrame({"figure": figures})}))["Profil"]
    assert [(row[0].value, row[0].data_type) for row in rows] == [(text, "s") for text in figures]


def test_what_only_begins_like_a_figure_is_defused_in_a_workbook_too():
    texts = ["+38+A1", "-2+cmd|' /C calc'!A0", "+SUM(A1)", "+1 A1"]
    (_, *rows) = cells(to_xlsx({"names": pd.DataFrame({"name": texts})}))["names"]
    assert [row[0].value for row in rows] == [f"'{text}" for text in texts]
