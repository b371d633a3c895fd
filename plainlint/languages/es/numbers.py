"""Spanish numbers: a comma before the decimals, and a space between groups of three digits.

Numbers of four digits have no space (Ortografía de la lengua española, RAE and ASALE, 2010).
"""

_SPACE = "\u00a0"
_MOST_TOGETHER = 4


def write_number(text: str) -> str:
    """Return a number that is written as in English.

    >>> write_number("-1,234.5")
    '-1234,5'
    >>> write_number("12,345").split()
    ['12', '345']
    """
    whole, point, decimals = text.partition(".")
    digits = sum(sign.isdigit() for sign in whole)
    space = _SPACE if digits > _MOST_TOGETHER else ""
    return whole.replace(",", space) + ("," if point else "") + decimals
