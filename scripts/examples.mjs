// Builds ce-lint, runs the programs of examples/ in TypeScript, lints all programs, inspects the stored tensors, and fails
// unless ce-lint finds what examples/README.md says, and the same in Python as in TypeScript.
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expectedFindings, twins } from './expected-findings.mjs'
import { runExample } from './run-example.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const expected = expectedFindings(join(root, 'examples/README.md'))

const built = spawnSync(process.execPath, [join(root, 'scripts/build.mjs'), '--no-types'], { stdio: 'inherit' })
if (built.status !== 0) process.exit(1)

const programs = expected.map(({ file }) => file).filter((file) => file.endsWith('.ts'))
for (const file of programs) {
  heading(`examples/${file}`)
  const { stdout, stderr } = await runExample(join('examples', file))
  console.log((stdout + withoutBanner(stderr)).trim())
}

const tensors = readdirSync(join(root, 'examples/tensors')).map((name) => `examples/tensors/${name}`)
const unlike = twins(expected).filter(({ different }) => different)
const missing = [
  ...lint('examples'),
  ...lint('inspect', '--loss', 'torch.nn.CrossEntropyLoss', ...tensors),
  ...unlike.map(({ typescript, python }) => `different   ${typescript} and ${python}`),
]
if (missing.length > 0) {
  console.error(`\nce-lint did not find what examples/README.md says:\n${missing.join('\n')}`)
  process.exitCode = 1
} else {
  console.log('\nThese are the findings that examples/README.md lists, so all is as it should be.')
}

/** Prints what a command of ce-lint prints, and returns the differences between its findings and the expected ones. */
function lint(...args) {
  heading(`ce-lint ${args.length > 2 ? 'inspect --loss torch.nn.CrossEntropyLoss examples/tensors/*' : args.join(' ')}`)
  const cli = [join(root, 'dist/cli.js'), ...args]
  spawnSync(process.execPath, [...cli, '--format', 'pretty'], { cwd: root, stdio: 'inherit' })
  const { status, stdout } = spawnSync(process.execPath, [...cli, '--format', 'json'], { cwd: root, encoding: 'utf8' })
  if (status !== 1) return [`ce-lint ${args.join(' ')} ended with code ${status} instead of 1, the code for findings`]
  const found = JSON.parse(stdout).findings.map(({ at, severity, rule }) => `${at.file}: ${severity} ${rule}`)
  const wanted = expected
    .filter(({ file }) => file.startsWith('tensors/') === (args[0] === 'inspect'))
    .flatMap(({ file, findings }) => findings.map(({ severity, rule }) => `examples/${file}: ${severity} ${rule}`))
  return [
    ...wanted.filter((each) => !found.includes(each)).map((each) => `missing     ${each}`),
    ...found.filter((each) => !wanted.includes(each)).map((each) => `unexpected  ${each}`),
  ]
}

function heading(text) {
  console.log(`\n${text}\n${'-'.repeat(text.length)}`)
}

/** TensorFlow.js recommends its Node package at each start. */
function withoutBanner(text) {
  return text.replace(/^=+\n.*\n=+\n/m, '')
}
