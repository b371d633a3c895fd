"""Documents for corpora. All of these tests need pyarrow."""

import pytest

pytest.importorskip("pyarrow", reason="pyarrow is not installed: pip install 'plainlint[corpus]'")

HARD = (
    "---\naudienceLevel: patient\n---\n\n# Hip fracture\n\nThe administration of percutaneous "
    "anticoagulant prophylaxis is contraindicated in haemodynamically compromised patients, and "
    "the utilisation of compression stockings must be commenced immediately postoperatively.\n\n"
    "Tell the nurse if your leg swells. This happened to 5% of people, or 1 in 20.\n"
)
PLAIN = "# Sleep\n\nRest well in a dark room. Go to bed at the same time. Drink less tea.\n"
SPANISH = (
    "# Higiene\n\nLávese las manos con agua y jabón antes de comer y después de ir al baño. "
    "Séquese bien las manos con una toalla limpia.\n"
)
HEADLESS = "Take 1 tablet twice daily\n\n- with food\n- not with milk\n\n[here](a.html)\n"
DOCUMENTS = {"hard.md": HARD, "plain.md": PLAIN, "spanish.md": SPANISH, "headless.md": HEADLESS}


@pytest.fixture
def documents():
    return DOCUMENTS
