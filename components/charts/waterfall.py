"""A change as steps: from the rate before, by what participants and the denominator brought, to the rate now."""

from components.charts.mark import Part, unmarked
from components.charts.ranking import GREEN, GREY, ORANGE, SEPARATORS
from components.language.i18n import language

# A bar's height in pixels, and the room of a row with its label.
ROW, HEAD = 46, 40
RISE, FALL = GREEN, ORANGE


def waterfall_figure(steps: list[tuple[str, float, str]], unit: str) -> Part:
    """Return bars that lie: the first and the last from zero, those between each from where the one before ended.

    steps: label, value and the value in words; of the first and the last the rate, of the others what they brought.
    """
    labels = [unmarked(label) for label, _value, _text in steps]
    measures = ["absolute", *["relative"] * (len(steps) - 2), "total"]
    ends = [steps[0][1], sum(value for _label, value, _text in steps[:-1])]
    bars = {
        "type": "waterfall",
        "orientation": "h",
        "measure": measures,
        "y": labels,
        "x": [value for _label, value, _text in steps],
        "text": [unmarked(text) for _label, _value, text in steps],
        "textposition": "outside",
        "cliponaxis": False,
        "hoverinfo": "skip",
        "increasing": {"marker": {"color": RISE}},
        "decreasing": {"marker": {"color": FALL}},
        "totals": {"marker": {"color": GREY}},
        "connector": {"line": {"color": GREY, "width": 1, "dash": "dot"}},
    }
    layout = {
        "title": {"text": unmarked(unit), "font": {"size": 14}, "x": 0, "xanchor": "left"},
        "yaxis": {"autorange": "reversed", "fixedrange": True, "automargin": True},
        "xaxis": {"rangemode": "tozero", "range": [0, max(ends) * 1.25 or 1.0], "fixedrange": True, "zeroline": True},
        "height": HEAD + ROW * len(steps),
        "margin": {"t": HEAD, "b": 24, "l": 8, "r": 24},
        "separators": SEPARATORS[language()],
        "font": {"size": 14},
        "showlegend": False,
    }
    return {"data": [bars], "layout": layout}
