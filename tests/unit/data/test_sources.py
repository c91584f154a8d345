"""Reading sources."""

import io

import pandas as pd
import pytest

from data.sources import check_sources, cited, read_sources
from errors import DataError

HEADER = "source_id,title,publisher,published,url,note\n"


def test_a_source_keeps_what_its_publisher_tells():
    table = read_sources(io.BytesIO(f"{HEADER}spn-2023-12,Peserta,SPN,2024,https://spn.or.id/,\n".encode()))
    assert table.loc[0, ["published", "url", "note"]].tolist() == ["2024", "https://spn.or.id/", ""]


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ("a,,,,,\na,,,,,\n", "source_repeated"),
        ("a,,,,,\nb,,,,javascript:alert(1),\n", "url_bad"),
        ("a,,,,,\n,Title,,,,\n", "cell_empty"),
    ],
)
def test_a_faulty_source_is_refused_at_its_line(lines, code):
    with pytest.raises(DataError) as refused:
        read_sources(io.BytesIO((HEADER + lines).encode()), name="sources.csv")
    assert (refused.value.code, refused.value.particulars["place"]) == (code, 3)


def test_the_source_of_counts_must_be_described_too():
    rows = pd.DataFrame({"source_id": ["press", "a, b"], "counts_source_id": ["ours", ""]})
    assert cited(rows) == ["press", "ours", "a", "b"]
    with pytest.raises(DataError) as refused:
        check_sources(rows, pd.DataFrame({"source_id": ["press", "a", "b"]}))
    assert (refused.value.code, refused.value.particulars["found"]) == ("source_unknown", ["ours"])


def test_a_table_from_before_says_nothing_of_grade_and_retrieval():
    table = read_sources(io.BytesIO(f"{HEADER}spn-2023-12,Peserta,SPN,2024,https://spn.or.id/,\n".encode()))
    assert table[["retrieved", "grade"]].to_numpy().tolist() == [["", ""]]


def test_a_grade_is_one_of_three():
    table = HEADER.strip() + ",retrieved,grade\nspn-2023-12,Peserta,SPN,2024,,,2026-11,good\n"
    with pytest.raises(DataError, match="grade_unknown"):
        read_sources(io.BytesIO(table.encode()), name="sources.csv")
