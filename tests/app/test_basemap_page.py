"""Peta dasar: the browser is asked first whether it reaches the street map at all."""

import json
import re

import pytest

# streamlit-folium gives its frame a key of its own making.
FRAME = "component_instance"


@pytest.fixture
def reached(opened):
    """Return a function that opens the page in a browser that reaches the internet."""
    return lambda **address: opened("basemap", **address).answer("probe", answer=True)


def street_map(screen):
    """What streamlit-folium is given."""
    return json.loads(screen.find(FRAME).proto.json_args)


def test_before_the_answer_nothing_is_drawn_but_a_word(opened):
    screen = opened("basemap")
    assert screen.find(FRAME) is None
    assert screen.said("caption")


def test_the_browser_asks_every_host_that_the_map_loads_from(opened):
    urls = opened("basemap").given("probe")["urls"]
    hosts = {url.split("/")[2] for url in urls}
    assert any("openstreetmap" in host for host in hosts)
    assert len(urls) == len(hosts) > 1
    assert all(url.startswith("https://") for url in urls)


def test_a_browser_without_internet_gets_a_sentence_and_the_way_to_the_map(opened):
    screen = opened("basemap", period="2023-12").answer("probe", answer=False)
    assert screen.find(FRAME) is None
    assert len(screen.said("info")) == 1
    assert any("period=2023-12" in address for _label, address in screen.links())
    assert screen.failed == []


def test_one_may_ask_again(opened):
    screen = opened("basemap").answer("probe", answer=False)
    (button,) = screen.app.button
    screen.click(button.label)
    assert (screen.failed, screen.said("info")) == ([], [])
    assert screen.given("probe")["answer"] is None


def test_with_internet_the_regions_lie_over_the_streets_in_their_classes(reached):
    screen = reached()
    script = street_map(screen)["script"]
    assert screen.failed == []
    assert "tile.openstreetmap.org" in script
    assert script.count('"region_code"') == 10
    assert "Kaur: 75\\u00a0%, November 2024" in script


@pytest.mark.parametrize(("language", "said"), [("id", "Seluma: belum kami miliki"), ("en", "Seluma: not in our data")])
def test_a_gap_is_a_gap_on_the_streets_too(reached, language, said):
    screen = reached(set="reported", period="2024-11", lang=language)
    assert said in street_map(screen)["script"]


def test_a_name_is_never_markup(reached, monkeypatch):
    monkeypatch.setattr("components.screens.basemap.region_title", lambda _code: "<img src=x onerror=alert(1)>")
    labels = re.findall(r'"label": "([^"]*)"', street_map(reached())["script"])
    assert len(labels) == 10
    # Leaflet reads the label as markup; folium writes its signs as \\u003c in the script.
    assert all(json.loads(f'"{label}"').startswith("&lt;img") for label in labels)


def test_a_click_on_the_street_map_selects(reached):
    screen = reached()
    drawn = {"type": "Feature", "properties": {"region_code": "17.05"}, "geometry": None}
    screen.answer(FRAME, last_active_drawing=drawn)
    assert screen.failed == []
    assert screen.address["region"] == "17.05"


@pytest.mark.parametrize(
    ("address", "limits"),
    [
        ({"scheme": "own_breaks", "breaks": "20,40"}, ["20,0", "20,1", "40,0"]),
    ],
)
def test_the_legend_has_the_limits_in_the_indicators_decimals(reached, address, limits):
    legend = "".join(one.proto.body for one in reached(**address).app.get("html"))
    low, after, high = limits
    assert re.findall(">([^<]*[0-9])<", legend)[:3] == [
        f"sampai {low}",
        f"{after}–{high}",
        f"di atas {high}",
    ]


COUNTS = {"set": "reported", "area": "ID", "level": "province", "indicator": "active_participants"}


def test_absolute_counts_are_bubbles_under_a_legend_of_sizes(reached):
    legend = "".join(one.proto.body for one in reached(**COUNTS, period="2023-12").app.get("html"))
    assert [f"{size} orang" in legend for size in ("5.000.000", "1.000.000", "200.000")] == [True] * 3
    assert "sampai" not in legend


@pytest.mark.parametrize("scheme", ["own_breaks", "target_bands", "quantile"])
def test_no_figure_in_view_is_a_map_of_gaps(reached, scheme):
    screen = reached(
        set="reported", area="ID", level="regency", indicator="inactive_participants", scheme=scheme,
        breaks="20,40", target="rpjmn",
    )  # fmt: skip
    assert screen.failed == []
    assert "514" in "".join(one.proto.body for one in screen.app.get("html"))
