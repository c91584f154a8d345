"""Every finding of the checks and every reason of the matching has its words, in both languages."""

import ast
import re
from pathlib import Path

import pytest

from components.language.i18n import use_language
from components.screens.upload.findings import finding_sentence, finding_title
from components.screens.upload.reasons import reason_words
from data.intake.findings import Finding

ROOT = Path(__file__).parents[3]
KEY = {"region_code": "17.04", "indicator": "coverage", "segment": "all", "period": "2024-11"}
SAID = KEY | {
    "missing": "region", "kind": "numbers", "expected": ["pu", "bpu"], "number": 3, "villages": ["Suka Maju", "Muara"],
    "other_row": 4, "other_place": "B4", "village": "Suka Maju", "numerator": 12.0, "denominator": 10.0,
    "value": 120.0, "printed": "19.0", "computed": None, "period_before": "2024-10", "value_before": 60.0,
    "change": 60.0, "months": 1, "people": 2, "rows": 4, "size": 136_533, "group": "Laki-laki",
}  # fmt: skip


@pytest.fixture(autouse=True, params=["id", "en"])
def language(request):
    use_language(request.param)
    yield request.param
    use_language("id")


def codes():
    """The codes that data/intake gives to findings: first of a pair or a call, beside ERROR or WARNING."""
    found = set()
    for path in (ROOT / "data" / "intake").glob("*.py"):
        text = path.read_text(encoding="utf-8")
        found |= set(re.findall(r'"([a-z_]+)", (?:ERROR|WARNING)\b', text))
        found |= {f"{role}_unknown" for role in ("indicator", "segment") if 'f"{role}_unknown"' in text}
        found |= set(re.findall(r'return "(formula_error)"', text))
        found |= set(re.findall(r'"((?:above|person|identity)_[a-z]+)"', text))
        found |= set(re.findall(r'return "(number_infinite)".*', text)) | set(
            re.findall(r'else "(number_unreadable)"', text)
        )
    return sorted(found)


def test_the_codes_are_found_in_the_code():
    assert {"key_repeated", "jump", "region_gone", "number_infinite", "number_unreadable", "formula_error",
            "indicator_unknown", "formula_unsaved", "region_unmatched"} <= set(codes())  # fmt: skip


@pytest.mark.parametrize("code", codes())
def test_every_finding_has_a_title_and_a_sentence(code):
    finding = Finding(code, "error", "Rekap", 7, "B7", "Peserta", "3{9}", SAID)
    sentence = finding_sentence(finding)
    assert finding_title(finding)
    assert sentence.endswith((".", ";"))
    assert not re.search(r"\{[a-z_]+\}|nan|None", sentence)


def test_names_stand_for_codes_and_numbers_follow_the_language(language):
    finding = Finding("numerator_above_denominator", "warning", "", 7, "7", "Peserta", "39.487",
                      KEY | {"numerator": 39487.0, "denominator": 1000.0})  # fmt: skip
    assert {"id": "39.487", "en": "39,487"}[language] in finding_sentence(finding)
    gone = Finding("region_gone", "warning", "", None, "", "", "", KEY | {"period_before": "2024-10"})
    assert "Kaur" in finding_sentence(gone)
    assert {"id": "Oktober 2024", "en": "October 2024"}[language] in finding_sentence(gone)


def test_every_reason_of_the_matching_has_words():
    words = ast.get_docstring(ast.parse((ROOT / "geo" / "matching" / "resolve.py").read_text(encoding="utf-8")))
    known = set(re.findall(r"[a-z]+(?:_[a-z]+)+", words)) - {"region_code"}
    reasons = {*known, "settled", "alias", "fuzzy", "missing", "unknown", "other_province"}
    assert len(reasons) > 15
    assert all(reason_words(reason) for reason in reasons)
