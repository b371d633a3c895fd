"""People: whether a verb in a text has a person as its subject, or an illness as its object."""

import re

# Nouns and pronouns for people, in the words before a verb.
_PERSON = re.compile(
    r"(?:I|you|he|she|we|they|who|everyone|everybody|anyone|anybody|someone|somebody|nobody|people|persons?"
    r"|patients?|m[ae]n|wom[ae]n|child(?:ren)?|bab(?:y|ies)|infants?|kids?|boys?|girls?|adults?|teens?|teenagers?"
    r"|mothers?|fathers?|mums?|moms?|dads?|parents?|sisters?|brothers?|sons?|daughters?|wi(?:fe|ves)|husbands?"
    r"|partners?|friends?|relatives?|famil(?:y|ies)|those|survivors?|carers?|caregivers?|students?|workers?"
    r"|athletes?|users?|smokers?|drinkers?|many|some|most|others?|million|[A-Z][\w'\u2019-]+)"
)
_ARTICLE = re.compile(r"\b(?:the|this|that|our|its|every|each|an?) [\w-]+$", re.IGNORECASE)
# Between a subject and its verb.
_BETWEEN = re.compile(
    r"(?: (?:[a-z]+ly|also|often|still|may|might|can|could|will|would|must|to|not|never"
    r"|always|has|have|had|been|is|are|was|were))+$"
)
_ILLNESS = re.compile(
    r"\s*(?:[\w-]+\s){0,4}?(?:pain|ache|\w*ache|cancer|tumou?r|disease|disorder|illness|infection|fever|cough|asthma|diabetes"
    r"|depression|anxiety|stroke|migraines?|arthritis|dementia|epilepsy|allerg\w+|injur\w+|symptoms?|fatigue|insomnia|nausea"
    r"|syndrome|addiction|\w+(?:itis|osis|emia|aemia|algia|pathy|oma|phobia))\b",
    re.IGNORECASE,
)
_MOST_BEFORE = 60


def is_about_person(text: str, start: int, end: int) -> bool:
    """Return whether the verb at `start` to `end` (code points) says something of a person.

    A name counts as a person unless an article is in front of it.
    """
    clause = re.split(r"[.?!;:]\s", text[max(0, start - _MOST_BEFORE) : start])[-1].rstrip(" ,")
    subject = _BETWEEN.sub("", clause)
    last = re.search(r"[\w'\u2019-]*$", subject)
    assert last is not None
    is_name = last[0][:1].isupper() and _ARTICLE.search(subject) is not None
    return (
        not subject
        or _ILLNESS.match(text, end) is not None
        or (_PERSON.fullmatch(last[0]) is not None and not is_name)
    )
