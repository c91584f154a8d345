"""What a denominator counts is stored with each figure; versions from before that are read as saying nothing."""

from data.regimes import REGIME_COLUMNS
from data.store.draft_files import read_figures, write_figures
from data.store.drafts import Meets, publish_draft, save_draft
from data.store.versions import compare, open_version, publish, restore
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
