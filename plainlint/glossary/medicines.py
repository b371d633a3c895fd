"""Medicines: names that a text itself says to be those of medicines."""

import re

from plainlint.glossary.medical_parts import is_drug_name

_KIND = r"\b(?:drugs?|medicines?|medications?|agents?|antibod(?:y|ies)|inhibitors?)\b"
_CLAUSE = re.compile(rf"{_KIND}[^.;:?!]*$", re.IGNORECASE)
# "the drugs etoposide phosphate, vincristine (Oncovin), and ": one name after the other.
_LIST = re.compile(
    rf"{_KIND}(?:,? (?:such as|like|called|including))?"
    r"(?: [\w-]+(?: [\w-]+)?(?: \([^()]*\))?,)*(?: (?:and|or))? $",
    re.IGNORECASE,
)
# "doxorubicin hydrochloride": a word that belongs to the name before it.
_LAST_WORD = re.compile(r"([^\W\d_]+) $")


def is_named_medicine(text: str, start: int, end: int) -> bool:
    """Whether the word is said to be a medicine: "the drugs cisplatin and docetaxel"."""
    before = text[:start]
    if is_drug_name(text[start:end].lower()) and _CLAUSE.search(before):
        return True
    last = _LAST_WORD.search(before)
    return bool(_LIST.search(before) or (last and is_drug_name(last[1].lower())))
