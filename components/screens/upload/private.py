"""What of a file may be shown: identity numbers, births and wages of workers never stand on a screen in full."""

from components.screens.upload.pipeline import Pipeline
from data.intake.identity import masked, without_identities


def shown_cell(pipeline: Pipeline, column: str, text: str) -> str:
    return masked(text) if column in pipeline.private_columns else without_identities(text)


def shown_rows(pipeline: Pipeline, rows: int) -> list[list[str]]:
    """Return the first rows of the sheet, private cells masked below the header."""
    opened = pipeline.opened
    private = {at for at, name in opened.columns.items() if name in pipeline.private_columns}
    first = max(opened.header_rows, default=0)
    return [
        [masked(text) if row > first and at in private else without_identities(text) for at, text in enumerate(cells)]
        for row, cells in enumerate(opened.preview[:rows], 1)
    ]
