"""What a denominator counts is stored with each figure; versions from before that are read as saying nothing."""

from dataclasses import replace

from data.export import to_csv
from data.intake.propose import propose_plan
from data.intake.table import as_table
from data.observations import STORED_COLUMNS
from data.regimes import REGIME_COLUMNS, Regime
from data.store.catalogue import load_dataset
from data.store.draft_files import read_figures, write_figures
from data.store.drafts import Meets, publish_draft, save_draft
from data.store.versions import compare, open_version, publish, restore
from tests.unit.intake.uploads import ABOUT, opened, tidied
from tests.unit.store.people import PUBLISHER, UPLOAD, figures

SAID = {"basis": "residence", "universe": "<b>buruh</b> =1+1 | $a$", "segments_included": "pu+bpu"}
FORMER = figures(kaur=70.0, lebong=17.0).drop(columns=REGIME_COLUMNS)


def test_it_goes_from_a_draft_into_the_version():
    draft = save_draft(PUBLISHER, Meets("bengkulu", 0, "update"), UPLOAD, figures(kaur=70.0).assign(**SAID))
    assert publish_draft(PUBLISHER, draft.id, 0) == 1
    assert open_version("bengkulu", 1)[REGIME_COLUMNS].iloc[0].to_dict() == SAID


def test_a_version_from_before_is_followed_by_one_that_has_it():
    publish(PUBLISHER, "bengkulu", FORMER, UPLOAD, base=0)
    draft = save_draft(PUBLISHER, Meets("bengkulu", 1, "update"), UPLOAD, figures(kaur=70.0).assign(**SAID))
    assert publish_draft(PUBLISHER, draft.id, 1) == 2
    assert open_version("bengkulu", 1)[REGIME_COLUMNS].to_numpy().tolist() == [["", "", ""]] * 2
    newer = open_version("bengkulu", 2).set_index("region_code")
    assert newer.loc["17.04", REGIME_COLUMNS].to_dict() == SAID
    assert newer.loc["17.07", REGIME_COLUMNS].tolist() == ["", "", ""]


def test_a_figure_of_another_denominator_is_a_changed_figure_and_nothing_else_is():
    publish(PUBLISHER, "bengkulu", FORMER, UPLOAD, base=0)
    publish(PUBLISHER, "bengkulu", open_version("bengkulu", 1).assign(universe=["workers", ""]), UPLOAD, base=1)
    changed = compare("bengkulu", 1, 2).changed
    assert changed["region_code"].tolist() == ["17.04"]
    assert (changed["universe_before"].item(), changed["universe_after"].item()) == ("", "workers")


def test_a_version_from_before_can_be_brought_back():
    publish(PUBLISHER, "bengkulu", FORMER, UPLOAD, base=0)
    publish(PUBLISHER, "bengkulu", figures(kaur=75.0).assign(**SAID), UPLOAD, base=1)
    assert restore(PUBLISHER, "bengkulu", 1, base=2) == 3
    assert open_version("bengkulu", 3)["value"].tolist() == [70.0, 17.0]
    assert compare("bengkulu", 1, 3).changed.empty


def test_a_draft_from_before_says_nothing_of_it():
    write_figures("0" * 32, FORMER)
    assert read_figures("0" * 32)[REGIME_COLUMNS].to_numpy().tolist() == [["", "", ""]] * 2


def test_it_goes_from_an_upload_to_a_file_that_is_an_upload_again():
    source = opened("Kabupaten;Periode;Peserta Aktif;Pekerja Eligible\nKaur;2024-11;750;1000")
    plan = propose_plan(as_table(source), source, ABOUT)
    said = Regime("residence", "=buruh <b>kebun</b>; [x](javascript:1)", "pu+bpu")
    rows = tidied(source, plan=replace(plan, regimes={plan.measures[0].main_column: said})).rows
    publish(PUBLISHER, "bengkulu", rows[STORED_COLUMNS], UPLOAD, base=0)
    exported = to_csv(load_dataset("bengkulu@1").observations)
    again = tidied(opened(exported.decode("utf-8-sig"))).rows
    found = again[REGIME_COLUMNS].iloc[0].to_dict()
    # What a spreadsheet would take for a formula is defused, and comes back so.
    assert found == {"basis": "residence", "universe": f"'{said.universe}", "segments_included": "pu+bpu"}
