"""Which figure of a target series a map or trend names."""

import pytest

from components.state.reference import targets_of
from data.targets import load_targets, named_figure


@pytest.mark.parametrize(
    ("series", "area", "period", "found"),
    [
        ("kemendagri-ucj", "17", "2024-11", ("17", 2025, 48.0)),  # the area's own
        ("kemendagri-ucj", "32", "2024-11", ("ID", 2025, 52.15)),  # else the country's
        ("rpjmn", "17", "2024-11", ("ID", 2025, 32.15)),  # the first year that has not passed
        ("rpjmn", "ID", "2026-03", ("ID", 2026, 34.99)),
        ("rpjmn", "ID", "2027", ("ID", 2029, 43.92)),
        ("rpjmn", "ID", "2031", ("ID", 2029, 43.92)),  # else the last
    ],
)
def test_a_target_is_the_areas_own_before_the_countrys_in_the_year_to_come(series, area, period, found):
    assert named_figure(load_targets()[series], area, period) == found


def test_every_series_that_states_a_figure_for_area_or_country_is_offered():
    assert targets_of("17") == ["kemendagri-ucj", "rpjmn", "rpjpn"]
