"""Numbers as an English reader says them: "350" is "three hundred fifty".

A year is said in pairs ("2014": twenty fourteen), decimals digit by digit ("7.7": seven point
seven), and a number inside a name in short ("T790M": seven ninety).
"""

# fmt: off
_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
    "eighteen", "nineteen",
)
_TENS = (
    "", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
)
# fmt: on
_SCALES = (
    (1_000_000_000_000, "trillion"),
    (1_000_000_000, "billion"),
    (1_000_000, "million"),
    (1_000, "thousand"),
    (100, "hundred"),
)
# The words of which all numbers are made.
NUMBER_WORDS = frozenset({*_ONES, *_TENS[1:], *(name for _, name in _SCALES)})
_LONGEST_IN_SCALES = 15
_PAIRED_YEARS = range(1100, 2100)
_PLAIN_YEARS = range(2000, 2010)
_PAIRED_IN_NAMES = range(101, 10_000)
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "twelve": "twelfth",
}


def number_words(digits: str, *, in_name: bool = False) -> list[str]:
    """Return the words for digits with an optional point and commas between thousands.

    Four digits without a comma from 1100 to 2099, except 2000 to 2009, are said as a year. A number
    in a name ("EML4", "T790M") of three or four digits is said in pairs too. Digits after the
    point, after a leading zero and beyond the trillions are said one by one.
    """
    whole, point, decimals = digits.partition(".")
    spoken = _whole_words(whole, in_name=in_name) if whole else []
    return spoken + ["point"] * bool(point) + _one_by_one(decimals)


def ordinal_words(digits: str) -> list[str]:
    """Return the words for the digits of an ordinal: "21" of "21st" is "twenty first"."""
    *before, last = _whole_words(digits, in_name=False)
    regular = f"{last[:-1]}ieth" if last.endswith("y") else f"{last.removesuffix('e')}th"
    return [*before, _ORDINALS.get(last, regular)]


def _whole_words(whole: str, *, in_name: bool) -> list[str]:
    digits = whole.replace(",", "")
    if len(digits) > _LONGEST_IN_SCALES or (digits[0] == "0" and len(digits) > 1):
        return _one_by_one(digits)
    number = int(digits)
    is_year = len(whole) == len("2014") and number in _PAIRED_YEARS and number not in _PLAIN_YEARS
    if is_year or (in_name and number in _PAIRED_IN_NAMES and number % 1000):
        return _in_pairs(number)
    return _cardinal(number)


def _in_pairs(number: int) -> list[str]:
    """Say 1914 as nineteen fourteen, 1905 as nineteen oh five, 1900 as nineteen hundred."""
    first, rest = divmod(number, 100)
    if rest == 0:
        return [*_cardinal(first), "hundred"]
    return [*_cardinal(first), *(["oh"] if rest in range(10) else []), *_cardinal(rest)]


def _cardinal(number: int) -> list[str]:
    if number < len(_ONES):
        return [_ONES[number]]
    for value, name in _SCALES:
        if number >= value:
            count, rest = divmod(number, value)
            return [*_cardinal(count), name, *(_cardinal(rest) if rest else [])]
    tens, ones = divmod(number, 10)
    return [_TENS[tens], *(_cardinal(ones) if ones else [])]


def _one_by_one(digits: str) -> list[str]:
    return [_ONES[int(digit)] for digit in digits]
