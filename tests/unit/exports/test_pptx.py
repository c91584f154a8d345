"""The presentation, read back: native charts with their figures, native shapes, notes, and names that stay text."""

import io
from dataclasses import replace

import openpyxl
import pytest
from pptx import Presentation
from pptx.util import Inches

from components.exports.pptx.deck import deck_pptx
from components.exports.workers.jobs import Progress, StoppedError
from components.report.model import Bar, Slide, TargetPoint
from tests.unit.exports.conftest import MONEV, SHOWN, with_sources


def opened(deck):
    return Presentation(io.BytesIO(deck_pptx(deck)))


def shapes_in(page):
    """Every shape, those in groups too."""
    for shape in page.shapes:
        yield shape
        if shape.shape_type == 6:
            yield from shape.shapes


def texts(page):
    return "\n".join(shape.text_frame.text for shape in shapes_in(page) if shape.has_text_frame)


def chart(page):
    (found,) = [shape.chart for shape in page.shapes if shape.has_chart]
    return found


def test_each_slide_has_its_title_sentence_source_mark_and_number(deck):
    show = opened(deck)
    assert [page.shapes.title.text_frame.text for page in show.slides] == [slide.title for slide in deck.slides]
    first = texts(show.slides[0])
    assert "Bengkulu 37\u00a0%, 2 poin persen di bawah nasional." in first
    assert "Sumber: Jarrakpos · November 2024 · 2 dilaporkan" in first
    assert "SIMULASI" in first
    assert "Simulasi (versi bawaan) · 1" in first
    assert "SIMULASI" not in texts(show.slides[4])


def test_the_name_of_the_deck_stands_on_its_first_slide_alone_and_in_its_properties(deck):
    show = opened(replace(deck, name="Monev =1+1"))
    assert ["Monev =1+1" in texts(page) for page in show.slides] == [True] + [False] * (len(deck.slides) - 1)
    assert show.core_properties.title == "Monev =1+1"
    unnamed = opened(replace(deck, name=deck.title))
    assert texts(unnamed.slides[0]).count(deck.title) == 1


def test_notes_hold_the_sentences_and_the_source(deck):
    notes = opened(deck).slides[2].notes_slide.notes_text_frame.text
    assert notes.split("\n") == [
        "SIMULASI, bukan angka resmi",
        "Tertinggi Kaur 75,0\u00a0%.",
        "Terendah Lebong 17,0\u00a0%.",
        deck.slides[2].source,
    ]
    assert "SIMULASI" not in opened(deck).slides[4].notes_slide.notes_text_frame.text


def test_the_map_is_a_group_of_one_named_freeform_per_region(deck):
    (group,) = [shape for shape in opened(deck).slides[1].shapes if shape.shape_type == 6]
    assert sorted(shape.name for shape in group.shapes) == [
        "Kaur: 75,0\u00a0%",
        "Lebong: 17,0\u00a0%",
        "Seluma: belum dilaporkan",
    ]
    colours = {shape.name[:4]: shape.fill.fore_color.rgb for shape in group.shapes if shape.fill.type == 1}
    assert {name: str(colour) for name, colour in colours.items()} == {"Kaur": "142670", "Lebo": "EEF8B3"}
    hatched = [shape.name for shape in group.shapes if shape.fill.type == 2]
    assert hatched == ["Seluma: belum dilaporkan"]


def test_frames_around_far_islands_are_in_the_map_and_told_in_the_legend(deck):
    title = "pulau jauh (letak lain)"
    framed = replace(deck.slides[1], map=replace(deck.slides[1].map, frames=((0, 140, 40, 30),), frame_title=title))
    page = opened(replace(deck, slides=(framed,))).slides[0]
    (group,) = [shape for shape in page.shapes if shape.shape_type == 6]
    (frame,) = [shape for shape in group.shapes if shape.name == title]
    kaur = next(shape for shape in group.shapes if shape.name.startswith("Kaur"))
    # Forty of a hundred wide, at the left edge as Kaur is.
    assert frame.width / kaur.width == pytest.approx(0.4, rel=0.02)
    assert frame.left == pytest.approx(kaur.left, abs=Inches(0.02))
    assert title in texts(page)


def test_boundaries_keep_their_proportions_their_islands_and_stay_on_the_slide(deck):
    (group,) = [shape for shape in opened(deck).slides[1].shapes if shape.shape_type == 6]
    kaur = next(shape for shape in group.shapes if shape.name.startswith("Kaur"))
    assert kaur.height / kaur.width == pytest.approx(170 / 100, rel=0.02)
    assert len(kaur._element.findall(".//{*}moveTo")) == 2
    assert group.left >= 0
    assert group.left + group.width <= Inches(13.333)
    assert group.top + group.height <= Inches(7.5)


def test_the_legend_names_each_class_with_its_count(deck):
    said = texts(opened(deck).slides[1])
    assert "sampai 20,0 (1)" in said
    assert "belum dilaporkan (1)" in said
    assert "persen dari pekerja eligible" in said


def test_the_ranking_is_a_chart_with_the_figures_in_its_workbook(deck):
    found = chart(opened(deck).slides[2])
    assert list(found.plots[0].categories) == ["Bengkulu 37,0\u00a0%", "Indonesia 39,0\u00a0%", "1. Kaur", "2. Lebong"]
    assert list(found.plots[0].series[0].values) == [37.0, 39.0, 75.0, 17.0]
    sheet = openpyxl.load_workbook(io.BytesIO(found.part.chart_workbook.xlsx_part.blob))["Sheet1"]
    assert [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)][2] == ["1. Kaur", 75]


def test_the_trend_leaves_a_gap_where_a_period_has_no_figure(deck):
    found = chart(opened(deck).slides[3])
    labels = list(found.plots[0].categories)
    assert labels[:4] == ["Agu 2024", "Sep 2024", "Okt 2024", "Nov 2024"]
    values = {series.name: list(series.values)[:4] for series in found.plots[0].series}
    assert values["Kaur"] == [70.0, 71.0, None, 75.0]
    assert values["Bengkulu"] == [35.0, None, None, 37.0]
    assert labels[-1] == "Des 2025"
    assert next(list(s.values)[-1] for s in found.plots[0].series if s.name.startswith("Target")) == 48.0


def test_a_table_is_a_table_and_a_gap_in_it_a_dash(deck):
    (frame,) = [shape for shape in opened(deck).slides[4].shapes if shape.has_table]
    rows = [[cell.text for cell in row.cells] for row in frame.table.rows]
    assert rows == [
        ["Peringkat", "Wilayah", "Nilai"], ["1", "Kaur", "75,0\u00a0%"], ["2", "Lebong", "17,0\u00a0%"],
        ["–", "Seluma", "–"]
    ]  # fmt: skip


def test_names_from_outside_are_text_in_shapes_charts_workbooks_and_notes(hostile):
    show = opened(hostile)
    assert show.slides[0].shapes.title.text_frame.text == SHOWN
    (group,) = [shape for shape in show.slides[1].shapes if shape.shape_type == 6]
    assert any(shape.name.startswith(SHOWN) for shape in group.shapes)
    found = chart(show.slides[2])
    assert f"1. {SHOWN}" in list(found.plots[0].categories)
    trend = chart(show.slides[3])
    assert next(iter(trend.plots[0].series)).name == SHOWN
    for one in (found, trend):
        book = openpyxl.load_workbook(io.BytesIO(one.part.chart_workbook.xlsx_part.blob))
        assert not [cell for row in book["Sheet1"].iter_rows() for cell in row if cell.data_type == "f"]


def test_the_address_stands_on_the_first_slide_as_text_and_as_a_code(deck):
    page = opened(deck).slides[0]
    assert deck.public_url in texts(page)
    assert [shape for shape in page.shapes if shape.shape_type == 13]


def test_the_selected_region_is_told_from_the_others(deck):
    found = chart(opened(deck).slides[2])
    point = found.plots[0].series[0].points[2]
    assert str(point.format.fill.fore_color.rgb) == "B84F00"


def test_each_slide_is_a_step_and_a_step_can_stop_it(deck):
    seen = []
    deck_pptx(deck, lambda done, of: seen.append((done, of)))
    assert seen == [(number, 7) for number in range(1, 8)]
    progress = Progress()
    progress.stop()
    with pytest.raises(StoppedError):
        deck_pptx(deck, progress.step)


def test_a_deck_without_slides_is_a_presentation_all_the_same(deck):
    assert len(opened(replace(deck, slides=())).slides) == 0


def test_a_target_is_not_rounded_where_the_figures_are(deck):
    aim = TargetPoint("RPJMN", "Indonesia", 2025, 52.15)
    trend = replace(deck.slides[3], lines=replace(deck.slides[3].lines, targets=(aim,)))
    found = chart(opened(replace(deck, slides=(trend,))).slides[0])
    (target,) = [one for one in found.plots[0].series if one.name.startswith("RPJMN")]
    codes = [one.get("formatCode") for one in target._element.iter() if one.tag.endswith("}numFmt")]
    assert codes == ["[$-421]#,##0.00"]


def test_on_a_low_chart_there_are_no_more_bars_than_names_fit(deck):
    many = tuple(Bar(str(n), f"Kabupaten {n}", float(90 - n), "", n + 1) for n in range(40))
    low = replace(deck.slides[2], figures=deck.slides[0].figures, bars=replace(deck.slides[2].bars, rows=many))
    found = chart(opened(replace(deck, slides=(low,))).slides[0])
    assert 8 < len(list(found.plots[0].categories)) < 18
    assert "di antara kedua ujung tidak ditampilkan" in texts(opened(replace(deck, slides=(low,))).slides[0])


def test_the_address_is_a_link_and_drawings_are_told_to_those_who_hear(deck):
    show = opened(deck)
    links = [
        run.hyperlink.address
        for shape in show.slides[0].shapes if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs for run in paragraph.runs
    ]  # fmt: skip
    assert deck.public_url in links
    drawn = [shape for page in show.slides for shape in page.shapes if shape.shape_type in (3, 6, 19)]
    assert len(drawn) >= 5
    assert all(shape._element.xpath(".//p:cNvPr")[0].get("descr") for shape in drawn)


def test_the_file_says_when_it_was_made_and_with_what(deck):
    about = opened(deck).core_properties
    assert (about.author, about.last_modified_by, str(about.created.date())) == ("Cakupan", "Cakupan", deck.made)


def test_an_own_text_keeps_its_lines(deck):
    text = Slide("text-b", "text", "Catatan", paragraphs=("Satu\nDua", "Tiga"))
    (slide,) = Presentation(io.BytesIO(deck_pptx(replace(deck, slides=(text,))))).slides
    assert [
        p.text
        for shape in slide.shapes
        if shape.has_text_frame and "Tiga" in shape.text_frame.text
        for p in shape.text_frame.paragraphs
    ] == [
        "Satu\vDua",
        "Tiga",
    ]


def test_why_it_changed_is_shapes_as_long_as_what_each_count_brought(deck):
    (group,) = [shape for shape in opened(deck).slides[3].shapes if shape.shape_type == 6]
    bars = {shape.name: shape for shape in group.shapes if not shape.has_text_frame or not shape.text_frame.text}
    first, rise, fall, last = bars.values()
    assert list(bars) == [
        "November 2023: 40\u00a0%",
        "Peserta aktif: +4,00",
        "Penyebut: −10,00",
        "November 2024: 34\u00a0%",
    ]
    assert [shape.width / first.width for shape in (rise, fall, last)] == pytest.approx([0.1, 0.25, 0.85], rel=0.01)
    assert rise.left == pytest.approx(first.left + first.width, abs=2)
    assert fall.left == pytest.approx(last.left + last.width, abs=2)
    assert [str(shape.fill.fore_color.rgb) for shape in bars.values()] == ["7F8A86", "14805F", "B84F00", "7F8A86"]
    assert "Kaur, persen" in texts(opened(deck).slides[3])
    assert "Naik." in group._element.nvGrpSpPr.cNvPr.get("descr")


def links(page):
    frames = [shape.text_frame for shape in shapes_in(page) if shape.has_text_frame]
    frames += [
        cell.text_frame for shape in page.shapes if shape.has_table for row in shape.table.rows for cell in row.cells
    ]
    runs = [run for frame in frames for paragraph in frame.paragraphs for run in paragraph.runs]
    return {run.text: run.hyperlink.address for run in runs if run.hyperlink.address}


def test_sources_are_opened_from_the_line_and_from_their_table(deck):
    pages = opened(with_sources(deck)).slides
    assert links(pages[2]) == {"Jarrakpos": MONEV}
    assert texts(pages[2]).count("Sumber: Jarrakpos · November 2024 · 2 dilaporkan") == 1
    assert links(pages[-1]) == {"Gelar Monev": MONEV}
