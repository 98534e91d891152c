"""The scale of an axis: round numbers that hold all values, and how they are written."""

from __future__ import annotations

from math import ceil, floor, log10

from briefdeck.compose.chart.data import ChartData
from briefdeck.named import NamedTuple

_ROUND = (1.0, 2.0, 2.5, 5.0, 10.0)


class Scale(NamedTuple):
    """From low to high in equal steps."""

    low: float
    high: float
    step: float

    def share(self, value: float) -> float:
        """How far along the axis a value stands, 0 to 1."""
        return (value - self.low) / (self.high - self.low)

    @property
    def ticks(self) -> tuple[float, ...]:
        """The values at the steps."""
        return tuple(self.low + number * self.step for number in range(round((self.high - self.low) / self.step) + 1))


def scale_of(data: ChartData, most: int = 5) -> Scale:
    """A scale of at most so many steps. Bars begin at zero; a line may begin near its lowest value."""
    low, high = _extent(data)
    if data.kind != "line" or low < 0 or (high - low) > 0.6 * high:
        low = min(0.0, low)
    high = max(high, 0.0) if data.kind != "line" else high
    if high <= low:
        high = low + (abs(low) or 1.0)
    rough = (high - low) / most
    power = 10.0 ** floor(log10(rough))
    step = next(size * power for size in _ROUND if size * power >= rough * (1 - 1e-9))
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    return Scale(first * step, last * step, step)


def _extent(data: ChartData) -> tuple[float, float]:
    if data.kind == "stacked":
        sums = [sum(value or 0.0 for value in column) for column in zip(*data.values, strict=True)]
        return min(0.0, *sums), max(sums)
    return min(data.numbers), max(data.numbers)


def tick_text(value: float, scale: Scale, data: ChartData) -> str:
    """A number at the axis, written as the numbers of the chart are."""
    factor = 100 if data.percent else 1
    places = max(0, -floor(log10(scale.step * factor) + 1e-9))
    if round(scale.step * factor, places) != round(scale.step * factor, places + 1):
        places += 1  # steps of 2.5
    text = f"{abs(value) * factor:.{places}f}"
    whole, _, rest = text.partition(".")
    if "," in data.format:
        whole = f"{int(whole):,}".replace(",", "." if data.decimal == "," else ",")
    sign = "−" if value < 0 and float(text) else ""
    return f"{sign}{whole}{data.decimal + rest if rest else ''}{'%' if data.percent else ''}"
