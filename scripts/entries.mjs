// What dist/ is built from: entries that run in Node and share their chunks, and entries that run anywhere and stand alone.
export const nodeEntries = { cli: 'src/cli/main.ts', index: 'src/index.ts', eslint: 'src/adapters/eslint/index.ts' }
export const browserEntries = { runtime: 'src/runtime/index.ts' }
// Charts are large, so this one is made small; the command line loads it by its public name.
export const pageEntries = { html: 'src/html/index.ts' }
