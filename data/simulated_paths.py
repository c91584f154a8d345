"""The arithmetic of the simulation: whole numbers only, so that every machine makes the same figures."""

from itertools import pairwise
from random import Random

MONTHS = [f"{year}-{month:02d}" for year in range(2021, 2025) for month in range(1, 13)][2:-1]

# The year ends high and January drops, because regional budgets pay once or twice a year (facts/domain.md).
# Thousandths of the way from March 2021 to November 2024; at a start of 0.7 they give Indonesia 27.3 percent
# in March 2021 and 40.4 in December 2023, near 27.79 and 41.56 million active of 101.81 million workers.
_TURNS = {
    "2021-03": 0, "2021-06": 75, "2021-08": 120, "2021-12": 330, "2022-01": 130, "2022-11": 560,
    "2022-12": 640, "2023-01": 430, "2023-11": 900, "2023-12": 1090, "2024-01": 760, "2024-11": 1000,
}  # fmt: skip
_WHOLE = 1_000_000
_FINE = 10**15  # so fine that a given count comes out whole


def stream(*words: str) -> Random:
    """Return the random numbers that belong to these words, the same ones on every machine.

    Only `Random.random()` is drawn from: Python keeps its sequence between versions, not that of `randint`.
    """
    return Random(" ".join(["cakupan 2024-11", *words]))  # noqa: S311 - for a demonstration, not a secret


def draw(numbers: Random, low: int, high: int) -> int:
    """Return the next whole number from low to high, both included."""
    return low + int(numbers.random() * (high - low + 1))


def clamp(number: int, low: int, high: int) -> int:
    """Return the nearest number from low to high."""
    return max(low, min(high, number))


def percent_of(percent: int, total: int) -> int:
    """Return a percentage of a total, rounded half up."""
    return (2 * percent * total + 100) // 200


def added(first: list[int], second: list[int]) -> list[int]:
    """Return the sums of two lists, place by place."""
    return [one + other for one, other in zip(first, second, strict=True)]


def share(total: int, weights: list[int]) -> list[int]:
    """Share a total out in whole numbers by weight; what is left over goes to the largest remainders.

    Of equal remainders the earlier comes first. Method: Hare and Niemeyer, as parliaments share seats.
    """
    everything = sum(weights)
    shares = [total * weight // everything for weight in weights]
    remainders = [total * weight % everything for weight in weights]
    order = sorted(range(len(weights)), key=lambda place: (-remainders[place], place))
    for place in order[: total - sum(shares)]:
        shares[place] += 1
    return shares


def progress() -> list[int]:
    """Return for each month how far the country has come, in thousandths, straight between the turns."""
    turns = [(MONTHS.index(month), height) for month, height in _TURNS.items()]
    heights = [turns[0][1]]
    for (start, low), (end, high) in pairwise(turns):
        heights += [low + (high - low) * step // (end - start) for step in range(1, end - start + 1)]
    return heights


def path(numbers: Random, start: tuple[int, int]) -> list[int]:
    """Return a region's height in each month, in millionths of its height in the last one.

    start: the least and the most that it may have had at the beginning, in thousandths.
    Each region rises early or late (`bend`) and wavers a little; the waver is smaller than any fall in
    January.
    """
    begin, bend = draw(numbers, *start), draw(numbers, -400, 400)
    heights = []
    for reached in progress():
        bent = reached + bend * reached * (1000 - reached) // _WHOLE
        heights.append(begin * 1000 + (1000 - begin) * bent + draw(numbers, -1200, 1200))
    return heights


def through(anchors: dict[str, int], heights: list[int]) -> list[int]:
    """Return the counts along a path that is exactly as given in those months, rounded half up.

    Between two given months the path is stretched by what lies between their two factors, beyond them by the nearest
    one.
    """
    given = sorted((MONTHS.index(month), count) for month, count in anchors.items())
    factors = [(place, _FINE * count // heights[place]) for place, count in given]
    stretched = [factors[0][1]] * factors[0][0]
    for (start, first), (end, then) in pairwise(factors):
        stretched += [first + (then - first) * step // (end - start) for step in range(end - start)]
    stretched += [factors[-1][1]] * (len(heights) - len(stretched))
    return [(2 * height * factor + _FINE) // (2 * _FINE) for height, factor in zip(heights, stretched, strict=True)]
