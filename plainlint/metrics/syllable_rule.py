"""How many syllables English spelling suggests for a word that no table lists.

Vowel groups are counted, then corrected: two vowels side by side may belong to two syllables
(hiatus: ne-o-nate, leu-ke-mi-a), and an "e" may be silent (di-ag-nosed). The corrections are our
own, made by reading errors on one half of CMUdict; they are right as often on the other half.
`benchmarks/syllables.py` prints the share.
"""

import re
from functools import cache

_GROUP = r"[aeiouy]+"

# Each alternative starts with its letter, so that the engine rejects most places at once.
_HIATUS = r"""
    c(?<=^mc)                                                    # McKay
  | m(?:(?<=[sz]m)|(?<=thm))(?=s?$)                        # embolism, rhythm
  | i(?: (?<![tcsg]i)(?=a(?!ge)) | (?<=[px]si)(?=a)          # anemia, dyspepsia
       | (?<=[tcsg]i)(?=at)                                      # associate
       | (?=o(?![nru])) | (?<![nv]i)(?=or)                       # biopsy, anterior
       | (?<![tcsgxnh]i)(?<!lli)(?=on) | (?<![tcsgx]i)(?=ou)     # ganglion, various
       | (?=[iuy]|e(?:rs?|st|ts?)$|et[aoysu]|ell|enn|ett|eth|esc)  # radii, tibiu-m, anxiety
       | (?<![tc]i)(?=en[tc]) | (?<=^sci)(?=en) | (?<=hi)(?=er) )  # nutrient, science
  | y(?: (?=ing) | (?<=[lrpf]y)(?=ers?$)                         # studying, flyer
       | (?<=[aeou]y)(?<!^ey)(?=[aeiou])(?!e[ds]?$)              # player
       | (?<=[mhckdt]y)(?=a(?!r[^r])|el|en) | (?<=[bcdfghlmprstz]y)(?=o)  # myalgia, myocardial
       | (?<=poly)(?=[aeiu]) )                                   # polyuria
  | e(?: (?<![ghjpy]e)(?=o(?![uye])) | (?<=[tr]he)(?=o)          # video, theory
       | (?<=ge)(?=os?$|o[lmpstcdg])                             # geology
       | (?<![cgsth]e)(?=ou) | (?=u[ms]$)                        # cutaneous, nucleus
       | (?:(?<=[aeiou][ntlgr]e)|(?<=[nr]ge)|(?<=che))(?=al(?:ly|s)?$)     # peritoneal, tracheal
       | (?=as?$|act|ate$|ics?$|ing)                             # area, react, nucleic, seeing
       | (?<=[cpth]re)(?=at[eio]) | (?<=the)(?=at)               # pancreatitis, theater
       | (?<=^re)(?=in[fisv]|i[mrt]|a[flps][a-z]|or|u[nps]|e(?:du|va|x|nt|l[ei]|st|mer))
       | (?<=^pre)(?=[aeiou])(?!ac) | (?<=cle)(?=i$) )           # preoperative, nuclei
  | u(?: (?<![qg]u)(?=a[lrtn]|e[rt]|en[ctz]|i[nd]|um)            # usual, influenza, fluid
       | (?<=[rfd]u)(?=el) | (?<!qu)(?=ou)                       # cruel, continuous
       | (?<=[tng]u)(?=it) | (?<=[dt]u)(?=o) )                   # continuity, duodenum
  | a(?: (?=o[crs]|oper) | (?<=[rtlsmb]a)(?=ics?) )              # aorta, archaic
  | o(?: (?=ing|ic(?!e)|im|in[fh]|org|oph|as?$)                  # going, stoic, oophorectomy
       | (?=a(?:ct|b|dj|ff|g|lv|n[aeit]|rt|ss))                     # osteoarthritis, coagulate
       | (?<=[a-z]o)(?=e(?:so|nt|nd|pi|le|x|t|m|ct))             # gastroenteritis
       | (?<=^co)(?=e[dqrv]|oper|ord|inc) )                      # coordinate
"""

# A final "le" or "re" after a consonant keeps its syllable: ta-ble, ti-tre.
_SILENT = r"""
    e(?: (?<=[^aeiouy]e)(?<![^aeiouylrw][lr]e)
         (?: $ | (?<![scgzx]e)(?<![cs]he)s$ | (?<![td]e)d$       # prostate, enzymes, biopsied
           | (?<!ele)(?=(?:ly|less|ments?|ful|fully|ness)$)      # severely, treatment
           | (?<=[aeiouy].e)(?=(?:some|m[ae]n|ways?|wood|well|lines?|sides?|wide|mak|work|hold
               |house|bound|keep|stead|room|book|like|wear|ware|word|time|front)) )
       | (?<=^fore)(?=[^aeiouynrs]) )                            # forearm, guideline, lifelike
  | ue(?<=[qg]ue)(?=[sd]?$)                                      # fatigue
  | a(?<=ica)(?=lly$)                                            # clinically
  | ^(?:home|white|horse|house|life|stone)(?=[^aeiouyrn]\w)      # homesick
"""


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Compile on first use: it takes three milliseconds, which not every command needs to spend."""
    group, hiatus, silent = (re.compile(text, re.VERBOSE) for text in (_GROUP, _HIATUS, _SILENT))
    return group, hiatus, silent


def syllables_by_rule(word: str) -> int:
    """Return the syllables of a lower-case word in a-z, at least one."""
    group, hiatus, silent = _patterns()
    count = len(group.findall(word)) + len(hiatus.findall(word)) - len(silent.findall(word))
    return max(count, 1)
