// A project that has installed the package as others get it: packed.

import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";

/** Below the repository, so that a project finds the tools and frameworks that the tests have. */
const PROJECTS = "target/package-tests";

/** Makes a project; `remove` takes it away. */
export async function createProject() {
  await mkdir(PROJECTS, { recursive: true });
  const folder = await mkdtemp(resolve(PROJECTS, "project-"));

  /** @param {string} program  @param {string[]} given */
  function run(program, given) {
    try {
      return execFileSync(program, given, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], shell: process.platform === "win32" });
    } catch (error) {
      const { stdout, stderr } = /** @type {{ stdout: string, stderr: string }} */ (error);
      // A line may be a whole file.
      throw new Error(`${program} ${given.join(" ")} failed:\n${`${stdout}${stderr}`.replace(/.{500,}/g, "…").slice(0, 4000)}`);
    }
  }

  const packed = JSON.parse(run("npm", ["pack", resolve("www"), "--json", "--pack-destination", folder]));
  await writeFile(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  run("npm", ["install", "--offline", "--no-audit", "--no-fund", `./${packed[0].filename}`]);
  /** @type {string[]} */
  const files = packed[0].files.map((/** @type {{ path: string }} */ { path }) => path);
  return { folder, tarball: join(folder, packed[0].filename), files, run, remove: () => rm(folder, { recursive: true }) };
}
