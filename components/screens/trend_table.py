"""The figures of lines over time as a table."""

import pandas as pd

from components.language.i18n import _
from components.report.labels import gap_title, region_title, status_title, unit_title
from components.screens.panel import count_columns
from components.screens.source_list import source_columns
from components.state.view import View
from data.quantity import decimals_in, shown_values
from data.query import each_row


def trend_table(rows: pd.DataFrame, view: View) -> tuple[pd.DataFrame, dict[str, list[int]]]:
    """Return the table of rows of a series, without the gaps of the area and country, and its figures' decimals."""
    indicator, unit = view.indicator, unit_title(view.indicator).capitalize()
    beside = rows["region_code"].isin({view.selection.area, "ID"} - set(view.inside))
    kept = rows[rows["value"].notna() | ~beside]
    table = pd.DataFrame(
        {
            _("Region"): kept["region_code"].map(region_title),
            _("Period"): kept["period"],
            unit: shown_values(kept, indicator),
            _("Status"): [gap_title(row.gap) if row.gap else status_title(row) for row in each_row(kept)],
            **count_columns(kept, indicator),
            **source_columns(kept, view),
        }
    )
    return table, {unit: decimals_in(kept, indicator)}
