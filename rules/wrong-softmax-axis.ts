import type { Strength } from '../src/claims.js'
import { weaker } from '../src/claims.js'
import { fewestRows, refutingTolerance, rowSumTolerance } from '../src/numbers/thresholds.js'
import { defineRule } from '../src/rule.js'
import { headline, quote } from '../src/sentence.js'
import { axisIn, shapeOf } from '../src/shapes.js'
import { type Argument, claimed, type Use, wants } from '../src/use.js'

interface Data {
  value: string
  callee: string
  axis: number
  classAxis: number
  wantsLogits: boolean
}

export const wrongSoftmaxAxis = defineRule<Data>({
  name: 'wrong-softmax-axis',
  severity: 'error',
  summary: 'normalised over the batch or another axis than that of the classes',
  check(use) {
    const prediction = use.arguments.prediction
    const classAxis = use.contract.axis
    if (!prediction || typeof classAxis !== 'number') return
    const wantsLogits = wants(use.contract, 'prediction', 'logits')
    const measured = measuredAxis(prediction)
    const certainty = measured === undefined ? otherAxis(use, prediction, classAxis, wantsLogits) : 'likely'
    if (!certainty) return
    const axis = measured ?? prediction.facts.axis ?? 0
    return {
      role: 'prediction',
      certainty,
      doubts: true,
      data: { value: prediction.text, callee: use.callee, axis, classAxis, wantsLogits },
    }
  },
  say({ value, callee, axis, classAxis, wantsLogits }) {
    return {
      what: headline(`${quote(value)} is normalised along axis ${axis}, but ${quote(callee)} has its classes on axis ${classAxis}.`),
      why: 'Values along the class axis do not sum to 1, and the loss of one position depends on the others.',
      todo: wantsLogits ? 'Pass the raw scores: the loss normalises them itself.' : `Normalise along axis ${classAxis}.`,
    }
  },
})

/** What a softmax over another axis leaves behind: lines along it that sum to 1 and rows that do not. */
function measuredAxis({ numbers }: Argument): number | undefined {
  if (!numbers?.otherAxis || numbers.outsideUnit > 0 || numbers.binary) return undefined
  const { shape, classes, dtype, otherAxis } = numbers
  const length = shape[otherAxis.axis] ?? 0
  const shows = length >= fewestRows && classes >= 2 && otherAxis.worst <= rowSumTolerance(dtype, length)
  return shows && numbers.rowSum.worst > refutingTolerance(dtype, classes) ? otherAxis.axis : undefined
}

/** A softmax before a loss with its own is `probabilities-as-logits`, on whatever axis it was taken. */
function otherAxis(use: Use, prediction: Argument, classAxis: number, wantsLogits: boolean): Strength | undefined {
  const strength = wantsLogits ? claimed(prediction, 'log-probabilities') : normalised(prediction)
  const axis = prediction.facts.axis
  if (!strength || axis === undefined || axis === classAxis) return undefined
  const shape = shapeOf(use.arguments.prediction)
  if (shape) return axisIn(shape, axis) === axisIn(shape, classAxis) ? undefined : strength
  // Of unknown rank: -1 may be 1, and only axis 0 is another one for certain, unless there is no batch.
  return axis === 0 ? weaker(strength, isBatch(use, prediction) ? 'likely' : 'possible') : undefined
}

/** Something shows that there are rows: a single one is rightly normalised along its only axis. */
function isBatch({ contract, arguments: { target } }: Use, prediction: Argument): boolean {
  if ((prediction.facts.rank ?? 0) > 1 || (prediction.numbers?.rows ?? 1) > 1) return true
  const rank = shapeOf(target)?.length ?? target?.facts.rank ?? 0
  return rank > (wants(contract, 'target', 'class-indices') && !claimed(target, 'distribution') ? 0 : 1)
}

function normalised(prediction: Argument): Strength | undefined {
  return claimed(prediction, 'distribution') ?? claimed(prediction, 'log-probabilities')
}
