"""The server for assistants, asked by a client over standard input and output."""

import json
import os
import subprocess
import sys
from contextlib import contextmanager

import pytest
from jsonschema import Draft202012Validator

from tests.conftest import ROOT

HEAD = "---\naudienceLevel: patient\ntitle: Pain\n---\n\n# Pain\n\n"
TOOLS = ["check_text", "explain_rule", "suggest_plain_words", "glossary_lookup"]


class Client:
    """A client of the protocol: it sends a message a line, and reads a line for each request."""

    def __init__(self, process):
        self.process = process
        self.number = 0

    def send(self, line):
        self.process.stdin.write(line if isinstance(line, bytes) else line.encode())
        self.process.stdin.write(b"\n")
        self.process.stdin.flush()

    def read(self):
        return json.loads(self.process.stdout.readline())

    def ask(self, method, **params):
        self.number += 1
        message = {"jsonrpc": "2.0", "id": self.number, "method": method, "params": params}
        self.send(json.dumps(message))
        answer = self.read()
        assert answer["id"] == self.number
        return answer

    def initialize(self, version="2025-06-18"):
        client = {"name": "test", "version": "1"}
        answer = self.ask("initialize", protocolVersion=version, capabilities={}, clientInfo=client)
        self.send('{"jsonrpc": "2.0", "method": "notifications/initialized"}')
        return answer["result"]

    def call(self, tool, **arguments):
        """Return the result of a tool, or the text of its error."""
        result = self.ask("tools/call", name=tool, arguments=arguments)["result"]
        (content,) = result["content"]
        assert content["type"] == "text"
        if result["isError"]:
            return content["text"]
        assert json.loads(content["text"]) == result["structuredContent"]
        return result["structuredContent"]


@contextmanager
def start_client(folder, *options):
    process = subprocess.Popen(
        [sys.executable, "-m", "plainlint", "mcp", *options],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    try:
        yield Client(process)
    finally:
        # The client ends the session by closing the stream.
        _, errors = process.communicate(timeout=60)
        assert process.returncode == 0
        assert b"Traceback" not in errors, errors


@pytest.fixture
def client(tmp_path):
    with start_client(tmp_path) as started:
        started.initialize()
        yield started


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        ("2025-11-25", "2025-11-25"),
        ("2025-06-18", "2025-06-18"),
        ("2024-11-05", "2024-11-05"),
        ("2031-01-01", "2025-11-25"),
    ],
)
def test_the_handshake_agrees_on_a_version(tmp_path, wanted, given):
    with start_client(tmp_path) as client:
        answer = client.initialize(wanted)
        assert answer["protocolVersion"] == given
        assert answer["capabilities"] == {"tools": {"listChanged": False}}
        assert answer["serverInfo"]["name"] == "plainlint"
        # What later versions added is kept from clients that do not know it.
        result = client.ask("tools/call", name="glossary_lookup", arguments={"term": "sepsis"})
        assert ("structuredContent" in result["result"]) == (given >= "2025-06-18")


def test_tools_have_schemas_of_their_arguments(client):
    tools = client.ask("tools/list")["result"]["tools"]
    assert [tool["name"] for tool in tools] == TOOLS
    for tool in tools:
        Draft202012Validator.check_schema(tool["inputSchema"])
        assert tool["inputSchema"]["type"] == "object"
        assert tool["description"]
        assert tool["annotations"]["readOnlyHint"] is True
    check = next(tool["inputSchema"] for tool in tools if tool["name"] == "check_text")
    assert check["required"] == ["text"]


def test_check_text_reports_what_is_hard_with_what_to_do(client):
    text = HEAD + "Utilise the tablet " + "and then wait and look at it " * 6 + ".\n"
    result = client.call("check_text", text=text)
    assert (result["audience"], result["verdict"]) == ("patient", "too hard")
    found = {finding["rule"]: finding for finding in result["findings"]}
    long = found["readability/long-sentence"]
    assert (long["line"], long["severity"]) == (8, "error")
    assert long["help"].startswith("Split it.")
    word = found["plain-language/complex-word"]
    assert text[word["start"] : word["end"]] == word["text"] == "Utilise"
    (edit,) = word["fix"]["edits"]
    assert (edit["text"], word["fix"]["safe"]) == ("Use", False)
    assert result["counts"]["error"] >= 1
    # The same findings as those of the command.
    again = client.call("check_text", text=text, limit=1)
    assert [finding["severity"] for finding in again["findings"]] == ["error"]
    assert again["left_out"] == len(result["findings"]) - 1


def test_a_text_on_a_scale_of_ease_has_its_ease_in_place_of_a_grade(client):
    text = "La administración de medicamentos requiere una preparación considerable. " * 6
    result = client.call("check_text", text=text, audience="patient", limit=0)
    assert "grade" not in result
    ease = result["ease"]
    assert (ease["scale"], ease["target"], ease["least"]) == ("INFLESZ", 65, 55)
    assert ease["low"] <= ease["high"] < 55
    assert "ease" not in client.call("check_text", text="Rest well. " * 20)


def test_an_audience_is_for_texts_that_name_none(client):
    named = client.call("check_text", text=HEAD + "Rest.", audience="technical")
    assert named["audience"] == "patient"
    assert client.call("check_text", text="Rest.", audience="technical")["audience"] == "technical"
    assert client.call("check_text", text="Rest.")["audience"] == "general"


def test_a_text_may_be_html(client):
    html = "<h1>Pain</h1><p>Utilise a cold pack.</p>"
    result = client.call("check_text", text=html, format="html", audience="patient")
    (word,) = [one for one in result["findings"] if one["rule"] == "plain-language/complex-word"]
    assert html[word["start"] : word["end"]] == "Utilise"


def test_rules_words_and_terms(client):
    rule = client.call("explain_rule", rule="readability/long-sentence")
    assert rule["limits"]["most"]["patient"] == 30
    assert rule["page"].startswith("# Long sentences")
    listed = client.call("explain_rule")["rules"]
    assert {"id": rule["id"], "title": rule["title"]} in listed
    words = client.call("suggest_plain_words", words=["utilises", "hypertension", "table"])
    assert words["suggestions"] == [
        {"word": "utilises", "plain": ["uses"]},
        {"word": "hypertension", "plain": ["high blood pressure"]},
        {"word": "table", "plain": []},
    ]
    assert client.call("glossary_lookup", term="Sepsis")["found"]
    assert client.call("glossary_lookup", term="sepsys") == {"found": False, "nearest": "sepsis"}


@pytest.mark.parametrize(
    ("tool", "arguments", "message"),
    [
        ("check_text", {}, "the argument 'text' is missing"),
        ("check_text", {"text": 3}, "'text' must be a text"),
        ("check_text", {"text": "a", "audience": "nurse"}, "'audience' must be one of: patient"),
        ("check_text", {"text": "a", "txt": "b"}, "unknown argument 'txt'; did you mean 'text'?"),
        ("check_text", {"text": "a", "limit": True}, "'limit' must be a whole number"),
        ("check_text", {"text": "a", "limit": -1}, "'limit' must be at least 0"),
        ("check_text", {"text": "a " * 600_000}, "'text' must have at most 1,000,000 characters"),
        ("check_text", {"path": "/etc/passwd", "text": "a"}, "unknown argument 'path'"),
        ("explain_rule", {"rule": "long-sentence"}, "did you mean 'readability/long-sentence'?"),
        ("suggest_plain_words", {"words": "a"}, "'words' must be a list"),
        ("suggest_plain_words", {"words": []}, "'words' must have at least 1 entries"),
        ("suggest_plain_words", {"words": ["a", None]}, "entry 2 of 'words' must be a text"),
        ("glossary_lookup", {"term": ""}, "'term' must have at least 1 characters"),
    ],
)
def test_wrong_arguments_are_errors_of_the_tool(client, tool, arguments, message):
    assert message in client.call(tool, **arguments)
    # The session goes on.
    assert client.ask("ping")["result"] == {}


@pytest.mark.parametrize(
    ("line", "code", "request_id"),
    [
        ("{", -32700, None),
        (b"\xff\xfe", -32700, None),
        ("[" * 100_000, -32700, None),
        ("[]", -32600, None),
        ('[{"jsonrpc": "2.0", "id": 1, "method": "ping"}]', -32600, None),
        ("3", -32600, None),
        ('{"id": 7, "method": "ping"}', -32600, 7),
        ('{"jsonrpc": "2.0", "id": 7}', -32600, 7),
        ('{"jsonrpc": "2.0", "id": null, "method": "ping"}', -32600, None),
        ('{"jsonrpc": "2.0", "id": "a", "method": "ping", "params": [1]}', -32602, "a"),
        ('{"jsonrpc": "2.0", "id": "a", "method": "resources/list"}', -32601, "a"),
        ('{"jsonrpc": "2.0", "id": 7, "method": "tools/call", "params": {}}', -32602, 7),
        ('{"jsonrpc": "2.0", "id": 7, "method": "tools/call", "params": {"name": "x"}}', -32602, 7),
        ('{"jsonrpc": "2.0", "id": 7, "method": "initialize", "params": {}}', -32602, 7),
        ("x" * 16_100_000, -32600, None),
    ],
)  # fmt: skip
def test_broken_messages_are_errors_of_the_protocol(client, line, code, request_id):
    client.send(line)
    answer = client.read()
    assert (answer["error"]["code"], answer["id"]) == (code, request_id)
    assert client.ask("ping")["result"] == {}


def test_notifications_answers_and_empty_lines_get_no_answer(client):
    client.send('{"jsonrpc": "2.0", "method": "notifications/cancelled", "params": {}}')
    client.send('{"jsonrpc": "2.0", "method": "unheard/of"}')
    client.send('{"jsonrpc": "2.0", "id": 1, "result": {}}')
    client.send("")
    assert client.ask("ping")["result"] == {}


def test_tools_need_the_handshake(tmp_path):
    with start_client(tmp_path) as client:
        assert client.ask("ping")["result"] == {}
        assert client.ask("tools/list")["error"]["code"] == -32600


def test_batches_belong_to_one_version(tmp_path):
    with start_client(tmp_path) as client:
        client.initialize("2025-03-26")
        ping = '{"jsonrpc": "2.0", "id": %d, "method": "ping"}'
        client.send(f"[{ping % 8}, {ping % 9}, {{}}]")
        assert [answer["id"] for answer in client.read()] == [8, 9, None]


def test_texts_that_no_file_has_are_checked(client):
    client.send(
        '{"jsonrpc": "2.0", "id": "half", "method": "tools/call", "params": '
        '{"name": "check_text", "arguments": {"text": "Rest \\ud83d a \\u0000 while."}}}'
    )
    answer = client.read()
    assert answer["result"]["isError"] is False


def test_settings_are_those_of_the_folder_and_of_none_above(tmp_path, write):
    write(".git/HEAD", "")
    write("plainlint.toml", 'default-audience = "technical"\n')
    write("leaflets/plainlint.toml", 'default-audience = "patient"\n')
    write("other/a.md", "Rest.")
    for folder, audience in ((".", "technical"), ("leaflets", "patient"), ("other", "general")):
        with start_client(tmp_path, folder) as client:
            client.initialize()
            assert client.call("check_text", text="Rest.")["audience"] == audience


def test_wrong_settings_are_an_error_of_each_call(tmp_path, write):
    write("plainlint.toml", 'default-audience = "nurse"\n')
    with start_client(tmp_path) as client:
        client.initialize()
        assert "plainlint.toml:1" in client.call("check_text", text="Rest.")
        write("plainlint.toml", 'default-audience = "patient"\n')
        assert client.call("check_text", text="Rest.")["audience"] == "patient"


def test_nothing_outside_the_folder_is_read(tmp_path, write):
    write("plainlint.toml", 'default-audience = "technical"\n')
    write("mkdocs.yml", "site_name: x\n")
    write(".git/HEAD", "")
    write("inside/plainlint.toml", 'default-audience = "patient"\n')
    watch = (
        "import json, os, sys\n"
        "opened = []\n"
        "def watch(event, arguments):\n"
        "    if event in ('open', 'os.listdir', 'os.scandir') and isinstance(arguments[0], str):\n"
        "        opened.append(arguments[0])\n"
        "sys.addaudithook(watch)\n"
        "from plainlint.cli.main import run\n"
        "run(['mcp', 'inside'])\n"
        "print(json.dumps(opened), file=sys.stderr)\n"
    )
    client = {"protocolVersion": "2025-06-18"}
    call = {"name": "check_text", "arguments": {"text": "See ../secret.md, /etc/passwd."}}
    lines = [
        {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": client},
        {"jsonrpc": "2.0", "id": 2, "method": "tools/call", "params": call},
    ]
    done = subprocess.run(
        [sys.executable, "-P", "-c", watch],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        input="".join(f"{json.dumps(line)}\n" for line in lines).encode(),
        capture_output=True,
        timeout=60,
        check=True,
    )
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert answers[1]["result"]["structuredContent"]["audience"] == "patient"
    opened = [(tmp_path / name).resolve() for name in json.loads(done.stderr)]
    ours = {str(path.relative_to(tmp_path)) for path in opened if path.is_relative_to(tmp_path)}
    assert ours == {"inside/plainlint.toml"}


def test_a_folder_that_does_not_exist_is_an_error(plainlint):
    called = plainlint("mcp", "nowhere")
    assert (called.code, "nowhere: no such folder" in called.err) == (2, True)
