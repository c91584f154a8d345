"""A line of sources in parts: what it names can be opened, and so can what it only counts."""

import pytest

from components.report.citations import SourceTitle
from components.report.source_links import MOST_NUMBERS, Run, linked

MONEV = SourceTitle("Jarrakpos", "Jarrakpos, Gelar Monev (2024-11-20)", "https://jarrakpos.com/monev")
BPS = SourceTitle("BPS", "BPS, Sakernas", "https://bps.go.id/sakernas")
OFFICE = SourceTitle("BPS Bengkulu", "BPS Bengkulu, Angka", "https://bengkulu.bps.go.id")
PRINTED = SourceTitle("Ayonusa", "Ayonusa, Wujud")


def opened(line, *sources):
    return {run.text: run.url for run in linked(line, sources) if run.url}


@pytest.mark.parametrize(
    ("line", "sources", "links"),
    [
        ("2024 · Sumber: Jarrakpos, Gelar Monev (2024-11-20)", [MONEV], {MONEV.whole: MONEV.url}),
        ("2024 · Sumber: Jarrakpos; BPS", [MONEV, BPS], {"Jarrakpos": MONEV.url, "BPS": BPS.url}),
        ("Sumber: BPS Bengkulu; BPS", [BPS, OFFICE], {"BPS Bengkulu": OFFICE.url, "BPS": BPS.url}),
        ("Sumber: Ayonusa; BPS dan 1 lainnya", [PRINTED, BPS, MONEV], {"BPS": BPS.url, "[1]": MONEV.url}),
        ("Sumber: Jarrakpos dan 1 lainnya", [PRINTED, MONEV], {"Jarrakpos": MONEV.url}),
        ("2024 · belum dilaporkan", [], {}),
    ],
)
def test_names_lead_to_their_addresses_and_numbers_to_the_others(line, sources, links):
    assert opened(line, *sources) == links


def test_the_parts_are_the_line_with_the_numbers_behind_it():
    runs = linked("Nov 2024 · Sumber: Jarrakpos; BPS dan 1 lainnya", [MONEV, BPS, OFFICE])
    assert "".join(run.text for run in runs) == "Nov 2024 · Sumber: Jarrakpos; BPS dan 1 lainnya [1]"


def test_a_second_source_of_one_publisher_has_a_number():
    second = MONEV._replace(whole="Jarrakpos, Lain", url="https://jarrakpos.com/lain")
    assert opened("Sumber: Jarrakpos", MONEV, second) == {"Jarrakpos": MONEV.url, "[1]": second.url}


def test_there_are_only_so_many_numbers():
    many = [SourceTitle(f"P{place}", f"P{place}, T", f"https://example.org/{place}") for place in range(40)]
    assert len(opened("Sumber: lain", *many)) == MOST_NUMBERS


def test_what_is_no_address_of_the_web_is_only_read():
    assert linked("Sumber: X", [SourceTitle("X", "X", "javascript:alert(1)")]) == [Run("Sumber: "), Run("X")]
