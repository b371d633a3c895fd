"""What stands around the documents in `json`; it is known without any of them."""

import json

from plainlint.core import __version__
from plainlint.run.report import Tally

START = f'{{"version": {json.dumps(__version__)},\n"documents": [\n'
BETWEEN = ",\n"


def end(tally: Tally) -> str:
    """The summary behind the documents."""
    summary = {
        "documents": tally.documents,
        **tally.by_severity(),
        "rules": [
            {"rule": rule, "severity": severity.value, "count": count}
            for rule, severity, count in tally.by_rule()
        ],
    }
    return f'\n],\n"summary": {json.dumps(summary)}}}\n'
