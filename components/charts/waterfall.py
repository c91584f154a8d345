"""A change as steps: from the rate before, by what participants and the denominator brought, to the rate now."""

from dataclasses import dataclass
from itertools import accumulate

from components.charts.ranking import GREEN, GREY, ORANGE

RISE, FALL = GREEN, ORANGE


@dataclass(frozen=True)
class Step:
    """A bar. value: of the first and the last the rate, of the others what they brought; text: how it is written."""

    label: str
    value: float
    text: str


@dataclass(frozen=True)
class Steps:
    """Bars from the rate before to the rate now. title: whose rate it is, and in which unit."""

    title: str
    steps: tuple[Step, ...]

    @property
    def spans(self) -> list[tuple[float, float]]:
        """Return where each bar begins and ends: the first and last at zero, each other where the one before ended."""
        values = [step.value for step in self.steps]
        begins = [0.0, *accumulate(values[:-2]), 0.0]
        return [(begin, begin + value) for begin, value in zip(begins, values, strict=True)]

    @property
    def colours(self) -> list[str]:
        """Return the colour of each bar, as `#rrggbb`."""
        return [GREY, *(RISE if step.value > 0 else FALL for step in self.steps[1:-1]), GREY]

    @property
    def range(self) -> tuple[float, float]:
        """Return the lowest and the highest end of a bar, which are never the same."""
        ends = [end for _begin, end in self.spans]
        return min(0.0, *ends), max(*ends) or 1.0

    @property
    def shares(self) -> list[tuple[float, float]]:
        """Return of each bar how far it begins from the left and how long it is, as shares of the drawing's width."""
        return [(self._share(min(span)), self._share(max(span)) - self._share(min(span))) for span in self.spans]

    @property
    def ends(self) -> list[float]:
        """Return how far from the left the rate stands after each step, as a share of the drawing's width."""
        return [self._share(end) for _begin, end in self.spans]

    def _share(self, value: float) -> float:
        low, high = self.range
        return (value - low) / (high - low)
