"""The words of English around the text of a page: references, credits and buttons."""

import re

from plainlint.languages.page_words import PageWords

WORDS = PageWords(
    references=re.compile(
        r"\s*(?:(?:selected|key|further)\s+)?"
        r"(?:references?|bibliography|works cited|citations?|sources?|further reading|footnotes)"
        r"\s*:?\s*",
        re.IGNORECASE,
    ),
    citation=re.compile(
        r"\bPMID:?\s*\d|\bPMCID\b|\b[Dd][Oo][Ii]:\s*10\."
        r"|\b[Aa]vailable (?:at|from|online at): *(?:https?:|$)|\bAccessed <"
        # Journal citations: "Ng P, et al.: Title. Blood 2, 2011." and "2011;2(1):7".
        r"|\b[A-Z]{1,3},? et al\.?:? .{10,300}\b(?:19|20)\d\d\b.{0,20}$"
    ),
    citation_signs=("PM", "doi", "DOI", "Doi", "vailable", "Accessed <", "et al"),
    credit=re.compile(
        r"\s*(?:photo|image|video|picture|illustration|figure)?\s*"
        r"(?:credits?|courtesy(?: of)?|source|photograph(?:er)?)\s*:",
        re.IGNORECASE,
    ),
    navigation=re.compile(
        r"(?:enlarge(?: image)?|(?:go |back |skip )to\b[^.!?:\n]{0,40}|read more|view more|"
        r"show (?:more|all)|placeholder slot|print|email|share|table of contents|on this page:?|"
        r"previous|next(?: section)?)\s{0,3}[>\u00bb\u2192]?",
        re.IGNORECASE,
    ),
)
