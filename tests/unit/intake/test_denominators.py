"""What an upload says of its denominators is taken as it says it, from a column or from the analyst."""

from dataclasses import replace

import pandas as pd
import pytest

from data.intake.denominators import MOST_LETTERS, find_regime_columns, read_basis, read_segments, read_universe
from data.intake.plan import plan_from_json
from data.intake.propose import propose_plan
from data.intake.table import as_table
from data.regimes import REGIME_COLUMNS, Regime
from tests.unit.intake.uploads import ABOUT, opened, tidied, told

FILE = """Kabupaten;Periode;Peserta Aktif;Pekerja Eligible
    Kaur;2024-11;750;1000
    Lebong;2024-11;170;1000"""


def regimes(found):
    return found.rows[REGIME_COLUMNS].to_numpy().tolist()


@pytest.mark.parametrize(
    ("text", "universe"),
    [
        ("", ""),
        ("labour_force", "labour_force"),
        ("Angkatan Kerja", "labour_force"),
        ("labour force", "labour_force"),
        ("  pekerja   sektor perkebunan ", "pekerja sektor perkebunan"),
        ("<b>pekerja</b> [x](javascript:1) $a$", "<b>pekerja</b> [x](javascript:1) $a$"),
        ("a" * MOST_LETTERS, "a" * MOST_LETTERS),
        ("a" * (MOST_LETTERS + 1), None),
    ],
)
def test_a_known_universe_is_its_code_and_any_other_stays_in_its_own_words(text, universe):
    assert read_universe(text) == universe


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("", ""),
        ("residence", "residence"),
        ("Menurut KTP", "residence"),
        ("Tempat Kerja", "workplace"),
        ("kira2", None),
    ],
)
def test_a_basis_is_by_identity_card_or_by_workplace(text, basis):
    assert read_basis(text) == basis


@pytest.mark.parametrize(
    ("text", "segments"), [("", ""), ("PU + BPU", "pu+bpu"), ("pu, bpu dan jakon", "pu+bpu+jakon"), ("PU, TNI", None)]
)
def test_segments_are_listed_by_any_of_their_words(text, segments):
    assert read_segments(text, ABOUT.segments) == segments


def test_columns_are_known_by_their_names_and_cells():
    texts = pd.DataFrame(
        {"Penyebut": ["angkatan kerja", ""], "Dasar": ["KTP", "tempat kerja"], "Segmen dihitung": ["PU", "PU+BPU"]}
    )
    assert find_regime_columns(texts, []) == {
        "universe": "Penyebut", "basis": "Dasar", "segments_included": "Segmen dihitung"
    }  # fmt: skip


def test_a_column_of_numbers_called_penyebut_is_the_denominator_itself():
    assert find_regime_columns(pd.DataFrame({"Penyebut": ["1000", "2000"]}), []) == {}


def test_a_file_in_the_projects_own_form_is_taken_with_its_denominators():
    found = tidied(
        opened(
            """region_code,indicator,segment,period,numerator,denominator,basis,universe,segments_included
            17.04,coverage,all,2024-11,750,1000,residence,labour_force,pu+bpu
            17.07,coverage,all,2024-11,170,1000,,,"""
        )
    )
    assert told(found.findings) == []
    assert regimes(found) == [["residence", "labour_force", "pu+bpu"], ["", "", ""]]


def test_what_the_analyst_says_of_a_column_holds_for_each_of_its_shares():
    source = opened(FILE)
    plan = propose_plan(as_table(source), source, ABOUT)
    (measure,) = plan.measures
    said = replace(plan, regimes={measure.main_column: Regime("workplace", "pekerja tambak", "pu")})
    assert regimes(tidied(source, plan=said)) == [["workplace", "pekerja tambak", "pu"]] * 2
    assert regimes(tidied(source)) == [["", "", ""]] * 2


def test_a_count_has_no_denominator_whatever_is_said_of_its_column():
    source = opened("Kabupaten;Periode;Pekerja rentan\nKaur;2024-11;750")
    plan = propose_plan(as_table(source), source, ABOUT)
    said = replace(plan, regimes={"Pekerja rentan": Regime("workplace", "workers")})
    assert regimes(tidied(source, plan=said)) == [["", "", ""]]


def test_the_sum_of_villages_has_the_denominator_that_all_of_them_name():
    rows = "\n".join(
        f"{kabupaten};Desa {desa};2024-11;1;1;{penyebut}"
        for kabupaten, desa, penyebut in [("Kaur", "A", "pekerja"), ("Kaur", "B", "pekerja"),
                                          ("Lebong", "C", "pekerja"), ("Lebong", "D", "angkatan kerja")]
    )  # fmt: skip
    found = tidied(opened("Kabupaten;Desa;Periode;Peserta Aktif;Pekerja Eligible;Semesta\n" + rows))
    assert dict(zip(found.rows["region_code"], found.rows["universe"], strict=True)) == {
        "17.04": "workers",
        "17.07": "",
    }


def test_a_cell_that_cannot_be_taken_is_told_with_its_place():
    found = tidied(
        opened(
            f"""region_code,indicator,segment,period,numerator,denominator,basis,universe,segments_included
            17.04,coverage,all,2024-11,750,1000,kira2,{"a" * 90},pu+tni"""
        )
    )
    assert [(code, column) for code, _place, column, _cell in told(found.findings)] == [
        ("basis_unknown", "basis"), ("universe_long", "universe"), ("segments_unknown", "segments_included")
    ]  # fmt: skip


def test_the_analysts_own_words_may_not_be_a_paragraph():
    source = opened(FILE)
    plan = propose_plan(as_table(source), source, ABOUT)
    said = replace(plan, regimes={plan.measures[0].main_column: Regime("", "a" * 90)})
    assert [one.code for one in tidied(source, plan=said).findings] == ["universe_long"]


def test_answers_are_remembered_for_the_next_file_of_the_form():
    source = opened(FILE)
    plan = propose_plan(as_table(source), source, ABOUT)
    column = plan.measures[0].main_column
    kept = replace(plan, regimes={column: Regime("", "labour_force")}).as_json()
    assert plan_from_json(kept).regimes == {column: Regime("", "labour_force")}
    assert propose_plan(as_table(source), source, ABOUT, remembered=kept).regimes == {
        column: Regime("", "labour_force")
    }
    assert propose_plan(as_table(source), source, ABOUT, remembered=plan.as_json() | {"regimes": {}}).regimes == {}


def test_one_count_alone_is_kept_and_no_rate_is_made_of_it():
    found = tidied(opened("Kabupaten;Periode;Peserta Aktif;Pekerja Eligible\nKaur;2024-11;750;\nLebong;2024-11;;1000"))
    assert found.rows["value"].notna().sum() == 0


def test_a_numerator_above_its_denominator_is_taken_as_it_is():
    found = tidied(opened("Kabupaten;Periode;Peserta Aktif;Pekerja Eligible\nKaur;2024-11;1500;1000"))
    assert found.rows["value"].item() == pytest.approx(100 * 1500 / 1000)
