"""Peringkat: every region in its place, the distance between the ends, and who moved."""

import json

import pytest


def rows(screen):
    """The rows of the list, from the top."""
    return screen.given("ranking")["rows"]


def bars(screen):
    """Label (with rank, name and figures) and length of the bars, from the top."""
    return [(f"{row['place']}. {row['name']} {row['text']} {row['aside']}", row["to"]) for row in rows(screen)]


def twin(screen):
    """The chart's figures as a table."""
    return screen.table("ranking")


def test_kaur_is_first_and_lebong_last(opened):
    found = bars(opened("ranking"))
    assert len(found) == 10
    assert [found[place][1] for place in (0, -1)] == [75.0, 17.0]
    for part, (label, _value) in zip(
        ("1. Kaur", "75\u00a0%", "10. Lebong", "17\u00a0%"), [found[0]] * 2 + [found[-1]] * 2, strict=True
    ):
        assert part in label


def test_the_distance_is_in_points_as_a_ratio_and_in_workers(opened):
    screen = opened("ranking")
    assert [metric.value for metric in screen.app.metric] == [
        "75\u00a0%",
        "17\u00a0%",
        "58 poin persen",
        "> 4 kali",
    ]
    table = twin(screen)
    not_yet = (table["Pekerja eligible"] - table["Peserta aktif"]).sum()
    assert f"{not_yet:,.0f}".replace(",", ".") in screen.words


def test_the_area_and_the_country_are_the_lines(opened):
    lines = opened("ranking").given("ranking")["lines"]
    assert [(line["label"], line["at"], line["country"]) for line in lines] == [
        ("Bengkulu 37\u00a0%", 37.0, False),
        ("Indonesia 39\u00a0%", 39.0, True),
    ]


def test_two_are_reported_on_simulated_counts_and_eight_simulated(opened):
    said = " ".join(opened("ranking").said("caption"))
    assert "10 wilayah: 8 simulasi; 2 persen dari pers, jumlah simulasi; tanpa angka: 0" in said


def test_gaps_have_neither_bar_nor_rank_and_are_named(opened):
    screen = opened("ranking", set="reported", period="2024-11")
    assert [value for _label, value in bars(screen)] == [75.0, 17.0]
    table = twin(screen)
    assert table["Peringkat"].isna().all()  # two of ten are no ranking
    gaps = table[table.iloc[:, 2].isna()]
    assert (len(gaps), set(gaps["Status"])) == (10 - 2, {"belum kami miliki"})
    assert "tertinggi dari 10 menurut Jarrakpos.com" in table["Status"].iloc[0]
    (named,) = [line for line in screen.words.splitlines() if "Seluma" in line]
    assert [name for name in gaps["Wilayah"] if name not in named] == []
    assert "NA" not in json.dumps(screen.given("ranking"))


def test_ties_share_a_place_and_the_next_is_skipped(opened):
    places = twin(opened("ranking", area="ID", level="regency"))["Peringkat"].dropna().astype(int).tolist()
    assert len(places) == 514
    assert len(set(places)) < 514  # 514 figures with one decimal cannot all differ
    assert all(places.index(place) + 1 == place for place in places)


@pytest.mark.parametrize(
    ("order", "column", "ascending"),
    [("rank", "Peringkat", True), ("not_yet", "Belum tercakup", False), ("name", "Wilayah", True)],
)
def test_the_list_is_sorted_as_chosen(opened, order, column, ascending):
    screen = opened("ranking", area="32").press(order=order)
    assert screen.address.get("order", "rank") == order
    values = twin(screen)[column].tolist()
    assert values == sorted(values, reverse=not ascending)
    table = twin(screen)["Wilayah"].tolist()
    assert [name in label for name, (label, _value) in zip(table, bars(screen), strict=True)] == [True] * 27


def test_movement_is_since_the_period_that_was_picked(opened):
    screen = opened("ranking").choose(since="2022-11")
    assert screen.address["since"] == "2022-11"
    now, then = (twin(opened("ranking", period=period)) for period in ("2024-11", "2022-11"))
    unit = now.columns[2]
    changes = twin(screen).set_index("Wilayah")
    kaur = changes.loc["Kaur", "Perubahan sejak November 2022"]
    expected = now.set_index("Wilayah").loc["Kaur", unit] - then.set_index("Wilayah").loc["Kaur", unit]
    assert expected != round(expected)
    assert kaur == round(expected)  # 75 was printed without a decimal, so the change has none
    assert "November 2022" in screen.words


def test_only_earlier_periods_of_the_same_frequency_can_be_compared_with(opened):
    assert opened("ranking", period="2021-05").app.selectbox(key="since").options == ["April 2021", "Maret 2021"]
    yearly = opened("ranking", set="reported", area="63", indicator="active_participants", period="2022")
    assert yearly.app.selectbox(key="since").options == ["2021", "2020"]


def test_the_first_period_has_nothing_to_be_compared_with(opened):
    screen = opened("ranking", period="2021-03")
    assert screen.failed == []
    assert "since" not in screen.address


@pytest.mark.parametrize("address", [{}, {"set": "reported", "period": "2024-11"}, {"since": "2022-11"}])
def test_hidden_names_stand_nowhere_on_the_page(opened, address):
    screen = opened("ranking", region="17.04", **address).choose(hide_names=True)
    names = ["Kaur", "Lebong", "Seluma", "Mukomuko", "Kepahiang", "Rejang", "Bengkulu Utara", "Kota Bengkulu"]
    for order in ("rank", "name"):
        screen.press(order=order)
        assert {row["code"] for row in rows(screen)} == {""}  # a code would tell the name
        assert len(twin(screen)) == 10  # opened: the table is no way around it
        assert [name for name in names if name in screen.shown] == []
    assert bars(screen)


def test_where_nothing_applies_is_neither_last_nor_missing(opened):
    # A city has no desa.
    screen = opened("ranking", indicator="villages_enrolled")
    city = twin(screen).set_index("Wilayah").loc["Kota Bengkulu"]
    assert city["Status"] == "tidak berlaku"
    caption = " ".join(screen.said("caption"))
    assert "1 tidak berlaku" in caption


def test_counts_are_a_list_by_size_with_their_sum_and_no_ranks(opened):
    screen = opened("ranking", set="reported", area="ID", level="province", indicator="inactive_participants")
    values = [value for _label, value in bars(screen) if value is not None]
    assert values == sorted(values, reverse=True)
    assert twin(screen)["Peringkat"].isna().all()
    assert [metric.label for metric in screen.app.metric] == ["Jumlah", "Kami miliki"]
    assert "kali" not in " ".join(metric.value for metric in screen.app.metric)
    assert "orang" in screen.words
    assert "poin" not in screen.words


@pytest.mark.parametrize(("language", "shown", "second"), [("id", "75\u00a0%", "41,9\u00a0%"), ("en", "75%", "41.9%")])
def test_numbers_follow_the_language(opened, language, shown, second):
    screen = opened("ranking", lang=language)
    assert shown in screen.words
    assert [row["text"] for row in rows(screen)[:2]] == [shown, second]


def test_the_source_is_named(opened):
    assert "Jarrakpos" in " ".join(opened("ranking", set="reported", period="2024-11").said("caption"))


def test_heading_chart_and_tab_name_what_is_ranked_where_and_when(opened):
    screen = opened("ranking")
    assert "Peringkat: cakupan kepesertaan, Bengkulu, November 2024" in screen.words
    assert screen.given("ranking")["head"] == "Bengkulu, November 2024: persen dari pekerja eligible"


def test_sorted_by_change_each_row_goes_from_then_to_now_and_tells_points_and_workers(opened):
    screen = opened("ranking").choose(since="2022-11").press(order="change")
    table, found = twin(screen), rows(screen)
    changes = table["Perubahan sejak November 2022"].tolist()
    assert changes == sorted(changes, reverse=True)
    assert [row["name"] for row in found] == table["Wilayah"].tolist()
    assert all(abs(row["to"] - row["from"] - change) <= 0.5 for row, change in zip(found, changes, strict=True))
    assert all("poin" in row["text"] and "peserta aktif" in row["aside"] for row in found)
    assert found[0]["place"] == "1"
    assert "Perubahan: peserta aktif" in table


def test_sorted_by_who_is_not_covered_the_bars_are_people(opened):
    found = rows(opened("ranking", order="not_yet"))
    table = twin(opened("ranking", order="not_yet"))
    assert [row["to"] for row in found] == (table["Pekerja eligible"] - table["Peserta aktif"]).tolist()
    assert [row["place"] for row in found] == [str(place) for place in range(1, 11)]


def test_no_change_is_told_across_two_denominators_and_who_is_left_out_is_named(opened):
    screen = opened(
        "ranking", set="reported", area="ID", level="province", period="2025-12", since="2024-12", order="change"
    )
    assert screen.failed == []
    table = twin(screen)
    left = table[table.iloc[:, 2].notna() & table["Perubahan sejak Desember 2024"].isna()]
    assert len(left) > 0
    assert {row["name"] for row in rows(screen)}.isdisjoint(left["Wilayah"])
    (said,) = [line for line in screen.said("caption") if line.startswith("Tidak dibandingkan")]
    assert all(name in said for name in left["Wilayah"])


def test_cities_alone_are_ranked_among_themselves(opened):
    screen = opened("ranking", area="32").press(only="kota")
    assert screen.address["only"] == "kota"
    found = rows(screen)
    assert len(found) == 9  # cities of Jawa Barat
    assert found[0]["place"] == "1"
    assert all(row["code"][3] == "7" for row in found)
    both = len(rows(screen.press(only="kabupaten"))) + len(found)
    assert both == len(rows(screen.press(only="all"))) == 27
    assert "only" not in screen.address


def test_a_row_that_is_clicked_selects_its_region(opened):
    screen = opened("ranking").tell("ranking", chosen="17.05")
    assert screen.address["region"] == "17.05"
    assert screen.given("ranking")["region"] == "17.05"
