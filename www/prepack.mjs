// Before the package is packed: refuses one that is not whole, or whose files are not of one build. `cargo xtask build` makes it whole;
// what `cargo xtask serve` makes is the page alone.

import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";

const manifest = JSON.parse(readFileSync("package.json", "utf8"));

/** The files that `exports` names. @param {any} exported  @returns {string[]} */
const named = (exported) => (typeof exported === "string" ? [exported] : Object.values(exported).flatMap(named));
const files = [...named(manifest.exports), "pkg/LICENSE-MIT", "pkg/LICENSE-APACHE", "pkg/NOTICE.md", "pkg/THIRD-PARTY.txt"];
const problems = files.filter((file) => !existsSync(file)).map((file) => `${file} is missing`);

if (existsSync("pkg/integrity.json")) {
  for (const [file, hash] of Object.entries(JSON.parse(readFileSync("pkg/integrity.json", "utf8")))) {
    const made = existsSync(file) ? `sha384-${createHash("sha384").update(readFileSync(file)).digest("base64")}` : "";
    if (made !== hash) problems.push(`${file} is not what integrity.json says`);
  }
}

if (problems.length > 0) {
  console.error(`The package is not whole:\n  ${problems.join("\n  ")}\nRun \`cargo xtask build\`, and pack it then.`);
  process.exit(1);
}
