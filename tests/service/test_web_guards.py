"""The guards of the writer's page: who may ask, and what."""

import json

import pytest

from plainlint.service.web.guards import MOST

PAGE = "---\naudienceLevel: patient\ntitle: Pills\n---\n\nSubsequent visits are free.\n"


@pytest.fixture
def page(shared_page):
    """Return the page of one file, with its cookie."""
    return shared_page


def test_the_page_itself_is_let_in(page):
    status, answer = page.post("/api/files", {})
    assert status == 200
    assert answer["files"] == ["docs/pills.md"]


def test_the_token_works_once_and_the_cookie_stays_with_the_browser(serve, write):
    write("docs/pills.md", PAGE)
    served = serve("docs")
    cookie = served.enter()
    assert "HttpOnly" in cookie
    assert "samesite=strict" in cookie.lower()
    query = served.address.partition("?")[2]
    assert served.request("GET", f"/?{query}")[0] == 403


def test_another_name_of_this_computer_is_refused(page):
    for host in ("evil.example", "localhost", f"localhost:{page.host.rpartition(':')[2]}"):
        assert page.request("GET", "/", host=host, cookie=page.cookie)[0] == 400


def test_without_the_cookie_nothing_is_shown(page):
    for path in ("/", "/static/app.js", "/api/files"):
        assert page.request("GET", path)[0] == 403
    wrong = page.cookie.partition("=")[0] + "=wrong"
    assert page.request("GET", "/", cookie=wrong)[0] == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": ""},
        {"sec_fetch_site": "cross-site"},
        {"sec_fetch_site": "same-site"},
        {"sec_fetch_site": "none"},
    ],
)
def test_another_page_can_not_ask(page, headers):
    status, _, _ = page.request(
        "POST",
        "/api/files",
        "{}",
        **{
            "cookie": page.cookie,
            "origin": page.origin,
            "content_type": "application/json",
            **headers,
        },
    )
    assert status == 403


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", ""])
def test_a_form_can_not_ask(page, kind):
    status, _, _ = page.request(
        "POST", "/api/files", "{}", cookie=page.cookie, origin=page.origin, content_type=kind
    )
    assert status == 415


def test_a_text_that_is_too_long_is_refused(page):
    headers = {
        "cookie": page.cookie,
        "origin": page.origin,
        "content_type": "application/json",
        "content_length": str(MOST + 1),
    }
    assert page.request("POST", "/api/files", "{}", **headers)[0] == 413


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "PATCH"])
def test_other_methods_are_refused(page, method):
    status, headers, _ = page.request(method, "/api/files", cookie=page.cookie, origin=page.origin)
    assert status == 405
    assert "access-control-allow-origin" not in headers


@pytest.mark.parametrize("body", ["", "{", "[]", "3", '"a"', '{"a":' * 3000])
def test_what_is_no_question_is_answered_in_words(page, body):
    status, _, answer = page.request(
        "POST",
        "/api/check",
        body,
        cookie=page.cookie,
        origin=page.origin,
        content_type="application/json",
    )
    assert status == 400
    assert json.loads(answer)["problem"]


def test_every_answer_has_the_policy(page):
    for path in ("/", "/static/app.js", "/static/none.js", "/nowhere"):
        _, headers, _ = page.request("GET", path, cookie=page.cookie)
        policy = headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; script-src 'nonce-")
        assert "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff"


def test_only_files_of_the_named_folders_are_opened_or_written(page, folder):
    outside = folder / "secret.md"
    outside.write_text(PAGE)
    (folder / "docs" / "notes.txt").write_text("no page")
    for name in ("secret.md", "../secret.md", "docs/../secret.md", str(outside), "docs/notes.txt"):
        status, answer = page.post("/api/open", {"name": name})
        assert status == 422, name
        assert "not in the folders" in answer["problem"]
        status, _ = page.post("/api/save", {"name": name, "text": "gone", "digest": ""})
        assert status == 422
    assert outside.read_text(encoding="utf-8") == PAGE


def test_a_link_that_leads_out_of_the_folder_is_not_followed(page, folder, write):
    secret = write("elsewhere/secret.md", PAGE)
    (folder / "docs" / "link.md").symlink_to(secret)
    status, answer = page.post("/api/open", {"name": "docs/link.md"})
    assert status == 422, answer


@pytest.mark.parametrize("name", ["../app.py", "..%2fapp.py", "%2e%2e/guards.py", ".", ""])
def test_only_files_of_the_page_are_shown(page, name):
    status, _, _ = page.request("GET", f"/static/{name}", cookie=page.cookie)
    assert status in {404, 405}


def test_plugins_of_the_folder_do_not_run(serve, write):
    write("docs/pills.md", PAGE)
    write("plainlint.toml", 'check-files = ["evil.py"]\n')
    evil = write("evil.py", "from pathlib import Path\nPath('ran').touch()\n")
    served = serve("docs")
    served.enter()
    served.post("/api/summary", {"name": "docs/pills.md"})
    assert not (evil.parent / "ran").exists()
