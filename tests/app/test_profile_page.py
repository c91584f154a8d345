"""Profil: one regency, reached by links, with what is known of it."""

import time

import pytest

KAUR, LEBONG, MERAUKE = "17.04", "17.07", "93.01"


def figures(screen):
    return {one.label: one.value for one in screen.app.metric}


@pytest.mark.parametrize(
    ("region", "told"),
    [(KAUR, ["75,0 %", "1 / 10", "+38,0", "+36,0"]), (LEBONG, ["17,0 %", "10 / 10", "−20,0", "−22,0"])],
)
def test_a_regency_its_place_and_its_distances(opened, region, told):
    shown = figures(opened("profile", region=region))
    assert list(shown.values())[:4] == told
    assert list(shown)[1:4] == ["Peringkat di Bengkulu", "Terhadap Bengkulu (poin)", "Terhadap Indonesia (poin)"]


def test_without_a_regency_the_page_is_the_ways_to_one(opened):
    screen = opened("profile")
    assert not screen.app.metric
    labels = [label for label, _address in screen.links()]
    assert {"Kaur", "Lebong", "Kota Bengkulu"} <= set(labels)
    screen.choose(region=KAUR)
    assert figures(screen)["Kaur"] == "75,0 %"
    assert screen.address["region"] == KAUR


def test_from_the_country_by_province_the_way_leads_over_the_province(opened):
    screen = opened("profile", area="ID", level="province", region="17")
    (address,) = [address for label, address in screen.links() if label == "Bengkulu"]
    assert "area=17" in address
    assert "level=regency" in address


@pytest.mark.parametrize("page", ["overview", "map", "ranking", "trend"])
def test_a_selected_region_leads_to_its_profile(opened, page):
    assert not [label for label, _address in opened(page).links() if label.startswith("Profil")]
    links = dict(opened(page, region=KAUR).links())
    assert f"region={KAUR}" in links["Profil Kaur"]


def test_a_selected_province_leads_to_its_regencies(opened):
    links = dict(opened("map", area="ID", level="province", region="17").links())
    assert "area=17" in links["Profil Bengkulu"]
    assert "region" not in links["Profil Bengkulu"]


def test_villages_of_merauke_are_told_with_their_counts_and_source(opened):
    screen = opened(
        "profile", set="reported", area="93", region=MERAUKE,
        indicator="villages_enrolled", segment="village_apparatus", period="2023-04",
    )  # fmt: skip
    assert figures(screen)["Desa terdaftar"] == "29 dari 179"
    assert "Hanya Merauke yang memiliki angka di seluruh Indonesia." in screen.words
    known = screen.app.table[-1].value
    assert len(known) == 3
    assert known["Sumber"].str.contains("Teropong").all()


def test_a_regency_without_a_figure_in_the_period_opens(opened):
    screen = opened("profile", set="reported", region="17.05")
    assert screen.failed == []
    assert "belum ada angka" in screen.words
    assert figures(screen)["Seluma"] == "–"


def test_the_neighbours_of_a_city_lead_to_their_profiles(opened):
    links = dict(opened("profile", region="17.71").links())
    assert "region=17.05" in links["Seluma"]
    assert {"Seluma", "Bengkulu Tengah"} <= set(links)


def test_a_brief_is_made_beside_the_page_and_offered_as_a_file(opened):
    screen = opened("profile", region=KAUR)
    screen.click("Ringkasan satu halaman (PDF)")
    export = screen.app.session_state["export"]
    until = time.monotonic() + 120
    while export.content is None and not export.failed and time.monotonic() < until:
        time.sleep(0.2)
    assert export.content.startswith(b"%PDF")
    screen.app.run()
    (button,) = screen.app.main.get("download_button")
    assert button.proto.label.startswith(f"Simpan {KAUR}-coverage-2024-11.pdf")


@pytest.mark.parametrize("area", ["17", "ID"])
def test_a_profile_opens_from_its_province_and_from_the_country(opened, area):
    screen = opened("profile", area=area, level="regency", region=KAUR)
    assert screen.failed == []
    assert screen.address["area"] == area
    assert figures(screen)["Kaur"] == "75,0 %"
