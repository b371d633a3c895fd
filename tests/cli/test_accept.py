"""plainlint baseline --accept: one finding, accepted in every document."""

SENTENCE = "Utilize the pool."
PAGE = "---\naudienceLevel: patient\ntitle: Swim\n---\n\n# Swim\n\n{sentence}\n"
RULE = ("--select", "plain-language/complex-word")


def find_fingerprint(plainlint, path):
    data = plainlint("check", path, *RULE, "--output-format", "json").json
    return data["documents"][0]["diagnostics"][0]["fingerprint"]


def test_an_accepted_finding_is_reported_nowhere(plainlint, write):
    write("a.md", PAGE.format(sentence=SENTENCE))
    fingerprint = find_fingerprint(plainlint, "a.md")
    assert plainlint("baseline", "--accept", fingerprint).code == 0
    write("b.md", PAGE.format(sentence=f"{SENTENCE} Terminate it."))
    out = plainlint("check", ".", *RULE, "--output-format", "concise").out
    assert "Utilize" not in out
    assert "Terminate" in out


def test_a_new_baseline_keeps_what_was_accepted(plainlint, write):
    write("a.md", PAGE.format(sentence=SENTENCE))
    plainlint("baseline", "--accept", find_fingerprint(plainlint, "a.md"))
    plainlint("baseline", ".")
    write("c.md", PAGE.format(sentence=SENTENCE))
    assert "Utilize" not in plainlint("check", ".", *RULE, "--output-format", "concise").out


def test_what_is_no_fingerprint_is_refused(plainlint):
    called = plainlint("baseline", "--accept", "utilize")
    assert called.code == 2
    assert "utilize" in called.err
