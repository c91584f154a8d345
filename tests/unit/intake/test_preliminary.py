"""The mark that a source hangs on a period stays with its figures, with what a footnote says of it."""

import pytest

from components.report.labels import status_title
from data.period_notes import written_period
from tests.unit.intake.cases import Said, only, taken
from tests.unit.intake.uploads import opened_book

ASKED = Said(answers={"numbers": 0})


def written(found):
    return {
        (row.region_code, row.period): written_period(row.note) for row in found.tidied.rows.itertuples(index=False)
    }


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        # a column of periods, some marked
        (
            "Kabupaten;Tahun;Peserta Aktif\nKaur;2023;9100\nKaur;2024*;9200\nLebong;2024;9300",
            ASKED,
            {("17.04", "2023"): "", ("17.04", "2024"): "2024*", ("17.07", "2024"): ""},
        ),
        # in words
        (
            "Kabupaten;Tahun;Peserta Aktif\nKaur;2024 (angka sementara);9100\nLebong;2024 sementara;9300",
            ASKED,
            {("17.04", "2024"): "2024 (angka sementara)", ("17.07", "2024"): "2024 sementara"},
        ),
        # a column per year, with footnotes
        (
            "Kode;Kabupaten;2022;2023*;2024**\n17.04;Kaur;9100;9200;9300\n17.07;Lebong;9100;9200;9300\n"
            "*) angka sementara;;;;\n**) angka sangat sementara;;;;",
            Said(measures=only("value", "active_participants"), answers={"numbers": 0}),
            {
                (region, year): mark
                for region in ("17.04", "17.07")
                for year, mark in (
                    ("2022", ""),
                    ("2023", "2023*: angka sementara"),
                    ("2024", "2024**: angka sangat sementara"),
                )
            },
        ),
        # the title says it for all
        (
            "Peserta Aktif 2024 (angka sementara);\nKabupaten;Peserta Aktif\nKaur;9100\nLebong;9300",
            ASKED,
            {("17.04", "2024"): "2024 (angka sementara)", ("17.07", "2024"): "2024 (angka sementara)"},
        ),
        # of two years the title marks one
        (
            "Peserta 2023 dan 2024 (sementara);;\nKabupaten;Tahun;Peserta Aktif\nKaur;2023;9100\nKaur;2024;9200",
            ASKED,
            {("17.04", "2023"): "", ("17.04", "2024"): "2024 (sementara)"},
        ),
        # a file without a figure
        ("Kabupaten;Tahun;Peserta Aktif\nKaur;2024*;\nLebong;2023;", ASKED, {}),
        # nothing of a footnote becomes markup or a link
        (
            "Kabupaten;Tahun;Peserta Aktif\nKaur;2024*;9100\nLebong;2023;9100\n"
            "*) <b>lihat</b> [sini](http://www.contoh.id) =1+1;;",
            ASKED,
            {("17.04", "2024"): "2024*: b lihat b sini (http: www contoh id) 1+1", ("17.07", "2023"): ""},
        ),
        # a period written so everywhere is no mark
        (
            "Kabupaten;Periode;Peserta Aktif\nKaur;Tahun 2024;9100\nLebong;31/12/2024;9300",
            ASKED,
            {("17.04", "2024"): "", ("17.07", "2024-12"): ""},
        ),
        # groups that are added up keep it
        (
            "Kabupaten;Tahun;Jenis Kelamin;Peserta Aktif\nKaur;2024*;L;10\nKaur;2024*;P;20\nLebong;2024*;L;1\n"
            "Lebong;2024*;P;2",
            Said(answers={"repeats": 2}),
            {("17.04", "2024"): "2024*", ("17.07", "2024"): "2024*"},
        ),
    ],
)
def test_a_mark_on_a_period_stays_with_its_figures(text, said, expected):
    assert written(taken("angka.csv", text, said)) == expected


def test_a_marked_year_of_a_workbook_is_a_period():
    book = opened_book([["Kabupaten", "Tahun", "Peserta Aktif"], ["Kaur", "2024*", 9100], ["Lebong", 2023, 9300]])
    assert book.texts["Tahun"].tolist() == ["2024*", "2023"]


def test_the_status_says_how_the_period_is_written():
    found = taken("angka.csv", "Kabupaten;Tahun;Peserta Aktif\nKaur;2023;9100\nKaur;2024*;9200", ASKED)
    assert [status_title(row) for row in found.tidied.rows.itertuples()] == [
        "dilaporkan", "dilaporkan, 2024*"]  # fmt: skip
