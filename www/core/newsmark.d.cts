// The types of the package for `require` in Node: the same calls and shapes, as of a module that is no ECMAScript module.

import type * as newsmark from "./newsmark.js" with { "resolution-mode": "import" };

export type * from "./newsmark.js" with { "resolution-mode": "import" };
export declare const annotate: typeof newsmark.annotate;
export declare const exportAs: typeof newsmark.exportAs;
export declare const isNewsmarkError: typeof newsmark.isNewsmarkError;
export declare const load: typeof newsmark.load;
export declare const loadPatterns: typeof newsmark.loadPatterns;
