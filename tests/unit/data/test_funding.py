"""Who pays: what a row says, whose it is, and what is refused in a file of them."""

import io

import pytest

from data.funding import funding_in, load_funding, read_funding
from data.sources import Citation
from data.store.catalogue import load_dataset
from errors import DataError

HEADER = "region_code,payer,standing,counted,count,of,period,until,source_id,note_id,note_en\n"
PAGE = Citation("Iuran", "Koran", "", "2025")
# Of these the source says how many in its title or a note, and the figure of that region counts others as well.
ELSEWHERE = {("52", "2025"), ("94", "2025-08"), ("73.13", "2025-06"), ("75.05", "2024-09")}


def read(line):
    source = io.BytesIO((HEADER + line).encode())
    return read_funding(source, {"koran": PAGE}, ("17", "76.05"), name="funding.csv")


def test_a_row_says_who_pays_for_how_many_and_until_when():
    (one,) = read("17,village_fund,pays,villages,29,179,2023-04,2023-12,koran,,")
    assert (one.payer, one.count, one.of, one.until, one.source) == ("village_fund", 29, 179, "2023-12", PAGE)
    (other,) = read("76.05,csr,proposed,,,,2022-11,,koran,,")
    assert (other.standing, other.count, other.of, other.until) == ("proposed", None, None, "")


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (",csr,pays,persons,1,,2025,,koran,,", "cell_empty"),
        ("17,csr,pays,persons,1,,,,koran,,", "cell_empty"),
        ("17,csr,pays,,1,,2025,,koran,,", "cell_empty"),  # one of what?
        ("99,csr,pays,persons,1,,2025,,koran,,", "row_region_unknown"),
        ("17,lottery,pays,persons,1,,2025,,koran,,", "code_unknown"),
        ("17,csr,hopes,persons,1,,2025,,koran,,", "code_unknown"),
        ("17,csr,pays,persons,39.487,,2025,,koran,,", "number_bad"),
        ("17,csr,pays,villages,1,many,2025,,koran,,", "number_bad"),
        ("17,csr,pays,persons,1,,soon,,koran,,", "period_unknown"),
        ("17,csr,pays,persons,1,,2025,later,koran,,", "period_unknown"),
        ("17,csr,pays,persons,1,,2025,,radio,,", "row_source_unknown"),
    ],
)
def test_a_faulty_row_is_refused_with_file_and_line(line, code):
    with pytest.raises(DataError) as refused:
        read(line)
    assert refused.value.code == code
    assert refused.value.particulars.items() >= {"file": "funding.csv", "place": 2}.items()


def test_a_region_shows_what_is_paid_in_it_the_newest_first():
    found = [(one.region_code, one.payer, one.period) for one in funding_in(load_funding(), "17")]
    assert found == [("17", "apbd_province", "2025-12"), ("17", "apbd_province", "2024-11")]
    assert [one.region_code for one in funding_in(load_funding(), "93")] == ["93.01"]
    assert {one.payer for one in funding_in(load_funding(), "76.05")} == {
        "apbd_regency", "csr", "baznas", "mutual_aid",
    }  # fmt: skip
    assert funding_in(load_funding(), "ID") == funding_in(load_funding(), "7") == []


def test_every_number_is_that_of_the_reported_figure():
    """A number that stands twice must not come to differ from itself."""
    observed = load_dataset("reported").observations
    for one in load_funding():
        if one.count is None or (one.region_code, one.period) in ELSEWHERE:
            continue
        rows = observed[(observed["region_code"] == one.region_code) & (observed["period"] == one.period)]
        known = {*rows["numerator"].dropna(), *rows["value"].dropna()}
        assert one.count in known, one
