// Findings of plainlint as notes of Danger, next to the lines of a pull request.
// Before it: plainlint check docs --since origin/main --output-format jsonl --exit-zero > plainlint.jsonl
const { readFileSync } = require("fs");

const MOST = 30;
const tell = { error: fail, warning: warn, info: message };

const findings = readFileSync("plainlint.jsonl", "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line) => JSON.parse(line));

for (const found of findings.slice(0, MOST)) {
  // What a document says must not become markup of the note.
  const text = `${found.message} ${found.help} (${found.rule})`.replace(/[\\`*_[\]<>#|@]/g, "\\$&");
  tell[found.severity](text, found.path, found.line);
}
if (findings.length > MOST) {
  message(`${findings.length - MOST} more findings: see the output of plainlint.`);
}
