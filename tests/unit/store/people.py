"""Users of every role, and small tables to publish."""

import pandas as pd

from data.observations import STORED_COLUMNS
from data.regimes import REGIME_COLUMNS
from data.store.roles import User
from data.store.versions import Upload

ROLES = """
[roles]
"vina@example.go.id" = "viewer"
"ana@example.go.id" = "analyst"
"Puji@example.go.id" = "publisher"
"adi@example.go.id" = "admin"
"""
NOBODY = User("nobody@example.go.id")
VIEWER, ANALYST = User("vina@example.go.id"), User("ana@example.go.id")
PUBLISHER, ADMIN = User("puji@example.go.id"), User("adi@example.go.id")
UPLOAD = Upload("bengkulu november.csv", "a" * 64, "from the branch office")


def figures(**values: float | None) -> pd.DataFrame:
    """Return observations of one month: `kaur=75.0` is 17.04, `lebong=17.0` is 17.07."""
    codes = {"kaur": "17.04", "lebong": "17.07", "bengkulu": "17.71"}
    rows = pd.DataFrame({"region_code": [codes[name] for name in values], "value": [*values.values()]})
    rows = rows.assign(indicator="coverage", segment="all", period="2024-11", status="reported", source_id="s1")
    rows = rows.assign(value_printed="", counts_status="", note="", numerator=float("nan"), denominator=float("nan"))
    rows = rows.assign(**dict.fromkeys(REGIME_COLUMNS, ""))
    return rows.astype({"value": "float64"})[STORED_COLUMNS]
