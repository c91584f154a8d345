"""The cases of ../shared/cases, one line each: what is proposed, asked and told of a file, and its observations.

Others of each kind, in other words, stand in the tests of the part that reads them.
"""

from dataclasses import dataclass, field

import pytest

from tests.unit.intake.cases import CASES, Said, content_of, taken

pytestmark = pytest.mark.skipif(not CASES.is_dir(), reason="the files of ../shared/cases are not here")


@dataclass(frozen=True)
class Case:
    """missing, asked: what the analyst must say, by `missing_roles` and the kind of question. said: what they say.

    rows: the observations (region, indicator, segment, period, value) after that. told: codes of findings among
    those that are told; likely: writing -> the region proposed for it.
    """

    file: str
    rows: list[tuple] = field(default_factory=list)
    said: Said = field(default_factory=Said)
    missing: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    likely: dict[str, str] = field(default_factory=dict)


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
        "monthly_nov.csv",
        [
            ("32.04", *AKTIF_OF, "2024-11", 100),
            ("32.73", *AKTIF_OF, "2024-11", 200),
            ("32.01", *AKTIF_OF, "2024-11", 300),
            ("32.71", *AKTIF_OF, "2024-11", 400),
        ],
        Said(settled={"BANDUNG": "32.04", "BOGOR": "32.01"}),
    ),
]


@pytest.mark.parametrize("case", TABLE, ids=lambda case: case.file)
def test_a_case_is_read_as_it_is_meant(case):
    before = taken(case.file, content_of(case.file))
    after = taken(case.file, content_of(case.file), case.said)
    assert tuple(before.missing) == case.missing
    assert tuple(before.asked) == case.asked
    proposals = {text.written: text.candidates[0][0] for text in before.regions.having("likely")}
    assert proposals == case.likely
    assert after.observations() == case.rows
    assert set(case.told) <= after.codes()
