"""Two pictures of a page -> how alike they are (Wang et al., 2004), by numpy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from PIL.Image import Image

_WINDOW: Final = 8
_SHORT: Final = 256
"""Pictures are averaged down to about so many pixels at their shorter side, as the authors do."""
_C1, _C2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2


def similarity(one: Image, other: Image) -> float:
    """Return the mean structural similarity of two pictures of one size, in shades of grey."""
    x, y = (_shrunk(np.asarray(picture.convert("L"), dtype=np.float64)) for picture in (one, other))
    mean_x, mean_y = _mean(x), _mean(y)
    var_x, var_y = _mean(x * x) - mean_x**2, _mean(y * y) - mean_y**2
    both = _mean(x * y) - mean_x * mean_y
    above = (2 * mean_x * mean_y + _C1) * (2 * both + _C2)
    below = (mean_x**2 + mean_y**2 + _C1) * (var_x + var_y + _C2)
    return float((above / below).mean())


def _shrunk(values: np.ndarray) -> np.ndarray:
    """Return a picture at the scale at which structure is seen and not the grain of letters."""
    by = max(1, round(min(values.shape) / _SHORT))
    high, wide = (side // by * by for side in values.shape)
    blocks = values[:high, :wide].reshape(high // by, by, wide // by, by)
    small: np.ndarray = blocks.mean(axis=(1, 3))
    return small


def _mean(values: np.ndarray) -> np.ndarray:
    """Return the mean of each window of a picture."""
    sums = np.pad(values.cumsum(0).cumsum(1), ((1, 0), (1, 0)))
    n = _WINDOW
    means: np.ndarray = (sums[n:, n:] - sums[:-n, n:] - sums[n:, :-n] + sums[:-n, :-n]) / (n * n)
    return means
