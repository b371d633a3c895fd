"""Tallies: numbers of findings add up, whatever the documents."""

from hypothesis import given
from hypothesis import strategies as st

from plainlint import Severity
from plainlint.run.tally import Tally, sum_tallies

RULES = st.tuples(st.sampled_from(["a/x", "b/y"]), st.sampled_from(list(map(str, Severity))))
TALLIES = st.builds(
    Tally,
    documents=st.just(1),
    touched=st.integers(0, 1),
    findings=st.dictionaries(RULES, st.integers(1, 9)),
    suppressed=st.integers(0, 3),
)


def test_the_worst_rules_come_first():
    tally = Tally(1, 1, {("a/x", "info"): 9, ("b/y", "warning"): 1, ("a/x", "warning"): 2})
    assert [row[0:3:2] for row in tally.count_by_rule()] == [("a/x", 2), ("b/y", 1), ("a/x", 9)]
    assert tally.count_by_severity() == {"error": 0, "warning": 3, "info": 9}


def test_a_run_fails_at_or_above_a_severity():
    tally = Tally(1, 1, {("a/x", "warning"): 1})
    fails = [tally.fails(fail_on) for fail_on in (*Severity, None)]
    assert fails == [False, True, True, False]


@given(st.lists(TALLIES))
def test_all_numbers_add_up(tallies):
    whole = sum_tallies(tallies)
    assert whole.documents == len(tallies)
    assert whole.suppressed == sum(tally.suppressed for tally in tallies)
    assert sum(whole.findings.values()) == sum(sum(tally.findings.values()) for tally in tallies)
    assert sum(whole.count_by_severity().values()) == sum(whole.findings.values())
