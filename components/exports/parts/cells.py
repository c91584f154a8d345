"""Cells of a table as text."""

from dataclasses import replace

from components.language.i18n import NO_BREAK, number
from components.report.model import Column, Table
from data.quantity import Quantity


def link_of(table: Table, row: int, column: Column) -> str:
    """Return the address that a cell leads to, "" for none."""
    return table.links[row] if table.links and column.key == "title" else ""


def cell_text(value: object, column: Column) -> str:
    """Return a number as the language writes it, nothing as a dash."""
    if value is None:
        return "–"
    if isinstance(value, Quantity):
        column, value = replace(column, decimals=value.decimals), value.value
    if isinstance(value, str) or not isinstance(value, (int, float)):
        return str(value)
    text = number(float(value), column.decimals)
    return f"{text}{NO_BREAK}%" if column.kind == "percent" else text
