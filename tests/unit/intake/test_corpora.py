"""Public corpora: csv-spectrum against its expected JSON, odd files and naughty names without a traceback."""

import csv
import importlib
import io
import json
from pathlib import Path

import pytest

from components.language.error_messages import problem_sentence
from data.intake.columns import score_columns
from data.intake.files import read_sheets
from data.intake.number_formats import find_habits
from data.intake.numbers import read_numbers
from data.intake.parsed_file import Settings, from_answer
from data.intake.period_names import find_date_orders, read_periods
from data.intake.wide import find_period_columns
from data.intake.worker import answer, open_content
from errors import DataError
from tests.hostile.case import shown

CORPUS = Path(__file__).parents[4] / "shared" / "corpus"
# Its JSON is not what its CSV says: another telephone number, and no list.
DEFECTIVE = "location_coordinates"
SPECTRUM = [one for one in sorted((CORPUS / "csv-spectrum" / "csvs").glob("*.csv")) if one.stem != DEFECTIVE]
FILES = sorted(path for path in (CORPUS / "frictionless" / "data").rglob("*") if path.is_file())
OUTLINES = [path for path in FILES if path.suffix in (".geojson", ".topojson", ".json", ".zip")]
NAUGHTY = CORPUS / "blns" / "blns.json"

pytestmark = pytest.mark.skipif(not SPECTRUM, reason="the corpora of ../shared/corpus are not here")


@pytest.mark.parametrize("path", SPECTRUM, ids=lambda path: path.stem)
def test_csv_spectrum_reads_as_its_authors_expect(path):
    # 1,2,3 below a header numbers the columns in Indonesian tables: here it is data by the analyst's word.
    opened = from_answer(*answer({"name": path.name, "header_rows": [1], "keep": [2]}, path.read_bytes()))
    expected = json.loads((path.parents[1] / "json" / f"{path.stem}.json").read_text(encoding="utf-8"))
    assert opened.texts.to_dict("records") == expected


def test_no_frictionless_file_gives_a_traceback():
    assert len(FILES) > 100
    read = 0
    for path in FILES:
        try:
            opened = from_answer(*answer({"name": path.name}, path.read_bytes()))
            read += 1
        except DataError as error:
            assert error.particulars["file"] == path.name
            continue
        score_columns(opened.texts)
        for column in opened.texts:
            for habit in find_habits(opened.texts[column], opened.typed[column]):
                read_numbers(opened.texts[column], habit, opened.typed[column])
            read_periods(opened.texts[column], find_date_orders(opened.texts[column])[0])
    assert read > 80


@pytest.mark.parametrize("path", OUTLINES, ids=lambda path: path.name)
def test_no_frictionless_file_of_boundaries_gives_a_traceback(path):
    try:
        said, tables = importlib.import_module("geo.uploads.worker").answer({"name": path.name}, path.read_bytes())
        assert tables["outlines"].num_rows > 0
        assert said["form"]
    except DataError as error:
        assert error.particulars["file"] == path.name


@pytest.mark.parametrize("ending", ["xlsx", "xls", "ods", "csv"])
def test_one_table_is_the_same_in_every_form(ending):
    path = CORPUS / "frictionless" / "data" / f"table.{ending}"
    assert read_sheets("a", path.read_bytes())[0].cells == [["id", "name"], ["1", "english"], ["2", "中国人"]]


@pytest.mark.parametrize("ending", ["xlsx", "xls"])
def test_merged_cells_are_filled_in_both_excels(ending):
    path = CORPUS / "frictionless" / "data" / f"merged-cells.{ending}"
    sheet = read_sheets("a", path.read_bytes())[0]
    assert sheet.merged
    assert all(any(row) for row in sheet.cells)


def test_a_cut_off_xls_is_refused_even_where_the_reader_panics():
    content = (CORPUS / "frictionless" / "data" / "table.xls").read_bytes()
    for length in range(600, len(content) - 512, 997):
        with pytest.raises(DataError) as refused:
            read_sheets("a.xls", content[:length])
        assert refused.value.code in ("upload_damaged", "file_empty")


def naughty():
    """The big list, each text once, without those that no text file can hold in one row's cell."""
    return list(dict.fromkeys(json.loads(NAUGHTY.read_text(encoding="utf-8"))))


def written(rows):
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


def readable(texts):
    """Those that a text file may hold: control characters are refused, with their line."""
    kept = []
    for text in texts:
        try:
            open_content("a.csv", written([["a", "b"], [text, "1"]]), Settings())
            kept.append(text)
        except DataError as error:
            assert error.code == "file_not_text", text
    return kept


def test_naughty_texts_come_out_as_they_went_in():
    texts = readable(naughty())
    assert len(texts) > 480
    opened = open_content(
        "a.csv", written([["nama", "nilai"], *([text, "1"] for text in texts)]), Settings(header_rows=(1,))
    )
    kept = [text for text in texts if text in set(opened.texts["nama"])]
    left_out = {opened.preview[row - 1][0] for row in opened.dropped if row <= len(opened.preview)}
    assert opened.texts["nama"].tolist() == kept
    assert len(kept) + len(opened.dropped) == len(texts)
    assert left_out <= {""} | set(texts)
    found = find_habits(opened.texts["nama"])
    assert all(read_numbers(opened.texts["nama"], habit).values.abs().max() < 1e308 for habit in found)
    read_periods(opened.texts["nama"])


def test_naughty_names_of_columns_are_text():
    texts = [text for text in readable(naughty()) if text.strip()]
    for start in range(0, len(texts), 100):
        names = texts[start : start + 100]
        opened = open_content("a.csv", written([names, ["1"] * len(names)]), Settings(header_rows=(1,)))
        assert [name.partition(" (")[0].split() for name in opened.columns.values()] == [
            name.partition(" (")[0].split() for name in names
        ]
        score_columns(opened.texts)
        find_period_columns(list(opened.columns.values()))


def test_naughty_names_of_files_are_said_as_text_by_every_sentence():
    codes = ("upload_damaged", "file_empty", "quote_bad", "reading_failed", "reading_too_large", "not_a_known_code")
    for text in naughty():
        for code in codes:
            assert text in shown(problem_sentence(DataError(code, file=text, place=text, found=text)))
        assert open_content(text, b"a;b\nx;1\n", Settings()).file == text
