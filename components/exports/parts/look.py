"""How exports look: colours with at least 4.5 to 1 on white for text, 3 to 1 for lines."""

INK, MUTED, LINE, GROUND = "#1a1f1d", "#56605c", "#d5dbd8", "#ffffff"
GREEN, GREY, ORANGE = "#14805f", "#7f8a86", "#b84f00"
# As the deck in the browser draws its first four (deck/lines.css): a region has one colour on screen and in every file.
LINES = ("#9a3d00", "#1f4f9c", "#7a1f6b", "#6b5200", "#a6761d", "#b0419b", "#d1495b", "#8a8d0f")
TARGET = "#c2187a"
NOT_APPLICABLE = "#e3e6e5"
# More bars than this cannot be read on a slide; then the two ends are shown.
MOST_BARS = 16
# More regions than this are not labelled on the map.
MOST_LABELS = 20
# Of more regions than this the rims are thin.
FEW = 60


def line_colour(role: str, place: int) -> str:
    """Return country grey, area green, chosen regions in colours of their own."""
    return {"country": GREY, "area": GREEN}.get(role, LINES[place % len(LINES)])
