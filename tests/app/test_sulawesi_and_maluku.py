"""Sulawesi and Maluku: seven of eight provinces of one denominator, compared among themselves."""

import pytest

from components.explorer.data_urls import geometry_url
from components.state.drawn_boundaries import drawn_boundaries

BLOCK = {"set": "reported", "area": "ID", "level": "sulawesi_maluku", "indicator": "coverage", "period": "2021-12"}
IN_ORDER = ["Sulawesi Utara", "Gorontalo", "Sulawesi Selatan", "Sulawesi Tengah", "Maluku", "Maluku Utara",
            "Sulawesi Tenggara"]  # fmt: skip
EIGHT = {"71", "72", "73", "74", "75", "76", "81", "82"}


def test_the_seven_are_numbered_among_themselves_and_the_eighth_is_named(opened):
    screen = opened("ranking", **BLOCK)
    assert "Sulawesi dan Maluku, Desember 2021" in screen.said("title")[0]
    assert "Belum kami miliki: Sulawesi Barat" in screen.words
    assert "delapan provinsi (Tribun Timur, 13 Desember 2021). Ada angka untuk 7 dari 8 provinsi" in screen.words
    assert "Tertinggi" not in screen.words
    table = screen.table("ranking")
    assert table["Wilayah"].tolist() == [*IN_ORDER, "Sulawesi Barat"]
    assert table["Peringkat"].dropna().tolist() == list(range(1, len(IN_ORDER) + 1))


def test_the_first_screen_says_who_is_first_and_last_of_the_seven_and_who_is_missing(opened):
    words = opened(**BLOCK).words
    assert "Ada angka untuk 7 dari 8 provinsi, belum untuk Sulawesi Barat." in words
    assert "urutan pertama Sulawesi Utara 79,9\u00a0% dan urutan terakhir Sulawesi Tenggara 30,6\u00a0%" in words
    assert "secara keseluruhan" not in words


def test_the_map_shows_these_provinces_alone_and_numbers_them_too(opened):
    given = opened("map", **BLOCK).given("explorer")
    assert given["geometry"] == geometry_url("ID", "sulawesi_maluku", "bundled")
    assert set(drawn_boundaries("ID", "sulawesi_maluku", "bundled")["paths"]) == EIGHT
    assert (given["rule"]["spare"], given["title"]) == (1, "Cakupan kepesertaan, Sulawesi dan Maluku")


@pytest.mark.parametrize("page", ["trend", "basemap", "meeting", "sources"])
def test_the_block_stays_in_view_from_page_to_page(opened, page):
    screen = opened(page, **BLOCK)
    assert (screen.failed, screen.said("warning"), screen.address["level"]) == ([], [], "sulawesi_maluku")


def test_a_start_opens_it_and_is_not_offered_where_it_is_open(opened):
    starts = dict(opened(set="reported", area="17").links())
    assert "level=sulawesi_maluku" in starts["Sulawesi, Maluku"]
    assert "Sulawesi, Maluku" not in dict(opened(**BLOCK).links())


def test_a_province_alone_has_no_groups(opened):
    screen = opened(set="reported", area="73", level="sulawesi_maluku")
    assert screen.address["level"] == "regency"


def test_choosing_a_province_leaves_the_group_without_a_word(opened):
    screen = opened("map", **BLOCK).choose(area="73")
    assert (screen.address["level"], screen.said("warning")) == ("regency", [])
