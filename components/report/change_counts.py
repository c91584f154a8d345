"""How many regions rose, stayed or fell between two periods, in one sentence."""

import pandas as pd

from components.language.i18n import _, exact_number, integer, period_label
from components.state.view import View
from data.change_series import changes_since
from data.completeness import GAPS
from data.quantity import shown_values
from data.regimes import OTHER_REGIME
from geo.classify import CHANGE_LIMITS


def moved_sentence(view: View) -> str:
    """Say how many of the regions in view rose, stayed about the same or fell, and how many cannot be told."""
    rows, since = view.shown, view.selection.since
    rows = rows[rows["region_code"].isin(view.inside) & rows["period"].isin([view.selection.period, since])]
    now = changes_since(rows, since, view.indicator)
    now = now[now["period"] == view.selection.period]
    shown = shown_values(now, view.indicator).dropna()
    risen, fallen = int((shown > CHANGE_LIMITS[0]).sum()), int((shown < -CHANGE_LIMITS[0]).sum())
    said = _(
        "Since {since}: {risen} risen by more than {limit} point, {same} about the same, {fallen} fallen.",
        since=period_label(since),
        risen=integer(risen),
        same=integer(len(shown) - risen - fallen),
        fallen=integer(fallen),
        limit=exact_number(CHANGE_LIMITS[0]),
    )
    return " ".join(part for part in (said, _untold(now)) if part)


def _untold(now: pd.DataFrame) -> str:
    missing = now["gap"].isin(GAPS)
    if not missing.any():
        return ""
    broken = int(now["gap"].eq(OTHER_REGIME).sum())
    said = _("{count} without a figure in one of both.", count=integer(int(missing.sum()) - broken))
    across = _("{count} with another denominator.", count=integer(broken))
    return " ".join(text for text, some in ((said, int(missing.sum()) > broken), (across, broken)) if some)
