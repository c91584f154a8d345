"""What screens, slides and files show is what the CSV of the reported figures gives."""

import csv
import re

import pytest

from data.store.catalogue import SETS
from tools.trace_figures import key_of, of_view, recomputed, traced

VIEWS = [
    {"area": "17", "level": "regency", "indicator": "coverage", "segment": "all", "period": "2024-11"},
    {"area": "18", "level": "regency", "indicator": "coverage", "segment": "all", "period": "2024-09"},
    {"area": "ID", "level": "province", "indicator": "coverage", "segment": "all", "period": "2021-12"},
    {"area": "ID", "level": "sulawesi_maluku", "indicator": "coverage", "segment": "all", "period": "2021-12"},
    {"area": "ID", "level": "province", "indicator": "active_participants", "segment": "all", "period": "2023-12"},
    {
        "area": "33",
        "level": "regency",
        "indicator": "villages_enrolled",
        "segment": "village_apparatus",
        "period": "2018",
    },
]


@pytest.fixture(scope="module")
def facts():
    with (SETS / "reported" / "observations.csv").open(encoding="utf-8") as file:
        return {key_of(row): row for row in csv.DictReader(file)}


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: f"{view['area']}-{view['level']}-{view['indicator']}")
def test_every_figure_of_a_view_is_recomputed_from_its_row(facts, view):
    shown = [one for one in of_view({"set": "reported"} | view, facts) if re.search(r"\d", one.text)]
    assert {one.place for one in shown} >= {"Peringkat", "slide", "peta"}
    assert [one for one in shown if not traced(one, facts[one.key])] == []


def test_counts_go_before_what_was_printed(facts):
    banten = facts["36", "coverage", "all", "2025-11"]  # 2.7 of 6 million, printed as 42.9
    assert recomputed(banten) == 45
    assert recomputed(facts["17", "coverage", "all", "2024-11"]) == 37
