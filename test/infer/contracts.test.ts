import { expect, test } from 'vitest'
import { defaultConfig } from '../../src/config/config.js'
import { prediction, readContracts, target } from '../../src/contracts/user.js'
import { verdicts } from '../support/verdicts.js'

const takes = [prediction('logits'), target('class-indices')]

/** Verdicts with the contracts that a user states in the configuration. */
function withContracts(entries: Parameters<typeof readContracts>[0], program: string): ReturnType<typeof verdicts> {
  const { contracts, problems } = readContracts(entries)
  expect(problems).toEqual([])
  return verdicts(program, { ...defaultConfig, contracts })
}

test('a function and a method of the project', () => {
  const { found, expected } = withContracts(
    [
      { callee: './src/losses#focalLoss', takes, applies: 'softmax' },
      { callee: { package: './src/trainer', name: 'Trainer.criterion' }, takes, applies: 'softmax' },
    ],
    `
// file: src/losses.ts
export function focalLoss(x: unknown, y: unknown) { return [x, y] }
// file: src/trainer.ts
export class Trainer {
  criterion(x: unknown, y: unknown) { return [x, y] }
}
// file: src/main.ts
import * as tf from '@tensorflow/tfjs'
import { focalLoss as focal } from './losses'
import { Trainer } from './trainer'
const trainer = new Trainer()
export function step(x: tf.Tensor2D, w: tf.Tensor2D, y: tf.Tensor1D) {
  focal(tf.softmax(x.matMul(w)), y) //! probabilities-as-logits
  focal(x.matMul(w), y) //! clean
  trainer.criterion(tf.softmax(x.matMul(w)), y) //! probabilities-as-logits
  return trainer.criterion(x.matMul(w), y) //! clean
}
`,
  )
  expect(found).toEqual(expected)
})

test('a function and a method of a package, and an operation that makes a kind', () => {
  const { found, expected } = withContracts(
    [
      { callee: 'my-losses#focal', takes, applies: 'softmax' },
      { callee: 'my-losses#Criterion.forward', takes, applies: 'softmax' },
      { callee: 'my-losses#Focal', takes: [...takes, { role: 'option', name: 'gamma' }], applies: 'softmax', criterion: 'call' },
      { callee: 'my-losses#makeFocal', takes, applies: 'softmax', criterion: true },
      { callee: 'my-losses#squash', takes: [{ role: 'value', wants: 'logits' }], gives: 'distribution' },
    ],
    `
import { focal, squash, Criterion, Focal, makeFocal } from 'my-losses'
import * as tf from '@tensorflow/tfjs'
const criterion = new Criterion()
export function step(x: tf.Tensor2D, w: tf.Tensor2D, y: tf.Tensor1D) {
  focal(squash(x.matMul(w)), y) //! probabilities-as-logits
  focal(x.matMul(w), y) //! clean
  criterion.forward(squash(x), y) //! probabilities-as-logits
  new Focal(2).call(squash(x), y) //! probabilities-as-logits
  new Focal(2).call(x.matMul(w), y) //! clean
  makeFocal()(squash(x), y) //! probabilities-as-logits
  return criterion.forward(x.matMul(w), y) //! clean
}
`,
  )
  expect(found).toEqual(expected)
})
