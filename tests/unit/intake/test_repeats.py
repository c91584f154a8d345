"""What is offered for several rows of one region, and that a part is never published as the whole in silence."""

import pytest

from data.intake.questions import open_questions
from data.intake.table import as_table
from tests.unit.intake.cases import ABOUT, Said, taken


def grouped(groups, header="Jenis Kelamin", figures="Peserta Aktif"):
    rows = [f"{region};2024;{group};{at}1" for region in ("Kaur", "Lebong") for at, group in enumerate(groups, 1)]
    return "\n".join([f"Kabupaten;Tahun;{header};{figures}", *rows])


def offered(text):
    found = taken("angka.csv", text)
    questions = open_questions(as_table(found.opened), found.plan, ABOUT.indicators)
    return next((one.readings for one in questions if one.kind == "repeats"), ())


AGES = [f"{age}-{age + 4} tahun" for age in range(15, 65, 5)]


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        (grouped(["L", "P"]), ("keep:L", "keep:P", "sum")),
        # `Kelompok` is a word for segments, and these are none
        (grouped(["Laki-laki", "Perempuan"], "Kelompok"), ("keep:Laki-laki", "keep:Perempuan", "sum")),
        # of many groups the total alone
        (grouped([*AGES, "Jumlah"], "Umur"), ("keep:Jumlah", "sum")),
        (grouped(AGES, "Umur"), ("sum",)),
        # the percentages of two groups make none of both
        (grouped(["L", "P"], figures="Cakupan (%)"), ("keep:L", "keep:P")),
    ],
)
def test_what_makes_sense_is_offered(text, readings):
    assert offered(text) == readings


@pytest.mark.parametrize(
    ("groups", "kept", "segment", "told"),
    [
        (["Laki-laki", "Perempuan"], 0, "all", ["Laki-laki"]),
        (["Laki-laki", "Perempuan", "Jumlah"], 2, "all", []),
        (["PU", "BPU", "Lainnya"], 1, "bpu", []),
        (["PU", "BPU", "Lainnya"], 2, "all", ["Lainnya"]),
    ],
)
def test_one_group_is_told_or_is_its_segment(groups, kept, segment, told):
    found = taken("angka.csv", grouped(groups, "Jenis"), Said(answers={"repeats": kept, "numbers": 0}))
    assert {(row[2], row[4]) for row in found.observations()} == {(segment, (kept + 1) * 10 + 1)}
    assert [one.particulars["group"] for one in found.found if one.code == "group_kept"] == told
