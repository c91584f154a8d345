"""Classes of changes: the same up and down, with a stated "about the same" between."""

import pytest

from geo.classify import changes


@pytest.mark.parametrize("decimals", [0, 1, 2])
def test_a_fall_is_classed_as_the_rise_of_its_size(decimals):
    classes = changes(decimals)
    step = 10.0**-decimals
    for size in (0, 1, 1 + step, 5, 5 + step, 10, 10 + step, 40):
        up, down = classes.class_of(round(size, decimals)), classes.class_of(round(-size, decimals))
        assert up + down == classes.classes - 1
    assert classes.class_of(1) == classes.class_of(-1) == 3
