"""plainlint check on pages in HTML: findings at the words, and advice in HTML."""

PAGE = """\
<!doctype html>
<html lang="en">
<head>
<title>Care after a stroke</title>
<meta name="audience" content="Patient">
<meta name="version" content="1">
<meta name="status" content="activ">
</head>
<body>
<nav><a href="/">Utilize our site map</a></nav>
<main>
<h1>Care after a stroke</h1>
<p>You <em>shall</em> rest, and you may <!-- plainlint: disable-next-line=plain-language/shall -- law -->
eat. You shall not drive.</p>
<p>An <abbr title="magnetic resonance imaging">MRI</abbr> takes an hour. Ask about EEG&#8209;tests and EEG.</p>
<img src="brain.png">
<p lang="es">Usted debe descansar.</p>
</main>
</body>
</html>
"""


def check(plainlint, *arguments):
    called = plainlint("check", "stroke.html", "--output-format", "concise", *arguments)
    return called.out.splitlines()[:-1]


def test_findings_are_at_the_words(plainlint, write):
    write("stroke.html", PAGE)
    assert check(plainlint, "--select", "plain-language,structure/image-text") == [
        "stroke.html:13:12: info plain-language/shall 'shall' can mean must, will or may.",
        "stroke.html:16:1: warning structure/image-text This image has no text for people who can't see it.",
    ]


def test_an_abbreviation_with_a_title_is_explained(plainlint, write):
    write("stroke.html", PAGE)
    found = check(plainlint, "--select", "jargon/unexpanded-acronym")
    assert [line.rpartition("acronym ")[2] for line in found] == [
        "'EEG' is neither spelled out nor explained where it first appears."
    ]


def test_the_head_of_the_page_is_its_front_matter(plainlint, write):
    write("stroke.html", PAGE)
    out = plainlint("check", "stroke.html", "--select", "metadata/value,metadata/required").out
    assert 'In the head of the page (<meta name="..." content="...">), write \'active\'' in out
    assert "The key 'source' is missing in the head of the page." in out


def test_words_are_replaced_in_html(plainlint, write, tmp_path):
    write("a.html", "<p>Do not <b>utilize</b> it &amp; rest.</p>\r\n")
    plainlint("check", "a.html", "--fix", "--unsafe-fixes", "--select", "plain-language")
    assert (tmp_path / "a.html").read_bytes() == b"<p>Do not <b>use</b> it &amp; rest.</p>\r\n"


def test_a_folder_is_searched_for_pages_if_the_settings_include_them(plainlint, write):
    write("docs/stroke.html", PAGE)
    write("plainlint.toml", 'include = ["*.html"]\n')
    assert "docs/stroke.html" in plainlint("check", "docs").out
