"""check --profile: the time of each stage and rule."""


def test_stages_and_rules_are_timed(plainlint, write, good, hard):
    write("docs/a.md", good)
    write("docs/b.md", hard)
    called = plainlint("check", "docs", "--profile")
    assert called.code == 0
    stages, rules = called.out.split("Time by rule")
    assert "read Markdown" in stages
    assert "run the rules" in stages
    assert "readability/hard-sentence" in rules
    assert "2 documents" in rules


def test_shares_add_up(plainlint, write, hard):
    write("a.md", hard)
    stages = plainlint("check", "a.md", "--profile").out.split("Time by rule")[0]
    shares = [float(word[:-1]) for word in stages.split() if word.endswith("%")]
    assert 99 < sum(shares) < 101
