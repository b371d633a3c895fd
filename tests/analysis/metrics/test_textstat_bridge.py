"""textstat's other metrics: by name, on our sentences and syllables, never over the network."""

import socket

import pytest

from plainlint import Config, PlainlintError, lint_text
from plainlint.analysis.metrics.measures import measure
from plainlint.analysis.metrics.registry import get_metric
from plainlint.document.readers import parse

TEXT = "Wash your hands before you eat. Use soap and warm water. Dry them on a clean towel."


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    def refuse(*_args, **_kwargs):
        raise OSError("no network here")

    monkeypatch.setattr(socket.socket, "connect", refuse)


def score(name, text=TEXT):
    return get_metric(name)(measure(parse(text)))


@pytest.mark.parametrize(
    "name", ["spache_readability", "linsear_write_formula", "lix", "osman", "mcalpine_eflaw"]
)
def test_any_metric_of_textstat(name):
    assert score(f"textstat.{name}") > 0


def test_our_sentences_words_and_syllables_count():
    text = "It rose by 7.7 months versus 3 months. He has NSCLC (a lung cancer), we think."
    measures = measure(parse(text))
    assert get_metric("textstat.sentence_count")(measures) == measures.counts.sentences == 2
    assert get_metric("textstat.lexicon_count")(measures) == measures.counts.words
    assert get_metric("textstat.syllable_count")(measures) == measures.counts.syllables


def test_one_text_does_not_colour_the_next():
    before = score("textstat.spache_readability")
    assert score("textstat.spache_readability", "Physiotherapeutic evaluation helps.") > before
    assert score("textstat.spache_readability") == before


def test_a_metric_of_ours():
    assert score("words_per_sentence") == pytest.approx(17 / 3)
    assert score("flesch_kincaid") < 5


@pytest.mark.parametrize(
    ("name", "message"),
    [
        (
            "textstat.spache_readabilty",
            "textstat has no metric 'spache_readabilty'; did you mean 'spache_readability'",
        ),
        ("textstat.set_lang", "textstat has no metric 'set_lang'"),
        ("textstat.text_standard", "textstat's 'text_standard' gives no number"),
        ("textstat.backend", "textstat's 'backend' gives no number"),
        ("flesch_kinkaid", "there is no metric 'flesch_kinkaid'; did you mean 'flesch_kincaid'"),
    ],
)
def test_a_metric_that_is_none(name, message):
    with pytest.raises(PlainlintError) as error:
        score(name)
    assert str(error.value).startswith(message)


def test_a_rule_page_may_name_it(write):
    page = write(
        "rules/house/spache.md",
        "---\ncheck: score\nmetrics: [textstat.spache_readability]\n"
        "limits:\n  most: {general: 1}\nmessage: 'Spache {low:.1f}, at most {limit:g}.'\n---\n"
        "# Spache\n",
    )
    config = Config(select=("house/spache",), rules=(page.parents[1],))
    (finding,) = lint_text(TEXT, config=config).diagnostics
    assert finding.message == f"Spache {score('textstat.spache_readability'):.1f}, at most 1."
