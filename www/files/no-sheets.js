// Replaces linkedom's parser for style sheets, half of its size: only the words of a page are read. The build swaps it in.

export const parse = () => ({ cssRules: [] });
