"""plainlint score, rule, init, glossary harvest and report."""

import json
import os

from tests.conftest import ROOT, TODAY

SEED = "seeds/types-lung-research-crizotinib.md"


def test_score_is_a_table(plainlint):
    lines = plainlint("score", "seeds", cwd=ROOT).out.splitlines()
    assert lines[0].split() == ["document", "audience", "grade", "target", "verdict"]
    assert len(lines[1:7]) == 6
    crizotinib = next(line for line in lines if SEED in line)
    assert crizotinib.endswith("6 (at most 8)   too hard")
    assert next(line for line in lines if "dose-adjustment" in line).endswith("no limit")


def test_score_json_has_sentences_with_their_counts(plainlint):
    called = plainlint("score", SEED, "--output-format", "json", cwd=ROOT)
    (document,) = called.json["documents"]
    text = (ROOT / SEED).read_bytes().decode()
    assert document["verdict"] == "too hard"
    assert (document["target"], document["most"]) == (6, 8)
    assert len(document["sentences"]) == document["counts"]["sentences"] == 44
    assert sum(s["words"] for s in document["sentences"]) == document["counts"]["words"]
    assert sum(s["syllables"] for s in document["sentences"]) == document["counts"]["syllables"]
    for sentence in document["sentences"]:
        assert sentence["text"] == text[sentence["start"] : sentence["end"]]


def test_explain_shows_sentences_and_excluded_texts(plainlint, write):
    path = write(
        "care.md",
        "---\naudienceLevel: patient\n---\n# Mouth care\n\nBrush twice a day. Use a soft brush.\n\n"
        "![A brush](brush.png)\n\n- soft food\n\n## References\n\n1. Ng P: Care. J Oral 2 (1), 2010.\n",
    )
    out = plainlint("score", path.name, "--explain").out
    rows = [" ".join(line.split()) for line in out.splitlines()]
    assert "6 4 4 0 Brush twice a day." in rows
    not_scored = out[out.index("Not scored") :]
    for reason in ("front matter", "heading", "image text", "list item or cell", "reference list"):
        assert reason in not_scored


UNCLOSED = (
    "# Cup\n\nKeep the lid on.\n\n```\nDo not shake it.\n\n## Shelf\n\nStore it in the dark.\n"
)


def test_a_fence_without_an_end_is_a_finding_and_is_listed_everywhere(plainlint, write, tmp_path):
    write("cup.md", UNCLOSED)
    called = plainlint(
        "check", "--select", "structure/unclosed", "--output-format", "json", "cup.md"
    )
    (finding,) = called.json["documents"][0]["diagnostics"]
    assert (finding["line"], finding["text"]) == (5, "```")
    explained = plainlint("score", "cup.md", "--explain").out
    assert "5     code (not closed)  ``` Do not shake it." in explained
    plainlint("report", "cup.md", "-o", "out")
    (page,) = (tmp_path / "out" / "documents").iterdir()
    assert "<td>code (not closed)</td>" in page.read_text(encoding="utf-8")


def test_score_json_lists_what_is_not_scored(plainlint, write):
    write("cup.md", UNCLOSED)
    (document,) = plainlint("score", "cup.md", "--output-format", "json").json["documents"]
    listed = [(part["line"], part["reason"]) for part in document["not_scored"]]
    assert listed == [(1, "heading"), (5, "code (not closed)")]
    for part in document["not_scored"]:
        assert part["text"] == UNCLOSED[part["start"] : part["end"]]
    assert document["markup"] == [{"start": 0, "end": 1, "reason": "heading mark"}]
    assert document["characters"] == {
        "prose": len("Keep the lid on."),
        "not_scored": {"heading": len("Cup"), "code (not closed)": len(UNCLOSED[25:].strip())},
        "markup": {"heading mark": 1},
        "unaccounted": 0,
    }


def test_rule_lists_all_rules_and_shows_the_page_of_one(plainlint):
    listed = plainlint("rule").out
    assert "readability/grade-level Grade level" in " ".join(listed.split())
    page = plainlint("rule", "readability/long-sentence").out
    assert page.startswith("readability/long-sentence\nlimits:\n  target patient 20,")
    assert "## Why it matters" in page


def test_init_writes_a_configuration_that_works_and_never_overwrites(plainlint, write, good):
    write("hands.md", good)
    assert plainlint("init").code == 0
    assert plainlint("check", "hands.md").code == 0
    again = plainlint("init")
    assert again.code == 2
    assert "exists already" in again.err


def test_every_line_of_the_configuration_works_if_uncommented(plainlint, write, good, tmp_path):
    plainlint("new", "rule", "house/plain")
    plainlint("init")
    path = tmp_path / "plainlint.toml"
    lines = path.read_text().splitlines()
    settings = [
        line[2:] for line in lines if line.startswith("# ") and ("= " in line or "# [" in line)
    ]
    assert len(settings) > 10
    path.write_text("\n".join(settings))
    write("glossary.json", '[{"term": "zorbitis"}]')
    write("styles/House/Very.yml", "extends: existence\nmessage: Leave it out.\ntokens: [very]\n")
    write("my_checks.py", "from plainlint.document.model import Word\ndef mine(word: Word): ...\n")
    write("words.txt", "zorb\n")
    write("hands.md", good)
    called = plainlint("check", "hands.md")
    assert called.code == 0
    assert called.err.startswith("plainlint: checks in Python run from my_checks.py")


def test_harvest_learns_terms_that_check_then_uses(plainlint, write, good):
    link = "/Common/PopUps/popDefinition.aspx?id=CDR0000099999&version=Patient&language=English"
    write("a.md", good + f"\nA [zorbitis]({link}) hurts.\n")
    write("b.md", good + "\nYour zorbitis will heal.\n")
    assert plainlint("glossary", "harvest", "a.md", "-o", "terms.json").out == (
        "1 term written to terms.json\n"
    )
    called = plainlint("check", "b.md", "--glossary", "terms.json", "--output-format", "json")
    (finding,) = called.json["documents"][0]["diagnostics"]
    assert finding["text"] == "zorbitis"
    assert f"[zorbitis]({link})" in finding["help"]


def test_harvest_without_a_file_prints_the_glossary(plainlint):
    called = plainlint("glossary", "harvest", "seeds", cwd=ROOT)
    assert called.out == (ROOT / "plainlint/analysis/glossary/seeds.json").read_text(
        encoding="utf-8"
    )


def test_the_reports_in_the_repository_are_up_to_date(plainlint, tmp_path):
    called = plainlint("report", "seeds", "--today", TODAY, "-o", tmp_path / "reports", cwd=ROOT)
    assert called.code == 0
    pages, current = read_pages(tmp_path / "reports"), read_pages(ROOT / "reports")
    assert pages == current, "run `make seeds`"


def read_pages(folder):
    """Return the files of a report by name, without screenshots, which are made by hand."""
    paths = [path for path in folder.rglob("*") if path.suffix in (".html", ".txt")]
    return {path.relative_to(folder).as_posix(): path.read_text() for path in paths}


def test_version(plainlint):
    import plainlint as package

    assert plainlint("--version").out == f"plainlint {package.__version__}\n"
    assert (
        json.loads(plainlint("check", "seeds", "--output-format", "json", cwd=ROOT).out)["version"]
        == package.__version__
    )


def test_sentences_are_listed_with_what_makes_them_hard(plainlint, write):
    hard = "Adjuvant pembrolizumab substantially reduced mortality in resectable NSCLC."
    path = write("page.md", f"Rest now and call us.\n\n{hard} Drink a lot of water.\n")
    called = plainlint("score", path.name, "--sentences", env={**os.environ, "COLUMNS": "80"})
    head, first, *others = called.out.splitlines()
    assert head.split()[:3] == ["line", "difficulty", "most"]
    assert first.startswith("3 ")
    assert hard.split(maxsplit=1)[0] in first
    assert others[0].endswith("Drink a lot of water.")
    assert plainlint("score", ".", "--sentences").code == 2
    (_, listed, _) = plainlint("score", path.name, "--output-format", "json").json["documents"][0][
        "sentences"
    ]
    assert abs(sum(listed["parts"].values()) - listed["difficulty"]) < 1e-9
    assert listed["parts"]["acronyms"] > 0
