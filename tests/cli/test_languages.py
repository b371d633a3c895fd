"""plainlint languages shows what is there for each language."""


def test_the_table_has_a_row_for_each_language(plainlint):
    rows = {line.split()[0]: line for line in plainlint("languages").out.splitlines() if line}
    assert "passive" in rows["en"]
    assert "reading" not in rows["zh"]
    assert "formulas, grade" in rows["pt"]
    assert "grade" not in rows["fr"]


def test_json_lists_parts_formulas_and_rules(plainlint):
    listed = plainlint("languages", "--output-format", "json").json["languages"]
    languages = {language["code"]: language for language in listed}
    assert languages["pt"]["grade"] == languages["pt"]["formulas"] == ["flesch_martins"]
    assert "readability/grade-level" in languages["pt"]["rules"]
    assert "plain-language/passive-voice" in languages["en"]["rules"]
    assert "readability/grade-level" not in languages["fr"]["rules"]
    assert "readability/long-sentence" in languages["fr"]["rules"]
