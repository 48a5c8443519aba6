"""Numbers -> the axis that a person would choose for them: round steps, few of them."""

from __future__ import annotations

from decimal import Decimal
from math import ceil, floor, log10
from typing import TYPE_CHECKING, Final

from deckgen.blocks.kit import Struct

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

STEPS: Final = 5
"""About how many steps an axis has."""
_NICE: Final = (1.0, 2.0, 2.5, 5.0, 10.0)
NEAR_ZERO: Final = 0.6
"""Values that begin below this share of the largest are shown from zero, also as lines."""


class AxisScale(Struct, frozen=True):
    """An axis from `low` to `high` in steps."""

    low: float
    high: float
    step: float

    @property
    def ticks(self) -> tuple[float, ...]:
        """The numbers at which there are steps."""
        count = round((self.high - self.low) / self.step)
        return tuple(_clean(self.low + self.step * number) for number in range(count + 1))

    @property
    def decimals(self) -> int:
        """How many decimals the numbers at the steps have."""
        exponent = Decimal(repr(self.step)).normalize().as_tuple().exponent
        return max(0, -exponent) if isinstance(exponent, int) else 0

    def share(self, value: float) -> float:
        """Return where a value is between the ends, from 0 to 1."""
        return (value - self.low) / (self.high - self.low)


def nice_step(wish: float) -> float:
    """Return the least round number that is not less than a wish."""
    if wish <= 0:
        return 1.0
    power = 10.0 ** floor(log10(wish))
    return _clean(next(nice for nice in _NICE if nice * power >= wish * 0.999999) * power)


def scale_of(values: Sequence[float], *, from_zero: bool, steps: int = STEPS) -> AxisScale:
    """Return the axis for values; one from zero holds it, others where they come near it."""
    low, high = min(values, default=0.0), max(values, default=1.0)
    if from_zero or (low >= 0 and low < high * NEAR_ZERO) or (high <= 0 and high > low * NEAR_ZERO):
        low, high = min(low, 0.0), max(high, 0.0)
    if low == high:
        low, high = (low, low + 1.0) if low == 0 else (min(low, 0.0), max(high, 0.0))
    step = nice_step((high - low) / steps)
    return AxisScale(
        _clean(floor(low / step + 1e-9) * step), _clean(ceil(high / step - 1e-9) * step), step
    )


def _clean(number: float) -> float:
    """Return a number without what binary fractions leave behind its digits."""
    return float(f"{number:.12g}")


def coarser(scale: AxisScale, fits: Callable[[AxisScale], bool]) -> AxisScale:
    """Return an axis with as few steps as its numbers need to have room, one at the least."""
    for steps in range(STEPS, 0, -1):
        if fits(scale):
            break
        scale = scale_of((scale.low, scale.high), from_zero=False, steps=steps)
    return scale
