// Makes one file of a script and the packages that it uses, with the licences of these packages.
// usage, in the folder of their package.json: node bundle.mjs ENTRY OUTPUT.js [OPTION=VALUE ...]
// The options are those of esbuild; the licences go into OUTPUT.LICENSES.txt.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const { build } = createRequire(join(process.cwd(), "package.json"))("esbuild");
const [entry, output, ...options] = process.argv.slice(2);
const result = await build({
  entryPoints: [entry],
  outfile: output,
  bundle: true,
  minify: true,
  legalComments: "none",
  charset: "utf8",
  metafile: true,
  external: ["vscode"],
  ...Object.fromEntries(options.map((option) => option.split("="))),
});
const used = new Set(
  Object.values(result.metafile.outputs)
    .flatMap((file) => Object.keys(file.inputs))
    .map((path) => path.match(/.*node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1])
    .filter(Boolean),
);
const licences = [...used].sort().map((name) => {
  const home = join("node_modules", name);
  const { version, license } = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
  const file = ["LICENSE", "License.txt", "LICENSE.md", "license"].map((one) => join(home, one)).find((path) => {
    try {
      return readFileSync(path);
    } catch {
      return false;
    }
  });
  return `${name} ${version} (${license})\n\n${file ? readFileSync(file, "utf8").trim() : "(no text of its own)"}\n`;
});
writeFileSync(output.replace(/\.js$/, ".LICENSES.txt"), licences.join("\n\n"));
