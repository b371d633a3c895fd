"""The list of hard Spanish words: each is rarer than its plain word, and none is of every day."""

from wordfreq import zipf_frequency

from plainlint.languages.es.plain_forms import pair_forms
from plainlint.languages.frequencies import UNLISTED, get_zipf_frequency
from plainlint.rulebook.page import Pages, get_shipped_folder

_ROLES = {
    "verbs": "verb",
    "nouns": "noun",
    "mass_nouns": "mass noun",
    "adjectives": "adjective",
    "adverbs": "adverb",
    "others": "phrase",
}
# Zipf frequencies: one in 50,000 words, and four times as common.
_EVERYDAY, _GAIN = 4.3, 0.6
# Nobody says "asimismo"; nurses say "sangrado"; "añoso" is no form of "año", and "dicho" is everyday only as a form of "decir".
_REASONED = frozenset({"asimismo", "hemorragia", "añoso", "dicho"})
_ASKED = 400
# A form far more frequent than its infinitive is most often another word.
_FREQUENT, _FAR = 3.6, 0.5


def iter_entries():
    page = Pages((get_shipped_folder(),)).get_translation("plain-language/complex-word", "es")
    assert page
    for name, role in _ROLES.items():
        for line in page.policy[name].splitlines():
            hard, _, plain = line.partition(":")
            yield role, hard.strip(), plain.partition("|")[0].strip()


def find_frequency(role, word):
    """Return the frequency of the most frequent form; of a verb's forms many are nouns, too."""
    forms = {word} if role == "verb" else {form for form, _ in pair_forms(role, word, word, "")}
    if role == "adverb":
        # "Habitualmente" is as easy as "habitual".
        stem = word.removesuffix("mente")
        forms |= {stem, stem[:-1] + "o"}
    return max(get_zipf_frequency(form, "es") for form in forms)


def iter_words():
    return (entry for entry in iter_entries() if " " not in entry[1] and entry[1] not in _REASONED)


def test_the_list_is_long_and_names_each_word_once():
    hard = [(role, word) for role, word, _ in iter_entries()]
    assert len(hard) >= _ASKED
    assert len(set(hard)) == len(hard)


def test_no_word_is_of_every_day():
    words = [hard for role, hard, _ in iter_words() if find_frequency(role, hard) >= _EVERYDAY]
    assert words == []


def test_a_plain_word_is_much_more_frequent_than_a_word_in_use():
    words = [
        (hard, plain)
        for role, hard, plain in iter_words()
        if " " not in plain
        and find_frequency(role, hard) > UNLISTED
        and find_frequency(role, plain) - find_frequency(role, hard) < _GAIN
    ]
    assert words == []


def test_no_form_of_a_hard_verb_is_an_everyday_word():
    # "Persona" is a form of "personar", and "evidencia" one of "evidenciar".
    everyday = {
        form
        for role, hard, plain in iter_entries()
        if role == "verb" and zipf_frequency(hard, "es") < _EVERYDAY
        for form, _ in pair_forms(role, hard, plain, "")
        if " " not in form and zipf_frequency(form, "es") >= _EVERYDAY
    }
    assert not everyday


def test_no_rare_verb_has_a_form_that_is_a_frequent_word_of_its_own():
    # "Requisito" is a noun, and a form of "requisitar".
    homographs = {
        form
        for role, hard, plain in iter_entries()
        if role == "verb"
        for form, _ in pair_forms(role, hard, plain, "")
        if " " not in form
        and zipf_frequency(form, "es") >= _FREQUENT
        and zipf_frequency(form, "es") - zipf_frequency(hard, "es") > _FAR
    }
    assert not homographs
