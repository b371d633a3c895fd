"""textstat's other metrics: by name, on our sentences and syllables, never over the network."""

import socket
from threading import Thread

import pytest

from plainlint import Config, PlainlintError, lint_text
from plainlint.analysis.metrics.measures import measure
from plainlint.analysis.metrics.registry import get_metric
from plainlint.analysis.metrics.textstat_bridge import use_syllables
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


def test_one_text_does_not_affect_the_next():
    before = score("textstat.spache_readability")
    assert score("textstat.spache_readability", "Physiotherapeutic evaluation helps.") > before
    assert score("textstat.spache_readability") == before


def test_a_metric_of_ours():
    assert score("words_per_sentence") == pytest.approx(17 / 3)
    assert score("flesch_kincaid") < 5


@pytest.fixture
def count_with_textstat(monkeypatch):
    """Return textstat's own count of syllables, with seven for each word in its dictionary."""
    import textstat
    from textstat.backend.counts import _count_syllables

    seven = {word: [["1"] * 7] for word in ("soap", "water")}
    monkeypatch.setattr(_count_syllables, "get_cmudict", lambda _language: seven)
    yield textstat.syllable_count
    _count_syllables.count_syllables.cache_clear()


def test_textstat_is_restored_after_each_call(count_with_textstat):
    assert count_with_textstat("soap") == 7
    assert score("textstat.syllable_count", "Use soap and water now.") == 6
    assert (count_with_textstat("soap"), count_with_textstat("water")) == (7, 7)
    assert score("textstat.syllable_count", "Use soap and water now.") == 6


def test_textstat_is_restored_after_an_error(count_with_textstat):
    with pytest.raises(PlainlintError):
        score("textstat.text_standard", "Use soap and water now.")
    assert (count_with_textstat("soap"), count_with_textstat("water")) == (7, 7)


def test_textstat_is_restored_when_the_block_is_interrupted(count_with_textstat):
    block = use_syllables({"soap": [["1"] * 2]})
    block.__enter__()
    assert count_with_textstat("soap") == 2
    assert not block.__exit__(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert count_with_textstat("soap") == 7
    assert score("textstat.syllable_count", "Use soap and water now.") == 6


def test_threads_take_turns(count_with_textstat):
    texts = ["Use soap now.", "Use soap and water now.", "Physiotherapy helps most people."]
    expected = [measure(parse(text)).counts.syllables for text in texts]
    results = []

    def count_often(text):
        measures, count = measure(parse(text)), get_metric("textstat.syllable_count")
        results.append({count(measures) for _ in range(30)})

    threads = [Thread(target=count_often, args=(text,)) for text in texts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(results, key=min) == sorted(({count} for count in expected), key=min)
    assert count_with_textstat("soap") == 7


@pytest.mark.parametrize(
    ("name", "message"),
    [
        (
            "textstat.spache_readabilty",
            "textstat has no metric 'spache_readabilty'; did you mean 'spache_readability'",
        ),
        ("textstat.set_lang", "textstat has no metric 'set_lang'"),
        ("textstat.text_standard", "textstat's 'text_standard' does not return a number"),
        ("textstat.backend", "textstat's 'backend' does not return a number"),
        ("flesch_kinkaid", "there is no metric 'flesch_kinkaid'; did you mean 'flesch_kincaid'"),
    ],
)
def test_names_that_are_not_metrics(name, message):
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
    config = Config(select=("house/spache",), rule_folders=(page.parents[1],))
    (finding,) = lint_text(TEXT, config=config).diagnostics
    assert finding.message == f"Spache {score('textstat.spache_readability'):.1f}, at most 1."
