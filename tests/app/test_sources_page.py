"""Sumber: who printed what, what the words mean, how figures are made, and everything to take away."""

import re
from dataclasses import replace

import pytest

from components.state import cache, reference
from data.indicators import load_indicators

FACTS = 410  # figures in facts/reported.csv
SOURCES = 157 + 2  # those of the facts, and two pages that print another figure of the same month


def tab(screen, place):
    return screen.app.tabs[place]


def text(part):
    """All words and table cells of a part of the page."""
    cells = [table.value.to_csv() for table in part.table]
    return "\n".join([*(one.value for one in part.markdown), *(one.value for one in part.caption), *cells])


@pytest.fixture
def reported(opened):
    return opened("sources", set="reported")


def test_every_source_stands_with_its_figures(reported):
    labels = [one.label for one in tab(reported, 0).expander]
    assert len(labels) == SOURCES
    counts = [int(re.search(r"· ([0-9.]+) angka", label)[1]) for label in labels]
    assert sum(counts) == FACTS
    shown = sum(len(table.value) for table in tab(reported, 0).table if not table.value.empty)
    assert shown == FACTS


def test_a_source_shows_what_was_printed_and_what_it_counted(reported):
    merauke = next(one for one in tab(reported, 0).expander if "Teropongnews" in one.label)
    row = merauke.table[0].value.iloc[0]
    assert "Merauke" in row.tolist()
    assert any("29 dari 179" in cell for cell in row)
    assert any("16,2\u00a0%" in cell for cell in row)


def test_a_source_can_be_opened_where_it_has_an_address(reported):
    links = tab(reported, 0).get("link_button")
    assert len(links) > 10
    assert all(re.match("https?://", link.proto.url) for link in links)


def test_a_long_source_is_cut_on_screen_and_says_so(opened):
    screen = opened("sources", set="simulated")
    simulated = tab(screen, 0).expander[0]
    assert len(simulated.table[0].value) == 60
    assert "131.580" in simulated.caption[-1].value
    assert "131.580" in simulated.label


def test_every_indicator_is_defined(reported):
    said = text(tab(reported, 1))
    titles = [indicator.title["id"] for indicator in load_indicators().values()]
    assert [title for title in titles if title not in said] == []


def test_the_five_programmes_stand_with_contributions_and_benefits(reported):
    said = text(tab(reported, 2))
    assert [name for name in ("JKK", "JKM", "JHT", "JP", "JKP") if f"({name})" not in said] == []
    assert "Rp16.800" in said
    assert "Rp8.400" in said
    tables = [table.value.to_string() for table in tab(reported, 2).table]
    assert len(tables) == 5
    for part, table in zip(
        ("PP 36/2025", "Rp42\u00a0juta, dibayarkan sekaligus", "PP 46/2015", "PP 45/2015", "45\u00a0%"),
        tables,
        strict=True,
    ):
        assert part in table


def test_methods_name_targets_decrees_and_the_boundaries_that_are_rough(reported):
    said = text(tab(reported, 3))
    said = said.replace("\\", "")
    for part in ("RPJMN", "52,15", "Inpres 2/2021", "Fisher-Jenks", "cahyadsn/wilayah_boundaries"):
        assert part in said
    rough = reference.rough_boundaries()
    assert all(reference.names()[code] in said for code in rough["region_code"])


def files(downloads):
    """The files that a tab links to."""
    return [name for part in downloads.get("html") for name in re.findall(r"/downloads/([a-z.]+)", part.proto.body)]


def test_all_observations_or_those_in_view_can_be_taken_away(reported):
    downloads = tab(reported, 5)
    assert files(downloads) == ["observations.csv", "observations.xlsx", "outlines.geojson", "outlines.gpkg"]
    # Coverage in Bengkulu: the province's five months, Kaur and Lebong.
    assert str(5 + 2) in downloads.caption[0].value
    assert str(FACTS) in tab(reported.choose(**{"scope-sources": "all"}), 5).caption[0].value


def test_without_a_figure_in_view_there_are_no_boundaries_to_take_away(opened):
    screen = opened("sources", set="reported", area="93", indicator="death_benefit_paid")
    assert screen.failed == []
    assert files(tab(screen, 5)) == ["observations.csv", "observations.xlsx"]


def test_a_title_from_outside_is_text(opened, monkeypatch, figures_anew):  # noqa: ARG001
    dataset = cache.dataset("reported")
    hostile = dataset.sources.assign(title="[klik](https://example.org) :red[x] <b>", note="![](https://example.org/x)")
    monkeypatch.setattr(cache, "dataset", lambda _id: replace(dataset, sources=hostile))
    sources = tab(opened("sources", set="reported"), 0)
    shown = "\n".join([*(one.label for one in sources.expander), text(sources)])
    assert "klik" in shown
    assert not re.search(r"(?<!\\)\](?<!\\)\(|(?<!\\):red|(?<!\\)<b>", shown)


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_page_is_whole_in_both_languages(opened, language):
    screen = opened("sources", set="reported", lang=language)
    assert screen.failed == []
    assert len(screen.app.tabs) == 6
    assert not re.search(r"{\w*}", text(screen.app.main))
