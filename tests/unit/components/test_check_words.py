"""Every kind of finding has its title and sentence, in both languages, with the figures that it speaks of."""

import pandas as pd
import pytest

from components.language.i18n import use_language
from components.report.checks import (
    SENTENCES,
    TITLES,
    finding_sentence,
    findings_table,
    kinds_text,
    printed_percent,
    recomputed_percent,
)
from components.state import cache
from data.checks.findings import KINDS, as_findings
from data.query import each_row

NBSP = "\u00a0"


@pytest.fixture(autouse=True, params=["id", "en"])
def language(request):
    use_language(request.param)
    yield request.param
    use_language("id")


@pytest.fixture
def findings():
    return cache.findings("reported")


@pytest.fixture
def publishers():
    return cache.dataset("reported").publishers


def plain(text):
    return text.replace(NBSP, " ")


def test_every_kind_has_its_words():
    assert set(TITLES) == set(KINDS)
    assert set(KINDS) <= set(SENTENCES)


def test_every_finding_of_the_reported_figures_is_a_whole_sentence(findings, publishers):
    for row in each_row(findings):
        said = finding_sentence(row, publishers)
        assert said.endswith(".")
        assert not {"{", "}"} & set(said)
        assert "  " not in said


@pytest.mark.parametrize(
    ("figure", "parts"),
    [
        ("beyond_rounding 34", {"id": ["31,95 %", "328.119", "20,32 %"], "en": ["31.95%", "328,119", "20.32%"]}),
        ("contradictory ID", {"id": ["JPNN", "37,01 %", "Kabar Baru", "42 %"], "en": ["37.01%", "42%"]}),
        ("young_region 18.13", {"id": ["Lampung Barat", "2012", "23,3"], "en": ["2012", "explains"]}),
        ("young_region 53.21", {"id": ["Mungkin", "induk", "dugaan"], "en": ["Perhaps", "suspicion"]}),
        ("election_year 71", {"id": ["pemilu", "Sulut News TV"], "en": ["election"]}),
    ],
)
def test_a_sentence_names_its_figures(findings, language, figure, parts):
    kind, code = figure.split()
    (row,) = each_row(findings[findings["kind"].eq(kind) & findings["region_code"].eq(code)])
    said = plain(finding_sentence(row, cache.dataset("reported").publishers))
    assert [part for part in parts[language] if part not in said] == []


def test_the_recomputed_figure_shows_where_it_differs(findings, language):
    (row,) = each_row(findings[findings["region_code"].eq("36.04")])
    shown = (plain(printed_percent(row)), plain(recomputed_percent(row)))
    assert shown == {"id": ("50,87 %", "50,89 %"), "en": ("50.87%", "50.89%")}[language]


@pytest.mark.parametrize(
    ("kind", "figures", "parts"),
    [
        ("part_above_whole", {"measure": "numerator", "numerator": 1200, "other": 1000, "segment": "pu",
                              "other_segment": "all"}, ["1.200", "1.000", "PU"]),
        ("part_above_whole", {"measure": "value", "value": 1200, "other": 1000, "segment": "all",
                              "indicator": "vulnerable_workers_protected",
                              "other_indicator": "vulnerable_workers"}, ["1.200", "1.000", "rentan"]),
        ("impossible_count", {"measure": "numerator", "numerator": 1200, "other": 1000}, ["1.200", "1.000"]),
        ("sum_against_province", {"measure": "value", "value": 1200, "other": 1000}, ["1.200", "1.000"]),
        ("beyond_rounding", {"value_printed": "25", "numerator": 5, "denominator": 0}, ["25", "0"]),
    ],
)  # fmt: skip
def test_what_no_reported_figure_has_is_said_as_well(language, kind, figures, parts):
    about = {"region_code": "17", "indicator": "coverage", "segment": "all", "period": "2024"} | figures
    (row,) = each_row(as_findings(kind, pd.DataFrame([about])))
    said = plain(finding_sentence(row, {}))
    shown = parts if language == "id" else [part.replace(".", ",") for part in parts if part != "rentan"]
    assert [part for part in shown if part not in said] == []
    assert not {"{", "}"} & set(said)


def test_a_file_holds_a_finding_a_row_with_its_sources(findings, publishers):
    table = findings_table(findings, publishers)
    assert len(table) == len(findings)
    assert table.query("kind == 'contradictory' and region_code == 'ID'")["source_id"].item() == (
        "jpnn-2025-10-31; kabarbaru-2025-10-31"
    )


def test_a_mark_names_all_kinds_that_were_found(language):
    said = kinds_text("beyond_rounding above_100")
    assert (
        said
        == {
            "id": "Pemeriksaan: tercetak dan hasil hitung ulang berselisih; di atas 100 persen",
            "en": "Check: printed and recomputed differ; above 100 percent",
        }[language]
    )
