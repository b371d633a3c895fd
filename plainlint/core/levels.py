"""Levels: how hard a document is on the scale of its language, to compare it with itself."""

from typing import NamedTuple

# Where numbers of every scale are drawn and sorted: from 0, the easiest, up to here, the hardest.
# School grades are there as they are.
HARDEST = 20
# A scale of ease goes from the easiest to 0.
_EASIEST = 100


def measure_hardness(value: float, *, is_ease: bool) -> float:
    """Return where a number of a scale is on the way from easy, 0, to hard, `HARDEST`.

    Numbers past the ends of a scale are past these ends, too.

    >>> measure_hardness(55, is_ease=True)
    9.0
    """
    return (_EASIEST - value) * HARDEST / _EASIEST if is_ease else value


def find_value(hardness: float, *, is_ease: bool) -> float:
    """Return the number of a scale at a place on the way from easy to hard.

    >>> find_value(9, is_ease=True)
    55.0
    """
    return _EASIEST - hardness * _EASIEST / HARDEST if is_ease else hardness


def label_hardness(hardness: float, *, is_ease: bool) -> str:
    """Return the number of a scale at a place on the way from easy to hard, as it is written.

    >>> label_hardness(8, is_ease=True)
    '60'
    """
    return f"{find_value(hardness, is_ease=is_ease):g}"


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
