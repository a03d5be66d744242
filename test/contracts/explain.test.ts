import { describe, expect, it } from 'vitest'
import { isLoss } from '../../src/contracts/contract.js'
import { explainContract, explainKind } from '../../src/contracts/explain.js'
import { allContracts, findContract } from '../../src/contracts/index.js'
import { samplesOf } from '../../src/contracts/samples.js'
import { kinds } from '../../src/kinds.js'
import { batch, tf } from './tf.js'

const losses = allContracts().filter(isLoss)

describe('explainContract', () => {
  it.each([
    'tf.losses.softmaxCrossEntropy',
    'categoricalCrossentropy',
    'torch.nn.NLLLoss',
    'handwritten.cross-entropy',
    'F.kl_div',
    'keras.losses.SparseCategoricalCrossentropy',
    'keras.losses.binary_crossentropy(from_logits=True)',
    "compile(loss='categorical_crossentropy')",
    'tf.nn.softmax_cross_entropy_with_logits',
    'keras.layers.LSTM',
    'tf.layers.dense',
    'tf.relu',
    'tf.reshape',
  ])('%s', (name) => expect(explainContract(findContract(name)!)).toMatchSnapshot())

  it.each(losses.map((each) => [each.id, each] as const))('%s: every argument, a right and a wrong call', (_, loss) => {
    const page = explainContract(loss)
    for (const { name } of loss.takes) expect(page).toContain(`\`${name}\``)
    expect(page).toMatch(/\n## Right\n\n```(js|py)\n/)
    expect(page).toMatch(/\n## Wrong: .+\n\n```(js|py)\n/)
    expect(page).not.toMatch(/undefined|null \||\n\n\n/)
    expect(page).toContain(`Source: ${loss.source}.`)
  })

  it.each(losses.filter((each) => each.package === '@tensorflow/tfjs' || each.formula).map((each) => [each.id, each] as const))(
    '%s: the samples run',
    (_, loss) => {
      const { right, wrong } = samplesOf(loss)!
      for (const sample of [right, wrong]) {
        const model = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3] })] })
        const run = new Function(
          'tf',
          'labels',
          'logits',
          'model',
          'units',
          `return ${sample.includes('\n') ? `[${sample.replaceAll('\n', ',')}]` : sample}`,
        )
        expect(() => run(tf, tf.tensor2d(batch.oneHot), tf.tensor2d(batch.logits), model, 3)).not.toThrow()
      }
    },
  )
})

describe('explainKind', () => {
  it('distribution', () => expect(explainKind('distribution')).toMatchSnapshot())

  it.each(kinds)('%s: how it is told, and who wants it', (kind) => {
    const page = explainKind(kind)
    expect(page).toMatch(new RegExp(`^# ${kind}\n`))
    for (const part of ['source proves it when', 'numbers refute it when', 'numbers support it when', 'Example: '])
      expect(page).toContain(part)
    for (const loss of losses) if (loss.takes.some((each) => each.wants.includes(kind))) expect(page).toContain(loss.name.split('.').at(-1))
  })
})
