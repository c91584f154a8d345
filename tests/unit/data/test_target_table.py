"""Targets: which region and year each holds for, who set it, and what is refused in a file of them."""

import io

import pytest

from data.sources import Citation
from data.targets import TargetFigure, figures_of, load_targets, named_figure, read_targets, stated_for, target_value
from errors import DataError
from tools.build_targets import target_table

HEADER = "region_code,year,value_printed,series,source_id,note_id,note_en\n"
PAGE = Citation("Kejar target", "Koran", "https://koran.example/1", "2025-11")
REGIONS = ("52", "61", "13.71")


def read(*lines):
    source = io.BytesIO((HEADER + "\n".join(lines)).encode())
    return read_targets(source, ("provincial", "city"), {"koran": PAGE}, REGIONS, name="targets.csv")


def test_a_row_is_one_target_with_its_setter_source_and_note():
    (found,) = read('61,2026,60.80,provincial,koran,"Dibulatkan, katanya.",Rounded.')
    note = {"id": "Dibulatkan, katanya.", "en": "Rounded."}
    assert found == TargetFigure("61", 2026, 60.8, "60.80", "provincial", PAGE, note)


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        (",2025,62,provincial,koran,,", "cell_empty", {"column": "region_code"}),
        ("52,,62,provincial,koran,,", "cell_empty", {"column": "year"}),
        ("52,2025,,provincial,koran,,", "cell_empty", {"column": "value_printed"}),
        ("52,2025,62,,koran,,", "cell_empty", {"column": "series"}),
        ("52,2025,62,provincial,,,", "cell_empty", {"column": "source_id"}),
        ("99,2025,62,provincial,koran,,", "row_region_unknown", {"found": "99"}),
        ("52,25,62,provincial,koran,,", "year_bad", {"found": "25"}),
        ('52,2025,"62,22",provincial,koran,,', "percent_bad", {"found": "62,22"}),
        ("52,2025,enam puluh,provincial,koran,,", "percent_bad", {"found": "enam puluh"}),
        ("52,2025,nan,provincial,koran,,", "percent_bad", {"found": "nan"}),
        ("52,2025,62,mayor,koran,,", "code_unknown", {"column": "series", "found": "mayor"}),
        ("52,2025,62,provincial,radio,,", "row_source_unknown", {"found": "radio"}),
        ("61,2025,62,provincial,koran,,", "key_repeated", {"found": "61 2025 provincial"}),
    ],
)
def test_a_faulty_row_is_refused_with_file_and_line(line, code, said):
    with pytest.raises(DataError) as refused:
        read("61,2025,59.56,provincial,koran,,", line)
    assert refused.value.code == code
    assert refused.value.particulars.items() >= {"file": "targets.csv", "place": 3, **said}.items()


def test_every_bundled_target_names_its_setter_and_source_in_both_languages():
    for series in load_targets().values():
        assert all(text["id"] and text["en"] for text in (series.title, series.explanation))
        assert series.figures
        for one in series.figures:
            assert one.source.title and one.source.publisher
            assert bool(one.note["id"]) == bool(one.note["en"])


def test_the_bundled_table_holds_each_published_target_once(facts):
    written = target_table(facts)
    bundled = [
        [one.region_code, str(one.year), one.value_printed, one.series]
        for series in load_targets().values()
        for one in series.figures
    ]
    assert sorted(bundled) == sorted(written[["region_code", "year", "value_printed", "series"]].to_numpy().tolist())
    assert len(bundled) == 34 + 5  # those of regions, and the national plans' five
    assert [row for row in bundled if row[0] in ("17", "51")] == [
        ["17", "2025", "48", "kemendagri-ucj"], ["51", "2025", "67.28", "kemendagri-ucj"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("series", "region_code", "period", "percent"),
    [
        ("kemendagri-ucj", "17", "2025-11", 48.0),
        ("kemendagri-ucj", "ID", "2025", 52.15),
        ("rpjmn", "ID", "2026-01", 34.99),
        ("rpjpn", "ID", "2045", 99.5),
        ("provincial", "61", "2030", 65.77),
        ("city", "13.71", "2024-11", 32.48),
    ],
)
def test_a_target_is_that_of_its_series_region_and_year(series, region_code, period, percent):
    assert target_value(load_targets()[series], region_code, period) == percent


@pytest.mark.parametrize(
    ("series", "region_code", "period"),
    [
        ("rpjmn", "ID", "2027"),
        ("rpjmn", "17", "2025"),
        ("kemendagri-ucj", "17", "2024-11"),
        ("provincial", "61.71", "2026"),
        ("city", "13", "2024"),
        ("city", "13.71", "2026"),
    ],
)
def test_no_target_is_made_up(series, region_code, period):
    assert target_value(load_targets()[series], region_code, period) is None


def test_a_series_of_one_region_names_no_figure_elsewhere():
    city = load_targets()["city"]
    assert named_figure(city, "13.71", "2025-03") == ("13.71", 2025, 37.1)
    assert named_figure(city, "13", "2025-03") is None
    assert (stated_for(city, ["13.71", "13"]), stated_for(city, ["13"])) == ("13.71", "")
    assert stated_for(load_targets()["rpjmn"], ["13.71", "13"]) == "ID"


def test_rivals_of_a_region_stand_side_by_side():
    found = figures_of(load_targets(), ["52", "61", "13.71"])
    assert [(one.region_code, one.year, one.value_printed, one.series) for one in found] == [
        ("52", 2025, "62.22", "kemendagri-letter"),
        ("52", 2025, "62", "provincial"),
        ("61", 2025, "59.56", "provincial"),
        ("61", 2026, "60.80", "provincial"),
        ("61", 2026, "61", "rpjmd"),
        ("61", 2030, "65.77", "provincial"),
        ("13.71", 2024, "32.48", "city"),
        ("13.71", 2025, "37.10", "city"),
    ]
