"""Stored results: a later process has the results of an earlier one, and no wrong ones."""

import os
import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainlint.core import stored_patterns
from plainlint.core.caches import clear_caches
from plainlint.core.stored_patterns import use_stored_patterns
from plainlint.core.stored_results import StoredResults


@pytest.fixture
def calls():
    return []


@pytest.fixture
def shout(calls):
    def shout(text):
        calls.append(text)
        return {"text": text.upper(), "length": len(text)}

    return shout


def hand_over(earlier):
    later = StoredResults()
    later.load(earlier.dump())
    return later


def test_a_later_process_need_not_compute_a_result(shout, calls):
    earlier = StoredResults()
    earlier.load(b"")
    assert earlier.get(shout, "pain") == {"text": "PAIN", "length": 4}
    assert earlier.has_new
    later = hand_over(earlier)
    assert later.get(shout, "pain") == {"text": "PAIN", "length": 4}
    assert not later.has_new
    assert later.get(shout, "ache")["text"] == "ACHE"
    assert calls == ["pain", "ache"]


def test_nothing_is_kept_before_results_are_loaded(shout, calls):
    results = StoredResults()
    results.get(shout, "pain")
    results.get(shout, "pain")
    assert calls == ["pain", "pain"]
    assert not results.has_new


def test_a_result_that_can_not_be_written_is_computed_by_each_process(calls):
    def parse(text):
        calls.append(text)
        return date.fromisoformat(text)

    earlier = StoredResults()
    earlier.load(b"")
    for results in (earlier, hand_over(earlier)):
        assert results.get(parse, "2026-05-01") == date(2026, 5, 1)
    assert len(calls) == 2


def test_a_function_with_a_helper_that_changed_computes_again(tmp_path):
    module = tmp_path / "count.py"

    def load(sign):
        code = f"def helper(number): return number {sign} number\n\n\n"
        module.write_text(f"{code}def double(number): return helper(number)\n")
        names: dict[str, Any] = {}
        exec(compile(module.read_text(), str(module), "exec"), names)
        return names["double"]

    earlier = StoredResults()
    earlier.load(b"")
    assert earlier.get(load("*"), 3) == 9
    clear_caches()
    os.utime(module, ns=(0, 0))
    assert hand_over(earlier).get(load("+"), 3) == 6


@given(st.data())
def test_damaged_data_holds_nothing(data):
    earlier = StoredResults()
    earlier.load(b"")
    earlier.get(_lower, "PAIN")
    whole = earlier.dump()
    at = data.draw(st.integers(0, len(whole) - 1))
    damaged = data.draw(
        st.sampled_from(
            [
                whole[:at],
                whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :],
                whole + b"\0",
                whole[at:],
            ]
        )
    )
    results = StoredResults()
    results.load(damaged)
    assert results.get(_lower, "PAIN") == "pain"
    assert results.has_new or damaged == whole


def _lower(text):
    return text.lower()


PATTERNS = [
    r"(?P<word>\w+)\s(?P=word)",
    r"(?i)é|[^a-zß\s]{2,}|(?<!\d)(\d+)(?:\.\d)?(?(1)x|y)",
    "[\U0001f600-\U0001f64f\u0900-\u097f]+?$",
    r"(?sm)^.*?(?=end)|\b(?:a|ab|abc)++\Z",
]


@pytest.mark.parametrize("pattern", PATTERNS)
@pytest.mark.parametrize("flags", [0, re.IGNORECASE, re.ASCII | re.MULTILINE])
def test_a_stored_pattern_is_the_one_that_python_compiles(pattern, flags):
    original = re.compile(pattern, flags)
    stored = stored_patterns._load(pattern, *stored_patterns._make_code(pattern, int(flags)))
    assert stored == original
    assert (stored.flags, stored.groups, dict(stored.groupindex)) == (
        original.flags,
        original.groups,
        dict(original.groupindex),
    )
    text = "the the 10.5x ÉÉ \U0001f600\U0001f601 अआ abcabc\nend ab"
    assert [m.regs for m in stored.finditer(text)] == [m.regs for m in original.finditer(text)]


def test_a_wrong_pattern_is_explained_as_always():
    use_stored_patterns()
    with pytest.raises(re.error, match="unterminated character set at position 3"):
        re.compile("abc[d")
    assert re.compile(rb"\d+").fullmatch(b"12")
