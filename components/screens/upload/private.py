"""What of a file may be shown: identity numbers, births and wages of workers never stand on a screen in full."""

from components.screens.upload.made import opened_of
from components.screens.upload.state import Work, once
from data.intake.identity import hidden_columns, masked, without_identities


def private_columns_of(now: Work) -> set[str]:
    """The columns whose cells are masked; of a file of regions, a minimum wage is none of them."""
    return once(now, "private", now.settings, lambda: hidden_columns(opened_of(now).texts))


def shown_cell(now: Work, column: str, text: str) -> str:
    return masked(text) if column in private_columns_of(now) else without_identities(text)


def shown_rows(now: Work, rows: int) -> list[list[str]]:
    """The first rows of the sheet, private cells masked below the header."""
    opened = opened_of(now)
    private = {at for at, name in opened.columns.items() if name in private_columns_of(now)}
    first = max(opened.header_rows, default=0)
    return [
        [masked(text) if row > first and at in private else without_identities(text) for at, text in enumerate(cells)]
        for row, cells in enumerate(opened.preview[:rows], 1)
    ]
