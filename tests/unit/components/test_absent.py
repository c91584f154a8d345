"""Where an indicator has nothing to count, no figure is missing."""

import pytest

from components.report.not_available import absence, is_idle
from components.state.view import view_of
from tests.unit.slides.conftest import _indonesian, choice  # noqa: F401


@pytest.mark.parametrize("indicator", ["villages_enrolled", "villages_paying_from_village_fund"])
def test_of_an_area_without_villages_the_figure_of_villages_is_not_lacking(choice, indicator):  # noqa: F811
    said = absence(view_of(choice(area="31", indicator=indicator)))
    assert said.endswith("tidak berlaku untuk DKI Jakarta: di sana tidak ada desa.")


@pytest.mark.parametrize(("area", "indicator"), [("31", "coverage"), ("13", "villages_enrolled"), ("ID", "coverage")])
def test_elsewhere_it_is_the_dataset_that_lacks_it(choice, area, indicator):  # noqa: F811
    chosen = choice(area=area, indicator=indicator)
    assert not is_idle(chosen)
    assert "belum memuat angka" in absence(view_of(chosen))
