"""Targets by region and year, what meetings decided, and who pays: where each shows, and where it must not."""

import pytest

NBSP = "\u00a0"
TARGET, PAYS, TASK = "Target, penetapnya, dan jarak angka terbaru", "Untuk berapa, dan kapan", "Siapa"


def tables(screen, column):
    """The tables of a page that have a column, each as text, row by row."""
    found = [table.value for table in screen.app.table if column in table.value.columns]
    return [[" | ".join(map(str, row)) for row in table.reset_index().to_numpy().tolist()] for table in found]


def offered(screen):
    return screen.app.selectbox(key="target").options


def diamonds(screen):
    """The targets of a trend, by the name of their series."""
    drawn = [one for one in screen.chart("trend")["data"] if one.get("marker", {}).get("symbol") == "diamond"]
    return {one["name"]: dict(zip(one["x"], one["y"], strict=True)) for one in drawn}


def test_rival_targets_of_an_area_stand_side_by_side_each_with_who_set_it_and_its_source(opened):
    screen = opened(set="reported", area="52")
    assert screen.failed == []
    ((letter, province),) = tables(screen, TARGET)
    assert f"**62,22{NBSP}%** · Surat Kemendagri" in letter
    assert "https://mataram.antaranews.com/" in letter and "10 Juli 2025" in letter
    # 30.7 in June 2025, less 62.
    assert f"**62{NBSP}%** · Target provinsi; −31,3 poin persen (30,7{NBSP}%, Juni 2025)" in province
    assert "mpp\\.mataramkota" not in province and "https://mpp.mataramkota.go.id/" in province


def test_a_province_shows_its_regencies_targets_under_their_names(opened):
    (rows,) = tables(opened(set="reported", area="61"), TARGET)
    assert [row.split(" |")[0] for row in rows] == [
        "Kalimantan Barat, 2025", "Kalimantan Barat, 2026", "Kalimantan Barat, 2026", "Kalimantan Barat, 2030",
        "Kota Pontianak, 2026",
    ]  # fmt: skip
    assert f"60,80{NBSP}%" in rows[1] and f"Dibulatkan menjadi 61{NBSP}%" in rows[1]
    assert f"61{NBSP}%** · Target Perda" in rows[2]


def test_notes_and_setters_are_told_in_english_too(opened):
    (rows,) = tables(
        opened(set="reported", area="35", lang="en"), "Target, who set it, and how far the newest figure is from it"
    )
    gresik = next(row for row in rows if row.startswith("Gresik"))
    assert "52.69%** · Regional UCJ target" in gresik
    assert "84,960 participants lacking; recomputed from its figures, 84,944" in gresik


def test_the_country_shows_the_national_plans_alone(opened):
    (rows,) = tables(opened(set="reported", area="ID", level="province"), TARGET)
    assert [row.split(" |")[0] for row in rows] == ["2025", "2025", "2026", "2029", "2045"]


@pytest.mark.parametrize(
    "address", [{"area": "93"}, {"area": "52", "indicator": "active_participants"}, {"area": "95"}]
)
def test_where_no_target_was_set_and_beside_other_indicators_there_is_no_table(opened, address):
    screen = opened(set="reported", **address)
    assert screen.failed == []
    assert tables(screen, TARGET) == []


def test_a_city_with_targets_of_its_own_shows_them_on_its_profile(opened):
    screen = opened("profile", set="reported", area="13", region="13.71", period="2024-11")
    assert screen.failed == []
    ((then, now),) = tables(screen, TARGET)
    assert f"**32,48{NBSP}%** · Target kota; +12 poin persen (44{NBSP}%, November 2024)" in then
    assert f"**37,10{NBSP}%** · Target kota" in now
    assert offered(screen)[0] == "Target kota: 32,48 % (Kota Padang, 2024)".replace(" %", f"{NBSP}%")
    assert any("RPJMN" in one for one in offered(screen))
    # 44 less 32.48, as coarse as the coarser of the two
    assert "Kota Padang berada 12 poin persen di atas target (Target kota, Kota Padang 2024" in screen.words


def test_the_target_of_a_province_is_none_of_its_regencies(opened):
    screen = opened("profile", set="reported", area="17", region="17.04", period="2024-11")
    assert tables(screen, TARGET) == []
    assert not [one.label for one in screen.app.metric if "Target" in one.label]


def test_a_trend_draws_the_target_of_the_region_whose_line_it_is(opened):
    there = {"set": "reported", "area": "13", "target": "city", "period": "2024-11"}
    screen = opened("trend", regions="13.71", **there)
    assert diamonds(screen) == {"Target kota, Kota Padang": {"2024-12-31": 32.48, "2025-12-31": 37.1}}
    other = opened("trend", regions="13.12", **there)
    assert other.failed == []
    assert diamonds(other) == {} and not any("Target kota" in one for one in offered(other))


def test_an_address_with_a_target_of_elsewhere_keeps_working(opened):
    """`target=city` comes along to an area where no city has set one: the first series that speaks of it is drawn."""
    screen = opened("map", set="reported", area="17", scheme="target_bands", target="city", period="2024-11")
    assert screen.failed + screen.said("warning") == []
    assert "sekitar 48" in screen.given("explorer")["classification"]["words"][1]["text"]


def test_bands_lie_around_the_areas_own_target_before_the_countrys(opened):
    screen = opened("map", set="reported", area="61", scheme="target_bands", period="2025-12")
    assert "sekitar 59,56" in screen.given("explorer")["classification"]["words"][1]["text"]


def test_sources_lists_every_target_with_its_own_source(opened):
    (rows,) = [table.value for table in opened("sources", set="reported").app.table if "Seri" in table.value]
    assert len(rows) == 34 + 5
    assert rows["Sumber"].str.contains("https?://").sum() == 34 + 5 - 1  # of Tuban's the page is not known


@pytest.mark.parametrize(
    ("area", "title", "said"),
    [
        ("17", "Bengkulu, 20 November 2024", ["9 kabupaten dan 1 kota", "39.487", "tidak menyebut keputusan"]),
        ("93", "Merauke, 5 April 2023", ["29 dari 179", "tiga program", "dua program"]),
        ("76", "Majene, November 2022", ["19 dari 62 desa", "12 dari 39 dinas"]),
        ("73", "Sidenreng Rappang, 2 Oktober 2023", ["68 desa", "semuanya"]),
        ("13", "Dharmasraya, 21 September 2022", ["Tiga ahli waris", f"Rp42{NBSP}juta"]),
    ],
)
def test_each_meeting_is_told_on_its_start_screen_with_its_source(opened, area, title, said):
    screen = opened(set="reported", area=area)
    assert screen.failed == []
    assert "Rapat: apa yang diputuskan" in screen.said("subheader")
    assert title in screen.words
    assert [part for part in said if part not in screen.words] == []
    assert any(text.startswith("Sumber: [") and "](https://" in text for text in screen.sent("markdown"))


def test_who_is_to_do_what_until_when(opened):
    ((budget, gifts, colleagues, neighbours),) = tables(opened(set="reported", area="76"), TASK)
    assert budget.endswith("Pemerintah kabupaten | APBD 2023 | diminta")
    assert "CSR dan BAZNAS" in gifts and gifts.endswith("tidak disebut | tidak disebut | diusulkan")
    assert "gotong royong" in colleagues and "ASN yang sudah terdaftar" in colleagues
    assert "keluarga dan tetangga" in neighbours and "Tiap kepala OPD" in neighbours
    ((watch, _explain),) = tables(opened(set="reported", area="73", lang="en"), "Who")
    assert watch.endswith("Head of the village office | village budgets of 2024 | decided")


@pytest.mark.parametrize(
    "address", [{"area": "52"}, {"area": "ID", "level": "province"}, {"set": "simulated", "area": "17"}]
)
def test_a_meeting_is_told_nowhere_else(opened, address):
    screen = opened(**{"set": "reported", **address})
    assert screen.failed == []
    assert "Rapat: apa yang diputuskan" not in screen.said("subheader")


def test_who_pays_stands_on_the_area_and_on_the_profile_of_the_region(opened):
    ((now, then),) = tables(opened(set="reported", area="17"), PAYS)
    assert now.startswith("Provinsi (APBD), membayar | **71.935 orang**, Desember 2025.")
    assert "**39.487 orang**, November 2024." in then
    ((village,),) = tables(opened("profile", set="reported", area="93", region="93.01"), PAYS)
    assert village.startswith("Dana kampung, membayar | **29 dari 179 desa**, April 2023. Aparat kampung")
    (majene,) = tables(opened("profile", set="reported", area="76", region="76.05"), PAYS)
    assert [row.split(",")[0] for row in majene] == [
        "Kabupaten/kota (APBD)", "CSR perusahaan", "BAZNAS (zakat)", "Gotong royong ASN",
    ]  # fmt: skip
    assert all("Jumlahnya tidak disebut" in row and "https://" in row for row in majene)
    assert tables(opened("profile", set="reported", area="17", region="17.04"), PAYS) == []
