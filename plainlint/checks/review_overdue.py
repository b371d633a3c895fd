"""review-overdue: documents whose next review is past."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from plainlint.checks import Hit
from plainlint.document.model import FrontMatter


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

    Message:
        due: the day of the next review.
        late: how many days ago that was.
        last: the day of the last review.
        how_often: how often it is to be reviewed.
    """
    due = review_due(front_matter, reviewed, frequency, days)
    if due is not None and today is not None and due < today:
        last = date.fromisoformat(front_matter.text(reviewed)[:10]).isoformat()
        shown = {"due": due.isoformat(), "late": (today - due).days, "last": last}
        yield Hit(
            front_matter.span_of(reviewed), {**shown, "how_often": front_matter.text(frequency)}
        )


def review_due(
    front_matter: FrontMatter, reviewed: str, frequency: str, days: Mapping[str, int]
) -> date | None:
    """The day by which the next review is due; None where the document does not say.

    The arguments are those of `review_overdue`.
    """
    allowed = days.get(front_matter.text(frequency))
    try:
        last = date.fromisoformat(front_matter.text(reviewed)[:10])
        return None if allowed is None else last + timedelta(days=allowed)
    except (ValueError, OverflowError):
        return None
