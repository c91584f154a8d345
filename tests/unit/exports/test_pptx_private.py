"""Each private part of python-pptx does what we rely on: it is written, saved, and read back."""

import io
import re

import pytest
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.dml import MSO_FILL
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Inches, Pt

from components.exports.pptx import pptx_private

PLACE = [Inches(one) for one in (1, 1, 4, 3)]
SHAPE = (
    f'<p:sp {pptx_private.NAMES}><p:nvSpPr><p:cNvPr id="9" name="Kaur"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
    '<p:spPr><a:xfrm><a:off x="914400" y="914400"/><a:ext cx="1828800" cy="457200"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:sp>'
)
AS_ARIAL = {"panose": "020B0604020202020204", "pitchFamily": "34"}


@pytest.fixture
def show():
    return Presentation()


@pytest.fixture
def page(show):
    return show.slides.add_slide(show.slide_layouts[6])


@pytest.fixture
def chart(page):
    data = CategoryChartData()
    data.categories = ["Jan", "Feb"]
    data.add_series("Percent", [75.0, 17.0])
    return page.shapes.add_chart(XL_CHART_TYPE.LINE, *PLACE, data).chart


@pytest.fixture
def read_back(show):
    """Return a function that saves the presentation and returns the first shape of its first slide, read anew."""

    def read():
        content = io.BytesIO()
        show.save(content)
        return Presentation(content).slides[0].shapes[0]

    return read


def xml_of(shape):
    return shape.element.xml


def test_a_group_grows_with_the_shapes_added_to_it(page, read_back):
    pptx_private.add_shapes(page.shapes.add_group_shape(), [SHAPE])
    group = read_back()
    assert [one.name for one in group.shapes] == ["Kaur"]
    assert (group.left, group.top, group.width, group.height) == (914400, 914400, 2 * 914400, 457200)


def test_a_shape_is_filled_with_what_was_written(page, read_back):
    shape = page.shapes.add_shape(MSO_SHAPE.RECTANGLE, *PLACE)
    shape.line.width = Pt(1)
    pptx_private.fill(shape, '<a:pattFill prst="ltUpDiag"/>')
    assert read_back().fill.type == MSO_FILL.PATTERNED


def test_a_fill_lets_through(page, read_back):
    shape = page.shapes.add_shape(MSO_SHAPE.RECTANGLE, *PLACE)
    shape.fill.solid()
    shape.fill.fore_color.rgb = RGBColor(255, 255, 255)
    pptx_private.let_through(shape, 0.7)
    assert '<a:srgbClr val="FFFFFF"><a:alpha val="70000"/>' in re.sub(r">\s+<", "><", xml_of(read_back()))


@pytest.mark.usefixtures("chart")
def test_every_kind_of_drawing_can_be_described(page):
    drawings = (page.shapes[0], page.shapes.add_group_shape(), page.shapes.add_table(1, 1, *PLACE))
    for shape in drawings:
        pptx_private.describe(shape, 'Kaur & "Seluma"')
        assert 'descr="Kaur &amp; &quot;Seluma&quot;"' in xml_of(shape)


def test_a_font_says_what_it_is_like(page, read_back):
    box = page.shapes.add_textbox(*PLACE)
    run = box.text_frame.paragraphs[0].add_run()
    run.text, run.font.name = "Kaur", "Arimo"
    pptx_private.liken(run.font, AS_ARIAL)
    assert '<a:latin typeface="Arimo" panose="020B0604020202020204" pitchFamily="34"/>' in xml_of(read_back())


def test_the_theme_of_the_template_takes_our_typeface(show):
    pptx_private.name_theme(show, "Arimo", AS_ARIAL)
    content = io.BytesIO()
    show.save(content)
    (theme,) = [part for part in Presentation(content).part.package.iter_parts() if "theme1" in part.partname]
    assert theme.blob.count(b'<a:latin typeface="Arimo" panose="020B0604020202020204" pitchFamily="34"/>') == 2


def test_the_label_of_one_point_shows_what_it_is_told_in_its_own_format(chart, read_back):
    label = chart.plots[0].series[0].points[1].data_label
    label.has_text_frame = False
    pptx_private.show_in_label(label, ("showVal",))
    pptx_private.format_label(label, '0.00"%"')
    written = read_back().chart.element.xml.partition("<c:dLbl>")[2].partition("</c:dLbl>")[0]
    assert 'formatCode="0.00&quot;%&quot;" sourceLinked="0"' in written
    assert written.count('val="1"') == 2  # the point's own number, and showVal
    assert '<c:showVal val="1"/>' in written


def test_names_under_an_axis_are_turned_and_left_out(chart, read_back):
    axis = chart.category_axis
    axis.tick_labels.font.size = Pt(12)
    pptx_private.turn_names(axis, -1)
    pptx_private.leave_out_names(axis, 4)
    written = read_back().chart.element.xml
    assert 'rot="-1"' in written
    assert written.index('<c:tickLblSkip val="4"/>') < written.index('<c:tickMarkSkip val="4"/>')
    assert written.index('<c:tickMarkSkip val="4"/>') < written.index("<c:noMultiLvlLbl")
