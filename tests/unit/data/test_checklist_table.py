import pandas as pd
import pytest

from data.checklist import Item, carried_over, compared
from data.intake.checklist_cells import read_day, read_marks
from data.intake.checklist_table import find_header, propose_roles, read_checklist, tick_columns
from data.intake.parsed_file import Opened
from errors import DataError

ROLES = {"name": "Nama", "district": "Kecamatan", "done": "Status", "due": "Tenggat"}


def opened(*rows, columns=("Nama", "Kecamatan", "Status", "Tenggat")):
    """Return a table whose header is row 1."""
    texts = pd.DataFrame(list(rows), columns=list(columns), index=range(2, len(rows) + 2), dtype=str)
    return Opened(
        file="desa.xlsx",
        sheets=[],
        sheet=0,
        header_rows=[1],
        first_row=2,
        dropped={},
        columns=dict(enumerate(columns)),
        preview=[],
        titles=[],
        texts=texts,
        typed=texts.ne(texts),
    )


def refusal(table, roles=ROLES):
    with pytest.raises(DataError) as refused:
        read_checklist(table, roles)
    return refused.value.code, refused.value.particulars.get("place"), refused.value.particulars.get("found")


def test_a_list_is_read_line_by_line():
    listed = read_checklist(opened(["Air  Long", "Maje", "Sudah", "31/12/2026"], ["Bintuhan", "", "belum", ""]), ROLES)
    assert listed.items == (
        Item(0, "Air Long", "Maje", done=True, due="2026-12-31"),
        Item(0, "Bintuhan", "Maje", done=False),
    )
    assert (listed.filled, listed.says_done, listed.skipped) == (1, True, ())


@pytest.mark.parametrize(
    ("text", "done"),
    [
        *(
            (word, True)
            for word in ["Ya", "SUDAH", "already done", "Sudah terdaftar", "terdaftar", "✓", "1", "v", "Sudah."]
        ),
        *((word, False) for word in ["", "Tidak", "belum", "Belum terdaftar", "tidak ada", "-", "0", "not enrolled"]),
    ],
)
def test_a_state_is_read_as_offices_write_it(text, done):
    assert read_checklist(opened(["Air Long", "", text, ""]), ROLES).items[0].done is done


@pytest.mark.parametrize("text", ["mungkin", "proses", "19", "sudah belum", "=1"])
def test_a_state_that_says_neither_is_refused_and_never_guessed(text):
    assert refusal(opened(["Air Long", "", text, ""])) == ("checklist_status_unknown", "C2", text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-12-31", "2026-12-31"),
        ("2026-12-31 00:00:00", "2026-12-31"),
        ("5/6/2026", "2026-06-05"),
        ("05-06-2026", "2026-06-05"),
        ("17 Agustus 2026", "2026-08-17"),
        ("Desember 2026", "2026-12-31"),
        ("TW II 2026", "2026-06-30"),
        ("2026", "2026-12-31"),
        ("segera", None),
        ("31/2/2026", None),
        ("31/12", None),
    ],
)
def test_a_due_date_is_a_day(text, day):
    assert read_day(text) == day


def test_a_due_date_that_is_none_is_refused():
    assert refusal(opened(["Air Long", "", "", "segera"])) == ("checklist_due_bad", "D2", "segera")


def test_totals_and_notes_are_told_apart_from_villages_called_so():
    table = opened(
        ["Sumber Agung", "", "", ""],
        ["", "", "", ""],
        ["Catatan Baru", "", "", ""],
        ["Jumlah", "", "", ""],
        ["6", "Total", "", ""],
        ["Sumber: Dinas PMD", "", "", ""],
    )
    listed = read_checklist(table, ROLES)
    assert [item.name for item in listed.items] == ["Sumber Agung", "Catatan Baru"]
    assert listed.skipped == (("A5", "Jumlah"), ("A6", "Total"), ("A7", "Sumber: Dinas PMD"))


def test_one_name_in_two_districts_is_two_villages_and_twice_in_one_is_refused():
    assert len(read_checklist(opened(["Air Long", "Maje", "", ""], ["Air Long", "Nasal", "", ""]), ROLES).items) == 2
    twice = opened(["Air Long", "Maje", "", ""], [" AIR LONG", "maje", "", ""])
    assert refusal(twice) == ("checklist_line_repeated", "A3", "AIR LONG")


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (["", "Maje", "ya", ""], "cell_empty"),
        (["x" * 201, "", "", ""], "checklist_cell_long"),
        (["", "", "", ""], "checklist_empty"),
    ],
)
def test_a_line_that_cannot_be_kept_is_named(row, code):
    assert refusal(opened(row))[0] == code


def test_a_list_without_states_says_so_and_leaves_them_as_they_are():
    listed = read_checklist(opened(["Air Long", "Maje", "", ""], ["Bintuhan", "", "", ""]), {"name": "Nama"})
    assert not listed.says_done
    before = [Item(1, "air long", done=True), Item(2, "Linau", done=True)]
    assert [item.done for item in carried_over(before, listed.items)] == [True, False]


@pytest.mark.parametrize(
    ("columns", "roles"),
    [
        (
            ["No", "Nama Kecamatan", "Nama Desa/Kampung", "Sumber Dana Desa", "Status Kepesertaan", "PIC", "Tenggat"],
            {
                "district": "Nama Kecamatan",
                "done": "Status Kepesertaan",
                "pot": "Sumber Dana Desa",
                "owner": "PIC",
                "due": "Tenggat",
                "name": "Nama Desa/Kampung",
            },
        ),
        (
            ["Name", "District", "State", "Funding pot"],
            {"name": "Name", "district": "District", "done": "State", "pot": "Funding pot"},
        ),
        (["OPD", "Terdaftar"], {"name": "OPD", "done": "Terdaftar"}),
        (["A", "B"], {}),
    ],
)
def test_columns_are_known_by_what_offices_write_above_them(columns, roles):
    assert propose_roles(columns) == roles


def test_the_header_lies_below_the_titles():
    titles = [["DAFTAR DESA KABUPATEN KAUR", "", ""], ["", "", ""]]
    preview = [*titles, ["No", "Desa", "Kecamatan"], ["1", "Air Long", "Maje"]]
    assert find_header(preview) == 3
    assert find_header([["Air Long", "Maje"]]) is None


@pytest.mark.parametrize(
    ("cells", "done"),
    [
        ("v x", {"v": True, "x": False}),
        ("X V ", {"x": False, "v": True, "": False}),
        ("✓ ×", {"✓": True, "×": False}),
        ("√ -", {"√": True, "-": False}),
        ("x ", {"x": True, "": False}),
        ("x -", {"x": True, "-": False}),
        ("x belum", {"x": True, "belum": False}),
        ("x ya", {"x": False, "ya": True}),
        ("× ", {"×": None, "": False}),
        ("x × ", {"x": None, "×": None, "": False}),
        ("Y T", {"y": True, "t": False}),
        ("T ", {"t": None, "": False}),
        ("+ -", {"+": True, "-": False}),
        ("1 0 ", {"1": True, "0": False, "": False}),
        ("1 2", {"1": True, "2": None}),
        ("sudah belum proses", {"sudah": True, "belum": False, "proses": None}),
        ("☑ ☐", {"☑": True, "☐": False}),
        ("☒ ☐", {"☒": True, "☐": False}),
        ("☑ ☒", {"☑": True, "☒": False}),
    ],
)
def test_a_mark_is_read_beside_the_others_of_its_column(cells, done):
    assert read_marks(cells.split(" ")) == done


def test_a_cross_beside_a_tick_is_never_counted_and_what_was_answered_holds():
    table = opened(["Air Long", "", "v", ""], ["Bintuhan", "", "x", ""], ["Linau", "", "proses", ""])
    marks = read_marks(table.texts["Status"])
    listed = read_checklist(table, ROLES, marks | {"proses": False})
    assert [item.done for item in listed.items] == [True, False, False]
    with pytest.raises(DataError, match="checklist_status_unknown"):
        read_checklist(table, ROLES, marks)


@pytest.mark.parametrize(
    ("columns", "rows", "done", "possible"),
    [
        (["No", "Nama Desa", "Ikut BPJS TK?"], [["1", "Maje", "v"], ["2", "Linau", ""]], "Ikut BPJS TK?", 1),
        (["Desa", "Keterangan"], [["Maje", "sudah"], ["Linau", "belum"]], "Keterangan", 1),
        (["Desa", "Status"], [["Maje", "Desa"], ["Linau", "Kelurahan"]], None, 0),
        (["Desa", "Status", "Ikut?"], [["Maje", "Desa", "Y"], ["Linau", "Kelurahan", "T"]], "Ikut?", 1),
        (["Desa", "Status"], [["Maje", "sudah"], ["Linau", "proses"]], "Status", 0),
        (["Desa", "Sudah", "Belum"], [["Maje", "v", ""], ["Linau", "", "v"]], None, 2),
        (["Desa", "Belum terdaftar"], [["Maje", "v"], ["Linau", ""]], None, 1),
        (["Desa", "Perangkat ikut", "RT ikut"], [["Maje", "v", "x"], ["Linau", "v", "v"]], None, 2),
        (["No", "Desa"], [["1", "Maje"]], None, 0),
    ],
)
def test_the_column_of_ticks_is_known_by_its_marks_and_of_two_neither_is_guessed(columns, rows, done, possible):
    texts = opened(*rows, columns=columns).texts
    roles = propose_roles(columns, texts)
    assert (roles.get("done"), roles["name"] in ("Desa", "Nama Desa")) == (done, True)
    assert len(tick_columns(columns, texts, roles)) == possible


def test_free_text_is_a_note_and_no_state():
    columns = ["Desa", "Status", "Keterangan"]
    table = opened(["Maje", "sudah", "perangkat 12 orang"], ["Linau", "belum", ""], columns=columns)
    roles = propose_roles(columns, table.texts)
    assert roles == {"name": "Desa", "done": "Status", "note": "Keterangan"}
    assert [item.note for item in read_checklist(table, roles).items] == ["perangkat 12 orang", ""]


TWICE = [
    ["Desa Maje", "", "belum", ""],
    ["MAJE", "", "sudah", "31/12/2026"],
    ["Linau", "", "", ""],
    ["maje", "", "", ""],
]


def test_rows_about_one_village_are_shown_together_and_become_one():
    listed = read_checklist(opened(*TWICE), ROLES, apart=())
    assert [[(row, place, item.name) for row, place, item in group] for group in listed.repeated] == [
        [(2, "A2", "Desa Maje"), (3, "A3", "MAJE"), (5, "A5", "maje")]
    ]
    assert listed.items == (Item(0, "Desa Maje", done=True, due="2026-12-31"), Item(0, "Linau"))


def test_rows_that_are_kept_apart_are_villages_of_their_own():
    listed = read_checklist(opened(*TWICE), ROLES, apart={3, 5})
    assert [item.name for item in listed.items] == ["Desa Maje", "MAJE", "Linau", "maje (2)"]
    assert [item.done for item in listed.items] == [False, True, False, False]


def test_a_village_keeps_its_tick_under_another_spelling_unless_two_are_spelt_so():
    before = [Item(1, "Desa Maje", done=True, ticked_at="2026-01-01"), Item(2, "Linau", done=True)]
    newer = [Item(0, "MAJE"), Item(0, "Ds. Linau")]
    assert [item.done for item in carried_over(before, newer)] == [True, True]
    assert [len(part) for part in (compared(before, newer).kept, compared(before, newer).left_out)] == [2, 0]
    several = [Item(0, "Maje"), Item(0, "Kampung Maje")]
    assert [item.done for item in carried_over(before, several)] == [False, False]
