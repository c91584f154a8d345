"""Numbers, dates and sentences in both languages, and catalogues that lack none."""

import ast
import re
from datetime import date
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po

from components.language.i18n import (
    LANGUAGES,
    LOCALES,
    _,
    day_label,
    integer,
    ngettext,
    number,
    own,
    percent,
    period_label,
    rupiah,
    signed,
    unparted,
    use_language,
)

ROOT = Path(__file__).parents[3]
# Streamlit's calls that put their first argument on the screen as words, and words that no language changes.
SHOWING = {
    "title", "header", "subheader", "markdown", "caption", "text", "info", "warning", "error", "success", "toast",
    "metric", "expander", "button", "download_button", "link_button", "toggle", "checkbox", "radio", "selectbox",
    "multiselect", "segmented_control", "text_input", "number_input", "slider", "page_link",
}  # fmt: skip
NAMES_OF_THINGS = {"**Cakupan**", "CSV", "XLSX", "GeoJSON", "GeoPackage", "EPSG:32747", " (Indonesia)", " (English)"}
LOGS = ("log", "_log")  # what they say is for who runs the server
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}


@pytest.fixture(autouse=True)
def _indonesian():
    use_language("id")
    yield
    use_language("id")


@pytest.mark.parametrize(("language", "shown"), [("id", "75,0\u00a0%"), ("en", "75.0%")])
def test_a_percentage_is_written_by_the_language(language, shown):
    use_language(language)
    assert percent(75.0) == shown


@pytest.mark.parametrize(("language", "shown"), [("id", "39.487"), ("en", "39,487")])
def test_a_count_is_grouped_by_the_language(language, shown):
    use_language(language)
    assert integer(39_487) == shown


@pytest.mark.parametrize(
    ("value", "decimals", "shown"), [(0.15, 1, "0,2"), (46.25, 1, "46,3"), (2.5, 0, "3"), (-2.0, 1, "−2,0")]
)
def test_numbers_are_rounded_half_up_as_the_browser_does(value, decimals, shown):
    assert number(value, decimals) == shown


@pytest.mark.parametrize(
    ("value", "shown"), [(1.2, "+1,2"), (-0.5, "−0,5"), (0.0, "0,0"), (0.04, "0,0"), (-0.04, "0,0")]
)
def test_a_change_has_its_sign_and_none_where_it_shows_as_nothing(value, shown):
    assert signed(value) == shown


@pytest.mark.parametrize(
    ("value", "indonesian", "english"),
    [
        (126_000_000, "Rp126\u00a0juta", "Rp126\u00a0million"),
        (1_200_000_000, "Rp1,2\u00a0miliar", "Rp1.2\u00a0billion"),
        (42_500_000, "Rp42,5\u00a0juta", "Rp42.5\u00a0million"),
        (16_800, "Rp16.800", "Rp16,800"),
    ],
)
def test_large_sums_are_written_in_millions_and_billions(value, indonesian, english):
    assert rupiah(value) == indonesian
    use_language("en")
    assert rupiah(value) == english


@pytest.mark.parametrize(
    ("period", "indonesian", "english"),
    [
        ("2024-11", "November 2024", "November 2024"),
        ("2022-08", "Agustus 2022", "August 2022"),
        ("2024-Q4", "Triwulan IV 2024", "Quarter IV 2024"),
        ("2024", "2024", "2024"),
    ],
)
def test_a_period_is_written_out(period, indonesian, english):
    assert period_label(period) == indonesian
    use_language("en")
    assert period_label(period) == english


def test_a_day_is_written_out():
    assert day_label(date(2021, 3, 25)) == "25 Maret 2021"
    use_language("en")
    assert day_label(date(2021, 3, 25)) == "25 March 2021"


def test_a_sentence_that_counts_knows_one_and_many():
    forms = ("Its {count} province has no figure.", "None of the {count} provinces has a figure.")
    use_language("en")
    assert [ngettext(*forms, count) for count in (1, 2)] == [forms[0].format(count=1), forms[1].format(count=2)]
    use_language("id")
    assert "1.234" in ngettext(*forms, 1234)


def test_a_text_that_the_data_carries_is_read_in_the_screens_language():
    use_language("en")
    assert own({"id": "Dilaporkan", "en": "Reported"}) == "Reported"


def test_braces_in_a_value_stay_as_they_are():
    assert "{0}" in _("Show {indicator}", indicator="{0}")


@pytest.fixture(scope="module")
def messages():
    """Every message of our code: its text, or its singular and plural."""
    with (ROOT / "babel.cfg").open() as file:
        methods, options = parse_mapping_cfg(file)
    found = extract_from_dir(str(ROOT), methods, options, KEYWORDS, directory_filter=is_ours)
    return {message for _file, _line, message, _comments, _context in found}


def is_ours(folder):
    """Whether to look into a folder at all; the environment beside the code holds thousands of files."""
    return Path(folder).relative_to(ROOT).parts[:1] in (("components",), ("pages",))


@pytest.fixture(scope="module", params=LANGUAGES)
def catalogue(request):
    with (LOCALES / request.param / "LC_MESSAGES" / "cakupan.po").open("rb") as file:
        return read_po(file, locale=request.param)


def said(message):
    """The forms of a catalogue's message, singular and plural alike."""
    return (message,) if isinstance(message, str) else tuple(message)


def places(text):
    return set(re.findall(r"{(\w*)", text))


def test_the_extractor_finds_our_sentences(messages):
    assert "Period" in messages
    assert ("Its {count} province has a figure.", "All {count} provinces have a figure.") in messages


def test_no_sentence_lacks_a_translation(messages, catalogue):
    lacking = {
        message
        for message in messages
        if not (entry := catalogue.get(said(message)[0])) or entry.fuzzy or not all(said(entry.string))
    }
    assert not lacking


def test_no_translation_is_left_of_a_sentence_that_is_gone(messages, catalogue):
    kept = {entry.id for entry in catalogue if entry.id}
    assert not kept - messages
    assert not catalogue.obsolete


def test_every_translation_has_the_places_of_its_sentence(catalogue):
    broken = [
        entry.id
        for entry in catalogue
        if entry.id and any(places(form) != places(said(entry.id)[-1]) for form in said(entry.string))
    ]
    assert not broken


def test_every_text_shown_goes_through_the_catalogues():
    files = [
        *(ROOT / "components").rglob("*.py"),
        *(ROOT / "pages").glob("*.py"),
    ]
    nodes = [node for path in files for node in ast.walk(ast.parse(path.read_text()))]
    calls = [node for node in nodes if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in SHOWING]
    calls = [call for call in calls if getattr(call.func.value, "id", "") not in LOGS]
    shown = {text for call in calls for text in literals(call)}
    assert "**Cakupan**" in shown
    assert {text for text in shown if re.search("[A-Za-z]{2}", text)} <= NAMES_OF_THINGS


def literals(call):
    """The words that a call shows as they stand in the code, parts of an f-string included, markup left out."""
    first = call.args[:1] if call.func.attr != "page_link" else []  # its first argument is the page
    said_by_name = [word.value for word in call.keywords if word.arg in ("label", "help", "placeholder")]
    parts = [part for text in [*first, *said_by_name] for part in getattr(text, "values", [text])]
    texts = [part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)]
    return [re.sub(r":[a-z]+(-badge)?\[", "", text) for text in texts]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Bengkulu 39,0 % dan Kaur 75,0 %.", "Bengkulu 39,0\u00a0% dan Kaur 75,0\u00a0%."),
        ("Rp126 juta, Rp1,2 miliar", "Rp126\u00a0juta, Rp1,2\u00a0miliar"),
        ("75.0% of 12 million; 3 jutawan", "75.0% of 12\u00a0million; 3 jutawan"),
    ],
)
def test_a_number_and_its_sign_stay_on_one_line(text, whole):
    assert unparted(text) == whole
    assert _("Source: {sources}", sources=text).endswith(whole)


def test_the_catalogues_are_of_the_version_that_the_changelog_begins_with():
    version = re.search(r"^## ([\d.]+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)[1]
    for path in (ROOT / "locales").glob("*/LC_MESSAGES/cakupan.po"):
        assert f'"Project-Id-Version: Cakupan {version}\\n"' in path.read_text(encoding="utf-8")
