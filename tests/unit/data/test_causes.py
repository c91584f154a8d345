"""Causes and rival figures: what is wrong in their files is refused with its line."""

import io

import pytest

from data.causes import read_causes, read_rivals
from errors import DataError

KEY = "region_code,indicator,segment,period,"


@pytest.mark.parametrize(
    ("read", "text", "code"),
    [
        (read_causes, "cause,source_id\n82.08,coverage,all,2025-05,weather,a\n", "cause_unknown"),
        (read_causes, "cause,source_id\n82.08,coverage,all,2025-05,parent_register,\n", "cell_empty"),
        (read_rivals, 'value_printed,source_id\n17,coverage,all,2025-07,"28,0",a\n', "number_bad"),
        (read_rivals, "value_printed,source_id\n17,coverage,all,2025-07,,a\n", "cell_empty"),
    ],
)
def test_a_line_that_cannot_be_read_is_refused(read, text, code):
    with pytest.raises(DataError) as refused:
        read(io.BytesIO((KEY + text).encode()), name="beside.csv")
    assert (refused.value.code, refused.value.particulars["place"]) == (code, 2)
