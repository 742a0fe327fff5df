// The type of "newsmark/newsmark.wasm": a module or an address, as the bundler makes it. `load()` takes either.

declare const wasm: WebAssembly.Module | string;
export default wasm;
