"""Which figure of a target series a map or trend names."""

import pytest

from components.report.classes import series_of
from components.state.reference import targets_of
from components.state.selection import DEFAULTS, Selection
from data.targets import load_targets, named_figure

NATIONAL = ["kemendagri-ucj", "rpjmn", "rpjpn"]


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


@pytest.mark.parametrize(
    ("codes", "offered"),
    [
        (["17"], ["kemendagri-ucj", *NATIONAL[1:]]),
        (["93"], NATIONAL),
        (["52"], ["kemendagri-letter", "provincial", *NATIONAL]),
        (["61"], ["provincial", "rpjmd", *NATIONAL]),
        (["13"], NATIONAL),  # its cities' targets are none of its own
        (["13.71", "13"], ["city", *NATIONAL]),
        (["13.72", "13"], NATIONAL),
    ],
)
def test_a_series_is_offered_where_it_states_a_figure_the_regions_own_before_the_countrys(codes, offered):
    assert targets_of(*codes) == offered


@pytest.mark.parametrize(
    ("area", "chosen", "codes", "drawn"),
    [
        ("17", "", [], "kemendagri-ucj"),
        ("17", "rpjmn", [], "rpjmn"),
        ("52", "", [], "kemendagri-letter"),
        ("52", "kemendagri-ucj", [], "kemendagri-ucj"),
        ("17", "city", [], "kemendagri-ucj"),  # came along from elsewhere
        ("13", "", ["13.71"], "city"),
    ],
)
def test_the_series_that_is_drawn_is_the_chosen_one_where_it_speaks_of_the_area(area, chosen, codes, drawn):
    known = {name: DEFAULTS[name] for name in ("level", "indicator", "segment", "scheme", "region", "since")}
    one = Selection(
        **known, dataset="reported", area=area, target=chosen, period="2025", regions=(), breaks=(), language="id"
    )
    assert series_of(one, *codes) == drawn
