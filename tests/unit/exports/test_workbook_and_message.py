"""The workbook and the message."""

import io
from dataclasses import replace

import openpyxl
import pytest

from components.exports.message import MOST, whatsapp_text
from components.exports.workbook import deck_xlsx
from components.report.model import DeckRequest, Figure
from components.report.slides.deck import build_slides
from components.state.address import selection_in
from data.store.roles import User
from tests.unit.exports.conftest import deck_of


def sheets(deck):
    book = openpyxl.load_workbook(io.BytesIO(deck_xlsx(deck)))
    return {sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in book}, book


def test_there_is_a_sheet_for_every_table_and_numbers_are_numbers(deck):
    found, _book = sheets(deck)
    assert [row[:4] for row in found["Peringkat"][:4]] == [
        ["Kode", "Peringkat", "Wilayah", "Nilai"],
        ["17.04", 1, "Kaur", 75],
        ["17.07", 2, "Lebong", 17],
        ["17.05", None, "Seluma", None],
    ]
    assert [row[:4] for row in found["Tren"][1:5]] == [
        ["Agu 2024", 70, 35, None],
        ["Sep 2024", 71, None, None],
        ["Okt 2024", None, None, None],
        ["Nov 2024", 75, 37, None],
    ]
    assert [row[:5] for row in next(rows for name, rows in found.items() if name.startswith("Peta"))][1:4] == [
        ["17.04", "Kaur", 75, "di atas 20,0", "dilaporkan"],
        ["17.07", "Lebong", 17, "sampai 20,0", "simulasi"],
        ["17.05", "Seluma", None, "belum dilaporkan", None],
    ]


def test_the_first_sheet_says_what_it_is_where_from_and_that_it_is_simulated(deck):
    found, _book = sheets(deck)
    about = [cell for row in next(iter(found.values())) for cell in row]
    assert {"Simulasi (versi bawaan)", "2024-11-20", "SIMULASI", deck.slides[0].source} <= set(about)


def test_the_first_sheet_says_what_the_deck_was_kept_under(deck):
    found, _book = sheets(replace(deck, name="Monev"))
    assert ["Nama presentasi", "Monev"] in [row[:2] for row in next(iter(found.values()))]


def test_every_sheet_says_its_source_its_dataset_and_where_it_holds_that_it_is_simulated(deck):
    _found, book = sheets(deck)
    for sheet in book.worksheets[1:]:
        said = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]
        assert "Simulasi (versi bawaan)" in said
        of_papan = sheet.title.startswith("Peringkat ")
        assert ("SIMULASI" in [cell.value for cell in sheet[1]]) != of_papan
        assert of_papan or any("Sumber: Jarrakpos · November 2024 · 2 dilaporkan" in one for one in said)


def test_where_names_are_hidden_no_code_tells_them(deck):
    found, _book = sheets(replace(deck, hidden_names=True))
    assert "17.0" not in str(found)


def test_no_name_becomes_a_formula(hostile):
    _found, book = sheets(hostile)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert "'=1+1" in str([cell.value for cell in cells])


def test_the_message_has_title_sentence_figures_source_and_address(deck):
    text = whatsapp_text(deck)
    assert text.startswith("[SIMULASI] Cakupan kepesertaan, Bengkulu, November 2024")
    for part in (deck.slides[0].sentence, "- Kaur 75,0\u00a0% (dilaporkan)", deck.slides[0].source, deck.public_url):
        assert part in text


@pytest.mark.parametrize("name", ["Kaur", "Kaur " * 200, "K" * 3000])
def test_the_message_is_never_longer_than_700_characters(name):
    assert len(whatsapp_text(deck_of(name, name))) <= MOST


def test_names_do_not_become_bold_or_struck(hostile):
    assert "*\N{WORD JOINER}_\N{WORD JOINER}" in whatsapp_text(hostile)


def test_what_else_is_known_of_a_region_stands_as_written_and_as_a_number():
    chosen = selection_in({"area": "17"}, User(""))
    found, _book = sheets(build_slides(chosen, DeckRequest(slides=("profile-17.04",))))
    name = next(name for name in found if "indikator lain" in name.lower())
    header, *rows = found[name]
    number, written = header.index("Angka"), header.index("Nilai")
    known = [row for row in rows if row[header.index("Indikator")] and row[written]]
    assert known and all(isinstance(row[number], (int, float)) for row in known)


def test_sheets_have_whole_words_single_spaces_and_each_a_name_of_its_own(deck):
    long = replace(deck.slides[0], title="Cakupan kepesertaan: Bengkulu dan sekitarnya")
    _found, book = sheets(replace(deck, slides=(long, long)))
    names = book.sheetnames[1:]
    assert names == ["Angka Cakupan kepesertaan", "Angka Cakupan kepesertaan 2"]


def test_the_message_drops_notes_before_it_drops_the_lowest(deck):
    note = "231.528 dari 625.751 pekerja yang dicakup; persen dari pers, jumlah simulasi"
    figures = tuple(
        Figure(label, "17,0\u00a0%", 17.0, note) for label in ("Bengkulu", "Indonesia", "Tertinggi", "Terendah")
    )
    text = whatsapp_text(replace(deck, slides=(replace(deck.slides[0], sentence="Kata " * 40, figures=figures),)))
    assert len(text) <= MOST
    assert "- Terendah 17,0\u00a0% (persen dari pers, jumlah simulasi)" in text
