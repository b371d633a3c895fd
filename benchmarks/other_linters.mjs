// Run retext or Harper over files: node other_linters.mjs NAME FILES...
// `other_linters.py` copies it beside `node_modules`. The findings are counted, so that all are made.
import { readFile } from "node:fs/promises";

async function makeRetext() {
  const { retext } = await import("retext");
  let processor = retext();
  for (const name of ["simplify", "readability", "passive"])
    processor = processor.use((await import(`retext-${name}`)).default);
  return async (text) => (await processor.process(text)).messages.length;
}

async function makeHarper() {
  const { LocalLinter } = await import("harper.js");
  const { binaryInlined } = await import("harper.js/binaryInlined");
  const linter = new LocalLinter({ binary: binaryInlined });
  return async (text) => (await linter.lint(text, { language: "markdown" })).length;
}

const [name, ...files] = process.argv.slice(2);
const lint = await { retext: makeRetext, harper: makeHarper }[name]();
let found = 0;
for (const file of files) found += await lint(await readFile(file, "utf8"));
console.log(`${found} findings`);
process.exit(0);
