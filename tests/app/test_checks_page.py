"""Sumber, Pemeriksaan: what is found of the figures in view, each with its sources, by an address of its own."""

import re

import pytest

from components.language.i18n import use_language

CHECK = 4  # its place among the tabs
# A month and a denominator of which several provinces have a figure.
WORKERS = {"period": "2025-12", "regime": "/workers/"}


def section(screen):
    return screen.app.tabs[CHECK]


def rows(screen):
    return [" | ".join(map(str, row)) for table in section(screen).table for row in table.value.to_numpy()]


def headings(screen):
    return [one.value for one in section(screen).subheader]


@pytest.fixture
def country(opened):
    return opened("sources", set="reported", area="ID", section="check")


def test_all_findings_of_the_country_stand_by_kind_with_their_number(country):
    assert country.failed == []
    numbers = [int(re.search(r"\((\d+)\)$", one)[1]) for one in headings(country)]
    assert numbers == [12, 5, 3, 4, 3, 1]
    assert len(rows(country)) == sum(numbers)
    assert f"{sum(numbers)} temuan" in section(country).caption[0].value


def test_a_finding_shows_both_figures_and_leads_to_its_source(country):
    (bali,) = [row for row in rows(country) if row.startswith("**Bali**")]
    # 935,079 / 1,873,899 = 49.90 %
    for part in ("Maret 2025", "50,88", "49,90", "935.079"):
        assert part in bali.replace("\\", "")
    assert re.search(r"\[ANTARA Bali\]\(https://", bali)


def test_two_sources_that_contradict_each_other_are_both_linked(country):
    (nation,) = [row for row in rows(country) if row.startswith("**Indonesia**")]
    assert len(re.findall(r"\]\(https://", nation)) == 2


def test_a_province_shows_its_own_findings_and_all_by_a_switch(opened):
    bengkulu = opened("sources", set="reported", area="17", section="check")
    assert len(rows(bengkulu)) == 1
    assert "28" in rows(bengkulu)[0]
    assert len(rows(bengkulu.choose(check_all=True))) == 28


def test_where_nothing_is_found_it_is_said(opened):
    merauke = opened("sources", set="reported", area="93", section="check")
    assert rows(merauke) == []
    assert "Papua Selatan" in section(merauke).markdown[-1].value


def test_simulated_figures_have_no_findings(opened):
    assert rows(opened("sources", set="simulated", area="ID", section="check")) == []


def test_the_findings_can_be_taken_away(country):
    (links,) = [part.proto.body for part in section(country).get("html")]
    assert "/downloads/checks.csv?" in links
    assert "scope=all" in links


@pytest.mark.parametrize(("asked", "kept"), [("check", "check"), ("", ""), ("methods", "methods")])
def test_the_address_names_the_open_section(opened, asked, kept):
    screen = opened("sources", set="reported", **({"section": asked} if asked else {}))
    assert screen.failed == []
    assert screen.address.get("section", "") == kept
    assert screen.app.session_state["section"] == {"check": "Pemeriksaan", "": "Sumber", "methods": "Metode"}[asked]


def test_another_page_has_no_section(opened):
    screen = opened("sources", set="reported", section="check").turn_to("ranking")
    assert "section" not in screen.address


def test_a_flagged_figure_is_marked_in_the_ranking(opened):
    screen = opened("ranking", set="reported", area="ID", level="province", indicator="coverage", **WORKERS)
    table = screen.table("ranking")
    marked = table[table.iloc[:, 3].str.contains("lihat pemeriksaan")].iloc[:, 1].tolist()
    assert any("Sulawesi Utara" in name for name in marked)
    assert not any(name.startswith("Bengkulu") for name in marked)


def test_a_flagged_figure_says_on_the_map_what_was_found(opened):
    screen = opened("map", set="reported", area="ID", level="province", indicator="coverage", **WORKERS)
    checked = screen.given("explorer")["checked"]["2025-12"]
    assert checked["71"] == "Pemeriksaan: dijelaskan oleh pembulatan hitungan"
    assert "17" not in checked


def test_the_page_is_whole_in_english(opened):
    screen = opened("sources", set="reported", area="ID", section="check", lang="en")
    use_language("en")
    assert screen.failed == []
    assert headings(screen)[0] == "Printed and recomputed differ (12)"
