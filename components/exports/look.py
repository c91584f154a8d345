"""How exports look: colours with at least 4.5 to 1 on white for text, 3 to 1 for lines."""

INK, MUTED, LINE, GROUND = "#1a1f1d", "#56605c", "#d5dbd8", "#ffffff"
GREEN, GREY, ORANGE = "#14805f", "#7f8a86", "#b84f00"
# ColorBrewer Dark2 in an order of our own, as the trend page draws them.
LINES = ("#d95f02", "#7f7ac0", "#e7298a", "#2f86c4", "#a6761d", "#b0419b", "#d1495b", "#8a8d0f")
TARGET = "#c2187a"
NOT_APPLICABLE = "#e3e6e5"
# More bars than this cannot be read on a slide; then the two ends are shown.
MOST_BARS = 16
# More regions than this are not labelled on the map.
MOST_LABELS = 20
# Of more regions than this the rims are thin.
FEW = 60


def line_colour(role: str, place: int) -> str:
    """Country grey, area green, chosen regions in colours of their own."""
    return {"country": GREY, "area": GREEN}.get(role, LINES[place % len(LINES)])
