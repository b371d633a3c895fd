"""Parts of words that only words of medicine have: "-itis", "hepato-", "-ectomía"."""

import re

_PREFIXES = (
    "adeno|angio|arterio|artro|bronco|cardio|cerebro|cisto|citol|cito|colecist|condro|cranio|derma|"
    "dermat|electroenc|encefal|endocrin|endoscop|enter|epiderm|eritro|esofag|espleno|estomat|faring|"
    "fibro|flebo|gastro|gineco|gluco|hemato|hemo(?!s$)|hepat|hiper(?!m)|hipo(?!t[eé]ca|tético)|histero|histo|"
    "inmuno|laring|leuco|linfo|litot|masto|mielo|miocard|nefro|neumo|neuro|oftalm|onco|osteo|otorrin|"
    "pancrea|periton|poliur|proct|psico(?!l)|pulmon|quimio|radioter|reumat|rino|salping|septic|"
    "taqui|tiro(?=x|id|e)|trombo|toraco|uretr|uro(?=l|g)|vaso(?=c|d)"
)
_SUFFIXES = (
    "algia|algias|cele|centesis|cito|citos|citosis|desis|ectasia|ectomía|ectomías|emia|emias|émic[oa]s?|"
    "estesia|fagia|fasia|geno|grama|gramas|grafía|itis|lisis|litiasis|megalia|metría|"
    "oma(?<![rlt]oma)|blastoma|carcinoma|sarcoma|linfoma|mieloma|osis|oscopia|oscopía|oscopias|"
    "ostomía|patía|patías|penia|penias|plasia|plastia|plejía|pnea|poyesis|rragia|rrea|rritmia|"
    "scopia|terapia|terapias|tomía|trofia|uria|inib|tinib|umab|zumab|ximab|mab"
)
_MEDICAL = re.compile(rf"(?:{_PREFIXES})\w{{3,}}|\w{{2,}}(?:{_SUFFIXES})")
_EVERYDAY_WORDS = """
    alergia alergias bacteria fotografía biografía programa programas energía anatomía
    tipografía psicología biología hormiga historia gastronomía economía autonomía geografía
    crucigrama idioma aroma broma diploma telegrama kilogramo hipopótamo hemos neumático
    neumáticos pulmones pulmón terapia terapias anemia
"""
_EVERYDAY = frozenset(_EVERYDAY_WORDS.split())


def has_medical_part(word: str) -> bool:
    """Return whether a lower-case word has a part that only words of medicine have."""
    return _MEDICAL.fullmatch(word) is not None and word not in _EVERYDAY
