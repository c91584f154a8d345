"""Profil: one regency, reached by links, with what is known of it."""

import re
import time

import pandas as pd
import pytest

from components.report.profile import tables
from components.state import boundary_cache, users
from data.checklist import Item
from data.store.checklists import keep_checklist
from data.store.drafts import Meets, rebase_draft, save_draft
from data.store.roles import User
from data.store.versions import Upload, newest, publish
from geo.boundary_sets import COLUMNS, DATASET
from tests.app.published import NAME, draft_kaur, publish_kaur
from tests.app.published import figures as rows_of_bengkulu

KAUR, LEBONG, MERAUKE = "17.04", "17.07", "93.01"


def figures(screen):
    return {one.label: one.value for one in screen.app.metric}


@pytest.mark.parametrize(
    ("region", "told"),
    [(KAUR, ["75\u00a0%", "1 / 10", "+38", "+36"]), (LEBONG, ["17\u00a0%", "10 / 10", "−20", "−22"])],
)
def test_a_regency_its_place_and_its_distances(opened, region, told):
    shown = figures(opened("profile", region=region))
    assert list(shown.values())[:4] == told
    assert list(shown)[1:4] == [
        "Peringkat di Bengkulu",
        "Terhadap Bengkulu (poin persen)",
        "Terhadap Indonesia (poin persen)",
    ]


def test_without_a_regency_the_page_is_a_map_and_a_list_of_them(opened):
    screen = opened("profile")
    assert not screen.app.metric
    assert screen.given("explorer")["layout"] == ["map"]
    assert {"Kaur", "Lebong", "Kota Bengkulu"} <= {row["name"] for row in screen.given("choice")["rows"]}
    screen.tell("choice", chosen=KAUR)
    assert figures(screen)["Kaur"] == "75\u00a0%"
    assert screen.address["region"] == KAUR


def test_from_the_country_by_province_the_way_leads_over_the_province(opened):
    screen = opened("profile", area="ID", level="province", region="17")
    (code,) = [row["code"] for row in screen.given("choice")["rows"] if row["name"] == "Bengkulu"]
    screen.tell("choice", chosen=code)
    assert (screen.address["area"], screen.address["level"]) == ("17", "regency")
    assert "region" not in screen.address
    assert {"Kaur", "Lebong"} <= {row["name"] for row in screen.given("choice")["rows"]}


def test_every_regency_of_the_country_is_in_the_list_whether_it_has_a_figure_or_not(opened):
    found = opened("profile", set="reported", area="ID", level="regency").given("choice")["rows"]
    assert len(found) == 514
    assert "belum kami miliki" in {row["text"] for row in found}
    assert {"Bengkulu", "Papua Selatan"} <= {row["where"] for row in found}


def test_the_place_on_the_map_is_the_regencys_among_its_provinces(opened):
    screen = opened("profile", region=KAUR)
    place = screen.given("place-map")
    assert (place["region"], place["title"]) == (KAUR, "Kaur di Bengkulu")
    screen.tell("place-map", chosen=LEBONG)
    assert screen.address["region"] == LEBONG


def test_the_menu_leads_to_every_section_that_is_there(opened):
    for address, has_targets in (({}, True), ({"indicator": "villages_enrolled"}, False)):
        screen = opened("profile", region=KAUR, **address)
        (menu,) = [text for text in screen.sent("markdown") if "](#" in text]
        anchors = [heading.anchor for heading in screen.app.header if heading.anchor]
        assert re.findall(r"\(#(\w+)\)", menu) == anchors
        assert ("targets" in anchors) == has_targets


@pytest.mark.parametrize("page", ["overview", "map", "ranking"])
def test_a_selected_region_leads_to_its_profile(opened, page):
    assert not [label for label, _address in opened(page).links() if label.startswith("Profil")]
    links = dict(opened(page, region=KAUR).links())
    assert f"region={KAUR}" in links["Profil Kaur →"]
    links = dict(opened(page, region=KAUR, lang="en").links())
    assert {f"region={KAUR}", "lang=en"} <= set(links["Profile of Kaur →"].split("&"))


def test_in_english(opened):
    assert "Kaur is number 1 of 10 in Bengkulu" in opened("profile", region=KAUR, lang="en").words


def test_every_line_of_the_trend_leads_to_its_profile(opened):
    screen = opened("trend", region=KAUR, regions=f"{KAUR},{LEBONG}")
    found = [(label, address) for label, address in screen.links() if label.startswith("Profil")]
    assert [label for label, _address in found] == ["Profil Kaur →", "Profil Lebong →"]
    assert f"region={LEBONG}" in found[1][1]


def test_a_region_is_chosen_in_the_ranking_unless_names_are_hidden(opened):
    screen = opened("ranking").tell("ranking", chosen=KAUR)
    assert "Profil Kaur →" in dict(screen.links())
    screen.choose(hide_names=True)
    assert KAUR not in [row["code"] for row in screen.given("ranking")["rows"]]


def test_a_selected_province_leads_to_its_regencies(opened):
    links = dict(opened("map", area="ID", level="province", region="17").links())
    assert "area=17" in links["Profil Bengkulu →"]
    assert "region" not in links["Profil Bengkulu →"]


def test_villages_of_merauke_are_told_with_their_counts_and_source(opened):
    screen = opened(
        "profile", set="reported", area="93", region=MERAUKE,
        indicator="villages_enrolled", segment="village_apparatus", period="2023-04",
    )  # fmt: skip
    assert figures(screen)["Desa terdaftar"] == "29 dari 179"
    assert "Hanya Merauke yang memiliki angka di seluruh Indonesia." in screen.words
    known = screen.app.table[-1].value
    assert len(known) == 3
    assert known["Periode, status, dan sumber"].str.contains("Teropong").all()


def test_a_complete_list_is_told_beside_the_published_count_and_a_partial_one_is_not(opened, sits_here):
    name = ("76.05", "villages_enrolled", "all")
    for done, whole, told in ((8, 10, False), (25, 62, True)):
        items = [Item(0, f"Desa {number}", done=number < done) for number in range(whole)]
        keep_checklist(sits_here, *name, "desa.csv", items)
        keep_checklist(sits_here, "76.04", *name[1:], "desa.csv", items)  # 144 villages: partial both times
        below = {
            one.label: (one.value, one.delta)
            for one in opened("profile", set="reported", area="76", region="76.05").app.metric
        }
        value, said = below["Desa terdaftar"]
        assert value == "19 dari 62"
        assert ("menurut daftar rapat: 25 dari 62 dicentang" in said) == told
    assert "menurut daftar rapat" not in opened("profile", set="reported", area="76", region="76.04").words


def test_a_regency_without_a_figure_in_the_period_opens(opened):
    screen = opened("profile", set="reported", region="17.05")
    assert screen.failed == []
    assert "belum kami miliki" in screen.words
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
    assert button.proto.label.startswith("Simpan cakupan-simulasi-kaur-cakupan-kepesertaan-2024-11.pdf")


@pytest.mark.parametrize("area", ["17", "ID"])
def test_a_profile_opens_from_its_province_and_from_the_country(opened, area):
    screen = opened("profile", area=area, level="regency", region=KAUR)
    assert screen.failed == []
    assert screen.address["area"] == area
    assert figures(screen)["Kaur"] == "75\u00a0%"


@pytest.mark.parametrize("target", ["kemendagri-ucj", "rpjmn"])
def test_a_regency_is_not_held_against_its_provinces_or_the_countrys_target(opened, target):
    screen = opened("profile", region=LEBONG, target=target)
    assert not [label for label in figures(screen) if "UCJ" in label or "RPJMN" in label]
    assert not [
        line for line in screen.words.splitlines() if "poin persen di bawah target" in line or "tercapai" in line
    ]


def test_counts_of_the_program_are_not_passed_off_as_printed(opened):
    screen = opened("profile", region=KAUR)
    assert figures(screen)["Kaur"] == "75\u00a0%"
    assert next(one.delta for one in screen.app.metric if one.label == "Kaur") == "persen dari pers, jumlah simulasi"
    assert (
        " · persen dari pers, jumlah simulasi · " in screen.app.table[-1].value["Periode, status, dan sumber"].iloc[0]
    )


def test_what_can_be_done_is_told_from_the_figures(opened):
    told = opened("profile", region=LEBONG).words
    assert "28.195 dari 33.970 pekerja eligible di Lebong belum terlindungi" in told
    assert "59 dari 93 desa belum terdaftar" in told
    reported = opened("profile", set="reported", region=LEBONG).words
    assert "yang dilaporkan hanya persentasenya" in reported
    assert "Berapa dari 93 desa yang terdaftar belum kami miliki" in reported


def test_similar_regencies_of_other_provinces_are_told_with_them(opened):
    screen = opened("profile", region=LEBONG)
    assert any("Lamandau" in label for label, _address in screen.links())
    assert "Kalimantan Tengah" in screen.words


@pytest.mark.usefixtures("sits_here")
def test_a_published_version_opens_and_a_screen_stays_on_it(opened):
    publish_kaur(70.0)
    screen = opened("profile", set=NAME, area="17", region=KAUR)
    assert screen.failed + screen.said("error") + screen.said("warning") == []
    assert figures(screen)["Kaur"] == "70,0\u00a0%"
    publish_kaur(71.0)
    screen.choose(lang="id")
    assert (figures(screen)["Kaur"], screen.address["v"]) == ("70,0\u00a0%", "1")
    assert figures(opened("profile", set=NAME, area="17", region=KAUR))["Kaur"] == "71,0\u00a0%"


ANALYST, OTHER = User("ana@example.go.id"), User("budi@example.go.id")


@pytest.fixture
def logged_in(store, monkeypatch):
    """Return a function that makes someone the user of all runs; the first is one of two analysts."""
    monkeypatch.setenv("CAKUPAN_LOCAL", "1")
    publish_kaur(70.0)
    roles = "\n".join(["[roles]", *(f'"{one.address}" = "analyst"' for one in (ANALYST, OTHER))])
    (store / "roles.toml").write_text(roles)

    def log_in(user):
        monkeypatch.setattr(users, "current_user", lambda: user)

    log_in(ANALYST)
    return log_in


def test_a_draft_is_told_to_its_owner_alone(opened, logged_in):
    draft = draft_kaur(75.5, ANALYST)
    address = {"set": f"draft-{draft.id}", "area": "17", "region": KAUR}
    own = opened("profile", **address)
    assert figures(own)["Kaur"] == "75,5\u00a0%"
    for other in (OTHER, users.NOBODY):
        logged_in(other)
        screen = opened("profile", **address)
        assert "75,5" not in screen.shown
        assert draft.id in "".join(screen.said("warning"))


def test_a_draft_on_another_base_is_read_anew(opened, logged_in):
    rows = rows_of_bengkulu(75.5)
    draft = save_draft(
        ANALYST, Meets(NAME, newest(NAME)), Upload("draf.csv", "b" * 64, "", {}), rows[rows["region_code"] == KAUR]
    )
    address = {"set": f"draft-{draft.id}", "area": "17", "region": LEBONG}
    assert figures(opened("profile", **address))["Lebong"] == "17,0\u00a0%"
    logged_in(users.LOCAL)
    changed = rows_of_bengkulu(60.0)
    is_lebong = (changed["region_code"] == LEBONG) & (changed["indicator"] == "coverage")
    publish(
        users.LOCAL,
        NAME,
        changed.assign(value=changed["value"].mask(is_lebong, 23.0)),
        Upload("a.csv", "c" * 64, "", {}),
        newest(NAME),
    )
    logged_in(ANALYST)
    rebase_draft(ANALYST, draft.id)
    screen = opened("profile", **address)
    assert figures(screen)["Lebong"] == "23,0\u00a0%"
    assert "23,0\u00a0%" in screen.app.table[-1].value.to_csv()


HOSTILE = "<b>x</b> [a](javascript:alert(1)) :red[merah] $x^2$ ![i](https://naughty.example/a.png) | _k_"


@pytest.mark.usefixtures("sits_here")
def test_a_source_from_outside_stays_text(opened):
    source = dict.fromkeys(("title", "publisher", "published", "note"), HOSTILE) | {
        "source_id": "cabang",
        "url": "javascript:alert(1)",
    }
    about = {"title": {"id": HOSTILE, "en": HOSTILE}, "sources": [source]}
    publish(users.LOCAL, NAME, rows_of_bengkulu(70.0), Upload(f"{HOSTILE}.csv", "a" * 64, "", about), newest(NAME))
    screen = opened("profile", set=NAME, area="17", region=KAUR)
    assert screen.failed == []
    cited = [text for text in screen.sent("caption") if "naughty" in text]
    cells = screen.app.table[-1].value.to_csv()
    assert cited and "naughty" in cells
    for text in (*cited, cells):
        assert re.search(r"(?<!\\)[<\[$`]", text) is None


OF_OUTLINES = (
    boundary_cache.newest_boundaries,
    boundary_cache.regencies,
    boundary_cache.of_area,
    boundary_cache.published_regions,
    tables.neighbours,
)


def forget_boundaries():
    for one in OF_OUTLINES:
        one.cache_clear()


@pytest.fixture
def other_boundaries():
    """No boundaries of other stores in the caches, before and after."""
    forget_boundaries()
    yield
    forget_boundaries()


@pytest.mark.usefixtures("sits_here", "other_boundaries")
def test_neighbours_follow_the_boundaries_of_the_session(opened):
    """Kepulauan Seribu is an island; a set of boundaries that joins it to Jakarta Utara gives it a neighbour."""
    island = {"area": "31", "region": "31.01"}
    assert "tidak berbatasan darat" in opened("profile", **island).words
    bundled = boundary_cache.regencies("bundled").set_index("region_code")["geometry"]
    joined = bundled["31.01"].union(bundled["31.72"].buffer(0.01))
    rows = pd.DataFrame([("31.01", joined.wkb, "uji", "")], columns=COLUMNS)
    publish(users.LOCAL, DATASET, rows, Upload("batas.geojson", "d" * 64, "", {}), 0)
    boundary_cache.newest_boundaries.cache_clear()
    links = dict(opened("profile", **island).links())
    assert any("region=31.72" in address for address in links.values())


def test_all_that_is_known_stays_at_the_period_in_view(opened):
    screen = opened("profile", set="simulated", area="17", region=KAUR, period="2022-06")
    told = screen.app.table[-1].value["Periode, status, dan sumber"]
    assert told.str.startswith("Juni 2022").all()
