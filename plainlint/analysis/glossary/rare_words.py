"""Rare words and medical words, by frequency, Latin and Greek parts, and drug name stems.

Sources: the word parts are taught in courses of medical terminology; the drug name stems are from
the World Health Organization (The use of stems in the selection of INN, 2018).
"""

import re

from plainlint.analysis.glossary.lay_knowledge import load_everyday_words, load_technical_words
from plainlint.analysis.glossary.word_families import is_compound, iter_derived, iter_inflected
from plainlint.analysis.metrics.familiarity import (
    RAREST,
    UNLISTED,
    get_rare_frequency,
    get_zipf_frequency,
    iter_stems,
)
from plainlint.core.caches import remember
from plainlint.core.nearby import PatternBefore, find_next_start

_ENDINGS = """
    aemia aemic aesthesia algia algic blast blastic cele centesis cyst cyte cytic cytosis dynia
    ectasis ectomy emesis emia emic esthesia genesis genic geusia globin glycoside gram graph
    graphy iasis itic itis kinase kinesia lampsia lysis lytic malacia megaly oid ologist oma
    omas omata opia opsia oses osis osmia ostomy otic otomy pathic pathy penia penic pexy phagia
    phasia phoresis plasia plastic plasty platelet plegia plegic pnea pnoea poiesis praxia
    rrhage rrhagia rrhaphy rrhea rrhexis rrhoea sarcoma sclerosis sclerotic scope scopic scopy
    stases stasis static stenosis therapies therapy toxic toxicity trophic trophy tropic uria
    uric
"""
_BEGINNINGS = """
    aden angi arthr aut brady bronch carcin cardi cephal cervic chemo cholang chondr cochle
    convuls cran cyst cyt dermat dys ectop electro embryo encephal endo enter epi erythr ferr
    fibr gastr glomerul gluc haem haemat hem hemat hepat hist hyper hypo hyster immun intra
    ischem karyo kerat laparo laryng leuc leuk lip lymph macro mamm mast melan mening menisc
    metast mono morph muco multi myc myel myo nas necr neo neph neur neutro nucle olig onco ooph
    ophthalm orch osteo oto ovari pancreat para patell path pelv peri pharmac pharyng phleb
    pleur pneum poly proct prostat psych pulmon radi rect retino rhin salping sarc scler semin
    sept sero sigm splen spondyl sten stomat tachy terat thorac thromb thyr tox trache trans
    trich ureter urethr uro vagin vas ven vertebr visc
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


class _Ends:
    """Endings of words of small Latin letters, each after so many letters or more.

    A test of all endings at once is faster than a pattern, and needs none to be compiled.
    """

    def __init__(self, endings: str, fewest_before: int) -> None:
        self._endings = tuple(endings.split())
        self._fewest_before = fewest_before

    def match(self, word: str) -> bool:
        """Return whether a word has one of the endings, with enough letters before it."""
        return word[self._fewest_before :].endswith(self._endings) and _is_small_latin(word)


def _is_small_latin(word: str) -> bool:
    return word.isascii() and word.isalpha() and word.islower()


_MEDICAL_ENDS = _Ends(_ENDINGS, 2)
_MEDICAL_BEGINNINGS = tuple(_BEGINNINGS.split())
_FEWEST_BEHIND = 4
# Units of doses, which must not be changed.
_UNIT = re.compile(
    r"(?:micro|milli|nano|centi|deci|kilo)(?:grams?|grammes?|lit(?:er|re)s?|moles?|met(?:er|re)s?)"
)
_DRUG_ENDS = _Ends(_DRUG_STEMS, 3)


def has_medical_ending(word: str) -> bool:
    """Return whether a lower-case word ends like a disease, procedure or finding."""
    return len(word) >= SHORTEST and (
        _MEDICAL_ENDS.match(word) or _MEDICAL_ENDS.match(word.removesuffix("s"))
    )


def is_drug_name(word: str) -> bool:
    """Return whether a lower-case word is formed like the name of a medicine."""
    return len(word) >= SHORTEST and _DRUG_ENDS.match(word)


def is_medicine_name(word: str) -> bool:
    """Return whether a lower-case word has an ending that hardly any other words have."""
    return is_drug_name(word) or _FURTHER_ENDS.match(word)


def has_medical_part(word: str) -> bool:
    """Return whether a lower-case word has a Latin or Greek part, or a drug name stem."""
    if len(word) < SHORTEST:
        return False
    return _has_medical_beginning(word) or has_medical_ending(word) or is_drug_name(word)


def _has_medical_beginning(word: str) -> bool:
    return word[:-_FEWEST_BEHIND].startswith(_MEDICAL_BEGINNINGS) and _is_small_latin(word)


_KINDS = ("drug", "medic", "agent", "antibod", "inhibitor")
_KIND = r"\b(?:drugs?|medicines?|medications?|agents?|antibod(?:y|ies)|inhibitors?)\b"
# "the drugs etoposide phosphate, vincristine (Oncovin), and ": a list of names.
_LIST_START = re.compile(
    rf"{_KIND}(?P<lead>:|,? (?:such as|like|called|including))?", re.IGNORECASE
)
_LIST_ITEM = re.compile(r" [\w-]++(?: [\w-]++)?(?: \([^()]*\))?,")
_BEFORE_ITEM = re.compile(r"(?: (?:and|or))? ", re.IGNORECASE)
# "doxorubicin hydrochloride": a word that belongs to the name before it.
_LAST_WORD = PatternBefore(r"([^\W\d_]+) ")


# "take warfarin", "a dose of heparin", "warfarin tablets": words that only go with medicines.
_TAKEN = PatternBefore(
    r"\b(?:tak(?:e|es|en|ing)|took|prescribed|doses? of|m?c?g of|tablets? of|inject(?:ed|ions? of)?"
    r"|(?:allergic|sensitive|hypersensitive) to|brand of"
    r"|(?:is|are|was|were|been|be|put|stay|started?|starting) on|called|generic|swallow|apply)"
    r" (?:some |any |oral )?"
    r"(?:[\w-]+(?: tablets?)?,? (?:[\w-]+, )*(?:or|and) )?",
    case=False,
)
_FORM = re.compile(
    r"(?: [a-z]+)? (?:\d|tablets?|capsules?|pills?|creams?|gels?|drops?|injections?|inhalers?"
    r"|patch(?:es)?|sprays?|syrup|ointments?|lotions?|dos(?:e|es|age)|suppositor(?:y|ies)|m?c?g\b)"
)
_MEDICATION = re.compile(
    r"\b(?:tak(?:e|es|en|ing)|took|tablets?|capsules?|pills?|dos(?:e|es|age)|m?c?g|drugs?|medicines?"
    r"|medications?|antibiotics?|antivirals?|painkillers?|steroids?|inhalers?|vaccines?|treat(?:ed|ments?|ing|s)?|prescri\w+|inject\w*|given|gives?|start(?:ed|ing)?|stop(?:ped)?"
    r"|side effects?|therapy|infusions?|receiv(?:e|ed|es|ing)|combin\w+|regimens?|chemo\w*)\b",
    re.IGNORECASE,
)
# Further endings of medicines; words with them are rarely anything else in a text about treatment.
_FURTHER_ENDS = _Ends(
    """
    fenac idone purinol thyroxine phylline oxacin dopa floxacin mide zine tine pine pam lam
    pamil tiazem didine nidine darone xaban grel stipol xostat necid purine prine phenidate
    traline abalin pentin triptyline enone itril roxen chicine iazid quiline manid onium opium
    prostone adine giline thrin thion mazole icin onide metrin profen prazine sulfan caine
    curonium barbital prost
    """,
    2,
)
# "trabectedin (Yondelis)": the brand behind it.
_BRAND = re.compile(r" \([A-Z]\w{3,}[\u00ae\u2122]?(?:, [A-Z]\w{3,}[\u00ae\u2122]?)*\)")


# In code points: the words of a list around a name.
_NEAR = 80
# A cell or an item that is not a sentence has no room for words about treatment.
_NO_SENTENCE = re.compile(r"[^.?!]{1,100}")


def is_named_medicine(text: str, start: int, end: int) -> bool:
    """Return whether the text treats the word as the name of a medicine.

    Such a name needs no explanation: "the drugs cisplatin and docetaxel", "take warfarin", "a
    warfarin tablet", and in a text about treatment any word that is formed like one.
    """
    word = text[start:end].lower()
    if is_medicine_name(word) and (
        find_next_start(_MEDICATION, text, 0) < len(text) or _NO_SENTENCE.fullmatch(text)
    ):
        return True
    # Fast tests first: most words have no space, bracket or comma beside them that could help.
    behind = text[end : end + 1]
    return bool(
        start in _find_list_places(text)
        or (
            text[start - 1 : start] == " "
            and (
                (_TAKEN.match(text, start, max(0, start - _NEAR)) and not _PLURAL.match(text, end))
                or _is_drug_before(text, start)
            )
        )
        or (behind == " " and (_FORM.match(text, end) or _BRAND.match(text, end)))
        or _SALT.fullmatch(word)
        or (not has_medical_ending(word) and _is_beside_name(text, start, end))
    )


def _is_drug_before(text: str, start: int) -> bool:
    """Return whether the word before a place is formed like the name of a medicine."""
    # A fast exit: few words are so long.
    if not text[max(0, start - 1 - SHORTEST) : start - 1].isalpha():
        return False
    last = _LAST_WORD.match(text, start)
    return bool(last and is_drug_name(last[1].lower()))


_PLURAL = re.compile(r"-| [a-z]+s\b(?<!tablets)")


# The words of one text are looked at one after another.
@remember(1 << 4)
def _find_list_places(text: str) -> frozenset[int]:
    """Return where the items of lists of medicines may start, in code points."""
    # A fast exit: few texts name a kind of medicine.
    if not any(map(text.lower().__contains__, _KINDS)):
        return frozenset()
    places, done = set[int](), set[int]()
    for opening in _LIST_START.finditer(text):
        for end in {opening.end(), opening.start("lead")} - {-1}:
            position = end
            while position not in done:
                done.add(position)
                if before := _BEFORE_ITEM.match(text, position):
                    places |= {position + 1, before.end()}
                item = _LIST_ITEM.match(text, position)
                position = item.end() if item else position
    return frozenset(places)


# "Colestyramine, ", "febuxostat and ", ", or torsemide": other items of a list.
_ITEMS_BEFORE = re.compile(r"((?:[\w/-]+(?: \([^()]*\))?(?:,|,? (?:and|or)) ){1,3})$")
_BETWEEN_ITEMS = (", ", " and ", " or ")
_BEHIND_ITEM = (*_BETWEEN_ITEMS, " (", ",")
_ITEMS_BEHIND = re.compile(
    r"(?: \([^()]*\))?((?:(?:,|,? (?:and|or)) [\w/-]+(?: \([^()]*\))?){1,3})"
)
_ITEM = re.compile(r"[^\W\d_]{4,}")
# "ferrous fumarate": a salt is a part of the name.
_SALT = re.compile(
    r"(?:acet|bes[iy]l|citr|fumar|gluc?on|lact|male|mesyl|phosph|succin|sulf|sulph|tartr)ate"
    r"|hydrochloride|hydrobromide|chloride|bromide|hydroxide|oxide"
)


def _is_beside_name(text: str, start: int, end: int) -> bool:
    """Return whether another item of the list is formed like the name of a medicine."""
    near = text[max(0, start - _NEAR) : start]
    before = _ITEMS_BEFORE.search(near) if near.endswith(_BETWEEN_ITEMS) else None
    has_more = text.startswith(_BEHIND_ITEM, end)
    behind = _ITEMS_BEHIND.match(text, end, min(len(text), end + _NEAR)) if has_more else None
    if not before and not behind:
        return False
    items = _ITEM.findall(f"{before[1] if before else ''} {behind[1] if behind else ''}".lower())
    return any(map(is_medicine_name, items))


# Spellings of words that English does not have from Latin or Greek: "blotchy", "bludging".
_NATIVE = re.compile(r"tch|ck|dg|gg|zz|ight|ough|aw|ew|ow|shy|sly|nky|mpy|ooz|wh|kn|^wr|shie")
# Shorter words are letters, units and syllables more often than terms.
_SHORTEST_WORD = 5


@remember(1 << 16)
def is_unfamiliar(word: str, country: str = "") -> bool:
    """Return whether readers are unlikely to know a word.

    A word is as familiar as the most common word of its family: the word it is a form or a
    derivation of, or the parts of a compound. One that is formed like a medical word, or stands in
    technical_words.en.txt, is unfamiliar at a higher frequency. Words with a capital may be names.

    Args:
        word: as written.
        country: the readers' country, as in `en-GB`; empty for readers anywhere.
    """
    lower = word.lower()
    if word != lower or len(word) < _SHORTEST_WORD or not word.isalpha() or not word.isascii():
        return False
    if _UNIT.fullmatch(lower):
        return False
    everyday, technical = load_everyday_words(country), load_technical_words()
    # A fast exit: most words are listed as they are.
    if get_zipf_frequency(lower) > UNLISTED and technical.isdisjoint((lower, *iter_stems(lower))):
        return False
    inflected = tuple(iter_inflected(lower))
    if not everyday.isdisjoint(inflected):
        return False
    if not technical.isdisjoint(inflected):
        return True
    limit = UNLISTED if has_medical_part(lower) else RAREST
    if any(get_rare_frequency(form) > limit for form in inflected):
        return False
    derived = tuple(iter_derived(lower))
    if not technical.isdisjoint(derived):
        return True
    return not (
        (_NATIVE.search(lower) and not has_medical_part(lower))
        or not everyday.isdisjoint(derived)
        or any(get_rare_frequency(stem) > UNLISTED for stem in derived)
        or (not has_medical_part(lower) and is_compound(lower))
    )
