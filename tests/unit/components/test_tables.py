"""Tables of figures: as many decimals as the chart beside them writes."""

import pandas as pd
import pytest

from components.language.i18n import use_language
from components.screens.panel import written_table

ROWS = pd.DataFrame(
    {
        "Wilayah": ["Kaur", "Seluma", "Lebong", "Kota"],
        "Persen": [75.0, 42.0, 17.0, float("nan")],
        "Peserta": [9, 42, 2, 0],
    },
    index=[4, 4, 1, 0],  # as a choice of rows leaves it
)


@pytest.mark.parametrize(("language", "shown"), [("id", ["75", "42,0", "17", "–"]), ("en", ["75", "42.0", "17", "–"])])
def test_a_printed_figure_keeps_its_decimals_and_a_computed_one_has_those_of_its_indicator(language, shown):
    use_language(language)
    written = written_table(ROWS, {"Persen": [0, 1, 0, 1]}).hide(axis="index").to_string(delimiter="|")
    rows = [line.split("|") for line in written.splitlines()[1:]]
    use_language("id")
    assert [row[1] for row in rows] == shown
    assert [row[2] for row in rows] == ["9", "42", "2", "0"]
