// Builds dist/: `node scripts/build.mjs` for everything, `--no-types` for the scripts alone.
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { browserEntries, nodeEntries, pageEntries } from './entries.mjs'
import { licences } from './licences.mjs'
import { writeIfChanged } from './write-if-changed.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'dist')

// Too heavy to parse at every start, or needed only with a TypeScript config: loaded from node_modules when the run gets there.
const external = ['ts-morph', 'jiti', 'ce-lint/html']

// The parser of Python and its grammar, which are loaded as they are: one artefact for every platform, nothing to compile.
const grammars = ['node_modules/web-tree-sitter/web-tree-sitter.wasm', 'node_modules/tree-sitter-python/tree-sitter-python.wasm']

const shared = {
  absWorkingDir: root,
  outdir: dist,
  bundle: true,
  format: 'esm',
  // The parser alone: the package's build for Node holds a parser of expressions as well.
  alias: { '@vue/compiler-core': '@vue/compiler-core/dist/compiler-core.esm-bundler.js' },
  target: ['node20', 'es2022'],
  tsconfigRaw: {},
  legalComments: 'none',
  write: false,
  metafile: true,
  logLevel: 'warning',
}

const results = await Promise.all([
  build({
    ...shared,
    entryPoints: nodeEntries,
    platform: 'node',
    mainFields: ['module', 'main'],
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    external,
  }),
  build({ ...shared, entryPoints: browserEntries, platform: 'neutral', mainFields: ['browser', 'module', 'main'] }),
  build({
    ...shared,
    entryPoints: pageEntries,
    platform: 'neutral',
    mainFields: ['browser', 'module', 'main'],
    conditions: ['module'],
    // No browser has a process; what asks for it are hints to developers of charts.
    define: { 'process.env.NODE_ENV': '"production"' },
    minify: true,
  }),
]).catch(() => process.exit(1))
const outputs = results.flatMap((result) => result.outputFiles)
for (const path of grammars) writeIfChanged(join(dist, basename(path)), readFileSync(join(root, path)))
for (const output of outputs) writeIfChanged(output.path, withRequire(output.text), output.path === join(dist, 'cli.js') ? 0o755 : 0o644)
writeIfChanged(
  join(dist, 'LICENSES'),
  licences(
    root,
    results.map((result) => result.metafile),
    grammars,
  ),
)
removeStale(join(dist, 'chunks'), new Set(outputs.map((output) => output.path)))

if (!process.argv.includes('--no-types')) {
  rmSync(join(dist, 'types'), { recursive: true, force: true })
  execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'], {
    cwd: root,
    stdio: 'inherit',
  })
}

/** Bundled CommonJS asks for Node's own modules by `require`, which an ES module has to make for itself. */
function withRequire(text) {
  if (!text.includes('typeof require !== "undefined" ? require')) return text
  const hashbang = text.match(/^#!.*\n/)?.[0] ?? ''
  const maker = "import { createRequire as makeRequire } from 'node:module';\nconst require = makeRequire(import.meta.url);\n"
  return hashbang + maker + text.slice(hashbang.length)
}

/** Chunks are named for their content, so those of an earlier build stay behind. */
function removeStale(folder, current) {
  for (const name of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, name.name)
    if (!current.has(path)) rmSync(path)
  }
}
