"""Levels: how hard a document is on the scale of its language, to compare it with itself."""

from typing import NamedTuple


class Level(NamedTuple):
    """How hard a document is.

    Attributes:
        value: the lowest number by the formulas of its scale, which limits are compared with.
        scale: the formula of a scale of ease, such as `inflesz`; empty for school grades.
    """

    value: float
    scale: str = ""

    @property
    def is_ease(self) -> bool:
        """Whether a higher value is easier; a higher school grade is harder."""
        return bool(self.scale)

    def measure_rise(self, earlier: "Level") -> float | None:
        """Return how much harder it is than `earlier`, negative if easier; None on another scale.

        >>> Level(60, "inflesz").measure_rise(Level(65, "inflesz"))
        5
        """
        if self.scale != earlier.scale:
            return None
        return earlier.value - self.value if self.is_ease else self.value - earlier.value

    def round(self) -> "Level":
        """Return the level to one decimal, as it is shown."""
        return self._replace(value=round(self.value, 1))
