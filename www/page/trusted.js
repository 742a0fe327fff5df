// The scripts that the page starts apart from itself. Its policy (`trusted-types newsmark`) lets no other address through.

const SCRIPTS = { offline: "service-worker.js", annotating: "pkg/page-worker.js", files: "pkg/page-files.js", dossier: "pkg/page-dossier.js" };

const { trustedTypes } = /** @type {any} */ (globalThis);
const policy = trustedTypes?.createPolicy("newsmark", {
  createScriptURL: (/** @type {string} */ address) => (Object.values(SCRIPTS).includes(address) ? address : ""),
});

/** A script's address, as the browser takes it. @param {keyof typeof SCRIPTS} name  @returns {string} */
export function scriptFor(name) {
  return policy?.createScriptURL(SCRIPTS[name]) ?? SCRIPTS[name];
}
