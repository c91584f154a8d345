"""The check of figures: what was printed against what its own counts give."""

import pandas as pd

# Half a unit of the last decimal is allowed; the rest is for the rounding of binary fractions.
_TOLERANCE = 1e-9


def disagrees(rows: pd.DataFrame) -> pd.Series:
    """Say for each row whether its printed figure and its counts disagree.

    rows: `numerator`, `denominator`, `value` (computed from them where both are there) and `value_printed`.
    True where the two are more than half a unit of the last printed decimal apart, so that no rounding can
    explain it (35 covers 34.5 to 35.5), or where a figure was printed over a denominator of 0.
    False where there is nothing to compare.
    """
    printed = pd.to_numeric(rows["value_printed"].mask(rows["value_printed"] == ""))
    comparable = printed.notna() & rows["numerator"].notna() & rows["denominator"].notna()
    half_unit = 0.5 * 10.0 ** -_decimals(rows["value_printed"])
    apart = (rows["value"] - printed).abs() > half_unit + _TOLERANCE
    return comparable & (apart | (rows["denominator"] == 0))


def find_disagreements(observations: pd.DataFrame) -> pd.DataFrame:
    """Return the observations whose printed figure and counts disagree, as they are, in their order."""
    return observations[disagrees(observations)]


def _decimals(printed: pd.Series) -> pd.Series:
    # By the distinct texts: 131,000 rows hold a handful, and looking into each row takes a tenth of a second.
    lengths = {text: len(text.partition(".")[2]) for text in printed.unique()}
    return printed.map(lengths).astype("float64")
