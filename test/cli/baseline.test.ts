import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tree } from '../scan/tree.js'
import { cli } from './cli.js'
import { bounded, broken, double, model, right } from './programs.js'

const name = 'ce-lint-suppressions.json'
const files = { 'src/train.ts': double, 'src/model.js': model, 'src/bounded.ts': bounded }
const written = `{
  "version": 1,
  "suppressions": [
    { "file": "src/bounded.ts", "rule": "bounded-logits", "within": "loss", "callee": "@tensorflow/tfjs#losses.softmaxCrossEntropy", "ordinal": 0 },
    { "file": "src/train.ts", "rule": "probabilities-as-logits", "within": "step", "callee": "@tensorflow/tfjs#losses.softmaxCrossEntropy", "ordinal": 0 }
  ]
}
`
const read = (root: string, file = name) => readFileSync(join(root, file), 'utf8')

describe('the baseline', () => {
  it('is written and used', () => {
    const root = tree(files)
    expect(cli(root, ['--suppress-all'])).toEqual({
      code: 0,
      stderr: `ce-lint: 2 suppressions added to ${name}, which now holds 2\n`,
      stdout: '2 loss calls in 3 files: 0 clean · 2 suppressed\n',
    })
    expect(read(root)).toBe(written)
    expect(cli(root, ['--max-warnings', '0'])).toMatchObject({ code: 0, stderr: '' })
  })

  it('leaves what is new', () => {
    const root = tree({ ...files, 'src/new.ts': double, [name]: written })
    const { code, stdout } = cli(root, [])
    expect(code).toBe(1)
    expect(stdout).toMatch(
      /^src\/new\.ts:6:48: error .*\n3 loss calls in 4 files: 0 clean, 1 finding · 1 fixable with --fix --unsafe-fixes · 2 suppressed\n$/,
    )
  })

  it('fails the run when it holds what is no longer needed', () => {
    const root = tree({ ...files, 'src/train.ts': right, [name]: written })
    const unpruned = cli(root, [])
    expect(unpruned.code).toBe(2)
    expect(unpruned.stderr).toBe(`ce-lint: 1 suppression in ${name} is no longer needed: run "ce-lint --prune-suppressions"\n`)
    expect(unpruned.stdout).toBe('2 loss calls in 3 files: 1 clean · 1 suppressed · 1 suppression no longer needed\n')
    expect(cli(root, ['--exit-zero']).code).toBe(2)
    expect(cli(root, ['--pass-on-unpruned-suppressions'])).toEqual({ ...unpruned, code: 0 })
    expect(cli(root, ['src/train.ts'])).toMatchObject({ code: 0, stderr: '' })
  })

  it('is pruned of what was mended and of files that are gone', () => {
    const root = tree({ ...files, 'src/train.ts': right, [name]: written })
    expect(cli(root, ['--prune-suppressions'])).toEqual({
      code: 0,
      stderr: `ce-lint: 1 suppression removed from ${name}, which now holds 1\n`,
      stdout: '2 loss calls in 3 files: 1 clean · 1 suppressed\n',
    })
    expect(read(root)).toBe(written.replace(/,\n.*train.*\n/, '\n'))
    rmSync(join(root, 'src/bounded.ts'))
    expect(cli(root, ['--prune-suppressions'])).toMatchObject({ code: 0, stderr: expect.stringContaining('1 suppression removed') })
    expect(JSON.parse(read(root))).toEqual({ version: 1, suppressions: [] })
  })

  it('loses nothing when it is written again, or in part, while it is in use', () => {
    const root = tree({ ...files, [name]: written })
    expect(cli(root, ['--suppress-all']).stderr).toBe('ce-lint: there is nothing more to suppress\n')
    expect(cli(root, ['--suppress-all', 'src/model.js', '--only', 'swapped-arguments']).code).toBe(0)
    expect(read(root)).toBe(written)
    rmSync(join(root, name))
    expect(cli(root, ['--suppress-rule', 'bounded-logits'])).toMatchObject({ code: 1, stderr: expect.stringContaining('holds 1') })
    expect(cli(root, ['--suppress-rule', 'probabilities-as-logits']).code).toBe(0)
    expect(read(root)).toBe(written)
  })

  it('is found from a folder within, and names files from its own', () => {
    const root = tree({ ...files, [name]: written })
    expect(cli(join(root, 'src'), ['train.ts'])).toMatchObject({ code: 0, stdout: expect.stringContaining('1 suppressed') })
    writeFileSync(join(root, 'src/more.ts'), double)
    expect(cli(join(root, 'src'), ['--suppress-all']).stderr).toContain(`1 suppression added to ${join('..', name)}`)
    expect(read(root)).toContain('"file": "src/more.ts"')
    expect(existsSync(join(root, 'src', name))).toBe(false)
    mkdirSync(join(root, 'src/.git'))
    expect(cli(join(root, 'src'), []).code).toBe(1)
  })

  it('is where it is said to be', () => {
    const root = tree({ ...files, 'ci/x': '' })
    expect(cli(root, ['--suppress-all', '--suppressions-location', 'ci']).code).toBe(0)
    expect(read(root, `ci/${name}`)).toContain('"file": "../src/train.ts"')
    expect(cli(root, ['--suppressions-location', `ci/${name}`]).code).toBe(0)
    expect(cli(root, []).code).toBe(1)
    expect(cli(root, ['--suppressions-location', 'ci/other.json'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('no baseline at ci/other.json'),
    })
  })

  it('keeps entries of files that cannot be read, and hides no other finding in them', () => {
    const root = tree({ ...files, 'src/train.ts': broken, [name]: written })
    const { code, stdout } = cli(root, ['--prune-suppressions'])
    expect(stdout).toContain('src/train.ts: problem does not parse')
    expect(code).not.toBe(2)
    expect(read(root)).toBe(written)
    writeFileSync(join(root, 'src/train.ts'), Buffer.from([0, ...Buffer.from(double)]))
    expect(cli(root, []).stderr).toBe('')
    expect(cli(root, ['--ignore-pattern', 'train.ts']).stderr).toBe('')
  })

  it('keeps findings of notebooks whose cells have moved, and tells the cell of a fix that was not taken', () => {
    const notebook = (...cells: string[]) => JSON.stringify({ nbformat: 4, cells: cells.map((source) => ({ cell_type: 'code', source })) })
    const net = 'import torch.nn as nn\nimport torch.nn.functional as F\nmodel = nn.Sequential(nn.Linear(4, 3), nn.Softmax(dim=1))'
    const loss = 'loss = nn.CrossEntropyLoss()(model(x), y)'
    const root = tree({ 'a.ipynb': notebook(net, loss) })
    cli(root, ['--suppress-all'])
    writeFileSync(join(root, 'a.ipynb'), notebook('%pip install torch', net, '# another', `\n${loss}\nmore = F.nll_loss(model(x), y)`))
    const { code, stdout, stderr } = cli(root, ['--fix', '--unsafe-fixes'])
    expect(code).toBe(1)
    expect(stdout).toMatch(/^a\.ipynb:cell 4:3:19: error probabilities-as-log-probabilities .*\n2 loss calls .* · 1 suppressed\n$/)
    expect(stderr).toMatch(/^ce-lint: a\.ipynb:cell 4:3:19: probabilities-as-log-probabilities was not fixed by "/)
  })

  it('is told of where no file is left that may hold a loss', () => {
    const root = tree({ 'src/train.ts': 'export {}\n', [name]: written })
    expect(cli(root, [])).toMatchObject({ code: 2, stdout: '0 loss calls in 1 file · 2 suppressions no longer needed\n' })
  })

  it('is in SARIF as what it is', () => {
    const [run] = JSON.parse(cli(tree({ ...files, [name]: written }), ['-f', 'sarif']).stdout).runs
    expect(run.results.map(({ suppressions }: { suppressions: object }) => suppressions)).toEqual([
      [{ kind: 'external' }],
      [{ kind: 'external' }],
    ])
  })

  it.each<[string, string, RegExp]>([
    ['no JSON', '{ "version": 1,', /is no JSON: /],
    ['marks of a conflict', written.replace('\n  ]', '\n<<<<<<< HEAD\n=======\n>>>>>>> b\n  ]'), /marks of a merge conflict in line 6/],
    ['a misspelt key', written.replace('"rule"', '"rules"'), /suppressions\[0\]\.rules: there is no such key; the nearest is `rule`/],
    ['a key too few', written.replace(', "ordinal": 0', ''), /suppressions\[0\]\.ordinal: this key is required/],
    ['a later version', written.replace('"version": 1', '"version": 2'), /version: expected 1, found `2`/],
    ['a list', '[]', /expected an object/],
  ])('that holds %s ends the run with its name', (_, text, message) => {
    const root = tree({ ...files, [name]: text })
    const { code, stdout, stderr } = cli(root, [])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(join(root, name))
    expect(stderr).toMatch(message)
  })

  it.each<[string[], RegExp]>([
    [['--suppress-all', '--prune-suppressions'], /--suppress-all and --prune-suppressions cannot be used in one run/],
    [['--suppress-rule', 'bounded-logit'], /--suppress-rule: no rule is named "bounded-logit"; the nearest is "bounded-logits"/],
    [['--prune-suppressions'], /there is no baseline at ce-lint-suppressions.json/],
    [['--suppress-all', '--stdin'], /--suppress-all and standard input do not go together/],
  ])('%j is refused', (args, message) => {
    expect(cli(tree(files), args)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(message) })
  })

  it('is not judged by what a part of the project shows of its calls', () => {
    const called = `import * as tf from '@tensorflow/tfjs'
export const step = (labels: tf.Tensor2D, scores: tf.Tensor2D) => tf.losses.softmaxCrossEntropy(labels, scores)
`
    const calling = (scores: string) => `import * as tf from '@tensorflow/tfjs'
import { step } from './lib/step.js'
export const train = (x: tf.Tensor2D, w: tf.Tensor2D, y: tf.Tensor2D) => step(y, ${scores})
`
    const root = tree({ 'src/lib/step.ts': called, 'src/train.ts': calling('tf.softmax(x.matMul(w))') })
    expect(cli(root, ['--suppress-all']).stderr).toContain('1 suppression added')
    const entry = read(root)
    expect(cli(root, ['src/lib'])).toMatchObject({ code: 0, stderr: '' })
    expect(cli(join(root, 'src/lib'), [])).toMatchObject({ code: 0, stderr: '' })
    expect(cli(root, ['--prune-suppressions', 'src/lib']).stderr).toBe('ce-lint: there is nothing to prune\n')
    expect(read(root)).toBe(entry)
    writeFileSync(join(root, 'src/train.ts'), calling('x.matMul(w)'))
    expect(cli(root, ['src/lib'])).toMatchObject({ code: 2, stdout: expect.stringContaining('1 suppression no longer needed') })
    expect(cli(root, ['--prune-suppressions', 'src/lib']).stderr).toContain('1 suppression removed')
  })

  it('is not pruned by what single files show', () => {
    const root = tree({ ...files, [name]: written })
    expect(cli(root, ['--prune-suppressions', 'src/train.ts'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('needs a folder'),
    })
  })
})
