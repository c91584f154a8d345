"""What a drawing says stands whole on its sheet: long numbers, long names, and whose target it is."""

from dataclasses import replace

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text

from components.charts.ranking import Reference
from components.exports.drawings.canvas import sheet
from components.exports.pdf.deck import DRAWN, PLACES, WIDTH
from components.exports.pictures import draw_part
from components.report.model import Line, Slide, TargetPoint

HALF = (WIDTH / 2 * DRAWN, 3.7 * DRAWN)
MINISTRY = "Ministry of Home Affairs UCJ target 2025"


@pytest.fixture
def lines(deck):
    return replace(next(slide.lines for slide in deck.slides if slide.lines), milestones=())


@pytest.fixture
def bars(deck):
    return next(slide.bars for slide in deck.slides if slide.bars)


def drawn(part, size=HALF, **drawing):
    figure = sheet(size)
    draw_part(figure, Slide("one", "trend", "Satu", **drawing), part, PLACES[part])
    FigureCanvasAgg(figure).draw()
    return figure


def texts(figure):
    """Those that are drawn: an axis has numbers beyond its ends, which are not."""
    beyond = {tick.label1 for axes in figure.axes for tick in axes.yaxis.get_major_ticks() if not lies_in(axes, tick)}
    return [one for one in figure.findobj(Text) if one.get_text().strip() and one not in beyond]


def lies_in(axes, tick):
    low, high = axes.get_ylim()
    return low <= tick.get_loc() <= high


def cut(figure):
    width, height = figure.bbox.width, figure.bbox.height
    boxes = {one.get_text(): one.get_window_extent() for one in texts(figure)}
    return [
        said for said, box in boxes.items() if box.x0 < -1 or box.y0 < -1 or box.x1 > width + 1 or box.y1 > height + 1
    ]


@pytest.mark.parametrize("value", [7_498_532.0, 61_080_000.0])
def test_the_axis_of_millions_has_its_whole_numbers(lines, value):
    line = Line("31", "DKI Jakarta", "chosen", (("2023-12", value),))
    figure = drawn("lines", lines=replace(lines, series=(line,), targets=(), decimals=0))
    assert cut(figure) == []
    assert any(one.get_text().endswith("000.000") for one in texts(figure))


@pytest.mark.parametrize("value", [37.0, 49.9, 58.6])
def test_the_name_of_a_line_across_the_bars_stays_on_the_sheet(bars, value):
    line = Reference("Bali 49,9\u00a0% (tercetak: 50,88\u00a0%)", value)
    assert cut(drawn("bars", bars=replace(bars, references=(line,)))) == []


def test_a_target_says_whose_it_is_however_long_its_name(lines):
    target = TargetPoint(MINISTRY, "Indonesia", 2025, 52.15)
    figure = drawn("lines", lines=replace(lines, targets=(target,)))
    (said,) = [one.get_text() for one in texts(figure) if "52" in one.get_text()]
    assert " ".join(said.split()) == f"{MINISTRY} (Indonesia) 52,15"
    assert cut(figure) == []


@pytest.mark.parametrize("targets", [(), (TargetPoint(MINISTRY, "Indonesia", 2025, 5_000_000.0),)])
def test_a_long_name_with_a_long_number_stands_whole_at_the_end_of_its_line(lines, targets):
    line = Line("19", "Kepulauan Bangka Belitung", "chosen", (("2022-12", 1_207_002.0), ("2024-12", 1_216_685.0)))
    figure = drawn("lines", lines=replace(lines, series=(line,), targets=targets, decimals=0))
    assert cut(figure) == []
