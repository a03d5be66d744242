import { chmodSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { applyPatch } from 'diff'
import { expect, it } from 'vitest'
import { cli } from './cli.js'

const before = `import * as tf from '@tensorflow/tfjs'
export const f = (x, w, ys) => tf.losses.softmaxCrossEntropy(ys, tf.softmax(tf.matMul(x, w))) // é
const model = tf.sequential({ layers: [tf.layers.dense({ units: 3, activation: 'softmax', inputShape: [4] })] })
model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy })
`
const safe = before.replace('tf.softmax(tf.matMul(x, w))', 'tf.matMul(x, w)')
const all = safe.replace(", activation: 'softmax'", '')

function folder(content: string | Buffer = before): { cwd: string; file: string } {
  const cwd = mkdtempSync(join(tmpdir(), 'ce-lint-fix-'))
  const file = join(cwd, 'a.js')
  writeFileSync(file, content)
  return { cwd, file }
}

it('says what can be fixed', () => {
  const { stdout, code } = cli(folder().cwd, ['.', '-f', 'concise'])
  expect(code).toBe(1)
  expect(stdout.trimEnd().split('\n').at(-1)).toBe(
    '2 loss calls in 1 file: 0 clean, 2 findings · 1 fixable with --fix, 1 more with --unsafe-fixes',
  )
})

it('applies safe fixes, and says what is left', () => {
  const { cwd, file } = folder()
  chmodSync(file, 0o755)
  const { stdout, stderr, code } = cli(cwd, ['--fix', '-f', 'concise'])
  expect([readFileSync(file, 'utf8'), statSync(file).mode & 0o777, code, stderr]).toEqual([safe, 0o755, 1, ''])
  expect(stdout.trimEnd().split('\n').at(-1)).toBe(
    '2 loss calls in 1 file: 1 clean, 1 finding · 1 fixed · 1 fixable with --fix --unsafe-fixes',
  )
})

it('applies all that are asked for, and exits as without findings', () => {
  const { cwd, file } = folder()
  const { stdout, code } = cli(cwd, ['--fix', '--unsafe-fixes', '-f', 'concise'])
  expect([readFileSync(file, 'utf8'), code]).toEqual([all, 0])
  expect(stdout).toBe('2 loss calls in 1 file: 2 clean · 2 fixed\n')
})

it.each([
  ['UTF-8 with a mark', (text: string) => Buffer.from(`\ufeff${text}`)],
  ['UTF-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['lines of Windows', (text: string) => Buffer.from(text.replaceAll('\n', '\r\n'))],
])('keeps %s', (_, encode) => {
  const { cwd, file } = folder(encode(before))
  cli(cwd, ['--fix'])
  expect(readFileSync(file).equals(encode(safe))).toBe(true)
})

it('prints a patch, and writes nothing', () => {
  const { cwd, file } = folder()
  const { stdout, stderr, code } = cli(cwd, ['--diff', '--unsafe-fixes'])
  expect(stdout.split('\n').slice(0, 2)).toEqual(['--- a/a.js', '+++ b/a.js'])
  expect([applyPatch(before, stdout), readFileSync(file, 'utf8'), code]).toEqual([all, before, 1])
  expect(stderr).toBe('2 loss calls in 1 file: 0 clean, 2 findings · 1 fixable with --fix, 1 more with --unsafe-fixes\n')
  writeFileSync(file, all)
  expect(cli(cwd, ['--diff'])).toEqual({ code: 0, stdout: '', stderr: '2 loss calls in 1 file: 2 clean\n' })
})

it('fixes what is not in the baseline, and leaves the rest', () => {
  const { cwd, file } = folder()
  cli(cwd, ['--suppress-all'])
  expect(cli(cwd, ['--fix', '--unsafe-fixes']).stdout).toBe('2 loss calls in 1 file: 0 clean · 2 suppressed\n')
  writeFileSync(file, `${before}export const g = (x, w, ys) => tf.losses.softmaxCrossEntropy(ys, tf.softmax(tf.matMul(x, w)))\n`)
  const { code, stdout, stderr } = cli(cwd, ['--fix'])
  expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '3 loss calls in 1 file: 1 clean · 1 fixed · 2 suppressed\n', stderr: '' })
  expect(readFileSync(file, 'utf8')).toBe(`${before}export const g = (x, w, ys) => tf.losses.softmaxCrossEntropy(ys, tf.matMul(x, w))\n`)
})

it('tries fixes without writing, also of standard input', () => {
  const { cwd, file } = folder()
  const report = JSON.parse(cli(cwd, ['--fix-dry-run', '-f', 'json']).stdout)
  expect([report.summary.fixed, report.findings.length, report.outputs]).toEqual([1, 1, [{ file: 'a.js', text: safe }]])
  expect(readFileSync(file, 'utf8')).toBe(before)
  const given = cli(cwd, ['-', '--stdin-filename', 'b.js', '--fix-dry-run', '-f', 'json'], { input: before })
  expect(JSON.parse(given.stdout).outputs).toEqual([{ file: 'b.js', text: safe }])
})

it('says which fix was tried in vain, and why', () => {
  const { cwd, file } = folder(
    "import * as tf from '@tensorflow/tfjs'\nexport const f = (x, ys) => tf.losses.softmaxCrossEntropy(ys, tf.softmax(x.z))\n",
  )
  const text = readFileSync(file, 'utf8')
  const { stderr, code } = cli(cwd, ['--fix'])
  expect(stderr).toBe(
    'ce-lint: a.js:2:63: probabilities-as-logits was not fixed by "Pass `x.z` without the activation": then the loss call is not understood any more\n',
  )
  expect([readFileSync(file, 'utf8'), code]).toEqual([text, 1])
})

it.each([
  [['-', '--fix'], '--fix cannot write to standard input: use --fix-dry-run or --diff'],
  [['--unsafe-fixes'], '--unsafe-fixes goes with --fix, --fix-dry-run or --diff'],
  [['--fix', '--trace', 'a.js:2'], '--trace shows a run without fixes: leave --fix, --fix-dry-run and --diff out'],
])('refuses %j', (args, message) => {
  const { stderr, code } = cli(folder().cwd, args)
  expect([stderr, code]).toEqual([`ce-lint: ${message}\n`, 2])
})
