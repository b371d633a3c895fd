"""Translations: the pages of a rule in other languages than the rule's own page.

A page such as `jargon/acronym.es.md` is laid over `jargon/acronym.md` for documents in Spanish:
what it names replaces what the rule's own page says, and the rest stays. It brings the words,
patterns and messages of its language: if the own page is for other languages, its settings of
words and patterns do not stay. The rule keeps its id, so that settings, comments and baselines
count for documents in all languages.
"""

from collections.abc import Mapping
from typing import Any

from plainlint.languages.files import ENGLISH
from plainlint.languages.phrases import translate_sentence
from plainlint.rulebook.page import Page

# What readers of findings see of a rule.
TEXT_KEYS = ("message", "help", "step")
# What only the rule's own page says.
_OWN_KEYS = frozenset({"untranslated", "former_ids", "former_messages"})


def translate_page(
    own: Page, translation: Page, shared_keys: frozenset[str], words: frozenset[str] = frozenset()
) -> Page:
    """Return the page of a rule for documents in the language of a translation.

    Args:
        own: the rule's own page.
        translation: its page in another language.
        shared_keys: the keys that do not depend on the check; a translation that uses another
            check takes over only these.
        words: the keys that may hold words of a language.
    """
    foreign_keys = frozenset() if has_words_of(own, translation.language) else words
    same_check = translation.policy.get("check", own.policy.get("check")) == own.policy.get("check")
    has_texts = not translation.policy.keys().isdisjoint(TEXT_KEYS)
    kept = {
        key: value
        for key, value in own.policy.items()
        if not (has_texts and key in TEXT_KEYS)
        and (same_check or key in shared_keys)
        and key not in foreign_keys
    }
    policy = {**kept, **translation.policy, "language": [translation.language]}
    said_in = translation.language if "message" in policy else ""
    return translation._replace(policy=policy, one_severity=own.one_severity, said_in=said_in)


def has_words_of(own: Page, language: str) -> bool:
    """Return whether a rule's own page is for documents in a language, or in all languages."""
    languages = own.policy.get("language", ())
    return not languages or language in (languages if isinstance(languages, list) else [languages])


def say_in_language(page: Page, other: Page) -> Page:
    """Return a page with the title and the messages of the rule's page in another language.

    A page that measures by a formula of its language has messages of its own: those of the other
    page name another formula and other limits. Its own are said as phrases of the language.
    """
    metrics = page.policy.get("metrics")
    if metrics != other.policy.get("metrics", metrics):
        return say_in_phrases(page, other.language)._replace(body=other.body)
    texts = {key: other.policy[key] for key in TEXT_KEYS if key in other.policy}
    return _replace_texts(page, texts)._replace(body=other.body, said_in=other.language)


def say_in_phrases(page: Page, language: str) -> Page:
    """Return a page with its own messages as phrases of a language; the same page without them."""
    own = {key: str(page.policy[key]) for key in TEXT_KEYS if key in page.policy}
    texts = {key: translate_sentence(text, language) for key, text in own.items()}
    return page if texts == own else _replace_texts(page, texts)._replace(said_in=language)


def _replace_texts(page: Page, texts: Mapping[str, Any]) -> Page:
    kept = {key: value for key, value in page.policy.items() if key not in TEXT_KEYS}
    policy: Mapping[str, Any] = {**kept, **texts}
    return page._replace(policy=policy)


def is_own_language(language: str) -> bool:
    """Return whether rules' own pages are in a language, or it is not stated."""
    return language in ("", ENGLISH)
