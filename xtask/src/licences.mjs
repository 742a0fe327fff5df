// The licences of the libraries that are bundled, in a file beside the bundles, as most of them ask for. Which they are, the bundler tells.
//
// node licences.mjs OUTPUT METAFILE ...

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [, , output = "", ...metafiles] = process.argv;
const inputs = metafiles.flatMap((metafile) => Object.keys(/** @type {{ inputs: Record<string, unknown> }} */ (JSON.parse(readFileSync(metafile, "utf8"))).inputs));

const folders = new Set(inputs.flatMap((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []));
const parts = [...folders].sort().map((folder) => {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((file) => /^(licen[cs]e|copying)/i.test(file));
  const text = file ? readFileSync(join(folder, file), "utf8").trim() : `Its package names the licence alone: ${license}`;
  if (!license && !file) throw new Error(`${name} has no licence`);
  return `${name} ${version} (${license})\n\n${text}\n`;
});
writeFileSync(output, parts.join(`\n${"-".repeat(78)}\n\n`));
