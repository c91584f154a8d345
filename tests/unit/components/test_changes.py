"""Why a rate changed, in words: by the counts that the rate is made of."""

from components.language.i18n import use_language
from components.report.changes import counted_title
from data.indicators import load_indicators


def test_a_change_is_told_by_what_the_numerator_counts():
    use_language("id")
    known = load_indicators()
    assert counted_title(known["coverage"]) == "peserta aktif"
    assert "peserta" not in counted_title(known["villages_enrolled"])
