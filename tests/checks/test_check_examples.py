"""The generic checks as a team would use them: the front matter of a page, and what it reports."""

import time
from textwrap import dedent

import pytest

from plainlint import Config, PlainlintError, lint_text
from tests.helpers.spans import mark, unmark


@pytest.fixture
def findings(write):
    """Return the findings of a page's rule in a document."""

    def find(policy, document):
        policy = dedent(policy).strip()
        if "message:" not in policy:
            policy += '\nmessage: ""'
        folder = write("rules/house/own.md", f"---\n{policy}\n---\n").parents[1]
        config = Config(select=("house/own",), rule_folders=(folder,))
        return lint_text(document, config=config).diagnostics

    return find


@pytest.fixture
def check(findings):
    """Check that the rule of a page reports exactly what « » marks."""

    def run(policy, marked):
        text, _ = unmark(marked)
        spans = [diagnostic.span for diagnostic in findings(policy, text)]
        assert mark(text, spans) == marked

    return run


def test_word_list_finds_whole_words_in_any_case(check):
    policy = "check: word-list\nwords: [non-compliant, failed]"
    check(policy, "He was «Non-compliant» and *«failed»*. Failedly is no word; unfailed is not it.")


def test_word_list_takes_any_white_space_and_the_longer_of_two(check):
    policy = "check: word-list\nwords: [side effect, effect, side effect of the drug]"
    check(policy, "A «side\neffect of the drug» is an «effect».")


@pytest.mark.parametrize(
    ("scope", "marked"),
    [
        ("heading", "# A «use»\n\nA use.\n\n- A use\n"),
        ("heading-2", "# A use\n\n## A «use»\n"),
        ("[heading, list-item]", "# A «use»\n\nA use.\n\n- A «use»\n"),
        ("paragraph", "# A use\n\nA «use».\n\n> Of use.\n"),
        ("block-quote", "A use.\n\n> Of «use».\n"),
        ("table-cell", "A use.\n\n| one |\n|---|\n| «use» |\n"),
        ("sentence", '# A use\n\nOf «use». No [use](x.md "use").\n'.replace("[use]", "[«use»]")),
        ("link-text", "A use, a [«use»](use.md).\n"),
        ("image text", "A use.\n\n![The «use» of it](use.png)\n"),
        ("front-matter.title", "---\ntitle: The «use»\nstatus: use\n---\nA use.\n"),
        ("raw", "---\ntitle: The use\n---\n# «use»\n\n```\n«use»\n```\n\n![«use»](«use».png)\n"),
        ("list-item and block-quote", "- a use\n\n> Of use.\n>\n> - «use» it\n"),
        ("list-item and not block-quote", "- a «use»\n\n> Of use.\n>\n> - use it\n"),
        ("heading and link-text", "# A use of [«use»](x)\n\nA [use](x).\n"),
        ("link-text and not (heading or list-item)", "# A [use](x)\n\nA [«use»](x).\n\n- Of [use](y) to you.\n"),
        ("heading-1 or front matter.title", "---\ntitle: The «use»\n---\n# A «use»\n\n## A use\n"),
        ("text and not footnote", "A «use».[^1]\n\n[^1]: Of use.\n"),
        ("section", "# use\n\nA «use».\n\nOf *«use»*.\n\n## B\n\n«use»\n"),
    ],
)  # fmt: skip
def test_scopes(check, scope, marked):
    check(f"check: pattern\npatterns: ['\\buse\\b']\nscope: {scope}", marked)


def test_an_unknown_scope_gets_a_suggestion(findings):
    with pytest.raises(PlainlintError, match=r"own.md:3: .*'paragraf'; did you mean 'paragraph'"):
        findings("check: word-list\nscope: paragraf\nwords: [x]", "x")


def test_substitution_reports_the_better_word_and_fixes_it(findings):
    text = "An utilisation review. Utilise it. In order to."
    policy = """
        check: substitution
        message: "'{text}' -> '{better}'"
        swap: {utilisation: use, utilise: use, in order to: "to, or leave it out"}
    """
    first, second, third = findings(policy, text)
    assert first.message == "'utilisation' -> 'use'"
    assert first.fix.edits[0].text == "A use"
    assert (second.message, second.fix.edits[0].text) == ("'Utilise' -> 'Use'", "Use")
    assert third.fix is None


def test_substitution_does_not_report_the_better_word(check):
    check("check: substitution\nswap: {e-mail: email, Email: email}", "An email, an «e-mail».")


def test_named_groups_of_a_pattern_fill_the_message(findings):
    policy = """
        check: pattern
        patterns: ['(?P<number>\\d+) ?percent', 'per ?cent']
        exceptions: ['5 percent']
        message: "Write {number}%."
    """
    (finding,) = findings(policy, "It is *30* percent. Or 5 percent.")
    assert finding.message == "Write 30%."


def test_patterns_can_have_lookaround(check):
    check("check: pattern\npatterns: ['(?<!not )safe']", "«Safe», not safe.")


def test_patterns_can_distinguish_case(check):
    check("check: pattern\npatterns: [WHO]\ncase: true", "Who? The «WHO».")


@pytest.mark.parametrize(
    "pattern",
    ["(a+)+$", "(a|aa)+$", "(a|a?)+$", "([a-zA-Z]+)*$", "(.*a){25}$", "^(([a-z])+.)+[A-Z]([a-z])+$"],
)  # fmt: skip
def test_catastrophic_patterns_take_no_time(findings, pattern):
    start = time.process_time()
    findings(f"check: pattern\npatterns: ['{pattern}']", "a" * 20_000 + "!")
    assert time.process_time() - start < 5


def test_an_invalid_pattern_is_an_error_with_its_line(findings):
    with pytest.raises(PlainlintError, match=r"own.md:3: house/own: the pattern '\(a' is wrong"):
        findings("check: pattern\npatterns: ['(a']", "a")


def test_occurrence_finds_the_first_one_too_many(check):
    policy = "check: occurrence\npattern: ','\nscope: sentence\nlimits: {most: {general: 2}}"
    check(policy, "One, two, three«,» four, five. One, two.")


def test_occurrence_reports_too_few_matches(findings):
    policy = "check: occurrence\npattern: doctor\nscope: document\nlimits: {least: {general: 1}}"
    assert findings(policy, "Ask your doctor.") == ()
    (finding,) = findings(policy, "Ask nobody.")
    assert finding.values["count"] == 0


def test_repetition(check):
    check("check: repetition\nexceptions: [that]", "Take «the the» drug. I know that that, so-so.")


def test_consistency_follows_what_comes_first(check):
    policy = "check: consistency\neither: {adviser: advisor, 'gr[ae]y': silver}"
    check(policy, "An advisor.\n\nThe advisor, «Adviser». Silver or «grey».")


def test_conditional_compares_groups(check):
    policy = (
        "check: conditional\ncase: true\nfirst: '\\b([A-Z]{3,5})\\b'\nthen: '\\(([A-Z]{3,5})\\)'"
    )
    check(policy, "Magnetic imaging (MRI). An MRI.\n\nA «PET», a PET.")


def test_conditional_without_groups_needs_any_match(check):
    policy = "check: conditional\nfirst: chemo\nthen: side effects"
    check(policy, "Take «chemo».")
    check(policy, "Take chemo. It has side effects.")


@pytest.mark.parametrize(
    ("style", "marked"),
    [
        ("sentence", "# «Your Care Team»\n\n## Your DNA test\n\n## Parkinson and you\n"),
        ("title", "# Your Care of the Team\n\n## «Your care»\n"),
        ("lower", "# «Your care»\n\n# your care\n"),
        ("upper", "# YOUR CARE\n\n# «Your care»\n"),
    ],
)
def test_capitalization(check, style, marked):
    check(f"check: capitalization\nstyle: {style}\nkeep: [Parkinson]", marked)


def test_an_unknown_style_is_an_error_that_lists_the_styles(findings):
    with pytest.raises(PlainlintError, match="unknown style 'camel'; known are: lower, sentence"):
        findings("check: capitalization\nstyle: camel", "# A")


def test_heading_structure(check):
    policy = "check: heading-structure\none_title: true\nno_skips: true"
    check(policy, "# One\n\n### «Three»\n\n## Two\n\n### Three\n\n# «Two»\n")


def test_repetition_ignores_words_that_begin_a_name(check):
    check("check: repetition", "He tried it in *in vitro* work, and «in in» bad work.")


def test_adjacent_titles_are_one_title(check):
    policy = "check: heading-structure\none_title: true"
    check(policy, "# One\n\n# Its second line\n\nText.\n\n# «Two»\n\n# Its second line\n")


def test_consistency_of_a_value(check):
    policy = "check: consistency\nsame: ['\\bgrade (\\d)\\b']"
    check(policy, "We write for grade 6. Not for «grade 8», but for grade 6.")


def test_the_number_of_a_step_is_no_word(check):
    policy = "check: sentence-length\nlimits: {most: {general: 3}}"
    check(policy, "1.2 Check the label.\n\n«1.3 Check all the labels.»\n\n«5 mg is enough.»")
    check(policy, "(3) Check the label.\n\n2) Wash your hands.")


def test_consistency_has_exceptions(check):
    policy = "check: consistency\nsame: ['no grade \\d|grade (\\d)']"
    check(policy, "We write for no grade 4. We write for grade 6, not «grade 8».")


def test_section_length_counts_lists_and_is_reported_at_the_heading(check):
    policy = "check: section-length\nlimits: {target: {general: 4}}"
    check(
        policy, "# One two three four five\n\nOne two.\n\n## «Two»\n\nOne two:\n\n- three\n- a b\n"
    )


def test_link_matches_text_and_target(check):
    policy = "check: link\ntexts: [click here, more]\ntargets: ['http://.*']"
    check(policy, "«[Click here.](a.md)» and [click here now](b.md), «[all](http://x.org)».")


@pytest.mark.parametrize(
    ("settings", "marked"),
    [
        ("most: {general: 1}", "A [b](c) and «[d](e)» and [f](g).\n"),
        ("most: {general: 1}\nper: section", "A [b](c).\n\n# D [e](f)\n\nG «[h](i)».\n"),
        ("most: {general: 1}\nper: paragraph", "A [b](c).\n\nD [e](f) g «[h](i)».\n"),
        ("most: {general: 0}\ntargets: ['http:.*']", "A [b](c) and «[d](http://e)».\n"),
        ("most: {general: 2}", "A [b](c) and [d](e).\n"),
        ("least: {general: 1}", "«A text.»\n"),
        ("least: {general: 1}\nper: section", "# A [b](c)\n\n# «D»\n\nE.\n"),
        ("least: {general: 1}", ""),
    ],
)  # fmt: skip
def test_link_counts(check, settings, marked):
    tier, _, rest = settings.partition("\n")
    check(f"check: link\nlimits: {{{tier}}}\n{rest}", marked)


def test_words_of_several_rules_are_found_together(write):
    for name in ("a", "b"):
        page = f'---\ncheck: word-list\nwords: [lung cancer, lung {name}]\nmessage: ""\n---\n'
        folder = write(f"rules/house/{name}.md", page).parents[1]
    config = Config(select=("house",), rule_folders=(folder,))
    diagnostics = lint_text("Lung cancer, lung b.", config=config).diagnostics
    assert [(diagnostic.rule, diagnostic.text) for diagnostic in diagnostics] == [
        ("house/a", "Lung cancer"),
        ("house/b", "Lung cancer"),
        ("house/b", "lung b"),
    ]


def test_a_lookaround_pattern_that_hangs_is_stopped_and_reported(findings):
    (finding,) = findings("check: pattern\npatterns: ['(?:a|aa)+(?<!a)$']", "a" * 200)
    assert finding.rule == "house/own"
    assert finding.message.endswith("the pattern '(?:a|aa)+(?<!a)$' takes more than 1 s.")


PASSIVE = """
    check: sequence
    tokens: [{pattern: be|is|are}, {tag: adverb, optional: true}, {tag: participle}]
"""


@pytest.mark.parametrize(
    ("policy", "marked"),
    [
        (PASSIVE, "It «is given» at night. They «ARE *always* told». It is a big, given thing."),
        (PASSIVE, "It is. Given by us. To be is not enough to «be seen»."),
        ("check: sequence\ntokens: [{tag: modal}, {pattern: be, skip: 2}]", "It «may not always be» so, but it may not ever always be so. We «can be»."),
        ("check: sequence\ntokens: [{tag: number}, {pattern: '%'}]", "Of them «12 %» or «three %», not 5%."),
        ("check: sequence\ntokens: [{pattern: very}, {tag: adverb, negate: true}]", "It is very often «very hard»."),
        ("check: sequence\ntokens: [{tag: word, optional: true}]", "«One» «two», «three»."),
        ("check: sequence\ntokens: [{pattern: a}, {}, {pattern: a}]", "«A b a» b a."),
        ("check: sequence\ntokens: []", "None."),
        ("check: sequence\ntokens: [{tag: determiner}, {tag: nominalisation}, {pattern: of}]", "After «the evaluation of» it, [«the *assessment* of»](x.md) it."),
        ("check: sequence\nscope: heading\ntokens: [{tag: capitalised}, {tag: punctuation}]", "# A «Heading:» it\n\nText: it.\n"),
    ],
)  # fmt: skip
def test_sequence(check, policy, marked):
    check(policy, marked)


@pytest.mark.parametrize(
    ("tokens", "message"),
    [
        ("[{tga: be}]", "own.md:3: house/own: unknown key 'tga'; did you mean 'tag'?"),
        ("[{tag: verb}]", "own.md:3: house/own: unknown tag 'verb'; did you mean 'adverb'?"),
        ("[{skip: many}]", "own.md:3: house/own: 'skip' must be a whole number"),
        ("[{pattern: '('}]", "own.md:3: house/own: the pattern '(' is wrong"),
        ("be", "'tokens' must be a list of tables"),
    ],
)  # fmt: skip
def test_invalid_tokens(findings, tokens, message):
    with pytest.raises(PlainlintError) as error:
        findings(f"check: sequence\ntokens: {tokens}", "x")
    assert message in str(error.value)


def test_a_sequence_of_many_optional_tokens_takes_no_time(findings):
    tokens = "[" + "{optional: true, skip: 9}, " * 20 + "{pattern: never}]"
    start = time.process_time()
    assert findings(f"check: sequence\ntokens: {tokens}", "word " * 300 + ".") == ()
    assert time.process_time() - start < 10


HARD = "Immunosuppressive medication necessitates hospitalisation."


@pytest.mark.parametrize(
    ("settings", "marked"),
    [
        ("metrics: [100 * polysyllables / words]", f"«Wash your hands.»\n\n{HARD}\n"),
        ("metrics: [100 * polysyllables / words]\nper: paragraph", f"Wash your hands.\n\n- «{HARD}»\n- Wash.\n"),
        ("metrics: [100 * polysyllables / words]\nper: paragraph\nfewest_words: 5", f"{HARD}\n"),
        ("metrics: [100 * polysyllables / words]\nper: section", f"Wash it.\n\n# Do\n\nDo it.\n\n# «Do not»\n\n{HARD}\n"),
        ("metrics: [(smog + flesch_kincaid) / 2, syllables * 9]", f"«{HARD}»\n"),
        ("metrics: [words / (sentences - 1)]", f"{HARD}\n"),
        ("metrics: [words - 1]", "Wash it.\n"),
    ],
)  # fmt: skip
def test_score_of_a_formula_by_part(check, settings, marked):
    check(f"check: score\nlimits: {{most: {{general: 20}}}}\n{settings}", marked)


@pytest.mark.parametrize(
    ("metrics", "message"),
    [
        ("[smgo]", "own.md:3: house/own: there is no metric 'smgo'; did you mean 'smog'?"),
        ("[wrods / sentences]", "own.md:3: house/own: a formula can't use 'wrods'; did you mean 'words'?"),
        ("[textstat.smog_idex]", "own.md:3: house/own: textstat has no metric 'smog_idex'; did you mean 'smog_index'?"),
        ("[words +]", "own.md:3: house/own: 'words +' is not a formula"),
        ("[smog]\nper: chapter", "own.md:4: house/own: unknown per 'chapter'"),
    ],
)  # fmt: skip
def test_invalid_metrics(findings, metrics, message):
    with pytest.raises(PlainlintError) as error:
        findings(f"check: score\nmetrics: {metrics}", "x")
    assert message in str(error.value)
