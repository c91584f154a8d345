"""Desa & OPD: the scoreboard of an area, its switch, and the way to a regency's list."""

import pytest

from components.state import users
from data.checklist import Item
from data.store.checklists import keep_checklist, tick
from data.store.roles import User

MAJENE, MERAUKE, KAUR = "76.05", "93.01", "17.04"
HOSTILE = "<img src=x onerror=alert(1)> *x* =1+1"


def figures(screen):
    return {one.label: (one.value, one.delta) for one in screen.app.metric}


def rows(screen):
    return {row[0]: row[2:5] for row in screen.given("scoreboard")["rows"]}


@pytest.fixture
def listed(sits_here):
    """Return a function that loads a list of villages, some of them done."""

    def load(code, done, whole, simulated=False):
        items = [Item(0, f"{HOSTILE} {number}", done=number < done) for number in range(whole)]
        return keep_checklist(sits_here, code, "villages_enrolled", "all", "desa.csv", items, simulated=simulated)

    return load


@pytest.mark.parametrize(
    ("area", "indicator", "said", "shown"),
    [
        ("93", "coverage", "Merauke: 29 dari 179 desa/kampung terdaftar, 150 belum.", {MERAUKE: ["29", "179", "150"]}),
        ("76", "coverage", "Majene: 19 dari 62 desa/kampung terdaftar, 43 belum.", {MAJENE: ["19", "62", "43"]}),
        ("76", "agencies_enrolled", "Majene: 12 dari 39 perangkat daerah", {MAJENE: ["12", "39", "27"]}),
        ("73", "coverage", "68 desa membayar; jumlah desa 68 menurut Kepmendagri.", {"73.14": ["68", "68", "0"]}),
    ],
)
def test_the_meetings_counts_in_sentence_and_table(opened, area, indicator, said, shown):
    screen = opened("villages", set="reported", area=area, indicator=indicator)
    assert screen.failed == []
    assert said in screen.said("header")[0]
    assert rows(screen) == shown
    assert screen.find("explorer")  # which names the source of its period
    assert "Sumber: " not in screen.words


def test_the_numbers_say_how_many_regions_are_counted_and_when(opened):
    screen = opened("villages", set="reported", area="76")
    assert figures(screen) == {
        "Terdaftar": ("19 dari 62", "desa/kampung"),
        "Belum terdaftar": ("43", "desa/kampung"),
        "Wilayah dengan hitungan": ("1 dari 6", "November 2022"),
    }
    assert "5 wilayah tanpa hitungan: Mamasa, Mamuju, Mamuju Tengah" in screen.words
    gaps = [name for _code, name, _below in screen.given("scoreboard")["gaps"]]
    assert gaps == ["Mamasa", "Mamuju", "Mamuju Tengah", "Pasangkayu", "Polewali Mandar"]


def test_whoever_has_most_left_to_do_comes_first(opened):
    screen = opened("villages", set="simulated", area="17")
    left = [int(row[4]) for row in screen.given("scoreboard")["rows"]]
    assert left == sorted(left, reverse=True)
    assert len(left) == 9  # of ten; the city has no villages
    assert "1 wilayah tidak memiliki desa." in screen.words


def test_the_switch_holds_the_boards_of_the_area_and_the_address_stays_until_it_is_used(opened):
    screen = opened("villages", set="reported", area="76", indicator="coverage")
    assert screen.address["indicator"] == "coverage"
    screen.choose(measure="agencies_enrolled-all")
    assert (screen.address["indicator"], screen.address["period"]) == ("agencies_enrolled", "2022-11")
    assert "perangkat daerah" in screen.said("header")[0]


def test_a_click_in_the_table_opens_the_list_and_one_on_the_map_too(opened):
    screen = opened("villages", set="simulated", area="ID", level="province")
    screen.tell("scoreboard", opened=MERAUKE)
    asked = {"region": MERAUKE, "level": "regency", "indicator": "villages_enrolled"}
    assert {name: screen.address[name] for name in asked} == asked
    assert "Daftar: Desa terdaftar, Merauke" in screen.said("subheader")
    screen.tell("explorer", chosen={"region": KAUR})
    assert screen.address["region"] == KAUR
    assert "Daftar: Desa terdaftar, Kaur" in screen.said("subheader")
    screen.choose(list_region="17.07")
    assert screen.address["region"] == "17.07"


def test_an_area_without_counts_says_so_and_still_opens_lists(opened):
    screen = opened("villages", set="reported", area="14", region="14.01")
    assert screen.failed == []
    assert "Belum ada hitungan dari wilayah mana pun di daerah ini." in screen.words
    assert "tidak memuat angka Desa terdaftar untuk Riau" in screen.said("info")[0]
    assert "Daftar: Desa terdaftar, Kampar" in screen.said("subheader")
    screen.choose(measure="agencies_enrolled-all")
    assert "Daftar: Perangkat daerah terdaftar, Kampar" in screen.said("subheader")


def test_a_list_counts_beside_the_dataset_and_over_it(opened, listed):
    listed(MAJENE, 25, 62)
    listed("76.04", 2, 144)
    screen = opened("villages", set="reported", area="76")
    assert rows(screen) == {MAJENE: ["25", "62", "37"], "76.04": ["2", "144", "142"]}
    (said,) = [row[6] for row in screen.given("scoreboard")["rows"] if row[0] == MAJENE]
    assert said == "dicentang dalam rapat; dalam kumpulan data 19 dari 62, November 2022"
    assert "Di 2 wilayah: 27 dari 206 desa/kampung terdaftar, 179 belum." in screen.words
    assert figures(screen)["Wilayah dengan hitungan"] == ("2 dari 6", "dari daftar centang: 2")


def test_a_list_of_some_villages_stands_with_its_regency_and_changes_no_number(opened, listed):
    before = opened("villages", set="reported", area="76")
    listed(MAJENE, 8, 10)
    listed("76.04", 2, 5)
    screen = opened("villages", set="reported", area="76", region=MAJENE)
    assert (figures(screen), rows(screen)) == (figures(before), rows(before))
    assert screen.said("header")[0] == before.said("header")[0]
    given = screen.given("scoreboard")
    assert given["rows"][0][6].endswith("daftar sebagian: 8 dari 10 dicentang; 62 desa menurut Kepmendagri")
    below = {code: text for code, _name, text in given["gaps"]}
    assert below["76.04"] == "daftar sebagian: 2 dari 5 dicentang; 144 desa menurut Kepmendagri"
    assert "2 daftar hanya memuat sebagian" in screen.words
    sentence = screen.given("checklist-76.05-villages_enrolled-all")["sentence"]
    assert sentence == "Daftar sebagian: 8 dari 10 dicentang; 62 desa menurut Kepmendagri"


def test_lists_of_a_demonstration_and_real_ones_never_show_together(opened, listed):
    listed(MAJENE, 25, 62)
    listed(MAJENE, 60, 62, simulated=True)
    for dataset, counts, key in (("reported", "25", ""), ("simulated", "60", "-simulated")):
        screen = opened("villages", set=dataset, area="76", region=MAJENE)
        assert rows(screen)[MAJENE][0] == counts
        given = screen.given(f"checklist-76.05-villages_enrolled-all{key}")
        assert sum(item["done"] for item in given["items"]) == int(counts)
        assert ("Daftar ini untuk peragaan" in screen.words) == (dataset == "simulated")


def test_a_broken_store_is_told_and_the_datasets_counts_stay(opened, listed, store):
    listed(MAJENE, 25, 62)
    for path in store.glob("small.sqlite*"):
        path.unlink()
    (store / "small.sqlite").write_bytes(b"this is no database" * 100)
    screen = opened("villages", set="reported", area="76")
    assert screen.failed == []
    assert screen.said("warning")
    assert rows(screen)[MAJENE] == ["19", "62", "43"]


def test_in_english_too(opened):
    screen = opened("villages", set="reported", area="93", lang="en")
    assert screen.said("header")[0] == "Merauke: 29 of 179 villages enrolled, 150 left to do."
    assert figures(screen)["Regions with counts"][0] == "1 of 4"


@pytest.mark.parametrize("address", ["", "vina@example.go.id"])
def test_who_may_only_look_is_sent_neither_owners_nor_who_ticked(opened, sits_here, store, monkeypatch, address):
    items = [Item(0, "Wasur", "Merauke", owner="Ibu Maria", pot="dana desa")]
    kept = keep_checklist(sits_here, MERAUKE, "villages_enrolled", "all", "desa.csv", items, simulated=True)
    tick(sits_here, "Ani", kept.items[0].id, True)
    (store / "roles.toml").write_text('[roles]\n"vina@example.go.id" = "viewer"\n"ana@example.go.id" = "analyst"\n')

    def told(user):
        monkeypatch.setattr(users, "current_user", lambda: user)
        screen = opened("villages", set="simulated", area="93", region=MERAUKE)
        assert screen.failed == []
        return screen.given("checklist-93.01-villages_enrolled-all-simulated")

    ana, looker = told(User("ana@example.go.id")), told(User(address))
    assert (ana["may"], ana["who"], looker["may"]) == (True, "ana@example.go.id", False)
    assert "Maria" in str(ana) and "Ani" in str(ana)
    assert [(item["name"], item["done"], item["pot"]) for item in looker["items"]] == [("Wasur", True, "dana desa")]
    assert not [name for name in ("Maria", "Ani") if name in str(looker["items"])]
