"""Without settings, plainlint asks for the audience alone, once a run."""

import pytest

PAGE = "# Sleep\n\nRest well in a dark room.\n"


def test_no_key_but_the_audience_is_asked_for(plainlint, write):
    write("a.md", f"---\nstatus: live\nlicense: mine\n---\n\n{PAGE}")
    documents = plainlint("check", "a.md", "--output-format", "json").json["documents"]
    assert [finding["rule"] for finding in documents[0]["diagnostics"]] == [
        "metadata/audience-level"
    ]


def test_a_missing_audience_is_told_once_a_run(plainlint, write):
    for name in "abc":
        write(f"{name}.md", PAGE)
    lines = plainlint("check", ".").out.splitlines()
    assert [line[:7] for line in lines if "Who is this for?" in line] == ["a.md:1:"]
    assert "The same as a.md:1: b.md:1, c.md:1." in lines


def test_a_default_audience_answers_the_question(plainlint, write):
    write("plainlint.toml", 'default-audience = "patient"\n')
    write("a.md", PAGE)
    assert plainlint("check", "a.md").code == 0


@pytest.mark.parametrize(
    ("head", "audience"),
    [
        ("audience: Patient", "patient"),
        ("audienceType: healthProfessional", "technical"),
        ("medicalAudience: [caregiver]", "caregiver"),
        ("audience: developers", "general"),
        ("audience: patient\naudienceLevel: technical", "technical"),
    ],
)
def test_other_keys_count_where_their_value_is_known(plainlint, write, head, audience):
    write("a.md", f"---\n{head}\n---\n\n{PAGE}")
    (document,) = plainlint("check", "a.md", "--output-format", "json").json["documents"]
    assert document["audience"] == audience


def test_a_preset_is_written_by_init(plainlint, write):
    assert plainlint("init", "--preset", "nci").code == 0
    write("a.md", f"---\naudience: patient\nstatus: live\n---\n\n{PAGE}")
    assert "status" in plainlint("check", "a.md").out
