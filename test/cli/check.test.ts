import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { noSource } from '../../src/scan/scan.js'
import { tree } from '../scan/tree.js'
import { cli } from './cli.js'
import { bounded, broken, double, model, opaque, right } from './programs.js'

const formats = ['pretty', 'concise', 'json', 'sarif', 'github']
const mixed = {
  'src/train.ts': double,
  'src/model.js': model,
  'right.ts': right,
  'opaque.ts': opaque,
  'bounded.ts': bounded,
  'broken.ts': broken,
  'plain.ts': 'export const a = 1\n',
}

describe('check', () => {
  it('shows a fault with every place of its trace', () => {
    const cwd = tree({ 'src/train.ts': double, 'src/model.js': model, 'plain.ts': '' })
    expect(cli(cwd, ['-f', 'pretty'])).toMatchInlineSnapshot(`
      {
        "code": 1,
        "stderr": "",
        "stdout": "error probabilities-as-logits  proved
        src/train.ts:6:48
        5 │   const probs = head(x)
          │                 ─────── \`head\` returns it here
        6 │   return tf.losses.softmaxCrossEntropy(labels, probs)
          │                                                ─────
          │                                        \`probs\` holds a distribution, but \`tf.losses.softmaxCrossEntropy\` expects logits.
        src/model.js:5:41
        5 │ export const head = (x: tf.Tensor2D) => tf.softmax(net.predict(x) as tf.Tensor2D)
          │                                         ───────────────────────────────────────── \`softmax\` applied here
        why   It applies softmax itself, so the loss cannot fall below 1.4612 = ln(1 + 9/e) with 10 classes, and gradients shrink.
        do    Pass the raw scores, as they are before \`softmax\`.
        fix   Leave out the activation: \`tf.softmax(net.predict(x) as tf.Tensor2D)\` becomes \`net.predict(x) as tf.Tensor2D\` [unsafe]

      1 loss call in 3 files: 0 clean, 1 finding · 1 fixable with --fix --unsafe-fixes
      ",
      }
    `)
  })

  it('prints a line a finding when its output is no terminal', () => {
    expect(cli(tree(mixed), ['--unknown'])).toMatchInlineSnapshot(`
      {
        "code": 1,
        "stderr": "",
        "stdout": "broken.ts: problem does not parse: Argument expression expected. (line 3, column 1); the rest of the file was checked
      bounded.ts:5:90: warning bounded-logits \`net.predict(x) as tf.Tensor2D\` is confined to [0, ∞) by \`relu\`, but the loss expects logits. Leave out \`relu\` on the last layer: the loss brings its own activation.
      broken.ts:2:34: error probabilities-as-logits \`tf.softmax(\` holds a distribution, but \`tf.losses.softmaxCrossEntropy\` expects logits. Pass the raw scores, as they are before \`softmax\`.
      src/train.ts:6:48: error probabilities-as-logits \`probs\` holds a distribution, but \`tf.losses.softmaxCrossEntropy\` expects logits. Pass the raw scores, as they are before \`softmax\`.
      opaque.ts:4:41: unknown @tensorflow/tfjs#losses.softmaxCrossEntropy it comes from \`elsewhere.load\`, of which no contract tells what it gives (opaque.ts:4:74)
      5 loss calls in 7 files: 1 clean, 3 findings, 1 not understood · 2 fixable with --fix --unsafe-fixes · 1 problem
      ",
      }
    `)
  })

  it('is the default command, and "." the default path', () => {
    const cwd = tree(mixed)
    const all = cli(cwd, [])
    expect(cli(cwd, ['check'])).toEqual(all)
    expect(cli(cwd, ['check', '.'])).toEqual(all)
    expect(cli(cwd, ['-f', 'concise', 'check', '.'])).toEqual(all)
    expect(cli(cwd, [cwd])).toEqual(all)
  })

  it('finds the same from a folder within', () => {
    const cwd = tree({ 'src/model/model.js': model, 'src/train.ts': double.replace('./model', './model/model'), 'a.ts': right })
    const summary = '2 loss calls in 3 files: 1 clean, 1 finding · 1 fixable with --fix --unsafe-fixes\n'
    for (const folder of ['.', 'src', 'src/model'])
      expect(cli(join(cwd, folder), [relative(join(cwd, folder), cwd) || '.']).stdout).toContain(summary)
    const called = 'import * as tf from "@tensorflow/tfjs"\nexport const f = (y, p) => tf.losses.softmaxCrossEntropy(y, p)\n'
    const calling = 'import * as tf from "@tensorflow/tfjs"\nimport { f } from "./lib/f.js"\nf(y, tf.softmax(x))\n'
    const calls = tree({ 'lib/f.js': called, 'main.js': calling })
    expect(cli(join(calls, 'lib'), ['..']).stdout).toMatch(/^f\.js:2:61: error probabilities-as-logits /)
  })

  it.each(formats)('writes %s to the byte alike, whatever the order of the paths', (format) => {
    const cwd = tree(mixed)
    const once = cli(cwd, ['-f', format, '.'])
    expect(cli(cwd, ['-f', format, 'right.ts', 'src', 'opaque.ts', 'bounded.ts', 'broken.ts', 'plain.ts', 'src/train.ts'])).toEqual(once)
    expect(cli(cwd, ['-f', format, 'src/train.ts', 'plain.ts', '.', 'broken.ts'])).toEqual(once)
  })

  it.each(formats)('colours %s only where it is for people', (format) => {
    const cwd = tree({ 'a.ts': right })
    expect(cli(cwd, ['-f', format, '--color']).stdout.includes('\u001b[')).toBe(format === 'pretty')
    expect(cli(cwd, ['-f', format], { env: { FORCE_COLOR: '1' } }).stdout.includes('\u001b[')).toBe(format === 'pretty')
    expect(cli(cwd, ['-f', format, '--no-color'], { env: { FORCE_COLOR: '1' } }).stdout).not.toContain('\u001b[')
  })

  it('annotates in GitHub Actions', () => {
    const { stdout } = cli(tree({ 'src/train.ts': double, 'src/model.js': model }), [], { env: { GITHUB_ACTIONS: 'true' } })
    expect(stdout).toMatch(/^::error file=src\/train\.ts,line=6,endLine=6,col=48,endColumn=53,title=ce-lint\(probabilities-as-logits\)::/)
  })

  it('says so when all is well', () => {
    expect(cli(tree({ 'a.ts': right }), [])).toEqual({ code: 0, stdout: '1 loss call in 1 file: 1 clean\n', stderr: '' })
  })

  it('writes to a file, and then only the closing line to standard error', () => {
    const cwd = tree({ 'a.ts': right })
    expect(cli(cwd, ['-f', 'json', '-o', 'out/report.json'])).toEqual({ code: 0, stdout: '', stderr: '1 loss call in 1 file: 1 clean\n' })
    expect(readFileSync(join(cwd, 'out/report.json'), 'utf8')).toBe(cli(cwd, ['-f', 'json']).stdout)
  })
})

describe('what is linted', () => {
  it('goes on after a file that does not parse, and fails for it only when strict', () => {
    const cwd = tree({ 'broken.ts': broken, 'right.ts': right })
    const { code, stdout } = cli(cwd, ['--only', 'bounded-logits'])
    expect(stdout).toMatch(/^broken\.ts: problem does not parse: /)
    expect(code).toBe(0)
    expect(cli(cwd, ['--only', 'bounded-logits', '--strict'])).toMatchObject({ code: 2, stdout })
  })

  it('goes on after a path that does not exist', () => {
    const cwd = tree({ 'a.ts': right })
    const stdout = '1 loss call in 1 file: 1 clean\n'
    expect(cli(cwd, ['nope', 'a.ts'])).toEqual({ code: 2, stdout, stderr: 'ce-lint: no file or folder is named "nope"\n' })
    expect(cli(cwd, ['a.ts', 'src/**/*.ts'])).toEqual({
      code: 2,
      stdout,
      stderr: 'ce-lint: no file or folder is named "src/**/*.ts"; patterns go under "files" in the config\n',
    })
    expect(cli(cwd, ['nope', 'a.ts', '--no-error-on-unmatched-pattern']).code).toBe(0)
    expect(cli(cwd, ['explian', 'a.ts'])).toEqual({
      code: 2,
      stdout,
      stderr: 'ce-lint: no file or folder is named "explian"; the nearest command is "explain"\n',
    })
  })

  it('fails when there is nothing to lint', () => {
    const text = tree({ 'a.txt': '', 'a.ts': right })
    expect(cli(text, ['a.txt'])).toMatchObject({ code: 2, stdout: expect.stringContaining('\n0 loss calls in 0 files · 1 problem\n') })
    expect(cli(text, ['a.txt', '--no-error-on-unmatched-pattern']).code).toBe(0)
    expect(cli(text, ['a.txt', 'a.ts']).code).toBe(0)
    expect(cli(tree({ 'readme.md': '' }), [])).toEqual({
      code: 2,
      stdout: '0 loss calls in 0 files\n',
      stderr: 'ce-lint: no source files in "." that are not ignored\n',
    })
  })

  it('respects .gitignore', () => {
    const cwd = tree({ '.gitignore': 'src', 'src/train.ts': double, 'src/model.js': model, 'a.ts': right })
    expect(cli(cwd, [])).toEqual({ code: 0, stdout: '1 loss call in 1 file: 1 clean\n', stderr: '' })
    expect(cli(cwd, ['src/train.ts']).code).toBe(1)
  })

  it('may come on standard input, with imports as from the file that it stands for', () => {
    const cwd = tree({ 'src/model.js': model })
    const { code, stdout } = cli(cwd, ['--stdin', '--stdin-filename', 'src/train.ts'], { input: double })
    expect(stdout).toMatch(/^src\/train\.ts:6:48: error probabilities-as-logits /)
    expect(code).toBe(1)
    expect(cli(cwd, ['-', '--stdin-filename', 'src/train.ts'], { input: double })).toEqual({ code, stdout, stderr: '' })
    const unnamed = cli(cwd, ['-'], { input: 'import torch.nn.functional as F\ndef f(x, y):\n    return F.cross_entropy(x, y)\n' })
    expect(unnamed.stderr).toBe('ce-lint: standard input was read as TypeScript: --stdin-filename says what it is, such as train.py\n')
    const page = `<p>\n<script type="module">\n${double}</script>`
    expect(cli(cwd, ['-', '--stdin-filename', 'src/page.html'], { input: page }).stdout).toMatch(
      /^src\/page\.html:8:48: error probabilities-as-logits /,
    )
    const other = cli(cwd, ['-', '--stdin-filename', 'train.txt'], { input: double }).stdout
    expect(other).toContain(`train.txt: problem ${noSource}`)
    expect(cli(cwd, ['-'], { input: double }).stdout).toBe('1 loss call in 1 file: 0 clean, 1 not understood\n')
    expect(cli(cwd, ['-'], { input: 'const a = 1' })).toEqual({ code: 0, stdout: '0 loss calls in 1 file\n', stderr: '' })
  })
})

describe('levels', () => {
  const faulty = { 'src/train.ts': double, 'src/model.js': model }

  it('end in 0 or 1', () => {
    const errors = tree(faulty)
    const warnings = tree({ 'a.ts': bounded, 'b.ts': bounded })
    expect(cli(errors, []).code).toBe(1)
    expect(cli(errors, ['--exit-zero']).code).toBe(0)
    expect(cli(errors, ['--rule', 'probabilities-as-logits:warning']).code).toBe(0)
    expect(cli(warnings, []).code).toBe(0)
    expect(cli(warnings, ['--max-warnings', '2']).code).toBe(0)
    expect(cli(warnings, ['--max-warnings', '1'])).toMatchObject({ code: 1, stderr: 'ce-lint: 2 warnings, at most 1 allowed\n' })
    const one = cli(tree({ 'a.ts': bounded }), ['--max-warnings', '0'])
    expect(one).toMatchObject({ code: 1, stderr: 'ce-lint: 1 warning, at most 0 allowed\n' })
    expect(cli(warnings, ['--rule', 'bounded-logits:error']).code).toBe(1)
  })

  it('--quiet hides what is no error, and says so', () => {
    const { code, stdout } = cli(tree({ 'a.ts': bounded }), ['--quiet', '--max-warnings', '0'])
    expect(stdout).toBe('1 loss call in 1 file: 0 clean, 1 finding · 1 below error not shown\n')
    expect(code).toBe(1)
  })

  it.each([
    [['--skip', 'probabilities-as-logits']],
    [['--only', 'bounded-logits,swapped-arguments']],
    [['--rule', 'probabilities-as-logits:off']],
  ])('%o leaves a rule out', (args) => {
    expect(cli(tree(faulty), args)).toMatchObject({ code: 0, stdout: expect.not.stringContaining('probabilities-as-logits') })
  })

  it('come from the config, and from the command line before it', () => {
    const cwd = tree({ ...faulty, 'ce-lint.config.ts': "export default { rules: { 'probabilities-as-logits': 'warning' } as const }" })
    expect(cli(cwd, []).stdout).toMatch(/: warning probabilities-as-logits /)
    expect(cli(join(cwd, 'src'), []).stdout).toMatch(/^train\.ts:6:48: warning probabilities-as-logits /)
    expect(cli(cwd, ['--rule', 'probabilities-as-logits:info']).stdout).toMatch(/: info probabilities-as-logits /)
    expect(cli(cwd, ['--no-config-lookup']).stdout).toMatch(/: error probabilities-as-logits /)
  })
})
