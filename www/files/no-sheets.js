// In place of what linkedom parses style sheets with, half of its weight: only words are read of a page. The build puts it there.

export const parse = () => ({ cssRules: [] });
