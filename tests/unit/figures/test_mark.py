"""What every chart has: one ink, and the word for made-up figures inside it."""

import plotly.graph_objects as go

from components.charts.mark import dressed

BARE = {
    "data": [{"type": "bar", "x": [1.0], "y": [0]}],
    "layout": {
        "height": 540,
        "margin": {"t": 92},
        "xaxis": {"tickfont": {"size": 14}},
        "annotations": [{"text": "persen"}],
    },
}


def test_all_letters_are_of_one_ink_and_keep_their_size():
    layout = go.Figure(dressed(BARE, "#1a1f1d")).layout
    inks = [layout.font.color, layout.legend.font.color, layout.legend.title.font.color]
    inks += [font.color for axis in (layout.xaxis, layout.yaxis) for font in (axis.tickfont, axis.title.font)]
    assert set(inks) == {"#1a1f1d"}
    assert layout.xaxis.tickfont.size == 14
    assert [note.text for note in layout.annotations] == ["persen"]


def test_the_word_stands_in_the_upper_right_corner_beside_what_is_noted_there():
    layout = go.Figure(dressed(BARE, "#1a1f1d", "SIMULASI")).layout
    assert [note.text for note in layout.annotations] == ["persen", "<b>SIMULASI</b>"]
    assert (layout.annotations[1].xref, layout.annotations[1].yshift) == ("paper", 92)
    assert (layout.height, layout.margin.t) == (540 + 30, 92 + 30)
    assert len(BARE["layout"]["annotations"]) == 1
