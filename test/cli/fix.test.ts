import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { applyPatch } from 'diff'
import { expect, it } from 'vitest'
import { cli } from './cli.js'

const before = `import * as tf from '@tensorflow/tfjs'
export const f = (x, w, ys) => tf.losses.softmaxCrossEntropy(ys, tf.softmax(tf.matMul(x, w))) // é
const model = tf.sequential({ layers: [tf.layers.dense({ units: 3, activation: 'sigmoid', inputShape: [4] })] })
model.compile({ optimizer: 'adam', loss: tf.losses.sigmoidCrossEntropy })
`
const safe = before.replace('tf.softmax(tf.matMul(x, w))', 'tf.matMul(x, w)')
const all = safe.replace(", activation: 'sigmoid'", '')

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
  const { cwd, file } = folder(`import * as tf from '@tensorflow/tfjs'
export function f(x, w, ys, shown) {
  let z = tf.matMul(x, w)
  if (shown) z = tf.softmax(z)
  return tf.losses.softmaxCrossEntropy(ys, tf.softmax(z))
}
`)
  const text = readFileSync(file, 'utf8')
  const { stderr, code } = cli(cwd, ['--fix'])
  expect(stderr).toBe(
    'ce-lint: a.js:5:44: probabilities-as-logits was not fixed by "Pass `z` without the activation": then the loss call is not understood any more\n',
  )
  expect([readFileSync(file, 'utf8'), code]).toEqual([text, 1])
})

it('leaves a file alone that cannot be written, says so, and fixes the others', () => {
  const { cwd, file } = folder()
  writeFileSync(join(cwd, 'locked.js'), before)
  const { stdout, stderr, code } = cli(cwd, ['--fix', '-f', 'concise'], { node: ['--require', join(import.meta.dirname, 'read-only.cjs')] })
  expect(stderr).toBe("ce-lint: locked.js was not fixed: EACCES: permission denied, access 'locked.js'\n")
  expect([readFileSync(file, 'utf8'), readFileSync(join(cwd, 'locked.js'), 'utf8'), code]).toEqual([safe, before, 2])
  expect(stdout).toContain('locked.js:2:66: error probabilities-as-logits')
  expect(stdout.trimEnd().split('\n').at(-1)).toContain('4 loss calls in 2 files: 1 clean, 3 findings · 1 fixed')
  const shown = cli(cwd, ['--diff'], { node: ['--require', join(import.meta.dirname, 'read-only.cjs')] })
  expect([shown.stdout.split('\n')[0], shown.stderr.includes('not fixed'), shown.code]).toEqual(['--- a/locked.js', false, 1])
})

it('shows a patch that git applies, of files with tabs, a mark and lines of Windows', () => {
  const { cwd } = folder()
  const texts: Record<string, [string, string]> = {
    'tabs.ts': [before.replace('export', '\t\texport'), safe.replace('export', '\t\texport')],
    'mark.ts': [`\ufeff${before}`, `\ufeff${safe}`],
    'lines.ts': [before.replaceAll('\n', '\r\n'), safe.replaceAll('\n', '\r\n')],
    'end.ts': [before.trimEnd(), safe.trimEnd()],
    'sub/in a folder.ts': [before, safe],
  }
  mkdirSync(join(cwd, 'sub'))
  for (const [name, [text]] of Object.entries(texts)) writeFileSync(join(cwd, name), text)
  const { stdout } = cli(cwd, ['--diff'])
  const { status, stderr } = spawnSync('git', ['apply', '--whitespace=nowarn', '-'], { cwd, input: stdout, encoding: 'utf8' })
  expect([stderr, status]).toEqual(['', 0])
  for (const [name, [, fixed]] of Object.entries(texts)) expect([name, readFileSync(join(cwd, name), 'utf8')]).toEqual([name, fixed])
})

it('leaves what the baseline holds alone, and tells of entries that a fix has made needless', () => {
  const one = "import * as tf from '@tensorflow/tfjs'\nconst net = (x, w) => tf.matMul(x, w).softmax()\n"
  const loss = (name: string) => `export const ${name} = (x, w, ys) => tf.losses.softmaxCrossEntropy(ys, net(x, w))\n`
  const { cwd, file } = folder(one + loss('f'))
  expect(cli(cwd, ['--suppress-all']).code).toBe(0)
  expect(cli(cwd, ['--fix', '--unsafe-fixes'])).toEqual({ code: 0, stdout: '1 loss call in 1 file: 0 clean · 1 suppressed\n', stderr: '' })
  expect(readFileSync(file, 'utf8')).toBe(one + loss('f'))
  writeFileSync(file, one + loss('f') + loss('g'))
  const { stderr, code } = cli(cwd, ['--fix', '--unsafe-fixes', '-f', 'concise'])
  expect(readFileSync(file, 'utf8')).toBe(one.replace('.softmax()', '') + loss('f') + loss('g'))
  const told = 'ce-lint: 1 suppression in ce-lint-suppressions.json is no longer needed: run "ce-lint --prune-suppressions"\n'
  expect([stderr, code]).toEqual([told, 2])
})

it('writes several outputs of what is left', () => {
  const { cwd, file } = folder()
  const { stdout } = cli(cwd, ['--fix', '-f', 'json', '-o', 'left.json', '-f', 'concise'])
  const { summary, findings } = JSON.parse(readFileSync(join(cwd, 'left.json'), 'utf8'))
  expect([readFileSync(file, 'utf8'), summary.fixed, findings.length]).toEqual([safe, 1, 1])
  expect(stdout.trimEnd().split('\n').at(-1)).toContain('1 finding · 1 fixed')
})

it('fixes with --changed what git says has changed', () => {
  const { cwd, file } = folder()
  const git = (...args: string[]) => spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd })
  git('init', '-q')
  git('add', '.')
  git('commit', '-qm', 'first')
  writeFileSync(join(cwd, 'b.js'), before)
  const { code } = cli(cwd, ['--fix', '--changed'])
  expect([readFileSync(file, 'utf8'), readFileSync(join(cwd, 'b.js'), 'utf8'), code]).toEqual([before, safe, 1])
})

it.each([
  [['-', '--fix'], '--fix cannot write to standard input: use --fix-dry-run or --diff'],
  [['--unsafe-fixes'], '--unsafe-fixes goes with --fix, --fix-dry-run or --diff'],
  [['--fix', '--trace', 'a.js:2'], '--trace shows a run without fixes: leave --fix, --fix-dry-run and --diff out'],
])('refuses %j', (args, message) => {
  const { stderr, code } = cli(folder().cwd, args)
  expect([stderr, code]).toEqual([`ce-lint: ${message}\n`, 2])
})
