import { describe, expect, it } from 'vitest'
import { parseTarget } from '../../src/cli/trace.js'
import { tree } from '../scan/tree.js'
import { cli } from './cli.js'

const program = {
  'model.ts': `import * as tf from '@tensorflow/tfjs'
export const net = tf.sequential()
net.add(tf.layers.dense({ units: 3, activation: 'softmax' }))
`,
  'train.ts': `import * as tf from '@tensorflow/tfjs'
import { net } from './model'
export function step(x: tf.Tensor, y: tf.Tensor, hot: boolean) {
  const out = net.predict(x) as tf.Tensor
  tf.losses.softmaxCrossEntropy(y, out)
  const scores = tf.layers.dense({ units: 4 }).apply(x)
  return tf.losses.softmaxCrossEntropy(y, hot ? scores : await tf.loadLayersModel('m').predict(x))
}
`,
  'plain.ts': 'export const one = 1\n',
}

const trace = (...args: string[]) => cli(tree(program), ['--trace', ...args])

describe('--trace', () => {
  it('goes from the argument of a loss back to where its kind was made', () => {
    expect(trace('train.ts:5')).toMatchInlineSnapshot(`
      {
        "code": 1,
        "stderr": "",
        "stdout": "train.ts:5:3  tf.losses.softmaxCrossEntropy
        finding  probabilities-as-logits (error, proved): the rule fired
          \`out\` holds a distribution, but \`tf.losses.softmaxCrossEntropy\` expects logits.

        prediction  out
          train.ts:5:36  out             distribution (proved), 3 classes
          train.ts:4:9   out             distribution (proved), 3 classes
          train.ts:4:15  net.predict(x)  distribution (proved), 3 classes
            from
              train.ts:2:10  net                                           model of 1 layer
              model.ts:3:1   net.add(tf.layers.dense({ units: 3, activat…  model of 1 layer
              model.ts:2:20  tf.sequential()                               model of 0 layers  ← made here
            from
              model.ts:3:9  tf.layers.dense({ units: 3, activation: 'so…  \`dense\`  ← made here
            from
              model.ts:3:49  'softmax'  "softmax"  ← made here

        target  y
          train.ts:5:33  y             tensor of no known kind
          train.ts:3:36  y: tf.Tensor  tensor of no known kind: it is parameter \`y\` of function \`step\`, which nothing here calls  ← lost here
      ",
      }
    `)
  })

  it('shows alternatives with their conditions, and where a value was lost', () => {
    expect(trace('train.ts:7:10', '.').stdout).toMatchInlineSnapshot(`
      "train.ts:7:10  tf.losses.softmaxCrossEntropy
        not understood  no rule fired
          the model or layer comes from \`loadLayersModel\`, and no source shows what it gives (train.ts:7:64)

        prediction  hot ? scores : await tf.loadLayersModel('m').predict(x)
          train.ts:7:43  hot ? scores : await tf.loadLayersModel('m'…  one of 2 values: logits (proved), 4 classes; not known
            if hot
              train.ts:6:9   scores                                  logits (proved), 4 classes
              train.ts:6:18  tf.layers.dense({ units: 4 }).apply(x)  logits (proved), 4 classes
              from
              train.ts:6:18  tf.layers.dense({ units: 4 })           \`dense\`  ← made here
            if not hot
              train.ts:7:64  tf.loadLayersModel('m').predict(x)  not known
              from
              train.ts:7:64  tf.loadLayersModel('m')             \`loadLayersModel\`  ← lost here

        target  y
          train.ts:7:40  y             tensor of no known kind
          train.ts:5:33  y             tensor of no known kind
          train.ts:3:36  y: tf.Tensor  tensor of no known kind: it is parameter \`y\` of function \`step\`, which nothing here calls  ← lost here
      "
    `)
  })

  it('names the nearest loss calls when there is none', () => {
    expect(trace('train.ts:2').stdout).toMatchInlineSnapshot(`
      "No loss call is at train.ts:2. The nearest in that file:
        train.ts:5:3  @tensorflow/tfjs#losses.softmaxCrossEntropy
        train.ts:7:10  @tensorflow/tfjs#losses.softmaxCrossEntropy
      "
    `)
    expect(trace('plain.ts:1').stdout).toMatchInlineSnapshot(`
      "No loss call is at plain.ts:1, nor anywhere else in that file.
      "
    `)
  })

  it('gives its steps as data', () => {
    const { stdout, code } = trace('train.ts:5', '-f', 'json')
    const { version, target, uses, nearest } = JSON.parse(stdout)
    expect({ version, target, nearest, code }).toEqual({ version: 1, target: { file: 'train.ts', line: 5 }, nearest: [], code: 1 })
    expect(uses[0]).toMatchObject({ verdict: 'finding', findings: [{ rule: 'probabilities-as-logits' }] })
    expect(
      uses[0].arguments[0].steps.at(-1).ways.map(({ steps }: { steps: { at: { file: string } }[] }) => steps.at(-1)?.at.file),
    ).toContain('model.ts')
  })

  it('keeps the exit code of the run', () => {
    expect(trace('train.ts:2').code).toBe(1)
    expect(trace('train.ts:5', '--exit-zero').code).toBe(0)
  })

  it.each([
    [['train.ts'], 'ce-lint: --trace: expected file:line or file:line:column, counted from 1, found "train.ts"\n'],
    [['train.ts:0'], 'ce-lint: --trace: expected file:line or file:line:column, counted from 1, found "train.ts:0"\n'],
    [['gone.ts:3', '.'], 'ce-lint: --trace: no file is named "gone.ts"\n'],
    [['plain.ts:1', 'train.ts'], 'ce-lint: --trace: plain.ts is not among the files that are linted\n'],
  ])('%j is misuse', (args, stderr) => {
    expect(trace(...args)).toEqual({ code: 2, stdout: '', stderr })
  })

  it.each([
    ['a.ts:12', { file: 'a.ts', line: 12 }],
    ['./src/a.ts:12:5', { file: 'src/a.ts', line: 12, column: 5 }],
    ['/project/src/a.ts:3', { file: 'src/a.ts', line: 3 }],
    ['a:b.ts:12', { file: 'a:b.ts', line: 12 }],
    ['a:12:b.ts:3:4', { file: 'a:12:b.ts', line: 3, column: 4 }],
    ['C:\\src\\a.ts:7', { file: 'C:\\src\\a.ts', line: 7 }],
    ['nb.ipynb:cell 4:3', { file: 'nb.ipynb', cell: 4, line: 3 }],
    ['nb.ipynb:cell 4:3:10', { file: 'nb.ipynb', cell: 4, line: 3, column: 10 }],
  ])('reads %j', (text, target) => {
    expect(parseTarget(text, '/project')).toEqual(target)
  })

  it('takes one loss call of a notebook by its cell, as reports print it', () => {
    const cell = (source: string) => ({ cell_type: 'code', metadata: {}, outputs: [], source })
    const cells = ['import torch.nn.functional as F', 'loss = F.cross_entropy(F.softmax(z, 1), y)', 'loss = F.cross_entropy(z, y)'].map(
      cell,
    )
    const cwd = tree({ 'nb.ipynb': JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells }) })
    const traced = (at: string) => JSON.parse(cli(cwd, ['-f', 'json', '--trace', at]).stdout)
    expect(traced('nb.ipynb:cell 2:1').uses).toMatchObject([{ at: { cell: 2, line: 1 }, verdict: 'finding' }])
    expect(traced('nb.ipynb:cell 1:1')).toMatchObject({ uses: [], nearest: [{ at: { cell: 2 } }, { at: { cell: 3 } }] })
  })

  it('reaches the same verdicts as without', () => {
    const cwd = tree(program)
    const report = JSON.parse(cli(cwd, ['-f', 'json']).stdout)
    for (const { at, verdict } of report.uses) {
      const traced = JSON.parse(cli(cwd, ['-f', 'json', '--trace', `${at.file}:${at.line}:${at.column}`]).stdout)
      expect(traced.uses).toMatchObject([{ at, verdict }])
    }
  })
})
