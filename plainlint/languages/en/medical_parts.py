"""Parts of medical words of English: Latin and Greek ones, and the stems of drug names.

Sources: the word parts are taught in courses of medical terminology; the drug name stems are from
the World Health Organization (The use of stems in the selection of INN, 2018).
"""

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


class Endings:
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


_MEDICAL_ENDS = Endings(_ENDINGS, 2)
_MEDICAL_BEGINNINGS = tuple(_BEGINNINGS.split())
_FEWEST_BEHIND = 4
_DRUG_ENDS = Endings(_DRUG_STEMS, 3)


def has_medical_ending(word: str) -> bool:
    """Return whether a lower-case word ends like a disease, procedure or finding."""
    return len(word) >= SHORTEST and (
        _MEDICAL_ENDS.match(word) or _MEDICAL_ENDS.match(word.removesuffix("s"))
    )


def is_drug_name(word: str) -> bool:
    """Return whether a lower-case word is formed like the name of a medicine."""
    return len(word) >= SHORTEST and _DRUG_ENDS.match(word)


def has_medical_part(word: str) -> bool:
    """Return whether a lower-case word has a Latin or Greek part, or a drug name stem."""
    if len(word) < SHORTEST:
        return False
    return _has_medical_beginning(word) or has_medical_ending(word) or is_drug_name(word)


def _has_medical_beginning(word: str) -> bool:
    return word[:-_FEWEST_BEHIND].startswith(_MEDICAL_BEGINNINGS) and _is_small_latin(word)
