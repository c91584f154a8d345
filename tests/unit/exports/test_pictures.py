"""Drawings as SVG and PNG: well-formed, self-contained, and with names as text."""

import io
import zipfile
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from PIL import Image

from components.exports.pictures import parts_drawn, picture_files
from components.exports.pictures_zip import pictures_zip
from components.exports.workers.jobs import Progress
from tests.unit.exports.conftest import KAUR, LEBONG, SHOWN

SVG = "{http://www.w3.org/2000/svg}"


def svg_of(deck, slide, part):
    return picture_files(deck, slide, part)[0]


def texts(svg):
    return [text.text for text in ElementTree.fromstring(svg).iter(f"{SVG}text")]  # noqa: S314 (our own drawing)


@pytest.mark.parametrize(
    ("slide", "part", "said"), [(1, "map", "sampai 20,0  (1)"), (2, "bars", "1. Kaur"), (3, "lines", "Kaur 75,0")]
)
def test_a_drawing_has_its_title_source_mark_and_figures_inside(deck, slide, part, said):
    found = texts(svg_of(deck, deck.slides[slide], part))
    assert {deck.slides[slide].title, "SIMULASI", said} <= set(found)
    assert any(text.startswith("Sumber: Jarrakpos") for text in found)
    assert f"{deck.title}, {deck.subtitle}" in found
    assert "Simulasi (versi bawaan)" in " ".join(found)


def test_each_region_is_a_shape_of_its_own(deck):
    drawn = ElementTree.fromstring(svg_of(deck, deck.slides[1], "map"))  # noqa: S314 (our own drawing)
    groups = {group.get("id") for group in drawn.iter(f"{SVG}g")}
    assert {f"region-{KAUR}", f"region-{LEBONG}"} <= groups


def test_far_islands_have_a_frame_and_the_legend_says_so(deck):
    title = "pulau jauh (letak lain)"
    framed = replace(deck.slides[1], map=replace(deck.slides[1].map, frames=((0, 140, 40, 30),), frame_title=title))
    drawn = ElementTree.fromstring(svg_of(deck, framed, "map"))  # noqa: S314 (our own drawing)
    assert "frame-1" in {group.get("id") for group in drawn.iter(f"{SVG}g")}
    assert title in texts(svg_of(deck, framed, "map"))
    assert title not in texts(svg_of(deck, deck.slides[1], "map"))


def test_an_island_that_is_a_speck_has_its_colour_in_its_rim(deck):
    specks = replace(deck.slides[1], map=replace(deck.slides[1].map, specks=(LEBONG,), selected=""))
    drawn = ElementTree.fromstring(svg_of(deck, specks, "map"))  # noqa: S314 (our own drawing)
    shape = next(group for group in drawn.iter(f"{SVG}g") if group.get("id") == f"region-{LEBONG}")
    assert "stroke: #eef8b3" in shape.find(f"{SVG}path").get("style")


def test_nothing_is_fetched_from_anywhere(deck):
    svg = svg_of(deck, deck.slides[1], "map").decode()
    addresses = [part for part in svg.split('"') if part.startswith("http")]
    assert all("w3.org" in one or "purl.org" in one or "creativecommons.org" in one for one in addresses)


def test_the_png_is_twice_the_size_of_the_screen(deck):
    image = Image.open(io.BytesIO(picture_files(deck, deck.slides[2], "bars")[1]))
    assert image.size == (round(9.6 * 96 * 2), round(6.2 * 96 * 2))


def test_equal_figures_are_equal_files(deck):
    assert svg_of(deck, deck.slides[3], "lines") == svg_of(deck, deck.slides[3], "lines")


def test_names_from_outside_are_text(hostile):
    for slide in hostile.slides[1:4]:
        for part in parts_drawn(slide):
            assert SHOWN in "".join(text or "" for text in texts(svg_of(hostile, slide, part)))


def test_all_drawings_of_a_deck_are_in_one_archive(deck):
    names = zipfile.ZipFile(io.BytesIO(pictures_zip(deck, Progress()))).namelist()
    assert "2-simulasi-cakupan-kepesertaan-bengkulu-peta.svg" in names
    assert "7-simulasi-kaur-garis.png" in names


def test_where_names_are_hidden_neither_files_nor_shapes_bear_codes(deck):
    archive = zipfile.ZipFile(io.BytesIO(pictures_zip(replace(deck, hidden_names=True), Progress())))
    assert "7-simulasi-kaur-garis.png" in archive.namelist()
    said = "".join(archive.read(name).decode() for name in archive.namelist() if name.endswith(".svg"))
    assert "17.0" not in said + "".join(archive.namelist())
