"""Rule pages: what they can contain, errors in them, and changes by the configuration."""

import pytest

from plainlint import Config, PlainlintError, lint_text
from plainlint.rulebook.page import Pages, get_shipped_folder, read_page
from plainlint.rulebook.rule import make_rule
from plainlint.rulebook.selection import RuleSet

GOOD = """\
---
check: sentence-length
message: "{words} words."
limits:
  most: {patient: 4, general: 6}
---
# Short sentences
"""


@pytest.fixture
def rule(write):
    """Build the rule `house/short` from a page, with changes from a configuration."""

    def make(page, **changes):
        folder = write("rules/house/short.md", page).parents[1]
        changes = {"rule": {"house/short": changes}} if changes else {}
        config = Config(select=("house/short",), rule_folders=(folder,), **changes)
        (built,) = RuleSet(config).get_running_rules()
        return built

    return make


@pytest.fixture
def severities(write):
    """Return the severities of the findings of a page's rule in a document."""

    def find(page, document, **changes):
        folder = write("rules/house/short.md", page).parents[1]
        config = Config(
            select=("house/short",), rule_folders=(folder,), rule={"house/short": changes}
        )
        return [
            finding.severity.value for finding in lint_text(document, config=config).diagnostics
        ]

    return find


def test_a_page_is_a_rule(rule):
    short = rule(GOOD)
    assert (short.id, short.title, short.severity.value) == (
        "house/short",
        "Short sentences",
        "warning",
    )
    assert short.limits["patient"].most == 4
    assert short.limits["technical"].most is None
    assert short.applies_to("technical", "sv")


def test_a_page_without_a_heading_has_its_id_as_title(rule):
    assert rule(GOOD.replace("# Short sentences", "")).title == "house/short"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("sentence-length", "sentence-lenght", "unknown check 'sentence-lenght'; did you mean 'sentence-length'?"),
        ("message:", "mesage:", "unknown key 'mesage'; did you mean 'message'?"),
        ("most:", "moist:", "unknown limit 'moist'; did you mean 'most'?"),
        ("patient: 4", "patients: 4", "unknown audience 'patients'; did you mean 'patient'?"),
        ("---\n#", "severity: eror\n---\n#", "unknown severity 'eror'; did you mean 'error'?"),
        ("---\n#", "audience: patients\n---\n#", "unknown audience 'patients'; did you mean 'patient'?"),
        ("patient: 4", "patient: four", "'limits' must be "),
        ("patient: 4", "patient: yes", "'limits' must be "),
        ("sentence-length", "popup-audience", "the check 'popup-audience' needs the key 'accepts'"),
        ("---\n#", "words: 3\n---\n#", "unknown key 'words'"),
        ("check:", "chekc:", "unknown key 'chekc'; did you mean 'check'?"),
        ("check: sentence-length\n", "", "'check' is missing"),
        ("{words}", "{words", "'message' can't be filled in: expected '}' before end of string"),
    ],
)  # fmt: skip
def test_an_error_in_a_page_suggests_a_similar_name(rule, old, new, message):
    with pytest.raises(PlainlintError) as error:
        rule(GOOD.replace(old, new, 1))
    assert message in str(error.value)
    assert "short.md" in str(error.value)


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [("most:", "moist:", 5), ("general: 6", "generl: 6", 7), ("message:", "mesage:", 3)],
)
def test_an_error_has_its_line_at_any_depth(rule, old, new, line):
    page = GOOD.replace("{patient: 4, general: 6}", "\n    patient: 4\n    general: 6")
    with pytest.raises(PlainlintError, match=f"short.md:{line}: house/short: unknown"):
        rule(page.replace(old, new))


def test_an_unknown_name_in_a_message_is_an_error_with_its_line(severities):
    document = "One two three four five six seven."
    with pytest.raises(PlainlintError, match=r"short.md:3: .* .*\{wrods\}; did you mean 'words'"):
        severities(GOOD.replace("{words}", "{wrods}"), document)
    with pytest.raises(PlainlintError, match=r"^configuration: .*'help' can't contain \{x\}"):
        severities(GOOD, document, help="{x}")


@pytest.mark.parametrize(
    ("page", "message"),
    [
        ("# No front matter", "short.md:1: a rule page needs front matter"),
        ("---\ncheck: score\ncheck: score\n---\n", "short.md:3: "),
        ("---\ncheck: [\n---\n", "short.md:"),
        (b"---\ncheck: \xff\n---\n", "short.md: it is not UTF-8"),
    ],
)
def test_pages_that_cannot_be_read(rule, page, message):
    with pytest.raises(PlainlintError) as error:
        rule(page)
    assert message in str(error.value)


def test_a_page_that_is_missing(tmp_path):
    with pytest.raises(PlainlintError, match="can't be read"):
        read_page(tmp_path / "none.md", "house/none")


def test_changes_are_merged_into_the_page_key_by_key(rule):
    short = rule(GOOD, limits={"most": {"patient": 5}, "target": {"general": 2}})
    assert short.limits["patient"].most == 5
    assert short.limits["general"].most == 6
    assert short.limits["general"].target == 2
    assert short.message == "{words} words."
    assert rule(GOOD, message="Long.", severity="error").message == "Long."


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"mesage": "x"}, "unknown key 'mesage'; did you mean 'message'?"),
        ({"severity": "worse"}, "unknown severity 'worse'"),
        ({"limits": {"most": {"patient": "4"}}}, "'limits' must be"),
    ],
)
def test_changes_are_validated_like_pages(write, changes, message):
    page = read_page(write("short.md", GOOD), "house/short")
    with pytest.raises(PlainlintError) as error:
        make_rule(page, changes)
    assert str(error.value).startswith(message)


def test_a_severity_of_the_configuration_is_forced(severities):
    document = "One two three four five six seven."
    assert severities(GOOD, document) == ["error"]
    assert severities(GOOD, document, severity="info") == ["info"]
    # The severity of the page is only for checks without tiers.
    assert severities(GOOD.replace("---\n#", "severity: info\n---\n#"), document) == ["error"]


@pytest.mark.parametrize(
    ("audience", "reported"),
    [("patient", True), ("caregiver", True), ("general", False), ("technical", False)],
)
def test_a_rule_for_some_audiences(severities, audience, reported):
    limits = {"most": dict.fromkeys(["patient", "caregiver", "general", "technical"], 2)}
    document = f"---\naudienceLevel: {audience}\n---\nOne two three."
    reports = severities(GOOD, document, limits=limits, audience=["patient", "caregiver"])
    assert bool(reports) is reported


@pytest.mark.parametrize(
    ("language", "reported"),
    [("en", True), ("EN", True), ("en-US", True), ("es", False), ("eng", True), ("''", True)],
)
def test_a_rule_for_some_languages(severities, language, reported):
    document = f"---\nlanguage: {language}\n---\nOne two three four five six seven."
    assert bool(severities(GOOD, document, language="en")) is reported


def test_a_users_page_replaces_a_shipped_page(write):
    page = write("rules/readability/long-sentence.md", GOOD)
    config = Config(select=("readability/long-sentence",), rule_folders=(page.parents[1],))
    (finding,) = lint_text("One two three four five six seven.", config=config).diagnostics
    assert finding.message == "7 words."


def test_ids_are_paths_and_sorted():
    ids = list(Pages([get_shipped_folder()]))
    assert ids == sorted(ids)
    assert "jargon/unexplained-term" in ids
