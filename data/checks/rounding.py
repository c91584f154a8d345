"""How a number was rounded, read from its writing: the decimals of a printed one, the zeros of a count."""

import numpy as np
import pandas as pd

# A count ends in one or two zeros by chance; from three on somebody has rounded it.
_LEAST_UNIT = 1000.0
_MOST_ZEROS = 12


def half_units(printed: "pd.Series[str]") -> "pd.Series[float]":
    """Return half a unit of the last printed decimal of each text: 0.05 of `42.9`; 0.5 of a text without a decimal."""
    lengths = {text: len(text.partition(".")[2]) for text in printed.unique()}
    return 0.5 * 10.0 ** -printed.map(lengths).astype("float64")


def units_of_counts(counts: "pd.Series[float]") -> "pd.Series[float]":
    """Return the unit to which each count was rounded: 100,000 of 2,700,000; 1 of what was not; missing stays."""
    numbers = counts.to_numpy(dtype=float)
    units = np.where(np.isnan(numbers), np.nan, 1.0)
    for zeros in range(3, _MOST_ZEROS):
        units[(numbers > 0) & (numbers % 10.0**zeros == 0)] = 10.0**zeros
    return pd.Series(units, index=counts.index)


def slack_of_counts(counts: "pd.Series[float]") -> "pd.Series[float]":
    """Return by how much each count may be off: half the unit that it was rounded to, 0 of what was not rounded."""
    units = units_of_counts(counts)
    return (units / 2).where(units >= _LEAST_UNIT, 0.0)


def possible_rates(
    numerators: "pd.Series[float]", denominators: "pd.Series[float]", multiplier: "pd.Series[float]"
) -> tuple["pd.Series[float]", "pd.Series[float]"]:
    """Return the lowest and the highest rate that two counts allow, given how they were rounded.

    Where both are rounded, both are taken as rounded to the finer of their two units: who writes 2.7 of 6 million
    tells both to the hundred thousand, and 6 is 6.0. Where only one is, it keeps its own unit.
    """
    own = [units_of_counts(counts) for counts in (numerators, denominators)]
    both = (own[0] >= _LEAST_UNIT) & (own[1] >= _LEAST_UNIT)
    finer = np.minimum(own[0], own[1])
    slack = [(units.mask(both, finer) / 2).where(units >= _LEAST_UNIT, 0.0) for units in own]
    low = multiplier * (numerators - slack[0]) / (denominators + slack[1])
    high = multiplier * (numerators + slack[0]) / (denominators - slack[1])
    return low, high
