// All entities, by type, the most mentioned first.

import { number } from "../../words/locale.js";
import { mentions } from "../../words/reading.js";
import { rolesOf } from "../describe.js";
import { element } from "../dom.js";
import { entityKinds } from "../kinds.js";
import { rows } from "./rows.js";

/** @typedef {import("../../core/engine.js").Article} Article */

/**
 * @param {Article} article
 * @param {import("./panel.js").Visit} visit
 */
export function nameSections(article, visit) {
  return entityKinds.flatMap(({ id: kind, many }) => {
    const entities = article.annotations.entities.filter(({ type }) => type === kind);
    if (entities.length === 0) return [];
    entities.sort((a, b) => b.mentions.length - a.mentions.length);
    const list = rows(entities, (entity) => {
      const roles = rolesOf(article, entity);
      const button = element("button", { type: "button", class: "row name-row" },
        element("span", { class: "row-name" }, entity.name),
        element("span", { class: "count", "aria-label": mentions(entity.mentions.length) }, number(entity.mentions.length)),
        ...(roles[0] ? [element("span", { class: "row-note" }, roles[0])] : []));
      button.addEventListener("click", () => visit("entity", entity.id, button));
      return button;
    });
    return [element("section", {}, element("h3", { class: "group-title" }, element("span", { class: `sample ${kind}` }, many)), list)];
  });
}
