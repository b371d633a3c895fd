"""Rare words and medical words, by frequency, Latin and Greek parts, and drug name stems.

Sources: the word parts are taught in courses of medical terminology; the drug name stems are from
the World Health Organization (The use of stems in the selection of INN, 2018).
"""

import re

from plainlint.analysis.metrics.familiarity import UNLISTED, get_zipf_frequency
from plainlint.core.caches import remember

_ENDINGS = """
    aemia aemic aesthesia algia algic blast blastic cele centesis cyte cytic cytosis dynia
    ectasis ectomy emesis emia emic esthesia genesis genic geusia globin gram graph graphy
    iasis itic itis kinase kinesia lysis lytic malacia megaly oid oma omas omata opia opsia
    oses osis osmia ostomy otic otomy pathic pathy penia penic pexy phagia phasia phoresis
    plasia plastic plasty plegia plegic pnea pnoea poiesis praxia rrhage rrhagia rrhaphy rrhea
    rrhexis rrhoea sarcoma sclerosis sclerotic scope scopic scopy stases stasis static
    stenosis therapies therapy toxic toxicity trophic trophy tropic uria uric
"""
_BEGINNINGS = """
    aden angi arthr aut brady bronch carcin cardi cephal cervic chemo cholang chondr cran cyst
    cyt dermat dys ectop electro encephal endo enter epi erythr fibr gastr glomerul gluc hemat
    haemat hem haem hepat hist hyper hypo hyster immun intra ischem karyo kerat laparo laryng
    leuk leuc lip lymph macro mamm mast melan mening metast mono morph muco multi myc myel myo
    nas necr neo neph neur neutro nucle olig onco ooph ophthalm orch osteo ovari pancreat para
    path pelv peri pharmac pharyng phleb pleur pneum poly proct prostat psych pulmon radi rect
    retino rhin salping sarc scler semin sept sigm splen spondyl sten stomat tachy terat
    thorac thromb thyr tox trache trans trich ureter urethr uro vagin vas ven vertebr visc
"""
_DRUG_STEMS = """
    abine adol afil aldrate alol amivir anib apine aprazole arabine asone astine azepam azine
    azole azosin barb bactam bendazole butazone caine calcet capone cavir cept ciclib ciclovir
    cillin citabine clax clone coxib curium cycline degib denib dipine dronate dronic eptacog
    ermin eridine fenacin floxacin formin gliptin gliflozin glitazone glutide grastim gravir
    icam imus inib kinra leukin limus listat lukast lutamide mab melteon metacin mustine mycin
    nab navir nidazole nixin olol olone oxacin oxetine parib parin pidem pirox plase platin
    poetin poside prazole previr pril profen racetam rafenib relix relin ribine rubicin sartan
    semide setron sidenib sporin statin steride stigmine stim taxel tecan terol thiazide
    tiapine tide tinib toclax toin trexate trexed triptan tuzumab uracil vastatin vec vir
    virine vudine zepam zolamide zolid zomib
"""
# Shorter words are too often everyday words: "coma", "random", "program".
SHORTEST = 7


def _join_alternatives(parts: str) -> str:
    return f"(?:{'|'.join(parts.split())})"


_ENDING = re.compile(rf"[a-z]{{2,}}{_join_alternatives(_ENDINGS)}s?")
_BEGINNING = re.compile(rf"{_join_alternatives(_BEGINNINGS)}[a-z]{{4,}}")
_DRUG = re.compile(rf"[a-z]{{3,}}{_join_alternatives(_DRUG_STEMS)}")


def has_medical_ending(word: str) -> bool:
    """Return whether a lower-case word ends like a disease, procedure or finding."""
    return len(word) >= SHORTEST and _ENDING.fullmatch(word) is not None


def is_drug_name(word: str) -> bool:
    """Return whether a lower-case word is formed like the name of a medicine."""
    return len(word) >= SHORTEST and _DRUG.fullmatch(word) is not None


def has_medical_part(word: str) -> bool:
    """Return whether a lower-case word has a Latin or Greek part, or a drug name stem."""
    if len(word) < SHORTEST:
        return False
    return bool(_BEGINNING.fullmatch(word)) or has_medical_ending(word) or is_drug_name(word)


_KIND = r"\b(?:drugs?|medicines?|medications?|agents?|antibod(?:y|ies)|inhibitors?)\b"
_CLAUSE = re.compile(rf"{_KIND}[^.;:?!]*$", re.IGNORECASE)
# "the drugs etoposide phosphate, vincristine (Oncovin), and ": a list of names.
_LIST = re.compile(
    rf"{_KIND}(?:,? (?:such as|like|called|including))?"
    r"(?: [\w-]+(?: [\w-]+)?(?: \([^()]*\))?,)*(?: (?:and|or))? $",
    re.IGNORECASE,
)
# "doxorubicin hydrochloride": a word that belongs to the name before it.
_LAST_WORD = re.compile(r"([^\W\d_]+) $")


def is_named_medicine(text: str, start: int, end: int) -> bool:
    """Return whether the text calls the word a medicine: "the drugs cisplatin and docetaxel"."""
    before = text[:start]
    if is_drug_name(text[start:end].lower()) and _CLAUSE.search(before):
        return True
    last = _LAST_WORD.search(before)
    return bool(_LIST.search(before) or (last and is_drug_name(last[1].lower())))


# An unlisted word of this length is hard even without a medical part.
_LONG = 13
_PREFIXES = (
    "anti", "bio", "co", "counter", "cross", "de", "dis", "fore", "in", "inter", "mid", "mis",
    "multi", "non", "out", "over", "post", "pre", "re", "self", "semi", "sub", "super", "un",
    "under",
)  # fmt: skip
_SUFFIXES = (
    "ability", "able", "ably", "ation", "ed", "ful", "fully", "ian", "ians", "ibility", "ible",
    "ication", "ications", "ing", "ings", "ishly", "ist", "ists", "ity", "ization", "less",
    "lessly", "like", "ly", "ment", "ments", "ness", "ship", "wide", "wise", "y",
)  # fmt: skip
_SHORTEST_STEM = 4


@remember(1 << 16)
def is_unknown(word: str) -> bool:
    """Return whether a word is rare and either long or formed like a medical word.

    A word derived from a common word ("unpredictable") is not unknown. Neither is a capitalised
    word, which may be a name, unless it is formed like the name of a medicine.
    """
    lower = word.lower()
    if len(word) < SHORTEST or not lower.isalpha() or get_zipf_frequency(lower) > UNLISTED:
        return False
    if word != lower:
        return word == lower.capitalize() and is_drug_name(lower)
    return (len(lower) >= _LONG or has_medical_part(lower)) and not _is_derived(lower)


def _is_derived(word: str) -> bool:
    """Return whether removing a regular prefix or suffix leaves a common word."""
    prefixes = [prefix for prefix in _PREFIXES if word.startswith(prefix)]
    suffixes = [suffix for suffix in _SUFFIXES if word.endswith(suffix)]
    for prefix in ("", *prefixes):
        for suffix in ("", *suffixes):
            stem = word[len(prefix) : len(word) - len(suffix)]
            is_uncut = stem == word or len(stem) < _SHORTEST_STEM
            if not is_uncut and any(
                get_zipf_frequency(stem + end) > UNLISTED for end in ("", "e", "y")
            ):
                return True
    return False
