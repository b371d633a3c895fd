"""review-overdue: documents whose next review is past."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from plainlint.checks import Hit
from plainlint.metadata import FrontMatter


def review_overdue(
    front_matter: FrontMatter,
    today: date | None,
    reviewed: str,
    frequency: str,
    days: Mapping[str, int],
) -> Iterator[Hit]:
    """The date of the last review, if the time to the next one has passed.

    Args:
        reviewed: the key that holds the date.
        frequency: the key that says how often.
        days: the days that each frequency allows; others are not judged.
    """
    allowed = days.get(front_matter.text(frequency))
    try:
        last = date.fromisoformat(front_matter.text(reviewed)[:10])
    except ValueError:
        return
    if today is None or allowed is None:
        return
    late = (today - last).days - allowed
    if late > 0:
        due = last + timedelta(days=allowed)
        shown = {"due": due.isoformat(), "late": late, "last": last.isoformat()}
        yield Hit(
            front_matter.span_of(reviewed), {**shown, "how_often": front_matter.text(frequency)}
        )
