"""Reading sources."""

import io

import pytest

from data.sources import read_sources
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
