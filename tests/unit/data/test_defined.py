"""Indicators of the analysts' own: complete, never one of ours, and shown beside them."""

import json

import pytest

from data.indicators import load_indicators
from data.own_indicators import checked_definition, indicators_with
from errors import DataError

FIELDS = {
    "title": {"id": "Kepatuhan iuran (%)", "en": ""},
    "definition": {"id": "Peserta yang membayar tepat waktu."},
    "numerator": {"id": "peserta tepat waktu"},
    "denominator": {"id": "peserta aktif", "en": "active participants"},
    "unit": "percent",
    "better": "higher",
    "decimals": 1,
    "aggregation": "ratio",
}


def test_a_definition_is_completed_and_becomes_an_indicator_after_ours():
    entry = checked_definition(FIELDS, {})
    assert entry["id"] == "own_kepatuhan_iuran"
    kept = json.loads(json.dumps(entry))
    known = indicators_with({entry["id"]: kept})
    assert list(known) == [*load_indicators(), "own_kepatuhan_iuran"]
    own = known["own_kepatuhan_iuran"]
    assert own.title == {"id": "Kepatuhan iuran (%)", "en": "Kepatuhan iuran (%)"}
    assert own.denominator == {"id": "peserta aktif", "en": "active participants"}
    assert (own.is_ratio, own.multiplier, own.segments) == (True, 100.0, ("all",))


def test_no_two_have_one_id():
    first = checked_definition(FIELDS, {})
    again = {**FIELDS, "title": {"id": "Kepatuhan: iuran!"}}
    assert checked_definition(again, {first["id"]: first})["id"] == "own_kepatuhan_iuran_2"
    assert checked_definition({**FIELDS, "title": {"id": "契約"}}, {})["id"] == "own_indicator"


def test_what_is_no_ratio_has_no_counts():
    entry = checked_definition({**FIELDS, "unit": "persons", "aggregation": "sum", "decimals": 0}, {})
    assert (entry["numerator"], entry["denominator"]) == (None, None)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"title": {"id": "  "}}, "indicator_untitled"),
        ({"title": {"id": "cakupan kepesertaan"}}, "indicator_taken"),
        ({"title": {"id": "x" * 201}}, "indicator_text_long"),
        ({"numerator": None}, "indicator_counts_unnamed"),
        ({"unit": "persons"}, "indicator_rule_bad"),
        ({"aggregation": "sum"}, "indicator_rule_bad"),
        ({"aggregation": "mean"}, "indicator_field_bad"),
        ({"better": "up"}, "indicator_field_bad"),
        ({"decimals": True}, "indicator_field_bad"),
        ({"decimals": 9}, "indicator_field_bad"),
        ({"segments": ["nelayan"]}, "indicator_field_bad"),
    ],
)
def test_a_definition_that_no_screen_could_show_is_refused(changes, code):
    with pytest.raises(DataError) as refusal:
        checked_definition({**FIELDS, **changes}, {})
    assert refusal.value.code == code


def test_the_title_of_another_own_indicator_is_taken():
    first = checked_definition(FIELDS, {})
    with pytest.raises(DataError) as refusal:
        checked_definition(FIELDS, {first["id"]: first})
    assert (refusal.value.code, refusal.value.particulars) == ("indicator_taken", {"found": "Kepatuhan iuran (%)"})
