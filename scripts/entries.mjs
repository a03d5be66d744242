// What dist/ is built from: entries that run in Node and share their chunks, and entries that run anywhere and stand alone.
export const nodeEntries = { cli: 'src/cli/main.ts', index: 'src/index.ts' }
export const browserEntries = { runtime: 'src/runtime/index.ts' }
