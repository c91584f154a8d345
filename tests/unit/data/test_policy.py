"""Milestones and programmes."""

import pytest

from data.policy import load_milestones, load_programmes, monthly_package


def test_milestones_are_dated_and_in_order():
    dates = [milestone.date for milestone in load_milestones()]
    assert dates == ["2021-03-25", "2022-06-08", "2024-04-25", "2025-02-07", "2025-03-27", "2025-12-22"]
    assert [milestone.period for milestone in load_milestones()][:2] == ["2021-03", "2022-06"]


def test_the_minimum_package_of_the_self_employed_is_16800_rupiah():
    assert monthly_package(["jkk", "jkm"]) == 10_000 + 6_800 == 16_800
    assert monthly_package(["jkk", "jkm", "jht"]) == 16_800 + 20_000 == 36_800
    assert monthly_package(["jkk", "jkm"], "PP 50/2025") == 16_800 // 2 == 8_400


def test_every_decree_and_programme_says_where_it_was_read():
    cited = [decree.source for decree in load_milestones()]
    for programme in load_programmes().values():
        cited += [programme.source, *(one.source for one in programme.benefits)]
        assert programme.rules.startswith("PP ")
        assert all(one.rule for one in (*programme.benefits, *programme.contributions))
    assert all(source.url.startswith("http") and source.title and source.publisher for source in cited)


@pytest.mark.parametrize(
    ("programme", "rule", "date", "until"),
    [
        ("jkk", "PP 7/2025", "2025-02", "2025-07"),
        ("jkk", "PP 36/2025", "2025-08", "2026-01"),
        ("jkp", "PP 37/2021", "", "2025-02-06"),
        ("jkp", "PP 6/2025", "2025-02-07", ""),
    ],
)
def test_a_rule_holds_between_its_days(programme, rule, date, until):
    chosen = [one for one in load_programmes()[programme].contributions if one.rule == rule]
    assert [(one.date, one.until) for one in chosen] == [(date, until)]


def test_what_is_not_confirmed_says_so():
    halved = [
        one for one in load_programmes()["jkm"].contributions if (one.rule, one.until) == ("PP 50/2025", "2026-12")
    ]
    assert ["belum terkonfirmasi" in one.text["id"] for one in halved] == [True]


def test_the_instruction_on_extreme_poverty_ended_with_2024():
    assert [one.until for one in load_milestones() if one.title["id"] == "Inpres 4/2022"] == ["2024-12-31"]


def test_the_five_programmes_are_there_in_both_languages():
    programmes = load_programmes()
    assert list(programmes) == ["jkk", "jkm", "jht", "jp", "jkp"]
    for programme in programmes.values():
        assert all(contribution.text["id"] and contribution.text["en"] for contribution in programme.contributions)
        assert all(benefit.text["id"] and benefit.text["en"] for benefit in programme.benefits)
