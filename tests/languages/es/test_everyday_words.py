"""The list of hard Spanish words holds no everyday word that is as common as its plain word."""

from plainlint.languages.frequencies import get_zipf_frequency
from plainlint.rulebook.page import Pages, get_shipped_folder

_LISTS = ("verbs", "nouns", "mass_nouns", "adjectives", "adverbs", "others")
# Zipf frequencies: one in 60,000 words, and what is as good as equal.
_EVERYDAY, _EQUAL = 4.2, 0.1


def iter_pairs():
    page = Pages((get_shipped_folder(),)).get_translation("plain-language/complex-word", "es")
    assert page
    for name in _LISTS:
        for line in page.policy[name].splitlines():
            hard, _, plain = line.partition(":")
            yield hard.strip(), plain.partition("|")[0].partition(",")[0].strip()


def test_no_everyday_word_is_called_hard():
    pairs = [(hard, plain) for hard, plain in iter_pairs() if " " not in hard + plain]
    assert len(pairs) > 100
    for hard, plain in pairs:
        frequency = get_zipf_frequency(hard, "es")
        assert frequency < _EVERYDAY or frequency < get_zipf_frequency(plain, "es") - _EQUAL, hard
