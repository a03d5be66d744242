import { expect, test } from 'vitest'
import { lint } from '../../src/lint.js'

/** A wrapper around a loss that many files call, each with a tensor or a model of its own. */
const wrapper = {
  path: 'shared/losses.ts',
  text: `import * as tf from '@tensorflow/tfjs'
export function classLoss(y: tf.Tensor, scores: tf.Tensor) {
  return tf.losses.softmaxCrossEntropy(y, scores)
}
`,
}
const barrel = { path: 'shared/index.ts', text: "export * from './losses'\n" }

function caller(index: number, argument: string) {
  const text = `import * as tf from '@tensorflow/tfjs'
import { classLoss } from '../shared'
export const run = (x: tf.Tensor, y: tf.Tensor) => classLoss(y, ${argument})
`
  return { path: `tasks/task${index}.ts`, text }
}

function verdict(count: number, argument: (index: number) => string) {
  const files = [wrapper, barrel, ...Array.from({ length: count }, (_, index) => caller(index, argument(index)))]
  const { uses, findings } = lint({ files })
  return { uses: uses.map(({ verdict, reason }) => reason ?? verdict), findings }
}

const scores = (index: number) => `tf.layers.dense({ units: ${2 + index} }).apply(x)`

test('hundreds of callers that are right leave it clean', () => {
  expect(verdict(300, scores)).toEqual({ uses: ['clean'], findings: [] })
})

test('when all callers are wrong, that is proved', () => {
  const { findings } = verdict(300, (index) => `tf.softmax(${scores(index)})`)
  expect(findings).toMatchObject([{ rule: 'probabilities-as-logits', certainty: 'proved' }])
})

test('when one is wrong, that is likely, and the finding names the caller', () => {
  const { findings } = verdict(300, (index) => (index === 200 ? `tf.softmax(${scores(index)})` : scores(index)))
  expect(findings).toMatchObject([{ rule: 'probabilities-as-logits', certainty: 'likely' }])
  expect(findings[0]!.related.map(({ at }) => at.file)).toContain('tasks/task200.ts')
})

test('callers that are not understood do not hide it', () => {
  const { findings } = verdict(300, (index) => (index === 200 ? `tf.softmax(${scores(index)})` : `something${index}()`))
  expect(findings).toMatchObject([{ rule: 'probabilities-as-logits', certainty: 'likely' }])
})
