"""Meetings: what the bundled ones say, and what is refused in a file of them."""

import pytest

from data.meetings import load_meetings, meetings_in, read_meetings
from data.sources import Citation
from errors import DataError

PAGE = Citation("Rapat", "Koran", "https://koran.example/1", "2022-11")
MEETING = """
[[meetings]]
id = "majene"
region = "76.05"
kind = "kso"
date = "2022-11"
source = "koran"
[[meetings.points]]
kind = "proposed"
what = { id = "CSR membayar.", en = "CSR pays." }
"""


def read(tmp_path, text):
    path = tmp_path / "meetings.toml"
    path.write_text(text, encoding="utf-8")
    return read_meetings(path, {"koran": PAGE}, ("76.05",))


def test_a_meeting_is_read_with_its_source_and_what_is_not_said_is_empty(tmp_path):
    (meeting,) = read(tmp_path, MEETING)
    assert (meeting.region, meeting.date, meeting.source) == ("76.05", "2022-11", PAGE)
    (point,) = meeting.points
    assert (point.kind, point.what["en"], point.who["en"], point.when["en"]) == ("proposed", "CSR pays.", "", "")


@pytest.mark.parametrize(
    ("written", "instead", "said"),
    [
        ('kind = "kso"', 'kind = "party"', "kind party"),
        ('kind = "proposed"', 'kind = "dreamt"', "kind dreamt"),
        ('source = "koran"', 'source = "radio"', "radio"),
        ('date = "2022-11"', "", "date"),
        ('region = "76.05"', 'region = "99"', "region 99"),
        (', en = "CSR pays."', "", "en"),
        ('"CSR membayar."', '""', "is missing"),
    ],
)
def test_a_faulty_meeting_is_refused_with_its_file_and_reason(tmp_path, written, instead, said):
    with pytest.raises(DataError) as refused:
        read(tmp_path, MEETING.replace(written, instead))
    assert (refused.value.code, refused.value.particulars["file"]) == ("file_damaged", "meetings.toml")
    assert said in refused.value.particulars["reason"]


def test_the_five_meetings_are_there_newest_first_each_with_its_source():
    found = load_meetings()
    assert [(one.region, one.date) for one in found] == [
        ("17", "2024-11-20"), ("73.14", "2023-10-02"), ("93.01", "2023-04-05"), ("76.05", "2022-11"),
        ("13.10", "2022-09-21"),
    ]  # fmt: skip
    assert all(one.source.url.startswith("https://") for one in found)


@pytest.mark.parametrize(
    ("region", "kind", "said"),
    [
        ("17", "found", ["9 regencies and 1 city", "39,487", "provincial government"]),
        ("93.01", "found", ["29 of 179", "kampung funds", "three programmes", "follow two"]),
        ("93.01", "decided", ["A regulation is to follow."]),
        ("76.05", "proposed", ["CSR and BAZNAS", "gotong royong", "family and neighbours"]),
        ("73.14", "found", ["68 villages", "all of them"]),
        ("73.14", "decided", ["Head of the village office", "village budgets of 2024"]),
        ("13.10", "decided", ["taxi drivers", "mosque caretakers", "farmers", "traders", "Quran teachers"]),
        ("13.10", "found", ["Three heirs", "Rp42 million"]),
    ],
)
def test_what_a_meeting_says_is_told(region, kind, said):
    (meeting,) = [one for one in load_meetings() if one.region == region]
    told = " ".join(text["en"] for one in meeting.points if one.kind == kind for text in (one.what, one.who, one.when))
    assert [part for part in said if part not in told] == []


@pytest.mark.parametrize(
    ("area", "found"),
    [("17", ["17"]), ("93", ["93.01"]), ("93.01", ["93.01"]), ("13", ["13.10"]), ("1", []), ("ID", []), ("52", [])],
)
def test_a_meeting_belongs_to_its_area_and_its_region_alone(area, found):
    assert [one.region for one in meetings_in(load_meetings(), area)] == found
