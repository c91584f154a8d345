"""Where names are hidden no file of the deck tells them: neither in sight nor in what lies behind it."""

import io
import re
import zipfile
from dataclasses import replace

import pypdf
import pytest

from components.exports.pictures_zip import pictures_zip
from components.exports.workers.files import maker
from components.exports.workers.jobs import Progress
from components.report.model import DeckRequest, OwnText
from components.report.slides.deck import build_slides
from components.report.slides.hidden_names import passed_on
from components.screens.exports import deck_file
from components.state import reference
from components.state.selection import DEFAULTS, Selection
from geo.regions import regions_in

SLIDES = ("key", "map", "extremes", "gap", "trend", "sources", "profile-17.04", "profile-17.07")


@pytest.fixture(scope="module")
def selection():
    known = {name: DEFAULTS[name] for name in ("area", "level", "indicator", "segment", "scheme", "target")}
    opened = {"dataset": "simulated", "period": "2024-11", "since": "2023-11", "language": "id"}
    return Selection(**known, **opened, region="17.04", regions=(), breaks=())


@pytest.fixture(scope="module")
def names():
    regencies = regions_in(reference.regions(), "17", "regency")
    # Others are parts of the province's own name, which is not hidden.
    return [name for name in regencies["name"] if "Bengkulu" not in name]


@pytest.fixture(scope="module")
def hidden(selection):
    boards = [f"scoreboard-villages_enrolled-{segment}" for segment in ("all", "village_apparatus")]
    return build_slides(selection, DeckRequest(slides=(*SLIDES, *boards), hidden_names=True))


def told(content):
    """Everything a file says: archives in archives opened, PDFs as text, pixels not at all."""
    if content[:4] == b"%PDF":
        reader = pypdf.PdfReader(io.BytesIO(content))
        return "".join(page.extract_text() for page in reader.pages) + str(reader.metadata)
    if content[:4] in (b"\x89PNG", b"\xff\xd8\xff\xe0"):
        return ""
    if content[:2] != b"PK":
        return content.decode(errors="replace")
    archive = zipfile.ZipFile(io.BytesIO(content))
    return "".join(name + told(archive.read(name)) for name in archive.namelist())


@pytest.mark.parametrize("kind", ["pptx", "pdf", "xlsx", "pictures", "txt"])
def test_no_name_of_a_region_is_left_in_any_file(kind, hidden, names):
    content = pictures_zip(hidden, Progress()) if kind == "pictures" else maker(kind)(hidden)
    said = told(content)
    assert [name for name in names if name in said] == []
    assert re.findall(r"(?<![\d.])17\.0\d(?!\d)", said) == []
    assert "Wilayah 1" in said


def test_the_same_deck_with_names_has_them_all(hidden, selection, names):
    slides = tuple(slide.id for slide in hidden.slides)
    said = told(maker("xlsx")(build_slides(selection, DeckRequest(slides=slides))))
    assert [name for name in names if name not in said] == []


@pytest.mark.parametrize("kind", ["pptx", "pdf", "xlsx", "txt"])
def test_what_the_presenter_wrote_is_text_in_every_file(kind, selection):
    wrote = '=HYPERLINK("x")<script>alert(1)</script> #set page() $x$ *b* \u202e\u2028\x07'
    deck = build_slides(selection, DeckRequest(slides=("text-a", "key"), texts=(OwnText("a", wrote, wrote),)))
    said = "".join(told(maker(kind)(replace(deck, name=wrote))).split())
    assert "\x07" not in said
    if kind == "pdf":
        assert "#setpage()$x$*b*" in said
    if kind == "xlsx":
        assert "<f>" not in said
    if kind in ("pptx", "xlsx"):
        assert "&lt;script&gt;" in said
        assert "<script" not in said


def test_a_file_with_hidden_names_draws_no_map_and_quotes_none_that_a_presenter_wrote(selection):
    texts = (OwnText("a", "Rencana Kaur", "KAUR lebih dulu, lalu Rejang Lebong; Bengkulu bersama"),)
    noted = (("key", "Tanya Bupati Lebong"),)
    wanted = DeckRequest(
        name="Rapat Kaur", slides=("key", "map", "text-a"), texts=texts, notes=noted, hidden_names=True
    )
    said = {kind: told(deck_file(kind, selection, wanted, Progress())) for kind in ("pptx", "pdf", "xlsx")}
    for kind, text in said.items():
        assert (kind, re.findall(r"(?i)\b(?:kaur|lebong)\b", text)) == (kind, [])
        assert "[nama disembunyikan]" in " ".join(text.split())
    assert "Bengkulu bersama" in said["xlsx"]
    assert any(slide.map for slide in build_slides(selection, wanted).slides)
    assert not any(slide.map for slide in passed_on(build_slides(selection, wanted), ("17.04",), "17").slides)
