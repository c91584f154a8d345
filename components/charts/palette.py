"""Colours of classes and lines: one sequential ramp and one diverging, both safe for colour-blind eyes."""

from plotly.colors import sample_colorscale

from geo.classify import BUBBLES, CHANGE

# ColorBrewer YlGnBu; in the dark theme low values stay near the ground.
SEQUENTIAL = "YlGnBu"
RANGE = {"light": (0.12, 0.95), "dark": (0.92, 0.06)}
# Brown, grey and blue-green (ColorBrewer BrBG): below, near and above a target.
BANDS = {"light": ("#bf812d", "#e4e2da", "#35978f"), "dark": ("#d8a35a", "#5b6361", "#5fc9bd")}
# The same for changes: falls, about the same, rises; the larger a change, the further from the ground.
CHANGES = {
    "light": ("#7a4708", "#bf812d", "#e6c58c", "#e4e2da", "#9fd6cd", "#35978f", "#01524a"),
    "dark": ("#f6d9a8", "#d8a35a", "#8f6a35", "#47504d", "#337a72", "#5fc9bd", "#bff3ea"),
}
# Under bubbles, which alone tell the figures.
GROUND, BUBBLE = {"light": "#eef2ee", "dark": "#38413d"}, {"light": "#2c7fb8", "dark": "#7fcdbb"}
NOT_APPLICABLE = {"light": "#e3e6e5", "dark": "#2c3331"}


def class_colours(scheme: str, classes: int, theme: str) -> list[str]:
    """One colour per class, low to high, as `#rrggbb`."""
    if classes == 0:
        return []
    if scheme == BUBBLES:
        return [GROUND[theme]]
    if scheme in ("target_bands", CHANGE):
        return list((CHANGES if scheme == CHANGE else BANDS)[theme])
    low, high = RANGE[theme]
    if classes == 1:
        return [_hex(sample_colorscale(SEQUENTIAL, [0.5])[0])]
    at = [low + (high - low) * i / (classes - 1) for i in range(classes)]
    return [_hex(colour) for colour in sample_colorscale(SEQUENTIAL, at)]


def _hex(rgb: str) -> str:
    return "#" + "".join(f"{round(float(part)):02x}" for part in rgb[4:-1].split(","))
