"""Who should go where, so that the whole costs least: the assignment problem."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from casekit.errors import ModelError

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

SQUARE = 2  # the last two axes of costs


def assign(costs: ArrayLike) -> NDArray[np.intp]:
    """The office of each official with the least total cost, for each city at once.

    `costs` has the shape (..., officials, offices), as many offices as officials; the
    answer has the shape (..., officials). Shortest augmenting paths (Jonker and
    Volgenant 1987), O(n³) for each city, all cities in step. `ModelError` if `costs`
    is not square or not finite.

    >>> assign([[4, 1, 3], [2, 0, 5], [3, 2, 2]])
    array([1, 0, 2])
    """
    table = np.asarray(costs, dtype=float)
    size = table.shape[-1] if table.ndim >= SQUARE else 0
    if not size or table.shape[-2] != size:
        raise ModelError(
            f"costs has the shape {table.shape}; "
            "give one row for each official and one column for each office, as many"
        )
    if not np.isfinite(table).all():
        raise ModelError("costs has a value that is not finite; write numbers only")
    cities = table.reshape(-1, size, size)
    office = np.full(cities.shape[:2], -1)
    holder = np.full(cities.shape[:2], -1)
    price = np.zeros(cities.shape[:2])
    for official in range(size):
        _place(official, cities, price, holder, office)
    return office.reshape(table.shape[:-1])


def _place(
    official: int,
    cities: NDArray[np.float64],
    price: NDArray[np.float64],
    holder: NDArray[np.intp],
    office: NDArray[np.intp],
) -> None:
    """Give one more official an office, moving others along the cheapest path."""
    every = np.arange(len(cities))
    length = cities[:, official] - price
    before = np.full(length.shape, official)  # whose move made the path to an office
    done = np.zeros(length.shape, dtype=bool)
    end = np.full(len(cities), -1)
    searching = every
    while searching.size:
        open_length = np.where(done[searching], np.inf, length[searching])
        nearest = open_length.argmin(axis=1)
        shortest = open_length[np.arange(searching.size), nearest]
        head = holder[searching, nearest]
        free = head < 0
        end[searching[free]] = nearest[free]
        searching, nearest = searching[~free], nearest[~free]
        head, shortest = head[~free], shortest[~free]
        done[searching, nearest] = True
        worth = cities[searching, head] - price[searching]
        onward = worth + (shortest - worth[np.arange(searching.size), nearest])[:, None]
        better = ~done[searching] & (onward < length[searching])
        length[searching] = np.where(better, onward, length[searching])
        before[searching] = np.where(better, head[:, None], before[searching])
    price += np.where(done, length - length[every, end][:, None], 0.0)
    moving = every
    while moving.size:
        head = before[moving, end[moving]]
        left = office[moving, head]
        holder[moving, end[moving]] = head
        office[moving, head] = end[moving]
        end[moving] = left
        moving = moving[head != official]
