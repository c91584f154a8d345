"""The cases of ../shared/cases, one line each: what is proposed, asked and told of a file, and its observations.

Others of each kind, in other words, stand in the tests of the part that reads them.
"""

from dataclasses import dataclass, field

import pytest

from tests.unit.intake.cases import CASES, Said, content_of, only, taken

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
    Case("zero_is_no_data.csv", missing=("indicator",)),
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
