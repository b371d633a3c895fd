"""The helper that runs axe: it looks at one text of each look, and still finds each faint one."""

import pytest

from tests.helpers.axe import find_violations

START = "<!doctype html><html lang=en><title>Rest</title><main><h1>Rest</h1>"
STYLE = (
    "<style>* { color: black; background: white } .faint { color: #bbb } .grey * { background: #999;"
    " color: #777 } .unseen { position: absolute; clip-path: inset(50%); overflow: hidden; height: "
    "1px; width: 1px }</style>"
)
FAINT = {
    "among others": "<p>Sit.<p>Stand.<p class=faint>Rest.<p>Sleep.",
    "two levels down": "<p>Sit.<p><b class=faint><i style='color: inherit'>Rest.</i></b>",
    "on another ground": "<p>Sit.<div class=grey><p>Rest.</div>",
    "after one that is not displayed": "<p class=faint hidden>Sit.<p class=faint>Rest.",
    "after one for screen readers": "<p class='faint unseen'>Sit down.<p class=faint>Rest.",
    "after a single letter": "<p class=faint>A<p class=faint>Rest.",
    "after a button that is off": "<button class=faint disabled>Sit down</button><button class=faint>Rest</button>",
    "in details that are closed": "<details><summary>Sit.</summary><p class=faint>Rest.</details>",
    "in a field": "<label>Sit<input class=faint value=Rest></label>",
}  # fmt: skip


@pytest.mark.parametrize("body", FAINT.values(), ids=FAINT)
def test_a_faint_text_is_found(open_page, write, body):
    page = open_page(write("page.html", START + STYLE + body))
    assert [rule for rule, _ in find_violations(page)] == ["color-contrast"]


def test_other_faults_are_found_too(open_page, write):
    page = open_page(write("page.html", f"{START}<p>Sit.<img src='data:,'>"))
    assert [rule for rule, _ in find_violations(page)] == ["image-alt"]


def test_nothing_is_found_in_a_good_page(open_page, write):
    assert find_violations(open_page(write("page.html", f"{START}{STYLE}<p>Sit."))) == []
