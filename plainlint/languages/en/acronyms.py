"""Acronyms in English texts: the words that join them to their long forms."""

import re

from plainlint.languages.acronyms import AcronymWords

WORDS = AcronymWords(
    # "lung cancer (NSCLC)", "lung cancer, or NSCLC".
    to_acronym=re.compile(
        r"(?: ?[(\[]|, | (?=or |called |known as )| ?[=:\u2013\u2014] ?)"
        r"(?:(?:or|(?:which is |(?:also|commonly|generally|often|sometimes|usually) )*"
        r"(?:called|known(?: in short)? as|referred to as|shortened to|written(?: as)?"
        r"|abbreviated(?: as| to)?)"
        r"|(?:which )?(?:we|doctors|people)(?: often)? (?:shorten (?:this )?to|call)) )?"
        r"(?:an? |the )?(?:[a-z]+ )?[\"\u201c]?$"
    ),
    to_long_form=re.compile(
        r"(?:'s|\u2019s)?(?: [a-z]+(?= \())?"
        r"[\"\u201d]?(?: ?[(\[]|, | ?[=:\u2013\u2014] ?"
        r"|[.;] (?:[Ii]t|[Tt]hat|[Tt]his|[Tt]he letters|[A-Z]+s?) (?=stands? |is short )"
        r"| (?=or |stands |is short |means ))"
        r"(?:(?:or|also called|(?:which )?(?:stands?|is short) for|short for|means|meaning) )?"
        r"(?:an? |the )?[\"\u201c]?"
    ),
    part_ends=re.compile(r",? and |, |; | plus "),
    item_ends=re.compile(r"[,;/] ?(?:(?:and|or) )?| (?:and|or) "),
    # An article behind a comma begins the next thing of a list.
    clause_ends=re.compile(r"(?<=[?!;]) |, (?=(?:an?|the|your) )"),
    small=r"(?:an?|and|at|by|for|from|in|is|it|of|on|or|the|to|with|you|your)\b",
    nouns=re.compile(
        r"[ -]\d"
        r"| (?:tests?|testing|trials?|stud(?:y|ies)|scores?|scales?|scans?|criteria|regimens?"
        r"|method|diet|cells?|therapy|syndrome|gene|protein|inhibitors?|guidelines?|protocol"
        r"|program)\b"
    ),
    studies=r"(?:trial|study|programme|program|project)",
    not_read=(
        # A fast exit: every alternative begins with one of these.
        r"(?=[ADILMNPRSVadlrv\u00a9])(?:"
        # The line that a table is adapted from, and a person whose name is in capitals.
        r"(?:[Aa]dapted|[Rr]eprinted)(?: with permission)? from [^:.]*"
        r"|\b(?:Dr|Mr|Mrs|Ms|Miss|Prof|Professor|Sister|Nurse)\.? (?:[A-Z][a-z]+ )?[A-Z]{2,}\b"
        # Who made a picture or has the rights, and what a leaflet is filed under.
        r"|(?:^(?:Images?|Photos?|Photographs?|Pictures?|Illustrations?)(?: (?:by|credit))?: "
        r"|\u00a9)[^.;]*"
        r"|\b(?:[Rr]ef|[Rr]eference|[Ll]eaflet|[Dd]ocument|[Vv]ersion)"
        r"(?: (?:[Nn]o|[Nn]umber|[Cc]ode))?[.:] \S*\d\S*)"
        # A charity behind its short name.
        r"|\b[A-Z]{3,6}(?=, [Tt]he (?:[A-Z][\w'\u2019]+ (?:& |and )?){1,4}"
        r"(?:Association|Charity|Foundation|Society|Trust)\b)"
    ),
)
