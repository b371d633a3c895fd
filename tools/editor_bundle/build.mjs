// Makes the editor of the writer's page from the locked packages, and the list of their licences.
// usage: node build.mjs FOLDER
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const [folder] = process.argv.slice(2);
const result = await build({
  entryPoints: [join(import.meta.dirname, "entry.js")],
  absWorkingDir: import.meta.dirname,
  bundle: true,
  format: "esm",
  minify: true,
  target: "es2022",
  legalComments: "none",
  charset: "utf8",
  metafile: true,
  write: false,
});
writeFileSync(join(folder, "codemirror.js"), result.outputFiles[0].contents);

const used = new Set(
  Object.values(result.metafile.outputs)
    .flatMap((output) => Object.keys(output.inputs))
    .map((path) => path.match(/node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1])
    .filter(Boolean),
);
const licences = [...used].sort().map((name) => {
  const home = join(import.meta.dirname, "node_modules", name);
  const { version, license } = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
  return `${name} ${version} (${license})\n\n${readFileSync(join(home, "LICENSE"), "utf8").trim()}\n`;
});
writeFileSync(join(folder, "codemirror.LICENSES.txt"), licences.join("\n\n"));
