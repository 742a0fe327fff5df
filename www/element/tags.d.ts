// The types of "newsmark/define": wherever it is imported, TypeScript knows the element's tag, and its events with what they tell.

import type { Annotations, Mention, Quote, TimeExpr } from "../pkg/newsmark.js";
import type { NewsMark } from "./element.js";

/** The text that was read, and what was found in it. */
export interface AnnotatedDetail {
  text: string;
  annotations: Annotations;
}

/** The mark that the reader has opened: `annotation` is `annotations[...]` at `index`. */
export type SelectDetail =
  | { sort: "mention"; index: number; annotation: Mention }
  | { sort: "quote"; index: number; annotation: Quote }
  | { sort: "date"; index: number; annotation: TimeExpr };

declare global {
  interface HTMLElementTagNameMap {
    "news-mark": NewsMark;
  }

  interface HTMLElementEventMap {
    "news-mark-ready": CustomEvent<Record<string, never>>;
    "news-mark-annotated": CustomEvent<AnnotatedDetail>;
    "news-mark-select": CustomEvent<SelectDetail>;
    "news-mark-error": CustomEvent<{ error: Error }>;
  }
}
