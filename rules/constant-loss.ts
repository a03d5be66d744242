import { defineRule } from '../src/rule.js'
import { decimals, headline, quote } from '../src/sentence.js'

interface Data {
  callee: string
  loss: number
  steps: number
  /** The one score that all rows hold for every class. */
  score?: number
}

export const constantLoss = defineRule<Data>({
  name: 'constant-loss',
  severity: 'info',
  summary: 'the loss is the same at each step',
  check(use) {
    const { losses, callee } = use
    if (!losses || losses.count < enoughSteps || losses.nonFinite > 0 || losses.least !== losses.greatest) return
    const numbers = use.arguments.prediction?.numbers
    const score = numbers && numbers.min === numbers.max ? numbers.min : undefined
    const severity = score === undefined ? undefined : 'warning'
    return { points: 'prediction', certainty: 'likely', severity, data: { callee, loss: losses.least, steps: losses.count, score } }
  },
  say({ callee, loss, steps, score }) {
    const read = `${quote(callee)} returned exactly ${decimals(loss)} in each of the ${steps} calls that were read.`
    if (score !== undefined)
      return {
        what: headline(read),
        why: `Every score is ${Number(score.toPrecision(4))} at each step, so the prediction depends neither on the input nor on what was learnt.`,
        todo: 'Look for an optimiser that does not step, dead ReLUs, or a layer that is not connected.',
      }
    return {
      what: headline(read),
      why: 'A step of training that changes the weights changes the loss, so either nothing is trained or one batch is evaluated again.',
      todo: 'Look for an optimiser that does not step, a learning rate of 0, or an operation without gradient, such as argmax.',
    }
  },
})

/** Two batches may have one loss, eight never do. */
const enoughSteps = 8
