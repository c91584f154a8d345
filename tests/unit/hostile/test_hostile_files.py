"""Every hostile file gives what its table says; the worst of them through a real child."""

import importlib

import pytest

from errors import DataError
from sandbox.child import read_in_child
from tests.hostile.case import faults
from tests.hostile.every import every_case

CASES = every_case()
# What could end or hang a process, or show a file of the server; all the rest by `make prove`.
THROUGH_A_CHILD = {
    "one text of 32,000 letters in 200,000 cells",
    "sectors in a circle",
    "one cell at IV65536",
    "one cell at XFD1048576",
    "billion laughs in a sheet",
    "elements 100,000 deep",
    "coordinates nested 100,000 deep",
    "a ring of 2 billion points",
    "a view that reads a file of the server",
    "a VRT named .geojson in a zip",
    "names that climb out of the folder",
}


def test_there_are_at_least_eighty():
    assert len({(case.group, case.name) for case in CASES}) == len(CASES) >= 80


@pytest.mark.parametrize(
    "case", [case for case in CASES if not case.heavy], ids=lambda case: f"{case.group}: {case.name}"
)
@pytest.mark.filterwarnings("ignore::RuntimeWarning")
def test_a_hostile_file_gives_what_it_must(case):
    try:
        got = importlib.import_module(case.worker).answer(case.request(), case.make())
    except DataError as error:
        got = error
    assert faults(case, got) == []


@pytest.mark.parametrize("case", [case for case in CASES if case.name in THROUGH_A_CHILD], ids=lambda case: case.name)
def test_the_worst_end_nothing_but_their_child(case):
    try:
        got = read_in_child(case.worker, case.request(), case.make())
    except DataError as error:
        got = error
    assert faults(case, got) == []


def test_the_worst_are_all_there():
    assert {case.name for case in CASES} >= THROUGH_A_CHILD
