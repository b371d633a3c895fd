"""English words by which a text is known to be about medicine."""

import re

from plainlint.languages.senses import SenseWords

WORDS = SenseWords(
    medicine=re.compile(
        r"\b(?:cancer|tumou?r|diseas|illness|sick|patient|doctor|nurse|hospital|clinic|surg|treat(?!y)|therap"
        r"|drug|medicin|medic(?:al|at)|dos(?:e|ing)s?\b|pill|chemo|radiat|radio(?:th|log)|x-ray|blood|bone|brain|breast|lung"
        r"|liver|kidney|heart|skin\b|bowel|stomach|belly|abdom|chest|throat|spine|spinal|skull|lymph|marrow|womb|cells?\b"
        r"|pain(?!t)|ache|fever|infect|symptom|diagnos|biops|vein|arter|muscle|nerve|gland|hormon|genes?\b|genetic|dna\b|protein"
        r"|virus|bacter|immun|germ|pregnan|birth|swell|swollen|bleed|bruis|wound|injur|fractur|stroke\b|diabet|asthma"
        r"|allerg|syringe|needle|inject|vaccin|relaps|remiss|surviv|syndrom|leuk|lymphom|carcin|metasta|prostat|ovar|cervi"
        r"|vagin|rect(?:al|um)|colon|pancrea|thyroid|bladder|urin|vomit|nausea|diarrh|rash|itch|cough|breath|wheez|anti-?biotic"
        r"|antibod|insulin|oxygen|anesth|anaesth|transplant|dialysis|catheter|stent|icu\b|ward\b|physician|oncolog|patholog)",
        re.IGNORECASE,
    ),
    cancer=re.compile(
        r"cancer|tumou?r|malignan|leuk(?:a?emia)|lymphoma|melanoma|oncolog|chemo", re.IGNORECASE
    ),
    # "the first line of your address": a phrase of common words is part of the thing behind it.
    part_of=re.compile(r" of (?:(?:the|an?|this|my|your|his|her|our|their) )?([a-z]+)"),
    effects=(" effect", " effects"),
    # "adverse effects on trade": harm done to something, not by a medicine.
    harm=re.compile(
        r" on (?:(?:the|an?|this|my|your|his|her|our|their|its) )?"
        r"(?!(?:body|health|organs?)\b)([a-z-]+)"
    ),
)
