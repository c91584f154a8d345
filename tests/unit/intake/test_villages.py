"""Villages to regencies: the same as data.aggregate gives, by Ibis on DuckDB, and what a missing village does."""

import ibis
import numpy as np
import pandas as pd
import pytest

from data.aggregate import aggregate
from data.indicators import load_indicators
from data.intake import villages
from data.intake.checks import check_upload
from data.intake.propose import propose_plan
from data.intake.table import as_table
from data.intake.villages import aggregate_villages, aggregated
from tests.unit.intake.uploads import ABOUT, opened, tidied, told

INDICATORS = load_indicators()
BY = ["region_code", "period"]


def random_villages(seed):
    chance = np.random.default_rng(seed)
    rows = 400
    table = pd.DataFrame(
        {
            "region_code": chance.choice(["17.04", "17.07", "17.05", "11.10"], rows),
            "period": chance.choice(["2024-10", "2024-11", "2023"], rows),
            "numerator": chance.integers(0, 500, rows).astype("float64"),
            "denominator": chance.choice([0.0, 1.0, 700.0], rows, p=[0.3, 0.2, 0.5]),
            "value": chance.integers(0, 900, rows).astype("float64"),
            "desa": chance.choice([0, 1], rows, p=[0.1, 0.9]),
        }
    )
    for column in ("numerator", "denominator", "value"):
        table[column] = table[column].mask(chance.random(rows) < 0.02)
    return table


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("name", ["coverage", "villages_enrolled", "active_participants", "programmes_followed"])
def test_random_villages_give_what_the_rule_gives(name, seed):
    parts = random_villages(seed)
    expected = aggregate(parts, INDICATORS[name], BY)
    found = aggregate_villages(parts, INDICATORS[name], BY)
    assert set(expected["value"].isna()) == {True, False} or name == "programmes_followed"
    pd.testing.assert_frame_equal(found, expected[found.columns], check_dtype=False)


def test_the_sum_of_those_who_answered_is_not_the_sum_of_all():
    parts = pd.DataFrame(
        {
            "region_code": ["a", "a", "b"],
            "numerator": [1.0, None, 1.0],
            "denominator": [2.0, 2.0, 4.0],
            "value": [None] * 3,
        }
    ).astype({"value": "float64"})
    found = aggregate_villages(parts, INDICATORS["coverage"], ["region_code"])
    assert found["value"].isna().tolist() == [True, False]
    assert found["value"].iloc[1] == 100 * 1 / 4


def test_nothing_is_loaded_into_duckdb_that_its_wheel_does_not_hold(monkeypatch):
    loaded = []

    connect = ibis.duckdb.from_connection

    def watched(connection):
        backend = connect(connection)
        run = backend.to_pyarrow

        def to_pyarrow(expression):
            table = run(expression)
            asked = "SELECT extension_name FROM duckdb_extensions() WHERE loaded AND install_mode <> ?"
            loaded.append(connection.execute(asked, ["STATICALLY_LINKED"]).fetchall())
            names = ("autoinstall_known_extensions", "autoload_known_extensions")
            loaded.extend(connection.execute("SELECT current_setting(?)", [name]).fetchone() for name in names)
            return table

        backend.to_pyarrow = to_pyarrow
        return backend

    monkeypatch.setattr(villages.ibis.duckdb, "from_connection", watched)
    aggregate_villages(random_villages(0), INDICATORS["coverage"], BY)
    assert loaded == [[], (False,), (False,)]


def test_the_same_expression_is_said_in_the_sql_of_spark():
    table = ibis.table({"region_code": "string", "numerator": "float64", "denominator": "float64", "value": "float64"})
    for name in ("coverage", "active_participants"):
        said = str(ibis.to_sql(aggregated(table, INDICATORS[name], ["region_code"]), dialect="databricks"))
        assert "GROUP BY" in said
        assert "SUM(" in said


VILLAGES = """
    Kode Desa;Nama Desa;Kabupaten;Peserta Aktif;Pekerja
    17.04.01.2001;Sukamaju;17.04;10;100
    17.04.01.2002;Sukajaya;17.04;50;300
    17.07.01.2001;Karang;17.07;10;20
    17.07.01.2002;Anyar;17.07;;20
    """


def test_a_file_of_villages_becomes_regencies_and_names_what_is_missing():
    found = tidied(opened(VILLAGES, "Nov 2024.csv"))
    assert found.rows[
        ["region_code", "period", "numerator", "denominator", "value", "status", "row"]
    ].to_numpy().tolist() == [["17.04", "2024-11", 10 + 50, 100 + 300, 100 * 60 / 400, "computed", 2]]
    (finding,) = found.findings
    assert (finding.code, finding.level) == ("region_incomplete", "warning")
    assert (finding.particulars["region_code"], finding.particulars["villages"]) == ("17.07", ["17.07.01.2002"])


@pytest.mark.parametrize(("answer", "expected"), [(0, {"17.04": 50.0}), (1, {"17.04": 50.0, "17.07": 50.0})])
def test_yes_and_no_are_counted_one_a_village_and_an_empty_cell_is_asked(answer, expected):
    found = tidied(
        opened(
            """Nama Desa;Kabupaten;Terdaftar
            Sukamaju;17.04;Ya
            Sukajaya;17.04;belum
            Karang;17.07;v
            Anyar;17.07;""",
            "Nov 2024.csv",
        ),
        answer,
    )
    assert dict(zip(found.rows["region_code"], found.rows["value"], strict=True)) == expected
    assert set(found.rows["indicator"]) == {"villages_enrolled"}


@pytest.mark.parametrize(
    ("column", "code", "level"), [("Kode Desa", "key_repeated", "error"), ("Nama Desa", "village_repeated", "warning")]
)
def test_a_village_that_stands_twice(column, code, level):
    cell = "17.04.01.2001" if column == "Kode Desa" else "Sukamaju"
    source = opened(f"{column};Kabupaten;Peserta Aktif;Pekerja\n{cell};17.04;1;2\n{cell};17.04;1;2", "Nov 2024.csv")
    plan = propose_plan(as_table(source), source, ABOUT)
    found = check_upload(tidied(source), source, plan, None, ABOUT.indicators)
    assert [(one.code, one.level, one.place) for one in found] == [(code, level, "3")]


def test_the_figures_of_each_village_are_checked_too():
    source = opened(VILLAGES.replace(";50;300", ";500;300"), "Nov 2024.csv")
    plan = propose_plan(as_table(source), source, ABOUT)
    found = check_upload(tidied(source), source, plan, None, ABOUT.indicators)
    assert told(found[1:]) == [("numerator_above_denominator", "3", "Peserta Aktif", "500")]
