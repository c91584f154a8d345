"""The type of a table's row, for the functions that turn one row into words."""

from typing import Any

# What pandas' itertuples gives: a namedtuple made for each table, so no type of its own can be named.
Row = Any
