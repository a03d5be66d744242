// Compares ce-lint with other linters and with ripgrep: `node bench/run.mjs [--rounds 9]`. Needs a built dist/.
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { generate } from './generate.mjs'
import { generatePython } from './generate-python.mjs'
import { measure } from './measure.mjs'
import { peers } from './peers.mjs'

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '9' } } })
const root = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'ce-lint-bench-'))
// Node 20 reads these certificates at every start, and all ratios to it would be wrong by half.
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env
const options = { cwd: folder, rounds: Number(values.rounds), env }
const lint = (...args) => [process.execPath, join(root, 'dist/cli.js'), ...args]

try {
  generate(join(folder, 'plain'), { files: 5000, share: 0 })
  generate(join(folder, 'losses'), { files: 5000, share: 0.01 })
  generatePython(join(folder, 'python-plain'), { files: 5000, share: 0 })
  generatePython(join(folder, 'python'), { files: 5000, share: 0.01 })
  cpSync(join(root, 'examples'), join(folder, 'examples'), { recursive: true })

  const start = await measure(
    [
      { name: 'node -e 0', command: [process.execPath, '-e', '0'] },
      { name: 'ce-lint --version', command: lint('--version'), memory: true },
      { name: 'ce-lint --help', command: lint('--help') },
    ],
    options,
  )
  show('start', start, 'node -e 0')
  const plain = await onTree('plain', '5,000 TypeScript files without a loss')
  const losses = await onTree('losses', '5,000 TypeScript files, 1 % with a loss')
  await onTree('examples', 'the examples')
  const python = await besideTypeScript()
  goals(start, plain, losses, python)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function onTree(tree, title) {
  const results = await measure(
    [{ name: 'ce-lint', command: lint('--exit-zero', '--format', 'json', tree), memory: true }, ...peers(folder, tree)],
    options,
  )
  show(title, results, 'ce-lint')
  return results
}

/** The same trees in two languages, in turn. */
async function besideTypeScript() {
  const trees = { plain: 'TypeScript, no loss', 'python-plain': 'Python, no loss', losses: 'TypeScript, 1 %', python: 'Python, 1 %' }
  const contenders = Object.entries(trees).map(([tree, name]) => ({
    name,
    command: lint('--exit-zero', '--format', 'json', tree),
    memory: true,
  }))
  const results = await measure(contenders, options)
  show('the same trees in Python', results, 'TypeScript, 1 %')
  return results
}

function show(title, results, unit) {
  console.log(`\n${title}\n${'-'.repeat(title.length)}`)
  for (const [name, { ms, megabytes }] of results) {
    const ratio = (ms / results.get(unit).ms).toFixed(2)
    console.log(
      `${name.padEnd(20)}${ms.toFixed(0).padStart(7)} ms  ${ratio.padStart(7)} × ${unit}${megabytes ? `  ${megabytes.toFixed(0)} MB` : ''}`,
    )
  }
}

function goals(start, plain, losses, python) {
  const ratio = (results, name, other) => (results.has(other) ? results.get(name).ms / results.get(other).ms : undefined)
  const rows = [
    ['--version ÷ node -e 0', ratio(start, 'ce-lint --version', 'node -e 0'), 1.6],
    ['no losses: ce-lint ÷ oxlint', ratio(plain, 'ce-lint', 'oxlint'), 1],
    ['1 % losses: ce-lint ÷ oxlint', ratio(losses, 'ce-lint', 'oxlint'), 3],
    ['1 % losses: ce-lint ÷ ESLint', ratio(losses, 'ce-lint', 'ESLint'), 0.1],
    ['no losses: Python ÷ TypeScript', ratio(python, 'Python, no loss', 'TypeScript, no loss'), 1],
    ['1 % losses: Python ÷ TypeScript', ratio(python, 'Python, 1 %', 'TypeScript, 1 %'), 1],
    ['no losses: MB', plain.get('ce-lint').megabytes, 60],
    ['1 % losses: MB', losses.get('ce-lint').megabytes, 240],
  ]
  console.log('\ngoals\n-----')
  for (const [name, value, limit] of rows) {
    const verdict = value === undefined ? 'not measured' : `${value.toFixed(2)}, goal ≤ ${limit}: ${value <= limit ? 'met' : 'missed'}`
    console.log(`${name.padEnd(32)}${verdict}`)
  }
}
