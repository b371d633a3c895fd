"""The state of a term at its first mention: linked, explained or neither."""

import pytest

from plainlint.analysis.glossary.mentions import find_first_mentions
from plainlint.analysis.glossary.model import Glossary, Term
from plainlint.document.readers import parse

POPUP = "/Common/PopUps/popDefinition.aspx?id=44348&version=Patient&language=English"


@pytest.mark.parametrize(
    "document",
    [
        f"He has [sepsis]({POPUP}).",
        f"He has [severe sepsis]({POPUP}).",
        f"He has **[sepsis]({POPUP})**.",
        '<p>He has <a class="definition" data-glossary-id="CDR0000044348">sepsis</a>.</p>',
        f"He has sepsis. In [sepsis]({POPUP}) the body harms itself.",
    ],
)
def test_linked(states, document):
    assert states(document, "sepsis") == [("sepsis", "linked")]


@pytest.mark.parametrize(
    "document",
    [
        # In brackets, either way round.
        "He has sepsis (the body's deadly answer to germs).",
        "He has sepsis (a deadly answer to germs).",
        "He has severe sepsis (The body harms itself).",
        "The body harms itself (sepsis).",
        "The body harms itself (called sepsis).",
        'The body harms itself ("sepsis").',
        "The germ is in the blood (severe sepsis).",
        "It is sepsis (not the flu).",
        "It is called a blood storm or sepsis.",
        "The word sepsis tells you how ill he is.",
        "Sepsis (SRS), a deadly answer to germs, is rare.",
        # A definition.
        "He has severe sepsis that occurs when germs get into the blood.",
        "The sepsis is the outer layer of it.",
        "Sepsis is the answer of the body, and of every part of it, to germs.",
        "Sepsis is a deadly answer to germs.",
        "Severe sepsis (SRS) is a deadly answer to germs.",
        "Sepsis is when the body harms itself.",
        "Sepsis is damage by the body itself.",
        "Sepsis means the body harms itself.",
        "Sepsis is made up of many faults.",
        "Sepsis treatment combines fluids and drugs.",
        "Sepsis happens when the body harms itself.",
        "Sepsis refers to harm by the body itself.",
        "Sepsis, also called blood poisoning, is a risk.",
        "Sepsis, also known as blood poisoning, can kill.",
        "Sepsis, which is when the body harms itself, can kill.",
        "Sepsis, which is blood poisoning, can kill.",
        "Sepsis, or blood poisoning, can kill.",
        "Sepsis, a deadly answer to germs, is rare.",
        "Sepsis — a deadly answer to germs — is rare.",
        "He has severe sepsis, meaning the body harms itself.",
        # Its name after its meaning.
        "Blood poisoning is called sepsis.",
        "It is also called severe sepsis.",
        "Blood poisoning, known as sepsis, can kill.",
        'Doctors use the term "sepsis" for it.',
        # A label in a list of meanings.
        "- Sepsis: The body harms itself.",
        "- **Sepsis**: The body harms itself.",
        # In the next sentence.
        "Call us. He may have sepsis. Sepsis is a deadly answer to germs.",
    ],
)
def test_explained(states, document):
    ((_, state),) = states(document, "sepsis")
    assert state == "explained"


@pytest.mark.parametrize(
    "document",
    [
        "He has sepsis.",
        "Is it sepsis? It may be.",
        # A bracket that points elsewhere, or gives a number or another name.
        "He has sepsis (see page 3).",
        "He has sepsis (Figure 1).",
        "Here is sepsis (left panel).",
        "He has sepsis (not shown).",
        "He has sepsis (grade 3 or higher).",
        "He has sepsis (such as urosepsis).",
        "He has sepsis (SRS).",
        "He has sepsis (also known as SRS).",
        "He has sepsis (Septobrand®).",
        "He has sepsis (in 3 of 10 cases).",
        "He may have a fever (with sepsis or not).",
        # A judgement.
        "Sepsis is a big problem.",
        "Sepsis is the most common side effect.",
        "Sepsis is one of the worst complications.",
        "Sepsis is a sign of trouble.",
        "Sepsis, which is very rare, can kill.",
        "Sepsis, which is a big problem, can kill.",
        # A list, and the beginning of a main clause.
        "Call us for fever, sepsis, or pain.",
        "After sepsis, a nurse will call you.",
        "If you have sepsis, another drug may help.",
        # Explained too late, in another paragraph.
        "He has sepsis.\n\nSepsis is a deadly answer to germs.",
    ],
)
def test_neither(states, document):
    ((_, state),) = states(document, "sepsis")
    assert state == "neither"


@pytest.mark.parametrize(
    ("document", "state"),
    [
        ("She has non-small cell lung cancer (NSCLC).", "neither"),
        ("She has non-small cell lung cancer, or NSCLC, now.", "neither"),
        ("NSCLC (non-small cell lung cancer) is common.", "explained"),
        ("NSCLC (Lung Group) is common.", "neither"),
        ("Non-small cell lung cancer (NSCLC) is a cancer that grows slowly.", "explained"),
    ],
)
def test_acronyms_and_their_long_forms(states, document, state):
    ((_, actual),) = states(document, "non-small cell lung cancer / NSCLC")
    assert actual == state


def test_each_term_once_in_text_order(states):
    text = "Sepsis or a *stent*. A stent is a tube.\n\nSepsis again."
    assert states(text, "stent", "sepsis") == [("Sepsis", "neither"), ("stent", "explained")]


@pytest.mark.parametrize(
    "document",
    [
        "# Sepsis\n\nWash your hands.",
        "    sepsis\n",
        "`sepsis` is what the code says.",
        "```\nsepsis\n```",
        "Wash your hands.\n\n## References\n\n1. Lee A. On sepsis. Lancet 2014.",
    ],
)
def test_headings_references_and_code_are_skipped(states, document):
    assert states(document, "sepsis") == []


@pytest.mark.parametrize(
    "document",
    [
        # Names of people's societies, of pages and of headings further down.
        "She leads the Society for Sepsis Research.",
        "She reads the Sepsis, Fever and Pain Journal.",
        "He works for the Alliance for Sepsis.",
        "Read our page New Help for Sepsis After Surgery.",
        "- How do I know that it is sepsis?\n\nWash your hands.",
        "- Living with sepsis\n\n## Living with sepsis\n\nWash your hands.",
        "New Drug Helps Against Severe Sepsis",
    ],
)
def test_names_and_titles_are_skipped(states, document):
    assert states(document, "sepsis") == []


def test_a_title_that_explains_counts(states):
    text = "- What helps in sepsis (blood poisoning)\n\n## What helps in sepsis (blood poisoning)"
    assert states(text, "sepsis") == [("sepsis", "explained")]


def test_a_sentence_may_begin_with_a_term(states):
    assert states("Sepsis can kill.", "sepsis") == [("Sepsis", "neither")]


def test_fragments_count(states):
    assert states("- fever\n- sepsis\n", "sepsis") == [("sepsis", "neither")]


def test_a_link_to_a_page_is_a_state_of_its_own(states):
    assert states("He has [sepsis](/care/sepsis).", "sepsis") == [("sepsis", "on_a_page")]


def test_each_section_has_its_own_first_mention():
    document = parse("# A\n\nSepsis kills. Sepsis hurts.\n\n# B\n\nTreat sepsis at once.")
    glossary = Glossary((Term(("sepsis",)),))
    assert len(list(find_first_mentions(document, glossary))) == 1
    mentions = find_first_mentions(document, glossary, each_section=True)
    assert [mention.block.text[:6] for mention in mentions] == ["Sepsis", "Treat "]
