// Shares as bars in a strip: how much somebody says, and where.

/** The strip's width, in units of its own. */
const WIDTH = 100;

/** A strip with bars in it. @param {string} kind  @param {string} name  @param {readonly [from: number, to: number][]} stretches */
export function bars(kind, name, stretches) {
  const strip = svg("svg", { class: `strip ${kind}`, viewBox: `0 0 ${WIDTH} 10`, preserveAspectRatio: "none", role: "img", "aria-label": name });
  strip.append(svg("rect", { class: "ground", x: "0", y: "0", width: String(WIDTH), height: "10" }), ...stretches.map(([from, to]) =>
    svg("rect", { class: "bar-piece", x: (from * WIDTH).toFixed(2), y: "0", width: Math.max((to - from) * WIDTH, 1).toFixed(2), height: "10" })));
  return strip;
}

/** @param {string} tag  @param {Record<string, string>} attributes */
function svg(tag, attributes) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}
