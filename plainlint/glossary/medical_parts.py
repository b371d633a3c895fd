"""Medical parts: the Latin and Greek beginnings and endings of terms, and the stems of drug names.

Sources: the word parts are those that medical terminology courses list; the stems of drug names
are the World Health Organization's (The use of stems in the selection of INN, 2018).
"""

import re

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
# Shorter words are everyday ones too often: "coma", "random", "program".
SHORTEST = 7


def _any_of(parts: str) -> str:
    return f"(?:{'|'.join(parts.split())})"


_ENDING = re.compile(rf"[a-z]{{2,}}{_any_of(_ENDINGS)}s?")
_BEGINNING = re.compile(rf"{_any_of(_BEGINNINGS)}[a-z]{{4,}}")
_DRUG = re.compile(rf"[a-z]{{3,}}{_any_of(_DRUG_STEMS)}")


def has_medical_ending(word: str) -> bool:
    """Whether a lower-case word ends as diseases, procedures and findings do."""
    return len(word) >= SHORTEST and _ENDING.fullmatch(word) is not None


def is_drug_name(word: str) -> bool:
    """Whether a lower-case word is built as the names of medicines are."""
    return len(word) >= SHORTEST and _DRUG.fullmatch(word) is not None


def has_medical_part(word: str) -> bool:
    """Whether a lower-case word has a Latin or Greek beginning or ending, or a drug's stem."""
    if len(word) < SHORTEST:
        return False
    return bool(_BEGINNING.fullmatch(word)) or has_medical_ending(word) or is_drug_name(word)
