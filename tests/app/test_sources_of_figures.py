"""Every figure leads to its source in one press: title, publisher, date, address, grade, date of retrieval, note."""

import pytest

PAGES = ["overview", "map", "ranking", "trend"]


def opened_list(screen, key):
    """Press the button of the sources, and return what is said then."""
    screen.app.session_state[f"sources-{key}"] = True
    screen.app.run()
    assert screen.failed == []
    return screen


@pytest.mark.parametrize("page", PAGES)
def test_a_press_on_sources_lists_those_of_the_figures_shown(opened, page):
    screen = opened_list(opened(page, set="reported", area="17", period="2024-11"), page)
    assert "BPJAMSOSTEK Bengkulu Gelar Monev no 2 Tahun 2021" in screen.words
    assert "Jarrakpos.com · 20 November 2024 · pers, mengutip pejabat · diambil November 2026" in screen.words
    assert "tertinggi dari sepuluh" in screen.words
    assert "Lampost" not in "".join(screen.said("markdown"))


@pytest.mark.filterwarnings("error:.*:pandas.errors.Pandas4Warning")
def test_a_profile_leads_to_the_sources_of_the_region_and_of_those_it_is_compared_with(opened):
    screen = opened("profile", set="reported", area="17", period="2024-11", region="17.04")
    assert screen.failed == []
    words = opened_list(screen, "profile").words
    assert "Kaur, November 2024: 75\u00a0%" in words
    assert "Bengkulu, November 2024: 37\u00a0%" in words


def test_the_scoreboard_leads_to_the_sources_of_its_counts(opened):
    address = {"area": "93", "indicator": "villages_enrolled", "segment": "village_apparatus", "period": "2023-04"}
    screen = opened_list(opened("villages", set="reported", **address), "villages")
    assert "Teropongnews.com" in screen.words
    assert "Merauke, April 2023" in screen.words


def test_each_source_names_its_figures_with_region_and_period(opened):
    screen = opened_list(opened("ranking", set="reported", area="17", period="2024-11"), "ranking")
    assert "Kaur, November 2024: 75\u00a0% (tertinggi dari sepuluh)" in screen.words


def test_the_address_can_be_opened_and_without_a_network_copied(opened):
    screen = opened_list(opened("ranking", set="reported", area="17", period="2024-11"), "ranking")
    (url,) = [one.value for one in screen.app.code]
    assert url.startswith("https://jarrakpos.com/bpjamsostek-bengkulu-gelar-monev")
    assert [one.proto.url for one in screen.app.main.get("link_button")] == [url]


def test_notes_are_in_the_language_of_the_screen(opened):
    screen = opened_list(opened("ranking", set="reported", area="17", period="2024-11", lang="en"), "ranking")
    assert "press, quoting an official · retrieved November 2026" in screen.words
    assert "highest of the ten" in screen.words
    assert "tertinggi" not in screen.words


def test_hidden_names_stay_hidden_in_the_list(opened):
    screen = opened("ranking", set="reported", area="17", period="2024-11")
    screen.app.toggle(key="hide_names").set_value(True)
    screen.app.run()
    assert "Kaur" not in opened_list(screen, "ranking").words


def test_a_closed_list_costs_nothing(opened):
    assert "Gelar Monev" not in "".join(opened("map", set="reported", area="17").said("markdown"))


@pytest.mark.parametrize("page", ["ranking", "trend"])
def test_a_table_cell_leads_to_its_source(opened, page):
    table = opened(page, set="reported", area="17", period="2024-11").table(page)
    kaur = table[table["Wilayah"] == "Kaur"]
    row = kaur[kaur.get("Periode", "2024-11") == "2024-11"].iloc[0] if page == "trend" else kaur.iloc[0]
    assert row["Sumber"] == "Jarrakpos.com"
    assert row["Alamat"].startswith("https://jarrakpos.com/")
