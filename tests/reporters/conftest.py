"""Fixtures for the HTML report: reports on real and hostile documents, and a browser."""

import os
import shutil
from pathlib import Path

import pytest

from plainlint.cli.main import run
from tests.conftest import ROOT, TODAY

CRIZOTINIB = "documents/docs-types-lung-research-crizotinib.html"
EVIL = "<script>window.hacked=1</script>"
HOSTILE = f"""---
title: 'Evil {EVIL} "><img src=x onerror="window.hacked=2">'
audienceLevel: patient
version: '"><svg onload="window.hacked=3">'
status: active
source: "</style></title>{EVIL}"
language: 'en" onmouseover="window.hacked=4'
---

# Heading {EVIL}

{EVIL}

<img src="https://example.org/pixel.png" onerror="window.hacked=5"><iframe src="https://example.org"></iframe>

[run me](javascript:window.hacked=6) and [me](  JavaScript:window.hacked=7) and [this](data:text/html,{EVIL}),
[odd](vbscript:x) or [quote](https://example.org/"onclick="window.hacked=8) and ![pic](https://example.org/a.png "t").

<a href="javascript:window.hacked=9" onclick="window.hacked=10">click</a> <p id="main" class="page">The end

</div></main></section> `{EVIL}` A very long sentence {"and so on " * 30} with *<b onclick="window.hacked=11">bold</b>*.

| a {EVIL} | b |
|---|---|
| [x](javascript:window.hacked=12) | </table> |

```"><script>window.hacked=13</script>
</code></pre>{EVIL}
```
"""


@pytest.fixture
def open_page(browser):
    """Open a file in its own window, and record `page.requests` and `page.problems`."""
    contexts = []

    def open_file(path, hash_="", width=1280, **options):
        context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        page = context.new_page()
        page.requests, page.problems = [], []
        page.on("request", lambda request: page.requests.append(request.url))
        page.on("pageerror", lambda error: page.problems.append(str(error)))
        page.on("console", lambda message: page.problems.append(message.text))
        page.on("dialog", lambda dialog: page.problems.append(dialog.message))
        page.goto(Path(path).as_uri() + hash_)
        return page

    yield open_file
    for context in contexts:
        context.close()


# Of 23 sentences, a few make it too hard.
NEARLY_THERE = f"""---
title: Nearly there
audienceLevel: patient
---

# Nearly there

{"Your nurse will help you wash the skin around the small tube every single morning. " * 20}

{"The committee subsequently recommends additional investigations before administering it. " * 3}
"""


EASY = "Wash your hands. Use soap. Rest at home. Drink some water. Call us if you feel ill. " * 3
HARD = (
    "The multidisciplinary committee subsequently recommends additional investigations of the "
    "pulmonary parenchyma before the administration of supplementary medication. "
)
DOCTORS = "Lung cancer screening – Health Professional Version"


def make_page(title, text, *lines):
    """Return a document for patients with lines of its own in its front matter."""
    head = "\n".join(["audienceLevel: patient", f"title: {title}", *lines])
    return f"---\n{head}\n---\n\n# {title}\n\n{text}\n"


@pytest.fixture(scope="session")
def ward(tmp_path_factory):
    """Return a report on 60 documents of two teams, in two folders."""
    folder = tmp_path_factory.mktemp("ward")
    texts = {
        f"docs/care/{number:02}.md": make_page(f"Page {number:02}", EASY, "owner: Care team")
        for number in range(56)
    }
    texts["docs/lung/hard.md"] = make_page(
        "Crizotinib", HARD * 9 + "You may need a biopsy.", "reviewer: [Lung team, Dr. Roe]"
    )
    texts["docs/lung/late.md"] = make_page(
        "Late", HARD * 5, "lastReviewed: 2026-06-26", "reviewFrequency: quarterly"
    )
    texts["docs/lung/doctors.md"] = make_page(DOCTORS, HARD * 7, "owner: Lung team")
    texts["docs/nearly.md"] = NEARLY_THERE
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    assert write_report(folder, "-o", folder / "out")
    assert write_report(folder, "--single-file", folder / "one.html")
    return folder / "out"


@pytest.fixture(scope="session")
def documents(tmp_path_factory):
    """Return a folder with the seed documents, a hostile document and a binary file."""
    folder = tmp_path_factory.mktemp("report")
    shutil.copytree(ROOT / "seeds", folder / "docs")
    (folder / "docs" / "<img src=x onerror='window.hacked=14'>.md").write_text(HOSTILE)
    (folder / "docs" / "nearly.md").write_text(NEARLY_THERE)
    (folder / "docs" / "picture.md").write_bytes(b"\x00\xff\xfe not a text")
    return folder


@pytest.fixture(scope="session")
def site(documents):
    """Return the report on these documents as a folder of pages."""
    return write_report(documents, "-o", documents / "pages") and documents / "pages"


@pytest.fixture(scope="session")
def one_file(documents):
    """Return the same report in one file."""
    path = documents / "one.html"
    return write_report(documents, "--single-file", path) and path


def write_report(folder, *arguments, paths=("docs",)):
    """Run `plainlint report` in a folder, and return whether it succeeded."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        return run(["report", *paths, "--today", TODAY, *map(str, arguments)]) == 0
    finally:
        os.chdir(before)


def choose(page, question, answer):
    """Choose an answer to a question of the filter; its name ends with its count."""
    page.get_by_role("radiogroup", name=question).get_by_role("radio", name=answer).check()
