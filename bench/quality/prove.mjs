// Runs the programs that start with `runnable: loss CONDITION NUMBER`, whose last printed word is the loss that they end
// at, so that labels rest on what the library does: a floor that is not passed, a right twin that passes it.
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { transformSync } from 'esbuild'
import { programs } from './programs.mjs'

const claim = /^\/\/ runnable: loss (>=|<|is not <|is) ([\d.]+)$/m
const conditions = {
  '>=': (loss, limit) => loss >= limit,
  '<': (loss, limit) => loss < limit,
  'is not <': (loss, limit) => !(loss < limit),
  is: (loss, limit) => Math.abs(loss - limit) < 1e-6,
}
// Within the project, so that its libraries are found.
const folder = fileURLToPath(new URL('../../node_modules/.cache/quality', import.meta.url))

mkdirSync(folder, { recursive: true })
try {
  const runnable = programs().filter(({ files }) => files.length === 1 && claim.test(files[0].text))
  const wrong = runnable.filter((program) => !holds(program))
  console.log(`${runnable.length} programs run, ${runnable.length - wrong.length} as they are labelled`)
  process.exitCode = wrong.length > 0 || runnable.length === 0 ? 1 : 0
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function holds({ name, files: [{ path, text }] }) {
  const [, condition, limit] = claim.exec(text)
  const { stdout, stderr } = run(path, text)
  const loss = Number(stdout.trim().split(/\s+/).at(-1) || Number.NaN)
  const right = stdout !== '' && conditions[condition](loss, Number(limit))
  console.log(`${right ? 'right' : 'WRONG'}  ${name}: loss ${loss}, ${condition} ${limit}${stdout ? '' : `\n${stderr}`}`)
  return right
}

function run(path, text) {
  const file = join(folder, /\brequire\(/.test(text) ? 'program.cjs' : 'program.mjs')
  writeFileSync(file, transformSync(text, { loader: path.endsWith('js') ? 'js' : 'ts', sourcefile: path }).code)
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env
  return spawnSync(process.execPath, [file], { encoding: 'utf8', timeout: 60_000, env })
}
