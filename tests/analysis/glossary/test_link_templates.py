"""Link templates: the form of popup links, learned from a document and similar ones."""

from collections import Counter

import pytest

from plainlint.analysis.glossary.link_templates import (
    choose_link_template,
    learn_link_templates,
    make_link_template,
    make_popup_target,
)
from plainlint.analysis.glossary.model import Glossary, LinkTemplate, Term
from plainlint.core.source import Source
from plainlint.document.readers import parse_source

PADDED = "/popups/popDefinition?id=CDR{id:0>10}&version=Patient&language=en"
SHORT = "/popups/popDefinition?id={id}&version=patient&language=English"
NAMED = "/publications/dictionaries/cancer-terms/def/{name}"
SEPSIS = Term(("sepsis",), "44348", "/own")


def page(text, path="x.md"):
    return parse_source(Source(text, path))


@pytest.mark.parametrize("form", [PADDED, SHORT, NAMED])
def test_a_template_restores_the_link(form):
    target = form.format(id="44348", name="blood-poisoning")
    (link,) = page(f"[x]({target})").links
    assert make_link_template(link) == form


@pytest.mark.parametrize("target", ["/care", "/popups/popDefinition?id=x", "/popDefinition?id={1}"])
def test_links_without_a_template(target):
    (link,) = page(f"[x]({target})").links
    assert make_link_template(link) == ""


def test_the_best_word_comes_first():
    drugs = [(frozenset({"site", "drugs", name}), Counter({PADDED: 4})) for name in "abc"]
    care = [(frozenset({"site", "care", name}), Counter({SHORT: 3})) for name in "de"]
    assert learn_link_templates(drugs + care) == (
        LinkTemplate("drugs", PADDED),
        LinkTemplate("", SHORT),
    )
    assert learn_link_templates([]) == ()


def test_a_document_with_popups_keeps_its_own_form():
    document = page(f"[x]({SHORT.format(id=7)})", "drugs/a.md")
    glossary = Glossary((SEPSIS,), (LinkTemplate("drugs", PADDED),))
    assert make_popup_target(SEPSIS, choose_link_template(document, glossary)) == SHORT.format(
        id=44348
    )


def test_a_document_without_popups_follows_similar_ones():
    glossary = Glossary((SEPSIS,), (LinkTemplate("drugs", PADDED), LinkTemplate("", NAMED)))
    assert make_popup_target(
        SEPSIS, choose_link_template(page("x", "drugs/a.md"), glossary)
    ) == PADDED.format(id="44348")
    url = "---\nurl: https://a.org/drugs/b\n---\nx"
    assert make_popup_target(SEPSIS, choose_link_template(page(url), glossary)) == PADDED.format(
        id="44348"
    )
    assert make_popup_target(
        SEPSIS, choose_link_template(page("x", "care/a.md"), glossary)
    ) == NAMED.format(name="sepsis")


def test_a_term_without_a_usable_form_keeps_its_own_address():
    glossary = Glossary((), (LinkTemplate("", SHORT),))
    assert (
        make_popup_target(SEPSIS._replace(id="sepsis"), choose_link_template(page("x"), glossary))
        == "/own"
    )
    assert make_popup_target(SEPSIS, choose_link_template(page("x"), Glossary())) == "/own"
    assert make_popup_target(Term(("x",)), choose_link_template(page("x"), glossary)) == ""
