"""Split the change of a rate between two periods into what its two counts did."""

from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True)
class Change:
    """A change in the rate's unit (points), and how much of it each count brought; the two add up to it."""

    total: float
    from_numerator: float
    from_denominator: float


def split_change(before: tuple[float, float], after: tuple[float, float], multiplier: float = 100.0) -> Change | None:
    """Split the change of a rate into the effects of its numerator and its denominator.

    before, after: (numerator, denominator), counts of the same things in two periods; multiplier: 100 for
    percent. Returns None where a count is missing or a denominator is 0.
    Method: the Shapley value. Each effect is the mean over the two orders in which the counts could have
    moved,
    so that nothing is left over and neither order is preferred: Shorrocks, "Decomposition procedures for
    distributional analysis: a unified framework based on the Shapley value", Journal of Economic Inequality
    11 (2013), 99-126; for two factors it is Kitagawa's split (Journal of the American Statistical
    Association 50, 1955, 1168-1194).
    """
    (numerator, denominator), (numerator_after, denominator_after) = before, after
    if pd.isna([*before, *after]).any() or denominator <= 0 or denominator_after <= 0:
        return None
    per_person = multiplier / denominator, multiplier / denominator_after
    from_numerator = (numerator_after - numerator) * sum(per_person) / 2
    from_denominator = (numerator + numerator_after) / 2 * (per_person[1] - per_person[0])
    return Change(from_numerator + from_denominator, from_numerator, from_denominator)
