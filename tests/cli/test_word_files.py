"""Word files on the command line: checked, annotated, never written over."""

import subprocess

import docx
import pytest

from tests.helpers.word_files import (
    list_comments,
    list_texts,
    make_paragraph,
    make_properties,
    make_word_file,
    save,
)


@pytest.fixture
def leaflet(write):
    """Write a leaflet for patients with hard words in its second paragraph."""
    word = docx.Document()
    word.add_heading("Asthma", 1)
    word.add_paragraph("Please utilize your inhaler prior to sport.")
    return write("leaflet.docx", save(word))


def test_a_finding_names_paragraph_and_character(plainlint, leaflet):
    called = plainlint("check", "leaflet.docx", "--output-format", "concise")
    assert "leaflet.docx:2:8: " in called.out


def test_annotate_writes_a_copy_with_comments(plainlint, leaflet, tmp_path):
    before = leaflet.read_bytes()
    called = plainlint("check", "leaflet.docx", "--annotate", "out.docx")
    copy = (tmp_path / "out.docx").read_bytes()
    assert leaflet.read_bytes() == before
    assert list_texts(copy) == list_texts(before)
    comments = list_comments(copy)
    assert f"plainlint: out.docx: a copy with {len(comments)} comments" in called.err
    assert "utilize" in [text for text, _ in comments]


def test_annotate_works_with_results_of_the_cache(plainlint, leaflet, tmp_path):
    plainlint("check", "leaflet.docx")
    plainlint("check", "leaflet.docx", "--annotate", "out.docx")
    assert list_comments((tmp_path / "out.docx").read_bytes())


def test_annotate_leaves_out_what_is_in_the_baseline(plainlint, leaflet, tmp_path):
    plainlint("baseline", "leaflet.docx")
    plainlint("check", "leaflet.docx", "--annotate", "out.docx")
    assert list_comments((tmp_path / "out.docx").read_bytes()) == []


@pytest.mark.usefixtures("leaflet")
@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (("leaflet.docx", "--annotate", "leaflet.docx"), "is the file itself"),
        (("good.md", "--annotate", "out.docx"), "needs one .docx file"),
        (("leaflet.docx", "good.md", "--annotate", "out.docx"), "needs one .docx file"),
        (("leaflet.docx", "--annotate", "no/out.docx"), "can't be written"),
    ],
)
def test_annotate_refuses_what_it_can_not_do(plainlint, write, good, arguments, problem):
    write("good.md", good)
    called = plainlint("check", *arguments)
    assert called.code == 2
    assert problem in called.err


@pytest.mark.parametrize("options", [("--fix",), ("--fix", "--unsafe-fixes"), ("--diff",)])
def test_a_word_file_is_not_fixed(plainlint, leaflet, options):
    before = leaflet.read_bytes()
    called = plainlint("check", "leaflet.docx", *options)
    assert leaflet.read_bytes() == before
    assert called.err.splitlines()[:1] == [
        (
            "plainlint: leaflet.docx: a Word file is not fixed; "
            "--annotate writes its findings into a copy"
        )
    ]


def test_other_files_beside_a_word_file_are_fixed(plainlint, leaflet, write, good):
    page = write("page.md", f"{good}\nPlease utilize soap.\n")
    plainlint("check", ".", "leaflet.docx", "page.md", "--fix", "--unsafe-fixes")
    assert "utilize" not in page.read_text()


def test_a_damaged_file_is_one_finding_and_others_are_checked(plainlint, leaflet, write):
    write("broken.docx", leaflet.read_bytes()[:3_000])
    called = plainlint("check", "broken.docx", "leaflet.docx", "--output-format", "json")
    broken, fine = called.json["documents"]
    assert [one["rule"] for one in broken["diagnostics"]] == ["input/unsupported-format"]
    assert len(fine["diagnostics"]) > 1


def test_annotate_of_a_damaged_file_writes_nothing(plainlint, leaflet, write, tmp_path):
    write("broken.docx", leaflet.read_bytes()[:3_000])
    assert plainlint("check", "broken.docx", "--annotate", "out.docx").code == 1
    assert not (tmp_path / "out.docx").exists()


def test_the_report_shows_a_word_file(plainlint, leaflet, tmp_path):
    called = plainlint("report", "leaflet.docx", "-o", "report")
    assert called.code == 0
    pages = "".join(page.read_text() for page in (tmp_path / "report").rglob("*.html"))
    assert "Please" in pages


def test_a_word_file_on_standard_input(plainlint, leaflet):
    called = plainlint(
        "check", "--stdin-filename", "a.docx", "--output-format", "json", input=leaflet.read_bytes()
    )
    (document,) = called.json["documents"]
    assert "utilize" in [one["text"] for one in document["diagnostics"]]


def test_the_audience_is_a_property_of_the_file(plainlint, write):
    data = make_word_file(
        make_paragraph("Rest."), custom=make_properties(audienceLevel="caregiver")
    )
    write("leaflet.docx", data)
    called = plainlint("check", "leaflet.docx", "--output-format", "json")
    assert called.json["documents"][0]["audience"] == "caregiver"


def test_only_paragraphs_that_changed_since_a_revision(plainlint, leaflet, tmp_path):
    def git(*arguments):
        command = ["git", "-c", "user.name=a", "-c", "user.email=a@b", *arguments]
        subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)

    def list_found(*paths):
        called = plainlint("check", *paths, "--since", "HEAD", "--output-format", "json")
        return [
            one["text"]
            for document in called.json["documents"]
            for one in document["diagnostics"]
            if one["rule"] == "plain-language/complex-word"
        ]

    git("init")
    git("add", ".")
    git("commit", "-m", "one")
    word = docx.Document(str(leaflet))
    word.add_paragraph("It may facilitate sleep.")
    leaflet.write_bytes(save(word))
    assert list_found("leaflet.docx") == ["facilitate"]
    git("mv", "leaflet.docx", "renamed & new.docx")
    assert list_found("renamed & new.docx") == ["facilitate"]
    git("commit", "-am", "two")
    assert list_found("renamed & new.docx") == []
    (tmp_path / "new.docx").write_bytes(save(word))
    assert list_found("new.docx") == ["utilize", "prior to", "facilitate"]
    git("add", ".")
    assert list_found("new.docx") == ["utilize", "prior to", "facilitate"]
