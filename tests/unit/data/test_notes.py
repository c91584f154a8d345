"""Notes of the bundled sets are told in both languages, and grades follow their rule."""

import pandas as pd
import pytest

from data.bundled import SETS, load_bundled
from data.notes import note_titles
from data.sources import GRADES
from tools.source_grades import grade_of


@pytest.mark.parametrize("dataset", ["reported", "simulated"])
def test_every_note_of_a_bundled_set_has_an_indonesian_one(dataset):
    found = load_bundled(dataset)
    notes = {*found.sources["note"], *found.observations["note"]} - {""}
    known = set(pd.read_csv(SETS / "notes.csv", dtype=str)["en"])
    assert notes <= known


def test_a_note_from_elsewhere_stands_as_it_is_in_both():
    assert note_titles("catatan <b>cabang</b>") == dict.fromkeys(("id", "en"), "catatan <b>cabang</b>")


@pytest.mark.parametrize(
    ("publisher", "title", "url", "note", "grade"),
    [
        ("BPJS Ketenagakerjaan", "", "", "", "official"),
        ("MPP", "Butuh komitmen", "https://mpp.mataramkota.go.id/x", "", "official"),
        ("Koran", "Kabar", "https://go.id.example.com/x", "", "press"),
        ("Koran", "Bupati Kudus daftarkan 30.264 pekerja rentan", "https://koran.id", "", "quoted_official"),
        ("Koran", "Optimalkan coverage, Kacab BPJS temui Bupati", "", "", "quoted_official"),
        ("Databoks", "Provinsi dengan peserta terbanyak", "", "Satudata Kemnaker; rounded", "quoted_official"),
        ("Koran", "Peserta BPJS Ketenagakerjaan di Lombok Timur capai 144.110", "", "", "press"),
    ],
)
def test_a_grade_says_how_near_a_source_is_to_whoever_counted(publisher, title, url, note, grade):
    assert grade_of(publisher, title, url, note) == grade


def test_every_source_of_the_reported_set_is_graded_and_says_when_it_was_fetched():
    sources = load_bundled("reported").sources
    assert set(sources["grade"]) == set(GRADES)
    assert set(sources["retrieved"]) == {"2026-11"}
    graded = sources.set_index("source_id")["grade"]
    assert graded["bpjstk-29549"] == "official"
    assert graded["parepos-2022-11"] == "quoted_official"
