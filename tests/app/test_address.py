"""The address is the view: a link reopens it, a choice writes it, and Back brings it back."""

from urllib.parse import parse_qs, parse_qsl

import pytest

WHOLE = {
    "set": "simulated",
    "area": "17",
    "level": "regency",
    "indicator": "coverage",
    "segment": "bpu",
    "period": "2023-12",
    "region": "17.04",
    "regions": "17.04,17.07",
    "scheme": "own_breaks",
    "breaks": "20,37.5",
    "target": "rpjmn",
    "since": "2023-06",
    "lang": "en",
}


def test_a_link_without_parameters_opens_on_bengkulu_and_says_all_of_it(opened):
    screen = opened(set=None)
    assert screen.address == {
        "set": "reported",
        "area": "17",
        "level": "regency",
        "indicator": "coverage",
        "segment": "all",
        "period": "2024-11",
        "scheme": "pretty",
        "lang": "id",
    }
    assert "Tertinggi **Kaur 75\u00a0%**, terendah **Lebong 17\u00a0%**" in screen.words
    assert "dari 9 kabupaten dan 1 kota menurut Jarrakpos.com" in screen.words


def test_an_address_that_leads_to_another_denominator_opens_on_it_and_an_unknown_one_is_told(opened):
    jambi = {"set": "reported", "area": "15", "period": "2024-08"}
    ranked = opened("ranking", **jambi, regime="/potential_workers/")
    assert ranked.address["regime"] == "/potential_workers/"
    assert "Batanghari" in str(ranked.table("ranking")["Wilayah"].tolist())
    assert "Tidak ditampilkan karena penyebutnya lain: 3" in ranked.words
    unknown = opened("ranking", **jambi, regime="/workers/")
    assert "regime" not in unknown.address
    assert "/workers/" in "".join(unknown.said("warning"))


@pytest.mark.parametrize("page", ["overview", "map", "ranking", "trend", "basemap", "sources"])
def test_a_link_reopens_the_same_view(opened, page):
    screen = opened(page, **WHOLE)
    assert screen.address == WHOLE
    assert screen.said("warning") == []
    pickers = ("set", "area", "indicator", "segment", "period", "lang")
    # The code, whatever the label says.
    assert {key: screen.app.selectbox(key=key).value for key in pickers} == {key: WHOLE[key] for key in pickers}


def test_a_link_reopens_the_map_at_its_period_region_and_classes(opened):
    given = opened("map", **WHOLE).given("explorer")
    assert (given["period"], given["region"]) == ("2023-12", "17.04")
    assert given["classification"]["breaks"] == [20, 37.5]


@pytest.mark.parametrize(
    ("name", "value", "instead"),
    [
        ("set", "reportd", "reported"),
        ("area", "99", "17"),
        ("level", "village", "regency"),
        ("indicator", "cakupan", "coverage"),
        ("segment", "everyone", "all"),
        ("period", "2031-01", "2024-11"),
        ("period", "<b>2024</b>", "2024-11"),
        ("region", "17.99", None),
        ("regions", "17.99", None),
        ("scheme", "jenks", "pretty"),
        ("breaks", "20,forty", None),
        ("target", "mine", None),
        ("since", "yesterday", "2023-11"),
        ("lang", "xx", "id"),
    ],
)
def test_an_unknown_value_falls_back_with_a_word_and_the_address_is_corrected(opened, name, value, instead):
    screen = opened(**{name: value})
    assert screen.failed == []
    assert screen.address.get(name) == instead
    assert value.replace("<b>", "").replace("</b>", "") in "".join(screen.said("warning"))
    # It was about the link: the next choice is not held against it.
    assert screen.choose(lang="en").said("warning") == []


UNKNOWN = {
    "set": "../etc/passwd",
    "area": "99",
    "level": "district",
    "indicator": "coverage2",
    "segment": "everyone",
    "period": "2199-13",
    "region": "17.99",
    "regions": "17.98",
    "scheme": "<b>bold</b>",
    "breaks": "20;abc",
    "target": "rpjmn-x",
    "since": "last year",
    "lang": "de",
}


def test_unknown_values_are_all_named_and_leave_the_default_view(opened):
    screen = opened("map", **UNKNOWN)
    assert screen.failed == []
    said = "".join(screen.said("warning"))
    assert [value for value in UNKNOWN.values() if f"“{value}”" not in said] == []
    assert screen.address == opened("map", set=None).address
    assert screen.find("explorer")


def test_one_unknown_region_of_a_trend_leaves_the_others(opened):
    screen = opened("trend", regions="17.04,17.99,17.07")
    assert screen.address["regions"] == "17.04,17.07"
    assert "17.99" in "".join(screen.said("warning"))


@pytest.mark.parametrize("value", ["[klik](https://example.org)", "![](https://example.org/x.png)", ":red[x]", "$x$"])
def test_what_a_link_brings_is_shown_as_text_and_never_as_markup(opened, value):
    (said,) = opened(period=value).sent("warning")
    assert value not in said


@pytest.mark.parametrize(("breaks", "written"), [("40,20", "20,40"), ("1234567", "1234567"), ("37.125", "37.125")])
def test_own_breaks_are_written_in_order_and_in_full(opened, breaks, written):
    assert opened(scheme="own_breaks", breaks=breaks).address["breaks"] == written


@pytest.mark.parametrize("page", ["map", "overview"])
@pytest.mark.parametrize("breaks", ["nan", "20,inf", "1e999"])
def test_breaks_that_are_no_limits_give_way_to_rounded_ones_with_a_word(opened, page, breaks):
    screen = opened(page, scheme="own_breaks", breaks=breaks)
    assert screen.failed == []
    assert screen.given("explorer")["classification"]["scheme"] == "pretty"
    assert breaks in "".join(screen.said("warning"))
    assert "breaks" not in screen.address


def test_own_breaks_begin_with_the_rounded_ones_of_the_area(opened):
    screen = opened("map", scheme="own_breaks")
    assert screen.failed + screen.said("warning") == []
    rounded = opened("map", scale="area", scheme="pretty").given("explorer")["classification"]["breaks"]
    assert screen.given("explorer")["classification"]["breaks"] == rounded


def test_a_choice_writes_its_code_and_leaves_the_rest(opened):
    screen = opened(**WHOLE)
    screen.choose(segment="pu")
    assert screen.address == WHOLE | {"segment": "pu"}


def test_another_period_takes_the_default_comparison_along(opened):
    assert opened().choose(period="2023-12").address["since"] == "2022-12"
    chosen = opened(**WHOLE | {"since": "2022-05"}).choose(period="2023-10")
    assert chosen.address["since"] == "2022-05"


@pytest.mark.parametrize("area", ["93", "ID"])
def test_another_area_lets_the_regions_go_and_keeps_the_period(opened, area):
    screen = opened(**WHOLE).choose(area=area)
    assert "region" not in screen.address
    assert "regions" not in screen.address
    assert (screen.address["area"], screen.address["period"]) == (area, "2023-12")


def test_the_whole_country_has_levels_and_a_province_has_none(opened):
    screen = opened(area="ID", level="province")
    assert screen.app.selectbox(key="level").value == "province"
    screen.choose(area="17")
    assert (screen.address["level"], screen.said("warning")) == ("regency", [])
    assert [one.key for one in screen.app.selectbox if one.key == "level"] == []


def test_an_area_without_coverage_opens_on_what_it_has(opened):
    screen = opened(set="reported", area="93")
    assert (screen.address["indicator"], screen.address["segment"]) == ("villages_enrolled", "village_apparatus")
    assert screen.said("warning") == []


def test_another_dataset_keeps_what_it_knows_too(opened):
    screen = opened(period="2024-11", region="17.04").choose(set="reported")
    assert [screen.address[name] for name in ("set", "area", "period", "region")] == [
        "reported",
        "17",
        "2024-11",
        "17.04",
    ]


def test_another_language_keeps_the_view(opened):
    screen = opened(**WHOLE).choose(lang="id")
    assert screen.address == WHOLE | {"lang": "id"}
    assert screen.app.selectbox(key="period").label == "Periode"


def test_back_brings_the_view_before(opened):
    screen = opened()
    before = screen.address
    screen.choose(period="2023-12").choose(segment="pu")
    screen.follow(**before | {"period": "2023-12", "since": "2022-12"})
    assert (screen.app.selectbox(key="segment").value, screen.app.selectbox(key="period").value) == ("all", "2023-12")
    screen.follow(**before)
    assert screen.app.selectbox(key="period").value == "2024-11"
    assert screen.address == before
    assert screen.said("warning") == []


def test_the_next_page_keeps_the_choice(opened):
    screen = opened(**WHOLE)
    for page in ("map", "ranking", "trend", "sources", "overview"):
        assert screen.turn_to(page).address == WHOLE


def test_the_menu_carries_the_choice(opened, hashes):
    screen = opened(**WHOLE)
    carried = [parse_qs(link.proto.query_string) for link in screen.app.sidebar.get("page_link")]
    assert carried == [{name: [value] for name, value in WHOLE.items()}] * len(hashes)


def test_a_frequency_of_its_own_is_a_switch_away(opened):
    # Banjarmasin has yearly figures, 2020 to 2024; its province one month, December 2023.
    screen = opened(set="reported", area="63", indicator="active_participants")
    assert screen.address["period"] == "2024"
    assert screen.app.selectbox(key="period").options == ["2024", "2023", "2022", "2021", "2020"]
    screen.choose(every="month")
    assert screen.address["period"] == "2023-12"
    assert screen.app.selectbox(key="period").options == ["Desember 2023"]
    assert screen.choose(every="year").address["period"] == "2024"


def test_one_frequency_has_no_switch(opened):
    assert opened().find("every") is None


def test_periods_are_offered_newest_first(opened):
    options = opened().app.selectbox(key="period").options
    assert (options[0], options[-1], len(options)) == ("November 2024", "Maret 2021", 45)


def test_a_link_of_ours_never_warns_of_what_does_not_carry_over(opened):
    """Followed within the session, and opened in a window of its own."""
    for view in ({}, {"area": "35", "indicator": "villages_enrolled"}):
        screen = opened("map", **view)
        links = [dict(parse_qsl(address.removeprefix("?"))) for _label, address in screen.links()]
        ours = [link for link in links if link.get("go")]
        assert ours
        for link in ours:
            assert opened("map", **link).said("warning") == []
            assert screen.follow(**link).said("warning") == []


def test_what_a_stranger_asks_for_is_told_even_where_the_same_came_along_before(opened):
    screen = opened(since="2023-12")
    assert "2023-13" in "".join(screen.follow(since="2023-13").said("warning"))


def test_another_indicator_opens_where_a_region_has_a_figure(opened):
    """The country's participants of July 2025 are known; of its provinces some of earlier months."""
    provinces = {"set": "reported", "area": "ID", "level": "province"}
    came_along = opened("map", **provinces, indicator="coverage").choose(indicator="active_participants")
    named_none = opened("map", **provinces, indicator="active_participants")
    assert (came_along.address["period"], named_none.address["period"]) == ("2024-10", "2025-02")
    assert came_along.said("warning") + named_none.said("warning") == []


def test_a_period_that_is_asked_for_is_shown_even_where_only_the_country_has_a_figure(opened):
    asked = {"set": "reported", "area": "ID", "level": "province", "indicator": "active_participants"}
    assert opened("map", **asked, period="2025-07").address["period"] == "2025-07"
    assert opened("map", **asked).choose(period="2025-07").address["period"] == "2025-07"
