"""Public corpora of odd files: csv-spectrum against its expected JSON, frictionless without a traceback."""

import json
from pathlib import Path

import pytest

from data.intake.dialect import read_text
from data.intake.files import read_sheets
from data.intake.structure import find_structure, read_rows
from errors import DataError

CORPUS = Path(__file__).parents[4] / "shared" / "corpus"
# Its JSON is not what its CSV says: another telephone number, and no list.
DEFECTIVE = "location_coordinates"
SPECTRUM = [one for one in sorted((CORPUS / "csv-spectrum" / "csvs").glob("*.csv")) if one.stem != DEFECTIVE]
TABLES = sorted(
    path for path in (CORPUS / "frictionless" / "data").rglob("*") if path.suffix in (".csv", ".xlsx", ".xls", ".ods")
)

pytestmark = pytest.mark.skipif(not SPECTRUM, reason="the corpora of ../shared/corpus are not here")


@pytest.mark.parametrize("path", SPECTRUM, ids=lambda path: path.stem)
def test_csv_spectrum_reads_as_its_authors_expect(path):
    header, *rows = read_text(path.name, path.read_bytes()).cells
    expected = json.loads((path.parents[1] / "json" / f"{path.stem}.json").read_text(encoding="utf-8"))
    assert [dict(zip(header, row, strict=True)) for row in rows] == expected


def test_no_frictionless_file_gives_a_traceback():
    assert TABLES
    for path in TABLES:
        try:
            for sheet in read_sheets(path.name, path.read_bytes()):
                read_rows(find_structure(sheet))
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
