"""Shapes of English words: medical terms and nominalisations, told by how they are built."""

import re

# The combining forms of Greek and Latin that medicine builds its terms of, and drug-name stems.
_MEDICAL = re.compile(
    r"(?:aden|angi[oe]|arthr|brady|bronch|carcin|cardi|cerebr|chemo|chol[ae]|chondr|crani|cutan|cyst|"
    r"cyto|derm|dys[^t]|encephal|endo|enter[aio]|epi[dgt]|erythr|gastr|ha?emo|ha?emat|hepat|hist[io]|"
    r"hyper|hypo|hyster|immun|intra|laparo|laryng|leu[ck]|lymph|mamm|mast[eo]|melan|mening|metast|"
    r"myel|myo|neo[ap]|nephr|neur|neutr|onco|ophthal|orch|osteo|pancreat|para[nst]|patho|peri[acnot]|"
    r"phleb|pleur|pneum|poly[pcm]|proct|pulmon|renal|retin|retro|rhabd|sarc|scler|squam|sub[aclmp]|"
    r"supra|tachy|terat|thorac|thromb|thyr|trache|trans[f-u]|ureth?|vascul|ventric|xer[oa])[a-z]+"
    r"|[a-z]{2,}(?:omas?|omata|omatous|itis|itides|oses|osis|otic|a?emias?|a?emic|ectomy|ectomies|otomy|"
    r"ostomy|plasty|path(?:y|ies|ic)|ologic|ological|genic|genesis|scopy|scopies|scopic|graphy|blasts?|"
    r"blastic|cytes?|cytic|lysis|lytic|penia|penic|plasia|plastic|phages?|trophy|trophic|toxic|toxicity|"
    r"oid|algia|rrhage|rrhea|mab|nib|platin|taxel|rubicin|parib|ciclib|mycin|cillin|azole|statin|"
    r"limus|kines?|pharyngeal|astatic|static|mutations?|morbidity|mortality|somal?|ases?)"
)
_NOMINALISED = re.compile(
    r"[a-z]{3,}(?:tion|sion|ment|ance|ence|ency|ancy|ity|ness)s?|[a-z]{3,}(?:ities|encies|ancies)"
)


def is_medical(word: str) -> bool:
    """Whether a lower-case word is built as medical terms are: "thrombosis", "perioperative"."""
    return _MEDICAL.fullmatch(word) is not None


def is_nominalised(word: str) -> bool:
    """Whether a lower-case word looks like a noun made of a verb or an adjective: "evaluation"."""
    return _NOMINALISED.fullmatch(word) is not None
