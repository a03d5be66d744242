import { defineRule } from '../src/rule.js'
import { headline, quote } from '../src/sentence.js'
import type { Use } from '../src/use.js'

type Cause = 'empty' | 'zero rows' | 'unknown'

interface Data {
  callee: string
  steps: number
  nonFinite: number
  cause: Cause
}

export const nonFiniteLoss = defineRule<Data>({
  name: 'non-finite-loss',
  severity: 'warning',
  summary: 'the loss is NaN or infinite, and the arguments are not',
  check(use) {
    const { losses, callee } = use
    if (!losses || losses.nonFinite === 0) return
    return {
      points: 'prediction',
      certainty: 'proved',
      data: { callee, steps: losses.count, nonFinite: losses.nonFinite, cause: causeOf(use) },
    }
  },
  say({ callee, steps, nonFinite, cause }) {
    const often = steps === 1 ? '' : ` in ${nonFinite} of ${steps} calls`
    return {
      what: headline(`${quote(callee)} returned NaN or an infinity${often}.`),
      why: whys[cause],
      todo: todos[cause],
    }
  },
})

const whys: Record<Cause, string> = {
  empty: 'The batch is empty, and the mean over no rows is 0/0.',
  'zero rows': 'A row of the prediction is all 0, and the loss divides it by its sum: 0/0 is NaN.',
  unknown: 'The arguments are finite where they were read, so it arises in the loss.',
}

const todos: Record<Cause, string> = {
  empty: 'Leave empty batches out.',
  'zero rows': 'Give the last layer a softmax, or leave out the step that sets whole rows to 0.',
  unknown: 'Look for weights that are all 0, targets that are all ignored, a logarithm of 0, and rows that were not read.',
}

function causeOf({ contract, arguments: { prediction } }: Use): Cause {
  const numbers = prediction?.numbers
  if (numbers?.rows === 0) return 'empty'
  return contract.normalises && numbers?.min === 0 && numbers.rowSum.min === 0 ? 'zero rows' : 'unknown'
}
