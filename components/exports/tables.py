"""Tables as a workbook; a large one is written in a child, for it keeps a processor busy for half a minute."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from components.exports.workers.jobs import Progress, made_alone
from components.language.i18n import language
from components.state.limits import SMALL_ROWS
from data.export import Margin, to_xlsx


@dataclass(frozen=True)
class Tables:
    """What `to_xlsx` takes, for a child."""

    tables: dict[str, pd.DataFrame]
    margins: dict[str, Margin]
    language: str


def xlsx_of(tables: Mapping[str, pd.DataFrame], margins: Mapping[str, Margin] | None = None) -> bytes:
    """Return the workbook of `to_xlsx`, made where it disturbs nobody. Raises RuntimeError where a child failed."""
    part = Tables(dict(tables), dict(margins or {}), language())
    if max(map(len, tables.values()), default=0) <= SMALL_ROWS:
        return tables_xlsx(part)
    return made_alone("tables", part, Progress())


def tables_xlsx(part: Tables) -> bytes:
    return to_xlsx(part.tables, part.margins)
