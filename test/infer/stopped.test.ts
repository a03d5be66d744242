import { expect, test } from 'vitest'
import { defaultConfig } from '../../src/config/config.js'
import { lint } from '../../src/lint.js'

/** Loss calls that are not understood: what stopped the search first, where, and what the user can do about it. */
const programs: Record<string, { program: string; told: string }> = {
  'a loaded model': {
    program: `const model = await tf.loadLayersModel('file://model.json')
const out = model.predict(x)
tf.losses.softmaxCrossEntropy(y, out)`,
    told: "the model or layer comes from `loadLayersModel`, and no source shows what it gives @ tf.loadLayersModel('file://model.json')",
  },
  'a parameter of an exported function that nothing calls': {
    program: 'export function train(m: tf.LayersModel) { return tf.losses.softmaxCrossEntropy(y, m.predict(x)) }',
    told: 'it is parameter `m` of function `train`, which nothing here calls @ m: tf.LayersModel > Lint the files that call `train` in the same run.',
  },
  'a parameter of a function that no file can call': {
    program: 'function train(out) { return tf.losses.softmaxCrossEntropy(y, tf.reshape(out, [2, 2])) }',
    told: 'it is parameter `out` of function `train`, which nothing here calls @ out',
  },
  'a parameter of a function without a name': {
    program: 'app.on((out) => tf.losses.softmaxCrossEntropy(y, out))',
    told: 'it is parameter `out` of a function without a name, which nothing here calls @ out',
  },
  'a tensor of which only the type is known': {
    program: 'function train(out: tf.Tensor) { return tf.losses.softmaxCrossEntropy(y, out) }',
    told: 'it is parameter `out` of function `train`, which nothing here calls @ out: tf.Tensor',
  },
  'a function of another package': {
    program: `import { head } from 'elsewhere'
const step = () => head(x)
tf.losses.softmaxCrossEntropy(y, step())`,
    told: 'it comes from `elsewhere.head`, of which no contract tells what it gives @ head(x) > Declare what `elsewhere#head` gives, under "contracts" in the configuration.',
  },
  'an object of another package': {
    program: `import { Net } from 'elsewhere'
const net = new Net()
tf.losses.softmaxCrossEntropy(y, net.forward(x))`,
    told: '`.forward` of a `Net` is not followed @ net.forward',
  },
  'one of two branches': {
    program: "tf.losses.softmaxCrossEntropy(y, flag ? tf.layers.dense({ units: 3 }).apply(x) : JSON.parse('[]'))",
    told: "what `JSON.parse` returns is not known @ JSON.parse('[]')",
  },
  'a value that is made from itself': {
    program: 'class Net { out = this.out; step() { tf.losses.softmaxCrossEntropy(y, this.out) } }',
    told: 'it is made only from itself, in a loop or a recursion that starts from nothing',
  },
  'a kind that only some ways lead to': {
    program: 'tf.losses.softmaxCrossEntropy(y, flag ? tf.softmax(x) : x)',
    told: 'it may be probabilities-as-logits, but only some of the ways to this call lead there',
  },
  'an option that leads nowhere': {
    program:
      "const model = tf.sequential({ layers: [tf.layers.dense({ units: 2, activation: 'sofmax' })] })\nmodel.compile({ loss: tf.losses.softmaxCrossEntropy })",
    told: "@tensorflow/tfjs knows no activation `sofmax` @ tf.layers.dense({ units: 2, activation: 'sofmax' })",
  },
}

test.each(Object.entries(programs))('%s', (_, { program, told }) => {
  expect(whyUnknown(program)).toEqual([told])
})

test('a place in another file', () => {
  const files = [
    { path: 'model.ts', text: "import * as tf from '@tensorflow/tfjs'\nexport const load = () => tf.loadLayersModel('m')\n" },
    {
      path: 'train.ts',
      text: "import * as tf from '@tensorflow/tfjs'\nimport { load } from './model'\nconst model = await load()\ntf.losses.softmaxCrossEntropy(y, model.predict(x))\n",
    },
  ]
  expect(lint({ files }).uses).toMatchObject([{ verdict: 'unknown', stoppedAt: { file: 'model.ts', line: 2, column: 27 } }])
})

test('what the remedy says helps', () => {
  const program = "import { head } from 'elsewhere'\ntf.losses.softmaxCrossEntropy(y, head(x))"
  expect(whyUnknown(program)).toHaveLength(1)
  const contract = {
    id: 'elsewhere#head',
    package: 'elsewhere',
    name: 'head',
    takes: [],
    gives: 'logits',
    source: 'configuration',
  } as const
  expect(whyUnknown(program, [contract])).toEqual([])
})

type Contracts = NonNullable<Parameters<typeof lint>[0]['config']>['contracts']

function whyUnknown(program: string, contracts: Contracts = []): string[] {
  const text = `import * as tf from '@tensorflow/tfjs'\n${program}\n`
  const { uses } = lint({ files: [{ path: 'main.ts', text }], config: { ...defaultConfig, contracts } })
  return uses.flatMap(({ verdict, reason, stoppedAt, remedy }) => {
    if (verdict !== 'unknown') return []
    const at = stoppedAt && text.split('\n')[stoppedAt.line - 1]!.slice(stoppedAt.column - 1, stoppedAt.endColumn - 1)
    return [`${reason}${at === undefined ? '' : ` @ ${at}`}${remedy === undefined ? '' : ` > ${remedy}`}`]
  })
}
