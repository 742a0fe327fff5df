// Makes elements. Strings become text nodes and nothing else, so no text can turn into markup.

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | boolean>} attributes  `true` gives an empty attribute, `false` none.
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children);
  return made;
}

/**
 * The element of the page with this id.
 * @template {HTMLElement} Kind
 * @param {string} id
 * @param {new () => Kind} kind
 * @returns {Kind}
 */
export function byId(id, kind) {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`the page has no ${kind.name} #${id}`);
  return found;
}

/**
 * Whether something is an element of HTML, of whichever document: an element may have been adopted from another, with a class of its own.
 * @param {unknown} target
 * @returns {target is HTMLElement}
 */
export function isElement(target) {
  return typeof target === "object" && target !== null && "nodeType" in target && target.nodeType === 1 && "dataset" in target;
}
