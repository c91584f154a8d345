"""The PDF deck and the brief, read back."""

import io
from dataclasses import replace

import pypdf
import pytest

from components.charts.ranking import Reference
from components.exports.parts.brief_model import Brief, Dots
from components.exports.pdf.brief import brief_pdf
from components.exports.pdf.deck import deck_pdf
from components.report.citations import SourceTitle
from components.report.model import Column, Figure, LineDrawing, Table
from tests.unit.exports.conftest import HOSTILE, KAUR, MONEV, lines, region_map, steps, with_sources


def read(pdf):
    return pypdf.PdfReader(io.BytesIO(pdf))


def text_of(pdf):
    """All text, blanks between letters and lines not counted: a PDF knows places, not words."""
    return "".join("".join(page.extract_text().split()) for page in read(pdf).pages)


def fonts(pdf):
    """Whether its file is inside, of every font, also of those that only a drawing uses."""
    reader = read(pdf)
    entries = [reader.get_object(number) for number in range(1, reader.trailer["/Size"])]
    described = [one for one in entries if isinstance(one, dict) and one.get("/Type") == "/FontDescriptor"]
    return {one["/FontName"]: any(key in one for key in ("/FontFile", "/FontFile2", "/FontFile3")) for one in described}


@pytest.fixture
def brief():
    peers = (Column("region", "Wilayah"), Column("value", "Nilai", "right"), Column("change", "Sejak", "right"))
    known = tuple(Column(key, key) for key in ("indikator", "nilai", "periode", "status", "sumber"))
    return Brief(
        code=KAUR, name="17.04-coverage-2024-11", language="id", title="Kaur", subtitle="Bengkulu · November 2024",
        lead="Kaur 75,0\u00a0%.", sentences=("Angka itu 38,0 poin persen di atas Bengkulu (37,0\u00a0%).",),
        todo=("59 dari 93 desa belum terdaftar.",),
        figures=(Figure("Cakupan", "75,0\u00a0%", 75.0, "dilaporkan"),), map=region_map(), lines=lines(),
        dots=Dots((75.0, 17.0, 17.0), (17.0,), 75.0, "Kaur", (Reference("Bengkulu", 37.0),), "persen"),
        neighbours=Table("Wilayah tetangga", peers, (("Seluma", "40,5\u00a0%", "+5,0 poin persen"), ("Lebong", "17,0\u00a0%", None))),  # noqa: E501
        neighbours_note="Seluma.", similar=Table("Yang ukurannya mirip", peers, ()), similar_note="Nias.",
        known=Table("Semua", known, (("Cakupan", "75,0\u00a0%", "November 2024", "dilaporkan", "1"),)),
        sources=(SourceTitle("Jarrakpos", "Jarrakpos, BPJAMSOSTEK Gelar Monev Inpres 2/2021 (2024-11-20)", MONEV),),
        source="Sumber: Jarrakpos · November 2024 · dilaporkan", simulated=True, version="Simulasi (versi bawaan)",
        made="2024-11-20",
    )  # fmt: skip


def test_the_deck_is_a_page_per_slide_with_sentences_sources_and_mark(deck):
    pdf = deck_pdf(deck)
    assert len(read(pdf).pages) == len(deck.slides)
    said = text_of(pdf)
    for part in ("Bengkulu37%,2poinpersendibawahnasional.", "Sumber:Jarrakpos", "SIMULASI", "Simulasi(versibawaan)·1"):
        assert part in said


def test_charts_are_vectors_whose_text_is_text(deck):
    said = text_of(deck_pdf(deck))
    assert "Lebong" in said
    assert "sampai20,0(1)" in said
    assert not [image for page in read(deck_pdf(deck)).pages for image in page.images]


def test_title_and_language_are_set_and_fonts_are_inside(deck):
    pdf = deck_pdf(deck)
    assert read(pdf).metadata.title == "Kaur"
    assert read(pdf).trailer["/Root"]["/Lang"] == "id"
    inside = fonts(pdf)
    assert inside
    assert all(inside.values())


def test_a_brief_is_one_page_with_everything_that_was_said(brief):
    pdf = brief_pdf(brief)
    assert len(read(pdf).pages) == 1
    said = text_of(pdf)
    for part in (
        "Kaur75,0%.",
        "38,0poinpersendiatasBengkulu",
        "Seluma40,5%+5,0poin",
        "SIMULASI",
        "20November2024",
        "GelarMonevInpres2/2021(2024-11-20)",
    ):
        assert part in said
    assert read(pdf).metadata.title == "Kaur"
    assert all(fonts(pdf).values())


def test_the_fullest_brief_is_still_one_page(brief):
    long = "Kabupaten Kepulauan Siau Tagulandang Biaro, " * 3
    row = (long, "100,0\u00a0% (1.234.567 dari 1.234.567)", "November 2024", "dihitung dari simulasi", long)
    full = replace(
        brief,
        lead=long * 2,
        sentences=(long,) * 5,
        neighbours=replace(
            brief.neighbours, rows=(("Kep. Siau Tagulandang Biaro", "100,0\u00a0%", "+10,0 poin persen"),) * 12
        ),
        similar=replace(
            brief.similar, rows=(("Kep. Siau Tagulandang Biaro", "100,0\u00a0%", "+10,0 poin persen"),) * 5
        ),
        known=replace(brief.known, rows=((row[0][:60], *row[1:4], "1, 2"),) * 9),
        sources=(SourceTitle("", long), SourceTitle("", long)),
        steps=steps(long),
        todo=(long,) * 6,
    )
    assert len(read(brief_pdf(full)).pages) == 1


def test_a_brief_without_any_figure_is_made_all_the_same(brief):
    nothing = LineDrawing((), (), (), "persen", 1)
    empty = replace(brief, lines=nothing, figures=(Figure("Cakupan", "–", None, "belum dilaporkan"),))
    empty = replace(empty, dots=replace(brief.dots, values=(), area=(), own=None))
    assert "belumdilaporkan" in text_of(brief_pdf(empty))


def test_names_from_outside_are_text(brief, hostile):
    named = replace(brief, title=HOSTILE, lead=HOSTILE, map=region_map(HOSTILE), lines=lines(HOSTILE))
    for pdf in (brief_pdf(named), deck_pdf(hostile)):
        assert '=1+1|<b>&"$x^2$#*_{}' in text_of(pdf)


def test_the_name_of_the_deck_stands_on_its_first_page_alone_and_in_its_properties(deck):
    pdf = deck_pdf(replace(deck, name="Monev *Bengkulu* #x"))
    pages = ["".join(page.extract_text().split()) for page in read(pdf).pages]
    assert ["Monev*Bengkulu*#x" in page for page in pages] == [True] + [False] * (len(deck.slides) - 1)
    assert read(pdf).metadata.title == "Monev *Bengkulu* #x"
    assert len(pages) == len(read(deck_pdf(replace(deck, name=deck.title))).pages)


def links(page):
    notes = [note.get_object() for note in page.get("/Annots", [])]
    return [note["/A"]["/URI"] for note in notes if "/A" in note]


def test_why_it_changed_is_drawn_in_deck_and_brief(deck, brief):
    drawn = replace(brief, steps=steps())
    assert "Mengapaberubah" not in text_of(brief_pdf(brief))
    for said in (text_of(deck_pdf(deck)), text_of(brief_pdf(drawn))):
        for part in ("Kaur,persen", "Pesertaaktif", "+4,00", "Penyebut", "−10,00"):
            assert part in said
    assert "Mengapaberubah:Kaur" in text_of(brief_pdf(drawn))


def test_sources_are_opened_from_the_deck_and_from_the_brief(deck, brief):
    pages = read(deck_pdf(with_sources(deck))).pages
    assert links(pages[0]) == [MONEV]
    assert set(links(pages[-1])) == {MONEV}
    cited = replace(
        brief, source="Sumber: Jarrakpos", cites=(SourceTitle("Jarrakpos", "Jarrakpos, Monev", MONEV + "/2"),)
    )
    assert set(links(read(brief_pdf(cited)).pages[0])) == {MONEV, MONEV + "/2"}
