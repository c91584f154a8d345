"""Tren: since when, for chosen regions beside their area and the country."""

import pytest

from components.screens.small_charts.payload import charts_of
from components.screens.trend_lines import Shown
from components.state import cache, reference
from components.state.view import view_of

# Active participants of Banjarmasin as reported, by year.
BANJARMASIN = {2020: 82001, 2021: 65144, 2022: 75841, 2023: 80225, 2024: 86329}
# As printed.
BENGKULU = {"2024-11-30": 37.0, "2024-12-31": 41.84, "2025-07-31": 27.16, "2025-09-30": 27.26}


def dots(screen):
    """The trace that holds the points of a line, by the line's name."""
    return {trace["name"]: trace for trace in screen.chart("trend")["data"] if trace["mode"] == "markers"
            and trace.get("yaxis") != "y2" and trace["marker"]["symbol"] != "diamond"}  # fmt: skip


def diamonds(screen):
    """The trace of the target's figures; none without a series."""
    return [trace for trace in screen.chart("trend")["data"] if trace.get("marker", {}).get("symbol") == "diamond"]


def lines(screen):
    """The points of every line, by its name."""
    return {name: dict(zip(trace["x"], trace["y"], strict=True)) for name, trace in dots(screen).items()}


def strokes(screen, name):
    """The pieces between the points of a line: (from, to, whether dashed)."""
    found = set()
    for trace in screen.chart("trend")["data"]:
        if trace["mode"] == "lines" and trace["legendgroup"] == name:
            days = [day for day in trace["x"] if day]
            found |= {(*pair, "dash" in trace["line"]) for pair in zip(days[::2], days[1::2], strict=True)}
    return found


def notes(screen):
    return [note["text"] for note in screen.chart("trend")["layout"]["annotations"]]


def test_highest_and_lowest_begin_beside_the_area_and_the_country(opened):
    assert set(lines(opened("trend"))) == {"Kaur", "Lebong", "Bengkulu", "Indonesia"}


def test_the_chosen_regions_are_in_the_address_and_on_the_chart(opened):
    screen = opened("trend").choose(lines=["17.05", "17.71"])
    assert screen.address["regions"] == "17.05,17.71"
    assert set(lines(screen)) == {"Seluma", "Kota Bengkulu", "Bengkulu", "Indonesia"}
    assert opened("trend", **screen.address).address == screen.address


def test_the_selected_region_is_the_line_to_begin_with(opened):
    assert "Seluma" in lines(opened("trend", region="17.05"))


def test_more_regions_than_can_be_told_apart_are_not_drawn(opened):
    codes = [f"32.{part:02}" for part in range(1, 13)]
    screen = opened("trend", area="32", regions=",".join(codes))
    assert screen.failed == []
    assert len(set(lines(screen)) - {"Jawa Barat", "Indonesia"}) == 8


def test_an_uneven_series_is_dashed_where_figures_are_missing(opened):
    screen = opened("trend", set="reported")
    assert BENGKULU.items() <= lines(screen)["Bengkulu"].items()
    assert len(lines(screen)["Bengkulu"]) == 5
    assert strokes(screen, "Bengkulu") == {
        ("2024-11-30", "2024-12-31", False),
        ("2024-12-31", "2025-07-31", True),
        ("2025-07-31", "2025-09-30", True),
    }  # to December 2025 leads none: its denominator is another


@pytest.mark.parametrize("address", [{}, {"set": "reported"}, {"set": "reported", "area": "ID", "level": "province"}])
def test_no_point_is_drawn_that_nobody_reported(opened, address):
    screen = opened("trend", **address)
    rows = cache.series(screen.address["set"], "coverage", "all")
    known = set(zip(rows["region_code"].map(reference.names()), rows["value"].round(4), strict=True))
    drawn = [(name, value) for name, points in lines(screen).items() for value in points.values()]
    assert drawn
    assert all(any(name == one and abs(value - exact) <= 0.05 for one, exact in known) for name, value in drawn)


def test_a_year_stands_at_its_december(opened):
    screen = opened("trend", set="reported", area="63", indicator="active_participants", regions="63.71")
    assert lines(screen)["Kota Banjarmasin"] == {f"{year}-12-31": float(count) for year, count in BANJARMASIN.items()}
    assert set(dots(screen)["Kota Banjarmasin"]["marker"]["symbol"]) == {"square"}


def test_decrees_stand_at_their_day_within_the_time_shown(opened):
    (band,) = [trace for trace in opened("trend").chart("trend")["data"] if trace.get("yaxis") == "y2"]
    days = set(band["x"])
    assert {"2021-03-25", "2024-04-25"} <= days
    assert all("2021-03-01" <= day <= "2024-11-30" for day in days)
    assert any("UU 3/2024" in text for text in band["customdata"])
    assert "UU 3/2024 (25 April 2024)" in opened("trend").words  # for those who have no pointer


def test_a_target_is_drawn_under_the_name_of_its_series(opened):
    screen = opened("trend", target="kemendagri-ucj")
    (target,) = diamonds(screen)
    assert (target["x"], target["y"]) == (["2025-12-31"], [48.0])
    assert (target["name"], target["text"]) == ("Target UCJ Kemendagri 2025, Bengkulu", ["48"])
    (named,) = [text.replace("<br>", " ") for text in notes(screen) if "48" in text]
    assert named == "Target UCJ Kemendagri 2025, Bengkulu <b>48</b>"


def test_without_a_series_no_target_is_drawn(opened):
    assert diamonds(opened("trend")) == []


def test_rival_series_are_offered_with_name_region_and_figure(opened):
    options = opened("trend").app.selectbox(key="target").options
    assert len(options) == len(["none", "kemendagri-ucj", "rpjmn", "rpjpn"])
    assert any("Bengkulu" in option and "2025" in option for option in options)


def test_targets_speak_of_coverage_only(opened):
    screen = opened("trend", indicator="villages_enrolled", target="kemendagri-ucj")
    assert screen.find("target") is None
    assert screen.failed == []


def test_the_change_since_a_year_before_is_written(opened):
    screen = opened("trend", set="reported", period="2024-12", since="2024-11")
    # 41.84 - 37 = 4.84, of which the 37 lets nobody know more than 5.
    said = "\n".join(screen.said("markdown"))
    assert "41,84\u00a0% pada Desember 2024, 37\u00a0% pada November 2024: naik 5 poin persen" in said


def test_a_disagreement_names_the_printed_figure_too(opened):
    screen = opened("trend", set="reported", area="51")
    (bali,) = [text for text in dots(screen)["Bali"]["customdata"] if "Maret 2025" in text]
    assert "49,9\u00a0%" in bali
    assert "50,88" in bali


def test_the_table_twin_holds_what_the_chart_draws(opened):
    screen = opened("trend", set="reported", regions="17.04")
    table = screen.table("trend")
    shown = table[table["Wilayah"] == "Bengkulu"]
    assert len(shown) == 5
    gaps = table[(table["Wilayah"] == "Kaur") & table.iloc[:, 2].isna()]
    assert set(gaps["Status"]) == {"belum kami miliki"}


def test_a_region_without_any_figure_leaves_the_page_standing(opened):
    screen = opened(
        "trend", set="reported", area="93", indicator="villages_enrolled", segment="village_apparatus", regions="93.02"
    )
    assert screen.failed + screen.said("error") == []
    assert screen.said("title")


def test_the_time_shown_is_chosen_and_stands_in_the_address(opened):
    screen = opened("trend", span="1")
    assert min(lines(screen)["Kaur"]) == "2023-11-30"
    assert screen.address["span"] == "1"
    screen.press(span="all")
    assert min(lines(screen)["Kaur"]) == "2021-03-31"
    assert "span" not in screen.address


def test_counts_may_be_shown_as_an_index_of_their_first_figure(opened):
    banjarmasin = {"set": "reported", "area": "63", "indicator": "active_participants", "regions": "63.71"}
    screen = opened("trend", base="first", **banjarmasin)
    expected = {f"{year}-12-31": round(100 * count / BANJARMASIN[2020], 1) for year, count in BANJARMASIN.items()}
    assert lines(screen)["Kota Banjarmasin"] == pytest.approx(expected)
    assert any("angka pertama = 100" in text for text in notes(screen))
    assert "base" in offered(screen)
    assert "base" not in offered(opened("trend"))  # a rate has a scale of its own


def test_each_region_has_a_chart_of_its_own_on_one_scale(opened):
    screen = opened("trend", form="apart")
    assert screen.failed == []
    assert screen.find("trend") is None
    view = session_view(screen)
    charts = charts_of(view, Shown())
    assert [chart["name"] for chart in charts["charts"]][::9] == ["Kaur", "Lebong"]
    assert len(charts["charts"]) == 10
    assert charts["top"] == "80"
    kaur = charts["charts"][0]
    assert (kaur["text"], kaur["runs"][0][-1]) == ("75\u00a0%", round(75.0 / 80 * 1000))
    assert screen.given("small-charts")["values"].startswith("/assets/")
    assert len(screen.table("trend")) == 10 * 45


def test_a_chart_that_is_clicked_selects_its_region(opened):
    screen = opened("trend", form="apart").tell("small-charts", chosen="17.05")
    assert (screen.address["region"], screen.address["form"]) == ("17.05", "apart")


def test_what_the_page_holds_beside_the_choice_and_is_not_known_is_told(opened):
    screen = opened("trend", form="sideways")
    assert "sideways" in screen.words
    assert "form" not in screen.address
    assert lines(screen)


def session_view(screen):
    return view_of(screen.app.session_state["resolved"])


def offered(screen):
    return [row["name"] for row in screen.given("switches")["switches"]]
