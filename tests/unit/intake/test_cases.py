"""The cases of ../shared/cases, one line each: what is proposed, asked and told of a file, and its observations.

Others of each kind, in other words, stand in the tests of the part that reads them.
"""

from dataclasses import dataclass, field, replace

import pytest

from data.intake.parsed_file import Settings
from data.intake.plan import Plan, plan_from_json
from data.intake.propose import said_level
from data.intake.table import as_table
from data.intake.tidy import tidy
from data.intake.worker import open_content
from errors import DataError
from tests.unit.intake.cases import CASES, Said, content_of, only, taken
from tests.unit.intake.uploads import ABOUT

pytestmark = pytest.mark.skipif(not CASES.is_dir(), reason="the files of ../shared/cases are not here")


@dataclass(frozen=True)
class Case:
    """missing, asked: what the analyst must say, by `missing_roles` and the kind of question. said: what they say.

    after: the file of this form that came before, with what was said of it. rows: the observations (region, indicator,
    segment, period, value) after that. told: codes of findings among those that are told; likely: writing -> the
    region proposed for it.
    """

    file: str
    rows: list[tuple] = field(default_factory=list)
    said: Said = field(default_factory=Said)
    missing: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    likely: dict[str, str] = field(default_factory=dict)
    after: str = ""


AKTIF_OF = ("active_participants", "all")
AKTIF = (*AKTIF_OF, "2024")
TABLE = [
    Case(
        "morotai.csv",
        [("82.07", *AKTIF, 17), ("82.71", *AKTIF, 18)],
        Said(settled={"Morotai": "82.07"}),
        likely={"Morotai": "82.07"},
    ),
    Case(
        "kab_col.csv",
        [("32.01", *AKTIF, 100), ("32.71", *AKTIF, 200), ("32.04", *AKTIF, 300), ("32.73", *AKTIF, 400)],
    ),
    Case(
        "seg_pu2.csv",
        [
            ("17.04", "active_participants", "pu", "2024", 100),
            ("17.07", "active_participants", "pu", "2024", 200),
            ("17.71", "active_participants", "pu", "2024", 300),
        ],
        # The indicator is chosen by hand, and with it a segment that the column overrules.
        Said(measures=only("Jumlah Orang", "active_participants", "all")),
        missing=("indicator",),
    ),
    Case("tpak_whole.csv", missing=("indicator",)),
    Case("iuran_peserta.csv", missing=("indicator",)),
    Case(
        "angkatan_ribu.csv",
        [
            ("17.04", "eligible_workers", "all", "2024", 66_000),
            ("17.07", "eligible_workers", "all", "2024", 58_000),
            ("17.71", "eligible_workers", "all", "2024", 190_000),
        ],
    ),
    Case(
        "persons_birth2.csv",
        [("17.04", *AKTIF_OF, "2024-11", 4), ("17.07", *AKTIF_OF, "2024-11", 4)],
        Said(period="2024-11"),
        missing=("period",),
    ),
    Case("persons_desa_upah.csv", [("17.04", *AKTIF_OF, "2024-11", 9)]),
    Case("figure_as_code.csv", missing=("period", "indicator")),
    Case(
        "zero_is_no_data.csv",
        [("32.01", "own_line", "all", "2010", 214_338), ("32.18", "own_line", "all", "2010", 0)],
        Said(measures=only("garis_kemiskinan", "own_line")),
        missing=("indicator",),
        told=("zero_doubtful",),
    ),
    Case(
        "sex.csv",
        [("17.04", *AKTIF, 5000), ("17.07", *AKTIF, 2400)],
        Said(answers={"repeats": 3}),
        asked=("repeats",),
    ),
    Case(
        "bps_section2.csv",
        [
            ("35.01", *AKTIF, 100),
            ("35.05", *AKTIF, 200),
            ("35.06", *AKTIF, 300),
            ("35.71", *AKTIF, 400),
            ("35.72", *AKTIF, 500),
        ],
    ),
    Case(
        "monthly_nov.csv",
        [
            ("32.04", *AKTIF_OF, "2024-11", 100),
            ("32.73", *AKTIF_OF, "2024-11", 200),
            ("32.01", *AKTIF_OF, "2024-11", 300),
            ("32.71", *AKTIF_OF, "2024-11", 400),
        ],
        Said(settled={"BANDUNG": "32.04", "BOGOR": "32.01"}),
    ),
    # Asked once: nothing is settled anew in December.
    Case(
        "monthly_dec.csv",
        [
            ("32.04", *AKTIF_OF, "2024-12", 100),
            ("32.73", *AKTIF_OF, "2024-12", 200),
            ("32.01", *AKTIF_OF, "2024-12", 300),
            ("32.71", *AKTIF_OF, "2024-12", 400),
        ],
        after="monthly_nov.csv",
    ),
    Case(
        "dash.csv",
        [
            ("17.04", *AKTIF_OF, "2022", 1234),
            ("17.04", *AKTIF_OF, "2024", 2345),
            ("17.07", *AKTIF_OF, "2024", 0),
            ("17.71", *AKTIF_OF, "2022", 12345),
        ],
        Said(measures=only("value", "active_participants"), answers={"numbers": 0}),
        missing=("indicator",),
        asked=("numbers",),
        told=("number_unreadable",),
    ),
    Case(
        "restauro.csv",
        [("17.04", *AKTIF_OF, "2023", 23824), ("17.04", *AKTIF_OF, "2024", 17518)],
        Said(measures=only("value", "active_participants"), answers={"numbers": 0}),
        missing=("indicator",),
        asked=("numbers",),
        told=("number_unreadable",),
    ),
    Case(
        "rp.csv",
        [
            ("17.04", "death_benefit_paid", "all", "2024", 1_234_567_000),
            ("17.07", "death_benefit_paid", "all", "2024", 126 * 10**6),
            ("17.05", "death_benefit_paid", "all", "2024", 42 * 10**6),
        ],
    ),
    Case(
        "excelcode.csv",
        [("17.04", *AKTIF, 1234), ("17.07", *AKTIF, 2345)],
        Said(answers={"numbers": 0}),
        asked=("numbers",),
    ),
    Case(
        "pubpu_years.xlsx",
        [
            (region, "active_participants", segment, period, value)
            for region, period, values in (
                ("17.04", "2023", (10, 20)),
                ("17.04", "2024", (30, 40)),
                ("17.07", "2023", (11, 21)),
                ("17.07", "2024", (31, 41)),
            )
            for segment, value in zip(("pu", "bpu"), values, strict=True)
        ],
        Said(measures=(*only("PU", "active_participants", "pu"), *only("BPU", "active_participants", "bpu"))),
        missing=("indicator",),
    ),
    Case("twotables.csv", [("17.04", *AKTIF, 100), ("17.07", *AKTIF, 90)]),
    Case(
        "prov_only.csv",
        [(code, *AKTIF, at) for at, code in enumerate(("11", "15", "17", "75", "14", "21", "31"), 1)]
        + [("ID", *AKTIF, 28)],
        Said(level="province"),
    ),
    Case(
        "sheets_years.xlsx",
        [
            (region, *AKTIF_OF, f"20{year}", value + year)
            for year in (22, 23, 24)
            for region, value in (("17.04", 2100), ("17.07", 2200))
        ],
    ),
    Case("hidden_row.xlsx", [("17.04", *AKTIF, 100), ("17.07", *AKTIF, 200), ("17.05", *AKTIF, 300)]),
    Case("template_empty_figures.csv", told=("figures_missing",)),
]
TABLE_BY_FILE = {case.file: case for case in TABLE}


@pytest.mark.parametrize("case", TABLE, ids=lambda case: case.file)
def test_a_case_is_read_as_it_is_meant(case):
    earlier = taken(case.after, content_of(case.after), TABLE_BY_FILE[case.after].said) if case.after else None
    before = taken(case.file, content_of(case.file), earlier=earlier)
    after = taken(case.file, content_of(case.file), case.said, earlier)
    assert tuple(before.missing) == case.missing
    assert tuple(before.asked) == case.asked
    proposals = {text.written: text.candidates[0][0] for text in before.regions.having("likely")}
    assert proposals == case.likely
    assert after.observations() == case.rows
    assert set(case.told) <= after.codes()


def test_words_among_figures_are_read_as_not_reported_once_the_analyst_says_so():
    case = taken("restauro.csv", content_of("restauro.csv"), TABLE_BY_FILE["restauro.csv"].said)
    plan = replace(case.plan, unreported=("belum lapor",))
    tidied = tidy(case.opened, as_table(case.opened), plan, case.regions.region_codes, ABOUT)
    assert {one.code for one in tidied.findings} == {"figure_missing"}
    assert plan_from_json(plan.as_json()).unreported == ("belum lapor",)


@pytest.mark.parametrize(
    ("column", "level"), [("Provinsi", "province"), ("Nama Provinsi", "province"), ("Kabupaten", "")]
)
def test_the_name_of_the_column_tells_provinces_from_cities(column, level):
    plan = Plan(roles={"region_name": column})
    assert said_level(plan) == level


@pytest.mark.parametrize(
    ("file", "asked"), [("twotables.csv", ["table"]), ("hidden_row.xlsx", ["hidden"]), ("sheets_years.xlsx", [])]
)
def test_what_a_file_leaves_open_is_asked_before_its_rows_count(file, asked):
    assert open_content(file, content_of(file), Settings()).unanswered(Settings()) == asked


@pytest.mark.parametrize(("file", "code"), [("password.xlsx", "file_encrypted"), ("gj_figs.geojson", "file_is_map")])
def test_a_file_that_is_something_else_says_what_it_is(file, code):
    with pytest.raises(DataError) as refused:
        open_content(file, content_of(file), Settings())
    assert refused.value.code == code
