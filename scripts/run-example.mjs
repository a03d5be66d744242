import { execFile } from 'node:child_process'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Compiles one TypeScript program of examples/ against the built package, runs it, and gives what it printed. */
export async function runExample(file) {
  // Beside the installed packages, so that the program finds TensorFlow.js.
  const outfile = join(root, 'node_modules/.cache/ce-lint-examples', basename(file).replace(/\.ts$/, '.mjs'))
  await build({
    entryPoints: [join(root, file)],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external: ['@tensorflow/tfjs'],
    // The package itself, not the sources that the repository's own paths lead to.
    tsconfigRaw: {},
    logLevel: 'warning',
  })
  return promisify(execFile)(process.execPath, [outfile])
}
