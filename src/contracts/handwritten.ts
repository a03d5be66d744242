import type { Kind } from '../kinds.js'
import { type Contract, call } from './contract.js'
import type { Framework } from './framework.js'
import { prediction, target } from './parameters.js'

const pkg = 'handwritten'
const source = 'ce-lint, the definition of cross-entropy'

const written = (text: string) => ({ of: '@tensorflow/tfjs', text })

const formula = (name: string, wanted: { target: Kind; prediction: readonly Kind[] }, facts: Partial<Contract>): Contract =>
  call(pkg, name, {
    takes: [target('target', wanted.target), prediction('prediction', ...wanted.prediction)],
    broadcasts: true,
    reduction: 'mean',
    source,
    ...facts,
  })

/** Losses that a project writes out in a library's operations. */
const losses: readonly Contract[] = [
  formula(
    'cross-entropy',
    { target: 'distribution', prediction: ['distribution'] },
    {
      applies: 'log',
      axis: -1,
      formula: written('tf.mul(TARGET, tf.log(PREDICTION)).sum(-1).mean().neg()'),
    },
  ),
  formula(
    'softmax-cross-entropy',
    { target: 'distribution', prediction: ['logits'] },
    {
      applies: 'softmax',
      axis: -1,
      formula: written('tf.mul(TARGET, tf.logSoftmax(PREDICTION)).sum(-1).mean().neg()'),
    },
  ),
  formula(
    'binary-cross-entropy',
    { target: 'probabilities', prediction: ['probabilities'] },
    {
      applies: 'log',
      axis: 'elementwise',
      formula: written('tf.mul(TARGET, tf.log(PREDICTION)).add(tf.sub(1, TARGET).mul(tf.log(tf.sub(1, PREDICTION)))).mean().neg()'),
    },
  ),
  formula(
    'sigmoid-cross-entropy',
    { target: 'probabilities', prediction: ['logits'] },
    {
      applies: 'sigmoid',
      axis: 'elementwise',
      formula: written(
        'tf.mul(TARGET, tf.logSigmoid(PREDICTION)).add(tf.sub(1, TARGET).mul(tf.logSigmoid(PREDICTION.neg()))).mean().neg()',
      ),
    },
  ),
]

/** Formulas are no library's own: their terms are whatever operations the frameworks say compute logarithms, products and sums. */
export const handwritten: Framework = {
  package: pkg,
  imports: [],
  globals: [],
  shorthand: pkg,
  types: {},
  activations: {},
  lossNames: {},
  entries: losses,
}
