"""Link forms: the way a document writes its popup links, learned from it and those like it."""

from collections import Counter

import pytest

from plainlint.analysis.glossary.link_templates import (
    form_for,
    learn_forms,
    link_form,
    popup_target,
)
from plainlint.analysis.glossary.model import Glossary, LinkForm, Term
from plainlint.core.source import Source
from plainlint.document.readers import parse_source

PADDED = "/popups/popDefinition?id=CDR{id:0>10}&version=Patient&language=en"
SHORT = "/popups/popDefinition?id={id}&version=patient&language=English"
NAMED = "/publications/dictionaries/cancer-terms/def/{name}"
SEPSIS = Term(("sepsis",), "44348", "/own")


def page(text, path="x.md"):
    return parse_source(Source(text, path))


@pytest.mark.parametrize("form", [PADDED, SHORT, NAMED])
def test_the_form_of_a_link_and_back(form):
    target = form.format(id="44348", name="blood-poisoning")
    (link,) = page(f"[x]({target})").links
    assert link_form(link) == form


@pytest.mark.parametrize("target", ["/care", "/popups/popDefinition?id=x", "/popDefinition?id={1}"])
def test_links_without_a_form(target):
    (link,) = page(f"[x]({target})").links
    assert link_form(link) == ""


def test_the_most_telling_word_comes_first():
    drugs = [(frozenset({"site", "drugs", name}), Counter({PADDED: 4})) for name in "abc"]
    care = [(frozenset({"site", "care", name}), Counter({SHORT: 3})) for name in "de"]
    assert learn_forms(drugs + care) == (LinkForm("drugs", PADDED), LinkForm("", SHORT))
    assert learn_forms([]) == ()


def test_a_document_that_has_popups_goes_on_in_its_own_form():
    document = page(f"[x]({SHORT.format(id=7)})", "drugs/a.md")
    glossary = Glossary((SEPSIS,), (LinkForm("drugs", PADDED),))
    assert popup_target(SEPSIS, form_for(document, glossary)) == SHORT.format(id=44348)


def test_a_document_without_any_does_as_those_like_it():
    glossary = Glossary((SEPSIS,), (LinkForm("drugs", PADDED), LinkForm("", NAMED)))
    assert popup_target(SEPSIS, form_for(page("x", "drugs/a.md"), glossary)) == PADDED.format(
        id="44348"
    )
    url = "---\nurl: https://a.org/drugs/b\n---\nx"
    assert popup_target(SEPSIS, form_for(page(url), glossary)) == PADDED.format(id="44348")
    assert popup_target(SEPSIS, form_for(page("x", "care/a.md"), glossary)) == NAMED.format(
        name="sepsis"
    )


def test_a_term_that_a_form_does_not_fit_keeps_its_own():
    glossary = Glossary((), (LinkForm("", SHORT),))
    assert popup_target(SEPSIS._replace(id="sepsis"), form_for(page("x"), glossary)) == "/own"
    assert popup_target(SEPSIS, form_for(page("x"), Glossary())) == "/own"
    assert popup_target(Term(("x",)), form_for(page("x"), glossary)) == ""
