"""Reading observations: what is kept, what is computed, what is refused and where."""

import gzip
import io

import pytest

from data.observations import COLUMNS, read_observations
from errors import DataError

HEADER = "region_code,indicator,segment,period,numerator,denominator,value_printed,status,source_id,note"


def test_codes_and_periods_stay_text(observed):
    table = observed("11.10,active_participants,all,2024,,,81000,reported,a,")
    assert (table["region_code"].item(), table["period"].item()) == ("11.10", "2024")
    assert list(table.columns) == COLUMNS


def test_missing_is_never_zero(observed):
    table = observed("17.01,vulnerable_workers,all,2023-06,,,,reported,a,")
    assert table[["numerator", "denominator", "value"]].isna().all(axis=None)
    assert observed("17.01,vulnerable_workers,all,2023-06,,,0,reported,a,")["value"].item() == 0


def test_the_value_comes_from_the_counts_where_both_are_there(observed):
    table = observed("17,coverage,all,2025-12,251000,708000,35,reported,a,")
    assert table["value"].item() == pytest.approx(100 * 251_000 / 708_000)
    assert (table["value_printed"].item(), table["status"].item()) == ("35", "reported")


@pytest.mark.parametrize(
    ("line", "status", "counts_status"),
    [
        ("93.01,villages_enrolled,village_apparatus,2023-04,29,179,,reported,a,", "computed", "reported"),
        ("51,coverage,all,2025-03,935079,1873899,50.88,reported,a,", "computed", "reported"),
        ("17.04,coverage,all,2024-11,,,75,reported,a,", "reported", ""),
        ("17.01,coverage,all,2024-11,1,3,,simulated,a,", "simulated", "simulated"),
    ],
)
def test_the_status_says_whether_someone_printed_the_value(observed, line, status, counts_status):
    table = observed(line)
    assert (table["status"].item(), table["counts_status"].item()) == (status, counts_status)


def test_a_denominator_of_zero_gives_no_value(observed):
    assert observed("17.71,villages_enrolled,all,2024-11,0,0,,reported,a,")["value"].isna().item()


def test_a_printed_figure_keeps_its_decimals(observed):
    assert observed("17,coverage,all,2024-12,,,41.80,reported,a,")["value_printed"].item() == "41.80"


def test_an_exported_sum_comes_back_with_its_value(observed):
    header = HEADER.replace("status,", "value,status,") + "\n"
    table = observed("17,active_participants,all,2024,,,,300,computed,a,", header=header)
    assert table["value"].item() == 300


@pytest.mark.parametrize(
    ("line", "code", "column", "found"),
    [
        ("17.04,coverage,all,2024-13,,,75,reported,a,", "period_unknown", "period", "2024-13"),
        ("17.04,cover,all,2024-11,,,75,reported,a,", "indicator_unknown", "indicator", "cover"),
        ("17.04,coverage,pmi,2024-11,,,75,reported,a,", "segment_unknown", "segment", "pmi"),
        ("17.04,coverage,all,2024-11,,,75,true,a,", "status_unknown", "status", "true"),
        ("17.04,coverage,all,2024-11,,,75,reported,,", "cell_empty", "source_id", ""),
        (",coverage,all,2024-11,,,75,reported,a,", "cell_empty", "region_code", ""),
        ('17.04,coverage,all,2024-11,,,"75,5",reported,a,', "number_bad", "value_printed", "75,5"),
        ("17.04,coverage,all,2024-11,nan,4,,reported,a,", "number_bad", "numerator", "nan"),
        ("17.04,coverage,all,2024-11,-1,4,,reported,a,", "number_bad", "numerator", "-1"),
        ("17.04,coverage,all,2024-11,39.487,40000,,reported,a,", "number_bad", "numerator", "39.487"),
        ("17,vulnerable_workers,all,2024-11,,,39.487,reported,a,", "number_bad", "value_printed", "39.487"),
        ("17.04,coverage,all,2024-11,2,3,,suppressed,a,", "suppressed_with_value", "numerator", "2"),
    ],
)
def test_a_fault_is_refused_with_its_file_line_and_cell(observed, line, code, column, found):
    with pytest.raises(DataError) as refused:
        observed("17.07,coverage,all,2024-11,,,17,reported,a,", line)
    assert refused.value.code == code
    assert refused.value.particulars == {
        "file": "figures.csv", "place": 3, "column": column, "found": found,
    }  # fmt: skip


def test_a_repeated_key_is_refused_at_its_second_line(observed):
    with pytest.raises(DataError) as refused:
        observed(
            '17.04,coverage,all,2024-11,,,75,reported,a,"a note\nover two lines"',
            "",
            "17.04,coverage,all,2024-11,,,74,reported,b,",
        )
    assert refused.value.code == "key_repeated"
    assert refused.value.particulars["place"] == 5
    assert refused.value.particulars["found"] == "17.04 coverage all 2024-11"


def test_missing_and_repeated_columns_are_named():
    with pytest.raises(DataError) as refused:
        read_observations(io.BytesIO(b"region_code,period\n17,2024\n"), name="x.csv")
    assert (refused.value.code, refused.value.particulars["columns"][:2]) == (
        "column_missing",
        ["indicator", "segment"],
    )
    with pytest.raises(DataError, match="column_repeated"):
        read_observations(io.BytesIO(f"{HEADER},note\n".encode()), name="x.csv")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "column_missing"),
        (f"{HEADER}\n17,Cakupan \xe9".encode("latin-1"), "file_not_utf8"),
        (f"{HEADER}\n17,coverage,all,2024,,,75,reported,a,,one,too,many\n".encode(), "file_damaged"),
        (gzip.compress(HEADER.encode(), mtime=0)[:-9], "file_damaged"),
    ],
)
def test_a_broken_file_is_refused_by_its_name(content, code):
    with pytest.raises(DataError) as refused:
        read_observations(io.BytesIO(content), name="x.csv")
    assert (refused.value.code, refused.value.particulars["file"]) == (code, "x.csv")


def test_a_file_without_rows_and_one_with_a_byte_order_mark_are_read():
    assert len(read_observations(io.BytesIO(f"{HEADER}\n".encode()))) == 0
    table = read_observations(io.BytesIO(f"\ufeff{HEADER}\n17,coverage,all,2024,,,75,reported,a,\n".encode()))
    assert table["value"].tolist() == [75.0]


def test_the_path_of_a_missing_file_is_not_told(tmp_path):
    with pytest.raises(DataError) as refused:
        read_observations(tmp_path / "gone.csv")
    assert (refused.value.code, refused.value.particulars) == ("file_missing", {"file": "gone.csv"})
