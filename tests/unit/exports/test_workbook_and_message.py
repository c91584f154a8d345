"""The workbook and the message."""

import io

import openpyxl
import pytest

from components.exports.message import MOST, whatsapp_text
from components.exports.workbook import deck_xlsx
from tests.unit.exports.conftest import deck_of


def sheets(deck):
    book = openpyxl.load_workbook(io.BytesIO(deck_xlsx(deck)))
    return {sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in book}, book


def test_there_is_a_sheet_for_every_table_and_numbers_are_numbers(deck):
    found, _book = sheets(deck)
    assert found["Peringkat"] == [
        ["Kode", "Peringkat", "Wilayah", "Nilai"],
        ["17.04", 1, "Kaur", 75],
        ["17.07", 2, "Lebong", 17],
        ["17.05", None, "Seluma", None],
    ]
    assert found["Tren"][1:5] == [
        ["Agu 2024", 70, 35, None],
        ["Sep 2024", 71, None, None],
        ["Okt 2024", None, None, None],
        ["Nov 2024", 75, 37, None],
    ]


def test_the_first_sheet_says_what_it_is_where_from_and_that_it_is_simulated(deck):
    found, _book = sheets(deck)
    about = [cell for row in next(iter(found.values())) for cell in row]
    assert {"Simulasi (versi bawaan)", "2024-11-20", "SIMULASI", deck.slides[0].source} <= set(about)


def test_no_name_becomes_a_formula(hostile):
    _found, book = sheets(hostile)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert "'=1+1" in str([cell.value for cell in cells])


def test_the_message_has_title_sentence_figures_source_and_address(deck):
    text = whatsapp_text(deck)
    assert text.startswith("[SIMULASI] Cakupan kepesertaan, Bengkulu, November 2024")
    for part in (deck.slides[0].sentence, "- Kaur 75,0 % (dilaporkan)", deck.slides[0].source, deck.public_url):
        assert part in text


@pytest.mark.parametrize("name", ["Kaur", "Kaur " * 200, "K" * 3000])
def test_the_message_is_never_longer_than_700_characters(name):
    assert len(whatsapp_text(deck_of(name, name))) <= MOST


def test_names_do_not_become_bold_or_struck(hostile):
    assert "*\N{WORD JOINER}_\N{WORD JOINER}" in whatsapp_text(hostile)
