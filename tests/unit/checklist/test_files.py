import asyncio
import io
from dataclasses import replace
from urllib.parse import urlencode

import pytest
from openpyxl import load_workbook
from starlette.requests import Request

from components.language.i18n import use_language
from components.screens.villages.checklist.measure import ListMeasure, counted_sentence, list_of, measure_of
from components.screens.villages.checklist.sentences import partial_words
from components.screens.villages.checklist.wire import told_list
from components.server.routes.checklists import FILES, serve
from components.state import users
from components.state.address import UnknownError
from components.state.view import view_of
from data.checklist import Item, compared
from data.intake.checklist_table import propose_roles, read_checklist
from data.intake.parsed_file import Settings
from data.intake.worker import open_content
from data.store.checklists import checklist_of, keep_checklist, tick
from data.store.roles import User
from tests.unit.slides.conftest import choice  # noqa: F401

MEASURE = ("93.01", "villages_enrolled", "all")
ASKED = dict(zip(("region", "indicator", "segment"), MEASURE, strict=True))
LOCAL, VIEWER = User("local", local=True), User("vina@example.go.id")
HOSTILE = "=cmd|'/c calc'!A1"


@pytest.fixture
def kept():
    items = [
        Item(0, "Wasur", "Merauke", done=True, pot="dana desa", owner="Ibu Maria", due="2026-12-31"),
        Item(0, HOSTILE, HOSTILE, pot="-1+1", owner="@x"),
    ]
    found = keep_checklist(LOCAL, *MEASURE, "<b>desa</b>.csv", items)
    tick(LOCAL, "+Ani", found.items[1].id, True)
    return checklist_of(*MEASURE)


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_workbook_can_be_loaded_again_and_changes_nothing(kept, language):
    use_language(language)
    name, content = FILES["list.xlsx"](ASKED, LOCAL)
    opened = open_content(name, content, Settings(header_rows=(1,), first_row=2))
    listed = read_checklist(opened, propose_roles(list(opened.texts.columns)))
    change = compared(kept.items, listed.items)
    assert (len(change.kept), change.new, change.left_out, change.overruled) == (2, (), (), ())
    assert [(item.name, item.done, item.pot, item.owner, item.due) for item in listed.items] == [
        (item.name, item.done, item.pot, item.owner, item.due) for item in kept.items
    ]


@pytest.mark.usefixtures("kept")
def test_no_cell_is_a_formula_and_the_log_says_who_and_when():
    book = load_workbook(io.BytesIO(FILES["list.xlsx"](ASKED, LOCAL)[1]))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert not [cell.value for cell in cells if str(cell.value)[0] in "=+-@"]
    (ticked,) = book["Riwayat centang"].iter_rows(min_row=2, values_only=True)
    assert ticked[1:] == ("'+Ani", "pengguna lokal", f"'{HOSTILE}", f"'{HOSTILE}", "sudah")
    assert ticked[0].endswith("WIB")


def test_who_may_not_tick_gets_neither_owners_nor_who_ticked(kept):
    book = load_workbook(io.BytesIO(FILES["list.xlsx"](ASKED, VIEWER)[1]))
    said = " ".join(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row)
    assert "Wasur" in said
    assert not [word for word in ("Maria", "Ani", "local") if word in said]
    told = str(told_list(kept, ListMeasure(*MEASURE), may=False))
    assert "Wasur" in told
    assert not [word for word in ("Maria", "Ani") if word in told]
    assert "Maria" in str(told_list(kept, ListMeasure(*MEASURE), may=True))


def test_where_no_list_was_loaded_there_is_no_workbook():
    with pytest.raises(UnknownError):
        FILES["list.xlsx"](ASKED, LOCAL)


def test_a_demonstrations_list_is_marked_in_every_sheet_and_can_be_loaded_again(choice):  # noqa: F811
    keep_checklist(LOCAL, *MEASURE, "coba.csv", [Item(0, "Wasur", done=True)], simulated=True)
    with pytest.raises(UnknownError):
        FILES["list.xlsx"](ASKED, LOCAL)
    name, body = FILES["list.xlsx"](ASKED | {"simulated": "1"}, LOCAL)
    assert name.startswith("cakupan-simulasi-")
    for sheet in load_workbook(io.BytesIO(body)):
        assert "SIMULASI" in [cell.value for cell in sheet[1]]
    opened = open_content(name, body, Settings())
    again = read_checklist(opened, propose_roles(list(opened.texts.columns)))
    assert [(item.name, item.done) for item in again.items] == [("Wasur", True)]
    assert (
        list_of(measure_of(view_of(choice(dataset="simulated", indicator=MEASURE[1])), "93.01")).file_name == "coba.csv"
    )
    assert list_of(measure_of(view_of(choice(dataset="reported", indicator=MEASURE[1])), "93.01")) is None


@pytest.mark.parametrize(
    ("indicator", "segment", "expected"),
    [
        ("agencies_enrolled", "all", ListMeasure("93.01", "agencies_enrolled", "all")),
        ("villages_enrolled", "village_apparatus", ListMeasure("93.01", "villages_enrolled", "village_apparatus")),
        ("coverage", "bpu", ListMeasure("93.01", "villages_enrolled", "all")),
    ],
)
def test_a_list_belongs_to_what_is_counted_by_name(choice, indicator, segment, expected):  # noqa: F811
    assert replace(measure_of(view_of(choice(indicator=indicator, segment=segment)), "93.01"), need=None) == expected


def test_a_list_that_names_only_some_says_so_before_it_is_loaded_and_in_its_workbook(choice, kept):  # noqa: F811
    measure = measure_of(view_of(choice(indicator="villages_enrolled", area="93")), "93.01")
    said = partial_words(kept.items, measure)
    assert said.startswith("**Daftar ini hanya sebagian: 2 desa/kampung; 179 desa menurut ")
    assert "hanya ditampilkan pada Merauke dan tidak mengubah hitungan apa pun" in said
    assert counted_sentence(measure, 2, 179) == "2 dari 179 desa/kampung sudah terdaftar"
    _name, body = FILES["list.xlsx"](ASKED, LOCAL)
    about = {row[0].value: row[1].value for row in load_workbook(io.BytesIO(body))["Keterangan"].iter_rows()}
    assert about["Sejauh ini"] == "Daftar sebagian: 2 dari 2 dicentang; 179 desa menurut Kepmendagri"


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize(
    ("name", "changed", "status"),
    [
        ("list.xlsx", {}, 200),
        ("list.xlsx", {"region": "93"}, 404),
        ("list.xlsx", {"region": "92.01"}, 404),
        ("list.xlsx", {"indicator": "coverage"}, 404),
        ("list.xlsx", {"segment": "../x"}, 404),
        ("list.xlsx", None, 404),
        ("other.xlsx", {}, 404),
        ("template.xlsx", {"lang": "en"}, 200),
    ],
)
def test_an_address_that_is_not_ours_has_no_workbook(monkeypatch, name, changed, status):
    monkeypatch.setattr(users, "user_of", lambda _request: VIEWER)
    query = urlencode({} if changed is None else ASKED | changed).encode()
    scope = {"type": "http", "method": "GET", "path": "/", "query_string": query, "headers": []}
    answer = asyncio.run(serve(Request(scope | {"path_params": {"name": name}})))
    assert answer.status_code == status
    if name == "template.xlsx":
        titles = [cell.value for cell in load_workbook(io.BytesIO(answer.body)).active[1]]
        assert titles == ["Name", "District", "State", "Funding pot", "Owner", "Due date", "Note"]
