"""Peta: what the living map is given, and what it tells back."""

import json

import pytest

from components.state import assets, cache

COUNTS = ("numerator", "denominator")


def body(address):
    """A file of ours, as the browser gets it."""
    return json.loads((assets.FOLDER / address.removeprefix("/assets/")).read_text())


@pytest.fixture
def given(opened):
    """What the map of Bengkulu is given, as its JavaScript reads it."""
    return opened("map").given("explorer")


def test_the_map_is_given_addresses_and_never_the_figures_themselves(given):
    assert [given[name].split("/")[1] for name in ("script", "style", "geometry", "values")] == ["assets"] * 4
    assert len(json.dumps(given)) < 8_000


def test_boundaries_and_figures_are_those_of_the_area(given):
    boundaries, figures = body(given["geometry"]), body(given["values"])
    bengkulu = {f"17.{part:02}" for part in (*range(1, 10), 71)}
    assert set(boundaries["paths"]) == bengkulu
    assert set(figures["codes"]) == bengkulu | {"17", "ID"}
    assert boundaries["names"]["17.71"] == "Kota Bengkulu"
    assert len(figures["periods"]) == 45


@pytest.mark.parametrize(("level", "regions"), [("province", 38), ("regency", 514)])
def test_the_country_is_drawn_by_province_or_by_regency(opened, level, regions):
    given = opened("map", area="ID", level=level).given("explorer")
    assert len(body(given["geometry"])["paths"]) == regions


def test_classes_come_with_a_colour_each_in_both_themes(given):
    classes = given["classification"]["classes"]
    assert classes == len(given["classification"]["breaks"]) + 1
    assert [len(given["colours"][theme]["classes"]) for theme in ("light", "dark")] == [classes, classes]


def test_classes_do_not_shift_with_the_period(opened):
    then, now = (opened("map", period=period).given("explorer") for period in ("2021-03", "2024-11"))
    assert then["classification"] == now["classification"]
    assert (then["period"], now["period"]) == ("2021-03", "2024-11")


def test_target_bands_lie_around_the_named_target_of_the_area(opened):
    screen = opened("map", scheme="target_bands", target="kemendagri-ucj")
    classification = screen.given("explorer")["classification"]
    assert classification["breaks"][-1] == 48 + 5
    assert classification["words"][1]["text"] == "sekitar 48 (43,0–53,0)"
    assert "48\u00a0%" in " ".join(screen.app.selectbox(key="target").options)


def test_target_bands_begin_with_the_first_series_that_speaks_of_the_area(opened):
    screen = opened("map", scheme="target_bands")
    assert screen.failed + screen.said("warning") == []
    classification = screen.given("explorer")["classification"]
    assert classification["scheme"] == "target_bands"
    assert "sekitar 48" in classification["words"][1]["text"]


@pytest.mark.parametrize("page", ["map", "overview"])
def test_a_target_is_never_drawn_without_the_name_of_its_series(opened, page):
    given = opened(page, scheme="target_bands", target="rpjmn").given("explorer")
    assert "RPJMN" in json.dumps(given)


def test_own_breaks_are_written_by_hand_with_a_decimal_comma(opened):
    screen = opened("map", scheme="own_breaks", breaks="20,40")
    screen.choose(breaks_text="20; 37,5; 60")
    assert screen.address["breaks"] == "20,37.5,60"
    assert screen.given("explorer")["classification"]["breaks"] == [20, 37.5, 60]
    assert screen.failed + screen.said("warning") == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("20; lima", "“lima” bukan angka"),
        ("nan", "“nan” bukan angka"),
        ("20; .", "“.” bukan angka"),
        ("10.000; x", "“x” bukan angka"),
        ("20; 37.5; 60", "Tulis “37,5”, bukan “37.5”: tanda desimal di sini “,”."),
        ("1 2 3 4 5 6 7 8 9", "9 batas terlalu banyak: paling banyak 8"),
        ("-5; 20", "“-5” di bawah 0"),
        ("−5; 20", "“−5” di bawah 0"),
    ],
)
def test_breaks_that_cannot_be_read_are_refused_for_their_own_reason_and_stay_in_the_field(opened, text, reason):
    screen = opened("map", scheme="own_breaks", breaks="20,40").choose(breaks_text=text)
    assert screen.failed == []
    assert reason in "".join(screen.said("warning"))
    assert screen.app.text_input(key="breaks_text").value == text
    assert screen.address["breaks"] == "20,40"


def test_an_emptied_field_keeps_the_classes(opened):
    screen = opened("map", scheme="own_breaks", breaks="20,40").choose(breaks_text="")
    assert screen.failed == []
    assert screen.given("explorer")["classification"]["breaks"] == [20, 40]


def test_a_point_that_may_part_thousands_is_not_read_as_a_decimal_one(opened):
    screen = opened("map", scheme="own_breaks", breaks="20,40").choose(breaks_text="37.125; 60")
    assert screen.address["breaks"] == "60,37125"


def test_simulated_figures_are_marked_in_the_picture_and_on_the_page(opened):
    simulated = opened("map")
    assert simulated.given("explorer")["simulated"] is True
    assert "SIMULASI" in simulated.words
    assert ("Tampilkan angka yang dilaporkan" in label for label, _address in simulated.links())
    reported = opened("map", set="reported")
    assert reported.given("explorer")["simulated"] is False
    assert "SIMULASI" not in reported.words


def test_one_click_leads_from_simulated_to_reported_figures(opened):
    assert "set=reported" in dict(opened("map").links())["Lihat angka yang dilaporkan"].split("&")


def test_texts_follow_the_language(opened):
    words = [opened("map", lang=language).given("explorer")["texts"]["not_reported"] for language in ("id", "en")]
    assert words == ["belum dilaporkan", "not reported"]


def test_a_click_on_a_region_becomes_the_choice(opened):
    screen = opened("map").tell("explorer", chosen={"region": "17.04"})
    assert screen.address["region"] == "17.04"
    assert screen.given("explorer")["region"] == "17.04"
    screen.tell("explorer", chosen={"region": None})
    assert "region" not in screen.address


def test_a_released_slider_moves_address_and_picker(opened):
    screen = opened("map").tell("explorer", chosen={"period": "2022-05"})
    assert (screen.address["period"], screen.app.selectbox(key="period").value) == ("2022-05", "2022-05")
    assert screen.address["since"] == "2021-05"
    assert screen.given("explorer")["period"] == "2022-05"


@pytest.mark.parametrize("event", [{"region": "99.99"}, {"region": "93.01"}, {"period": "2031-01"}, {}])
def test_an_event_that_names_nothing_known_changes_nothing(opened, event):
    screen = opened("map", region="17.04")
    before = screen.address
    screen.tell("explorer", chosen=event)
    assert screen.failed == []
    assert screen.address["period"] == before["period"]
    assert screen.address.get("region") in (None, "17.04")


def test_figures_without_a_region_are_named(opened, monkeypatch, figures_anew):  # noqa: ARG001
    dataset = cache.dataset("reported")
    stray = dataset.observations.head(1).assign(region_code="17.99")
    monkeypatch.setattr("components.state.cache.find_unmatched", lambda _observations, _regions: stray)
    assert "17.99" in "".join(opened("map", set="reported").said("warning"))


RATE = {"area": "17", "indicator": "coverage"}


def test_a_rate_has_one_scale_in_all_provinces_unless_it_is_asked_for_relative_to_its_own(opened):
    national = [opened("map", area=area).given("explorer")["classification"]["breaks"] for area in ("17", "95", "ID")]
    assert national == [[20, 30, 40, 50, 60]] * 3
    screen = opened("map", area="95")
    screen.app.toggle(key="relative").set_value(True)
    screen._ran(screen.app.run)
    assert screen.address["scale"] == "area"
    assert screen.given("explorer")["classification"]["breaks"] != national[0]
    assert screen.app.toggle(key="relative").value is True


def test_an_address_saved_with_a_scheme_before_there_were_scales_keeps_its_meaning(opened):
    saved = opened("map", scheme="quantile", **RATE)
    assert "scale" not in saved.address
    relative = opened("map", scheme="quantile", scale="area", **RATE)
    assert relative.address == saved.address
    now = saved.given("explorer")["classification"]
    assert now == relative.given("explorer")["classification"]
    assert (
        now["breaks"]
        != opened("map", scheme="quantile", scale="country", **RATE).given("explorer")["classification"]["breaks"]
    )


def test_another_scheme_is_no_other_scale(opened):
    assert opened("map").choose(scheme="quantile").address["scale"] == "country"


def test_counts_have_no_scale_of_the_country(opened):
    screen = opened("map", set="reported", area="17", indicator="vulnerable_workers")
    assert [one for one in screen.app.toggle if one.key == "relative"] == []


def test_changes_are_mapped_in_points_with_classes_of_their_own(opened):
    screen = opened("map", area="17", mode="change", since="2023-11")
    given = screen.given("explorer")
    changes, figures = body(given["values"]), body(opened("map", area="17").given("explorer")["values"])
    at, now, then = (
        changes["codes"].index("17.06"),
        *(figures["periods"].index(one) for one in ("2024-11", "2023-11")),
    )
    counts = [[sum(step or 0 for step in figures[name][at][: i + 1]) for i in (now, then)] for name in COUNTS]
    (n1, n0), (d1, d0) = counts
    assert changes["value"][at][now] == pytest.approx(100 * n1 / d1 - 100 * n0 / d0)
    assert given["ofChanges"] is True
    assert given["format"]["unit"] == "points"
    assert given["classification"]["classes"] == 7
    assert "Sejak November 2023: " in screen.words


def test_a_map_of_changes_is_remembered_by_its_page_and_nowhere_else(opened):
    screen = opened("map", mode="change")
    assert screen.address["mode"] == "change"
    screen.turn_to("ranking")
    assert "mode" not in screen.address


def test_counts_have_no_map_of_changes(opened):
    given = opened("map", set="reported", indicator="active_participants", mode="change").given("explorer")
    assert given["ofChanges"] is False


def test_an_unknown_mode_is_told_and_figures_are_shown(opened):
    screen = opened("map", mode="sideways")
    assert "sideways" in "".join(screen.said("warning"))
    assert screen.given("explorer")["ofChanges"] is False


def test_two_periods_stand_side_by_side_in_the_same_classes(opened):
    screen = opened("map", area="17", mode="beside", since="2023-11")
    before, now = screen.given("explorer-before"), screen.given("explorer")
    assert (before["period"], now["period"]) == ("2023-11", "2024-11")
    assert before["classification"] == now["classification"]
    assert before["values"] == now["values"]
    assert "linked" in before["layout"]
    assert "linked" in now["layout"]
