"""What a document has from its site: the dialect, and front matter for all in a folder."""

import pytest

from plainlint.config.settings import Config, PathConfig
from plainlint.core.source import InheritedValue, RawFile
from plainlint.document.readers import decode_file, parse_source
from plainlint.run.dialect_detection import detect_dialect
from plainlint.run.digests import make_document_key
from plainlint.run.discovery import discover_files, read_file
from plainlint.run.inherited_front_matter import find_inherited_values
from plainlint.run.sites import find_site_context


@pytest.mark.parametrize(
    ("name", "text", "dialect"),
    [
        ("hugo.toml", "", "hugo"),
        ("config.toml", 'baseURL = "x"\n', "hugo"),
        ("config.toml", 'base_url = "x"\n', "zola"),
        ("config/_default/hugo.yaml", "", "hugo"),
        ("_config.yml", "", "jekyll"),
        ("mkdocs.yml", "", "mkdocs"),
        ("docusaurus.config.ts", "", "docusaurus"),
        ("conf.py", 'extensions = ["myst_parser"]\n', "myst"),
        ("conf.py", "extensions = []\n", "auto"),
        ("_quarto.yml", "", "quarto"),
        (".obsidian/app.json", "", "obsidian"),
        (".vitepress/config.ts", "", "vitepress"),
        ("book.toml", "", "mdbook"),
        (".gitbook.yaml", "", "gitbook"),
        ("docfx.json", "", "learn"),
        ("index.html", "<script>window.$docsify = {}</script>", "docsify"),
        ("package.json", "", "auto"),
    ],
)
def test_a_file_near_the_top_shows_the_dialect(write, tmp_path, name, text, dialect):
    write(f"site/{name}", text)
    write("site/docs/care/a.md", "x")
    assert detect_dialect(tmp_path / "site/docs/care/a.md", tmp_path) == dialect


def test_the_nearest_folder_wins_and_the_repository_is_the_limit(write, tmp_path):
    write("mkdocs.yml", "")
    write("site/hugo.toml", "")
    write("repo/.git/HEAD", "")
    for name in ("a.md", "site/a.md", "repo/a.md"):
        write(name, "x")
    found = {
        name: detect_dialect(tmp_path / name, tmp_path)
        for name in ("a.md", "site/a.md", "repo/a.md")
    }
    assert found == {"a.md": "mkdocs", "site/a.md": "hugo", "repo/a.md": "auto"}


def test_the_named_folder_is_the_limit_outside_of_a_repository(write, tmp_path):
    write("mkdocs.yml", "")
    write("docs/a.md", "x")
    discovered = discover_files([tmp_path / "docs"])
    (path,) = discovered.files
    assert discovered.find_top(path) == tmp_path / "docs"
    assert read_file(path, Config(), discovered.find_top(path)).dialect == "auto"
    assert read_file(path, Config(), tmp_path).dialect == "mkdocs"


def test_a_dialect_that_appears_later_is_seen(write, tmp_path):
    path = tmp_path / "a.md"
    write("a.md", "x")
    assert detect_dialect(path, tmp_path) == "auto"
    write("mkdocs.yml", "")
    assert detect_dialect(path, tmp_path) == "mkdocs"


def test_the_settings_go_before_what_is_detected(write, tmp_path):
    write("mkdocs.yml", "")
    write("notes/a.md", "x")
    name = str(tmp_path / "notes/a.md")
    config = Config(dialect="hugo", root=tmp_path)
    assert find_site_context(name, config).dialect == "hugo"
    config = config.replace(per_path=[PathConfig("notes/*", dialect="obsidian")])
    assert find_site_context(name, config).dialect == "obsidian"


def inherit(path, root):
    return {value.key: value.value for value in find_inherited_values(path, root)}


def test_a_cascade_of_hugo_reaches_all_below(write, tmp_path):
    write(
        "hugo.toml",
        '[[cascade]]\nlicense = "a"\nversion = "1"\n[cascade._target]\npath = "/care/**"\n',
    )
    write(
        "content/care/_index.md",
        "---\ntitle: Care\ncascade:\n  version: 2\n  params:\n    audienceLevel: patient\n---\n",
    )
    write("content/care/feet/a.md", "---\ntitle: Feet\n---\n")
    write("content/b.md", "x")
    assert inherit(tmp_path / "content/care/feet/a.md", tmp_path) == {
        "license": "a", "version": "2", "audienceLevel": "patient",
    }  # fmt: skip
    assert inherit(tmp_path / "content/b.md", tmp_path) == {}


def test_a_cascade_has_targets_of_one_kind(write, tmp_path):
    write(
        "_index.md",
        "---\ncascade:\n- target: {kind: section}\n  a: 1\n- target: {kind: page}\n  a: 2\n---\n",
    )
    write("b/_index.md", "")
    write("b/c.md", "")
    assert inherit(tmp_path / "b/_index.md", tmp_path) == {"a": "1"}
    assert inherit(tmp_path / "b/c.md", tmp_path) == {"a": "2"}


def test_the_defaults_of_jekyll_have_scopes(write, tmp_path):
    write(
        "_config.yml",
        "defaults:\n"
        "- scope: {path: guide/feet}\n  values: {language: es}\n"
        '- scope: {path: ""}\n  values: {language: en, license: a}\n'
        "- scope: {path: '', type: posts}\n  values: {audienceLevel: patient}\n",
    )
    for name in ("guide/feet/a.md", "guide/b.md", "_posts/2024-01-01-c.md"):
        write(name, "x")
    assert inherit(tmp_path / "guide/feet/a.md", tmp_path) == {"language": "es", "license": "a"}
    assert inherit(tmp_path / "guide/b.md", tmp_path) == {"language": "en", "license": "a"}
    assert inherit(tmp_path / "_posts/2024-01-01-c.md", tmp_path)["audienceLevel"] == "patient"


@pytest.mark.parametrize("name", ["_config.yml", "hugo.toml", "_index.md"])
def test_a_file_that_can_not_be_read_gives_nothing(tmp_path, name):
    (tmp_path / name).write_bytes(b"---\na: [\xff\n")
    assert inherit(tmp_path / "a.md", tmp_path) == {}


def test_a_partial_without_a_head_takes_that_of_its_folder(write, tmp_path):
    write(
        "_index.md", "---\ntitle: Care\naudienceLevel: caregiver\nplainlint: {disable: [x]}\n---\n"
    )
    write("part.md", "Rest your arm.\n")
    write("page.md", "---\ntitle: Arm\n---\n\nRest your arm.\n")
    part, page = (
        parse_source(decode_file(read_file(tmp_path / name, Config(), tmp_path))).front_matter
        for name in ("part.md", "page.md")
    )
    assert (part.get_text("title"), part.get_text("audienceLevel")) == ("Care", "caregiver")
    assert part.entries.keys() == {"title", "audienceLevel"}
    assert page.entries.keys() == {"title"}


def test_an_inherited_key_is_at_the_anchor_and_has_no_text():
    text = "---\ntitle: Arm\n---\n\nRest your arm.\n"
    inherited = (InheritedValue("audienceLevel", "patient"), InheritedValue("title", "x"))
    file = RawFile("a.md", text.encode(), inherited=inherited)
    document = parse_source(decode_file(file))
    head = document.front_matter
    assert head.get_text("title") == "Arm"
    assert head.get_span("audienceLevel") == head.anchor
    assert head.is_inherited("audienceLevel")
    assert not head.is_inherited("title")


def test_the_site_is_part_of_the_key_of_the_cache():
    plain = RawFile("a.md", b"x")
    others = [
        plain._replace(dialect="mdx"),
        plain._replace(inherited=(InheritedValue("language", "es"),)),
        plain._replace(inherited=(InheritedValue("language", "fr"),)),
    ]
    assert len({make_document_key(b"run", file, ()) for file in (plain, *others)}) == 4
