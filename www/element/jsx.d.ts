// The types of "newsmark/jsx": with `import type {} from "newsmark/jsx"`, TSX of React knows the element.

import type { HTMLAttributes, Ref } from "react";
import type { NewsMark } from "./element.js";

type Properties = Partial<Pick<NewsMark, "date" | "types" | "theme" | "panel" | "names" | "patterns" | "annotations" | "card">>;

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "news-mark": HTMLAttributes<NewsMark> & Properties & { ref?: Ref<NewsMark>; "src-lang"?: string; class?: string } & {
        [event: `onnews-mark-${string}`]: ((event: CustomEvent) => void) | undefined;
      };
    }
  }
}
