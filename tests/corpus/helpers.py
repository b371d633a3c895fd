"""Documents for corpora, and tables of them."""

import pyarrow as pa
import pyarrow.parquet as pq

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


def write_table(path, texts, **options):
    table = pa.table({"name": [f"n{number}" for number in range(len(texts))], "text": texts})
    pq.write_table(table, path, **options)


def read_results(folder):
    """Return all rows, in the order of their source and number."""
    rows = [row for part in folder.glob("part-*") for row in pq.read_table(part).to_pylist()]
    return sorted(rows, key=lambda row: (row["source"], row["row"]))
