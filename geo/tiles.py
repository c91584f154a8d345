"""Equal tiles for regions: a block of cells for each province, its regions where they lie among their neighbours."""

from itertools import product

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

Numbers = NDArray[np.float64]


def assign_grid(places: Numbers, width: int, height: int) -> Numbers:
    """Give each place a cell of a grid that has more of them, so that the sum of squared distances is least.

    places: x and y (n, 2), y downwards. Returns column and row (n, 2).
    """
    wanted = (places - places.min(axis=0)) / np.ptp(places, axis=0) * [width - 1, height - 1]
    return _solve(wanted, _grid(width, height))


def assign_cells(places: Numbers, width: int, height: int) -> Numbers:
    """Give each of a block's regions a cell, so that the way from where they lie to their cells is shortest.

    places: longitude and latitude (n, 2); width, height: of the block in cells, n at most width times height and more
    than are left without the last row or column. Where cells are left over, they are the ends of one outer row or
    column, whichever costs least: a block has no holes. Returns column and row (n, 2), row 0 the northernmost.
    The sum of squared distances is least (scipy.optimize.linear_sum_assignment; Crouse 2016), each place counted by
    its rank from west to east and from north to south, so that regions that crowd together spread out.
    """
    wanted = np.column_stack([_spread(places[:, 0], width), _spread(-places[:, 1], height)])
    solved = [_solve(wanted, cells) for cells in _blocks_of(len(places), width, height)]
    return min(solved, key=lambda one: float(((one - wanted) ** 2).sum()))


def _spread(values: Numbers, size: int) -> Numbers:
    """Return where values would stand in so many cells, half by their rank, half by how far apart they are."""
    if len(values) == 1:
        return np.full(1, (size - 1) / 2)
    ranks = values.argsort().argsort() / (len(values) - 1)
    lengths = (values - values.min()) / max(np.ptp(values), 1e-9)
    spread: Numbers = (ranks + lengths) / 2 * (size - 1)
    return spread


def _solve(wanted: Numbers, cells: Numbers) -> Numbers:
    cost = ((wanted[:, None, :] - cells[None, :, :]) ** 2).sum(axis=2)
    found: Numbers = cells[linear_sum_assignment(cost)[1]]
    return found


def _blocks_of(count: int, width: int, height: int) -> list[Numbers]:
    """Return the cells of each way to leave out the ends of one outer row or column."""
    every = _grid(width, height)
    left = width * height - count
    blocks = []
    for axis, size, last in ((1, width, height - 1), (0, height, width - 1)):
        for line, first in product((0, last), range(left + 1)):
            at, along = every[:, axis] == line, every[:, 1 - axis]
            kept = every[~at | ((along >= first) & (along < size - (left - first)))]
            if len(kept) == count:
                blocks.append(kept)
    return blocks


def _grid(width: int, height: int) -> Numbers:
    return np.array(list(product(range(width), range(height))), dtype=float)
