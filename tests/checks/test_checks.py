"""Cases that the examples on rule pages do not cover: limits, audiences, dates and evidence."""

from datetime import date
from typing import Any

import pytest

from plainlint import Config, PlainlintError, lint_text
from plainlint.core.source import Source
from plainlint.engine.linter import Linter
from plainlint.engine.result import Verdict
from tests.helpers.spans import mark, unmark

PAGE = "/Common/PopUps/popDefinition.aspx"


def findings(rule, document, today=None, /, **settings):
    """Return the rule's findings in a document."""
    linter = Linter(Config(select=(rule,), **settings), today)
    return linter.lint(Source(document)).diagnostics


def mark_findings(rule, document, /, **settings):
    """Return the document with « » around what the rule reports."""
    text, _ = unmark(document)
    return mark(text, [diagnostic.span for diagnostic in findings(rule, text, **settings)])


def severities(rule, document, /, **settings):
    return [finding.severity.value for finding in findings(rule, document, **settings)]


def sentence(words, thing="thermometers"):
    return " ".join(["Wash", *[thing] * (words - 1)]) + "."


def paragraph(words, audience):
    body = " ".join(sentence(10) for _ in range(words // 10))
    rest = f" {sentence(words % 10)}" if words % 10 else ""
    return f"---\naudienceLevel: {audience}\n---\n{body}{rest}"


def declared(audience, *lines):
    return "\n".join(["---", *lines, f"audienceLevel: {audience}", "---", "", "Wash your hands."])


@pytest.mark.parametrize(
    ("audience", "words", "expected"),
    [
        ("patient", 21, []),
        ("patient", 22, ["warning"]),
        ("patient", 30, ["warning"]),
        ("patient", 31, ["error"]),
        ("caregiver", 31, ["error"]),
        ("general", 26, []),
        ("general", 27, ["warning"]),
        ("general", 40, ["warning"]),
        ("general", 41, ["error"]),
        ("technical", 41, []),
        ("technical", 42, ["warning"]),
        ("technical", 400, ["warning"]),
    ],
)
def test_long_sentence_at_its_limits(audience, words, expected):
    document = f"---\naudienceLevel: {audience}\n---\n{sentence(words)}"
    assert severities("readability/long-sentence", document) == expected


@pytest.mark.parametrize(("words", "expected"), [(21, []), (25, []), (26, ["warning"])])
def test_an_easy_sentence_may_be_a_little_longer(words, expected):
    document = f"---\naudienceLevel: patient\n---\n{sentence(words, 'hands')}"
    assert severities("readability/long-sentence", document) == expected


def test_a_stricter_limit_holds_for_easy_sentences_too():
    changes = {"readability/long-sentence": {"limits": {"target": {"patient": 19}}}}
    document = f"---\naudienceLevel: patient\n---\n{sentence(20, 'hands')}"
    assert severities("readability/long-sentence", document, rule=changes) == ["warning"]


@pytest.mark.parametrize(
    ("name", "counted"),
    [
        ("Mental Health Treatment Plan", 1),
        ("Mental Health Treatment Plan (MHTP)", 1),
        ("Health Treatment Plan", 3),
        ("Mental, Health, Treatment, Plan", 4),
        ("MENTAL HEALTH TREATMENT PLAN", 4),
        ("mental health treatment plan", 4),
    ],
)
def test_a_name_of_many_words_counts_as_one(name, counted):
    rule = "readability/long-sentence"
    others = " ".join(["thermometers"] * (20 - counted))
    fine, long = (f"Wash the {other}{others} {name}." for other in ("", "other "))
    options = {"default_audience": "patient"}
    assert severities(rule, fine.replace("Wash the", "Wash"), **options) == []
    assert severities(rule, long, **options) == ["warning"]
    if counted == 1:
        strict = {rule: {"name_from": 0}}
        assert severities(rule, fine, rule=strict, **options) == ["warning"]


@pytest.mark.parametrize("rule", ["readability/long-sentence", "readability/hard-sentence"])
def test_what_somebody_says_in_quotation_marks_stays(rule):
    said = (
        "I rang the haematology clinic about my anticoagulation, sent the echocardiography from"
        " the box next to the bed, and they told me that the defibrillator had done exactly what"
        " it was meant to do."
    )
    quotation = f'"It came at night. {said} I went home."'
    options = {"default_audience": "patient"}
    assert severities(rule, said, **options)
    assert severities(rule, quotation, **options) == []
    assert severities(rule, f'She said "no". {said}', **options)
    assert severities(rule, quotation, rule={rule: {"skip_quotations": False}}, **options)


def test_a_document_without_front_matter_is_for_the_default_audience():
    rule, document = "readability/long-sentence", sentence(22)
    assert severities(rule, document) == []
    assert severities(rule, document, default_audience="patient") == ["warning"]


def test_an_alias_stands_for_its_audience():
    rule, document = "readability/long-sentence", f"---\naudienceLevel: Carer\n---\n{sentence(31)}"
    assert severities(rule, document) == ["warning"]
    assert severities(rule, document, audience_aliases={"carer": "caregiver"}) == ["error"]


def test_limits_of_the_configuration_count_key_by_key():
    changes = {"readability/long-sentence": {"limits": {"most": {"patient": 25}}}}
    document = f"---\naudienceLevel: patient\n---\n{sentence(22)} {sentence(26)}"
    assert severities("readability/long-sentence", document, rule=changes) == ["warning", "error"]


@pytest.mark.parametrize(("words", "count"), [(99, 0), (100, 0), (101, 1), (151, 1)])
def test_long_paragraph_at_its_limits(words, count):
    document = paragraph(words, "patient")
    assert len(findings("readability/long-paragraph", document)) == count


def test_headings_and_code_are_not_paragraphs():
    words = sentence(300)
    assert not findings("readability/long-paragraph", f"# {words}\n\n    {words}\n")


@pytest.mark.parametrize("rule", ["readability/grade-level", "readability/reading-ease"])
def test_scores_have_no_limit_for_technical_documents(rule):
    document = "---\naudienceLevel: {}\n---\n" + "Comprehensive physiotherapy evaluation. " * 30
    assert not findings(rule, document.format("technical"))
    assert len(findings(rule, document.format("patient"))) == 1


@pytest.mark.parametrize("rule", ["readability/grade-level", "readability/average-sentence"])
def test_scores_need_words(rule):
    hard = "Comprehensive physiotherapeutic evaluation facilitates rehabilitation "
    assert not findings(rule, f"{hard * 4}.")
    assert findings(rule, f"{hard * 8}.")
    assert not findings(rule, "")
    assert not findings(rule, "# Only a heading")


def test_a_score_without_metrics_finds_nothing():
    changes: dict[str, Any] = {"readability/grade-level": {"metrics": []}}
    assert not findings("readability/grade-level", sentence(99), rule=changes)


def test_an_unknown_metric_gets_a_suggestion():
    changes = {"readability/grade-level": {"metrics": ["flesch_kinkaid"]}}
    with pytest.raises(PlainlintError, match="did you mean 'flesch_kincaid'"):
        findings("readability/grade-level", sentence(99), rule=changes)


@pytest.mark.parametrize(
    ("words", "strict", "expected"),
    [
        (16, False, []),
        (17, False, ["warning"]),
        (16, True, ["warning"]),
        (21, False, ["error"]),
    ],
)
def test_a_score_may_be_a_little_past_its_target(words, strict, expected):
    margin = {"limits": {"margin": {"patient": 0}}} if strict else {}
    document = f"---\naudienceLevel: patient\n---\n{sentence(words)} {sentence(words)}"
    rule = "readability/average-sentence"
    assert severities(rule, document, rule={rule: margin}) == expected


def test_a_target_in_the_settings_has_no_margin():
    rule = "readability/average-sentence"
    changes = {rule: {"limits": {"target": {"patient": 15}}}}
    for audience, words, expected in (("patient", 16, ["warning"]), ("caregiver", 19, [])):
        document = f"---\naudienceLevel: {audience}\n---\n{sentence(words)} {sentence(words)}"
        assert severities(rule, document, rule=changes) == expected


@pytest.mark.parametrize(("below", "expected"), [(0.9, 0), (1.2, 1)])
def test_the_verdict_and_the_rule_allow_the_same_margin(below, expected):
    rule = "readability/grade-level"
    source = Source("---\naudienceLevel: patient\n---\n" + sentence(12, "medicine") * 3)
    grades = Linter(Config(), None).lint(source).measures.grades
    assert grades
    limits = {
        "target": {"patient": grades[0] - below},
        "most": {"patient": 99},
        "margin": {"patient": 1},
    }
    config = Config(select=(rule,), rule={rule: {"limits": limits}})
    result, grading = Linter(config, None).lint_and_grade(source)
    assert len(result.diagnostics) == expected
    assert (grading.verdict is Verdict.ABOVE_TARGET) == bool(expected)


@pytest.mark.parametrize(
    ("over", "margin", "severity"),
    [
        (0.4, 1, "warning"),
        (0.6, 1, "error"),
        (0.1, 0, "error"),
    ],
)
def test_a_grade_that_rounds_to_the_highest_allowed_is_no_error(over, margin, severity):
    rule = "readability/grade-level"
    document = "---\naudienceLevel: patient\n---\n" + sentence(12, "medicine") * 3
    grades = Linter(Config(), None).lint(Source(document)).measures.grades
    assert grades
    limits = {
        "target": {"patient": grades[0] - 3},
        "most": {"patient": grades[0] - over},
        "margin": {"patient": margin},
    }
    assert severities(rule, document, rule={rule: {"limits": limits}}) == [severity]


def test_a_score_names_the_sentences_to_simplify():
    lengths = (5, 60, 70, 40, 40)
    text = "---\naudienceLevel: patient\n---\n" + "\n".join(map(sentence, lengths))
    (finding,) = findings("readability/average-sentence", text)
    assert finding.text == "patient"
    assert [location.start.line for location in finding.related] == [6, 5]
    assert "Simplify 2 of 5 sentences to reach 20, in this order: lines 6, 5." in finding.help


def test_a_metric_without_an_estimate_names_all_hard_sentences():
    text = f"---\naudienceLevel: patient\n---\n{sentence(60)} {'Hard. ' * 90}\n{sentence(40)}"
    rule = {"metrics": ["textstat.spache_readability"], "limits": {"most": {"patient": 1}}}
    changes = {"readability/average-sentence": rule}
    (finding,) = findings("readability/average-sentence", text, rule=changes)
    assert [location.start.line for location in finding.related] == [4, 5]
    assert "Simplify as many as you can of 92 sentences" in finding.help


def test_the_number_of_named_sentences_is_limited():
    changes = {"readability/average-sentence": {"sentences_named": 1}}
    text = f"---\naudienceLevel: patient\n---\n{sentence(60)}\n{sentence(60)}\n{sentence(60)}"
    (finding,) = findings("readability/average-sentence", text, rule=changes)
    assert "lines 4 (and 1 more)" in finding.help
    assert len(finding.related) == 1


@pytest.mark.parametrize(
    ("last", "frequency", "today", "late"),
    [
        ("2026-01-01", "monthly", "2026-02-01", False),
        ("2026-01-01", "monthly", "2026-02-02", True),
        ("2026-01-01", "quarterly", "2026-04-01", False),
        ("2026-01-01", "quarterly", "2026-04-02", True),
        ("2025-01-01", "annual", "2026-01-01", False),
        ("2025-01-01", "annual", "2026-01-02", True),
        ("2020-01-01T09:30:00Z", "annual", "2026-01-03", True),
        ("2020-01-01", "as_needed", "2026-01-03", False),
        ("2020-01-01", "yearly", "2026-01-03", False),
        ("2030-01-01", "monthly", "2026-01-03", False),
        ("9999-12-31", "annual", "2026-01-03", False),
        ("2020-13-45", "monthly", "2026-01-03", False),
        ("", "monthly", "2026-01-03", False),
        ("[2020-01-01]", "monthly", "2026-01-03", False),
        ("2020-01-01", "", "2026-01-03", False),
    ],
)
def test_a_review_is_late_from_the_day_after(last, frequency, today, late):
    document = declared("patient", f"lastReviewed: {last}", f"reviewFrequency: {frequency}")
    day = date.fromisoformat(today)
    assert bool(findings("metadata/review-overdue", document, day)) is late


def test_a_late_review_says_how_late():
    document = declared("patient", "lastReviewed: 2026-01-01", "reviewFrequency: monthly")
    (finding,) = findings("metadata/review-overdue", document, date(2026, 2, 11))
    assert "due on 2026-02-01 (10 days ago)" in finding.message


def test_without_a_day_no_review_is_late():
    document = declared("patient", "lastReviewed: 1999-01-01", "reviewFrequency: monthly")
    assert not findings("metadata/review-overdue", document, None)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("status: Active", "can't be 'Active'. In the front matter, write 'active'"),
        ("license: cc-by", "write 'cc_by'"),
        ("license: [cc_by]", "can't be 'a list or table'"),
        ("license: xyz", "write one of: public_domain, cc_by"),
    ],
)
def test_values_that_are_not_allowed(line, problem):
    (finding,) = findings("metadata/value", declared("patient", line))
    assert problem in f"{finding.message} {finding.help}"


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("lastReviewed: 2026-02-29", "real date"),
        ("lastReviewed: 2026-03-099", "real date"),
        ("lastReviewed: 9 March 2026", "real date"),
        ("language: english", "language tag"),
        ("language: en_US", "language tag"),
    ],
)
def test_dates_and_languages_have_a_form(line, problem):
    (finding,) = findings("metadata/form", declared("patient", line))
    assert problem in f"{finding.message} {finding.help}"


@pytest.mark.parametrize(
    "line",
    [
        "status: active", "status:", "lastReviewed: 2024-02-29", "lastReviewed: '2026-03-09'",
        "lastReviewed: 2026-03-09T12:00:00Z", "language: EN", "language: zh-Hant-TW",
        "language: es-419", "state: anything",
    ],
)  # fmt: skip
def test_values_that_are_allowed(line):
    assert not findings("metadata/value", declared("patient", line))


@pytest.mark.parametrize(
    ("title", "state"),
    [("title:", "empty"), ("title: '  '", "empty"), ("title: []", "empty"), ("x: y", "missing")],
)
def test_required_keys_need_a_value(title, state):
    changes: dict[str, Any] = {"metadata/required": {"required": ["title"], "recommended": []}}
    (finding,) = findings("metadata/required", declared("patient", title), rule=changes)
    assert f"'title' is {state}" in finding.message
    assert finding.severity.value == "error"


def test_recommended_keys_are_warnings():
    changes = {"metadata/required": {"required": [], "recommended": ["license"]}}
    assert severities("metadata/required", "Wash your hands.", rule=changes) == ["warning"]


@pytest.mark.parametrize("document", ["---\ntitle: [\n---\nWash.", "---\n- a list\n---\nWash."])
def test_unreadable_front_matter_is_reported_once(document):
    assert not findings("metadata/required", document)
    assert not findings("metadata/audience-level", document)
    assert findings("metadata/front-matter", document)


@pytest.mark.parametrize(
    "document",
    [
        "---\naudienceLevel: «doctors»\n---\nWash your hands.",
        "---\naudienceLevel: «[patient]»\n---\nWash your hands.",
        "---\n«audienceLevel»:\n---\nWash your hands.",
        "---\naudienceLevel: PATIENT\n---\nWash your hands.",
        "---\naudienceLevel: ' Professional '\n---\nWash your hands.",
    ],
)
def test_declared_audience(document):
    assert mark_findings("metadata/audience-level", document) == document


@pytest.mark.parametrize(
    ("value", "problem", "audience"),
    [
        ("[patient, caregiver]", "names 2 audiences (patient, caregiver)", "patient"),
        ("[technical, caregiver]", "names 2 audiences", "caregiver"),
        ("general, Patient", "names 2 audiences (general, Patient)", "patient"),
        ("technical and caregiver", "names 2 audiences", "caregiver"),
        ("[technical]", "is a list", "technical"),
        ("[nurse, caregiver]", "'nurse' is not known", "caregiver"),
        ("[]", "names no audience", "general"),
        ("nurses and doctors", "is not a known audience", "general"),
        ("", "is missing", "general"),
    ],
)
def test_several_audiences_are_held_to_the_strictest(value, problem, audience):
    document = f"---\naudienceLevel: {value}\n---\nWash your hands."
    (finding,) = findings("metadata/audience-level", document)
    assert problem in finding.message
    assert f"checked as a page for {audience} readers" in finding.message
    assert lint_text(document).audience == audience


def test_an_audience_of_the_configuration_is_known():
    document = "---\naudienceLevel: nurse\n---\nWash your hands."
    assert findings("metadata/audience-level", document)
    aliases = {"nurse": "technical"}
    assert not findings("metadata/audience-level", document, audience_aliases=aliases)


def popups(professional, patient):
    versions = ["HealthProfessional"] * professional + ["Patient"] * patient
    return " ".join(
        f"A [gene]({PAGE}?id={n + 1}&version={version})." for n, version in enumerate(versions)
    )


PRO_TITLE = "title: Sepsis (PDQ) – Health Professional Version"
HARD = "Comprehensive physiotherapeutic evaluation facilitates uncomplicated rehabilitation. " * 5


@pytest.mark.parametrize(
    ("title", "text", "evidence"),
    [
        ("title: Sepsis", "Wash your hands.", None),
        (
            PRO_TITLE,
            "Wash your hands.",
            "the title says 'Sepsis (PDQ) – Health Professional Version'",
        ),
        ("title: Sepsis", "# For clinicians\n\nWash.", "the title says 'For clinicians'"),
        ("title: Sepsis", "## For clinicians\n\nWash.", None),
        ("title: Sepsis", popups(2, 2), None),
        ("title: Sepsis", HARD, None),
        ("title: Sepsis", HARD + popups(1, 0), None),
        ("title: Sepsis", HARD + popups(2, 3), None),
        (
            "title: Sepsis",
            HARD + popups(2, 2),
            "2 of 4 popups are the version for professionals; the text",
        ),
        (
            PRO_TITLE,
            HARD + popups(3, 0),
            "Version'; 3 of 3 popups are the version for professionals; the text",
        ),
    ],
)
def test_evidence_of_an_audience_mismatch(title, text, evidence):
    document = f"---\naudienceLevel: patient\n{title}\n---\n{text}"
    messages = [finding.message for finding in findings("metadata/audience-mismatch", document)]
    assert len(messages) == bool(evidence)
    assert all(evidence in message for message in messages)


def test_a_mismatch_without_front_matter_is_reported_at_the_top():
    (finding,) = findings("metadata/audience-mismatch", "# For clinicians\n\nWash your hands.")
    assert finding.start.line == 1


def test_no_title_patterns_match_no_title():
    changes: dict[str, Any] = {"metadata/audience-mismatch": {"title_patterns": []}}
    assert not findings("metadata/audience-mismatch", "# For clinicians\n\nWash.", rule=changes)


def test_no_popups_are_no_evidence():
    changes = {"metadata/audience-mismatch": {"fewest_popups": 0, "signs_needed": 1}}
    assert not findings("metadata/audience-mismatch", "Wash your hands.", rule=changes)


def test_a_broken_title_pattern_is_an_error():
    changes = {"metadata/audience-mismatch": {"title_patterns": ["("]}}
    with pytest.raises(PlainlintError, match="title_patterns: "):
        findings("metadata/audience-mismatch", "Wash your hands.", rule=changes)


@pytest.mark.parametrize(
    ("audience", "query", "whose"),
    [
        ("patient", "version=HealthProfessional", "for technical readers"),
        ("caregiver", "version=healthprofessional", "for technical readers"),
        ("technical", "version=HealthProfessional", None),
        ("technical", "version=Patient", None),
        ("patient", "version=Patient&language=es", "in the language 'es'"),
        ("patient", "version=Patient", None),
        ("patient", "language=English", None),
        ("patient", "id=1", None),
    ],
)
def test_popups_for_other_readers(audience, query, whose):
    document = declared(audience, "language: en-US") + f" A [gene]({PAGE}?id=45&{query})."
    messages = [finding.message for finding in findings("jargon/popup-audience", document)]
    assert len(messages) == bool(whose)
    assert all(whose in message for message in messages)


def test_a_spanish_document_takes_spanish_popups():
    document = (
        f"---\nlanguage: es-MX\n---\nUn [gen]({PAGE}?id=45&version=Patient&language=Spanish)."
    )
    assert not findings("jargon/popup-audience", document)


def glossary_file(tmp_path, rows):
    path = tmp_path / "terms.csv"
    path.write_text("term,plain,url\n" + rows, encoding="utf-8")
    return {"glossary": (path,), "default_glossary": False}


@pytest.mark.parametrize(
    ("row", "help_text"),
    [
        ("sepsis,blood poisoning,", "Say it in plain words: blood poisoning."),
        ("sepsis,,/sepsis", "Link it: [Sepsis](/sepsis)."),
        ("sepsis,blood poisoning,/x", "Link it: [Sepsis](/x), or say it in plain words: blood"),
        ("sepsis,,", "Link it to its popup, or explain it in brackets."),
    ],
)
def test_what_to_do_about_an_unexplained_term(tmp_path, row, help_text):
    settings = glossary_file(tmp_path, row + "\n")
    (finding,) = findings("jargon/unexplained-term", "Sepsis can kill.", **settings)
    assert help_text in finding.help


def test_only_the_first_mention_of_a_term_is_found(tmp_path):
    settings = glossary_file(tmp_path, "sepsis,,\n")
    document = "He has «sepsis». Sepsis can kill.\n\nCall us about sepsis."
    assert mark_findings("jargon/unexplained-term", document, **settings) == document


def test_technical_documents_may_use_terms():
    document = declared("technical") + " Febrile neutropenia is frequent."
    assert not findings("jargon/unexplained-term", document)
