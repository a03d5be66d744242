import type { Strength } from '../src/claims.js'
import { weaker } from '../src/claims.js'
import { fewestRows, refutingTolerance, rowSumTolerance } from '../src/numbers/thresholds.js'
import { defineRule } from '../src/rule.js'
import { headline, quote } from '../src/sentence.js'
import { axisIn, shapeOf } from '../src/shapes.js'
import { type Argument, accepts, claimed, type Use, wants } from '../src/use.js'

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
    const classAxis = classAxisOf(use)
    if (!prediction || typeof classAxis !== 'number') return
    const wantsLogits = wants(use.contract, 'prediction', 'logits')
    const certainty = columnsSumToOne(prediction) ? 'likely' : otherAxis(use, prediction, classAxis, wantsLogits)
    if (!certainty) return
    const axis = prediction.facts.axis ?? 0
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

/** The class axis of a loss, by its contract or the caller. */
function classAxisOf({ contract: { axis, axisOption }, options }: Use): number | 'elementwise' | undefined {
  const given = axisOption === undefined ? undefined : options[axisOption]
  return typeof given === 'number' ? given : axis
}

/** What a softmax over the batch leaves behind: columns that sum to 1 and rows that do not. */
function columnsSumToOne({ numbers }: Argument): boolean {
  if (!numbers?.columnSum || numbers.outsideUnit > 0 || numbers.binary || numbers.seenRows < numbers.rows) return false
  const { rows, classes, dtype } = numbers
  return (
    rows >= fewestRows &&
    classes >= 2 &&
    numbers.columnSum.worst <= rowSumTolerance(dtype, rows) &&
    numbers.rowSum.worst > refutingTolerance(dtype, classes)
  )
}

/** A softmax before a loss with its own is `probabilities-as-logits`, on whatever axis it was taken. */
function otherAxis(use: Use, prediction: Argument, classAxis: number, wantsLogits: boolean): Strength | undefined {
  const strength = wantsLogits ? claimed(prediction, 'log-probabilities') : normalised(prediction)
  const axis = prediction.facts.axis
  if (!strength || axis === undefined || axis === classAxis) return undefined
  const shape = shapeOf(use.arguments.prediction)
  if (shape) return axisIn(shape, axis) === axisIn(shape, classAxis) ? undefined : strength
  if (axis !== 0) return apart(axis, classAxis, leastRank(use, prediction)) ? strength : undefined
  // Of a single sample it is the axis of the classes.
  return weaker(strength, isBatch(use, prediction) ? 'likely' : 'possible')
}

/** Whether two axes differ in all values of so many axes or more: -1 is 1 where there are two. */
function apart(axis: number, other: number, least: number): boolean {
  if (axis < 0 === other < 0) return axis !== other
  return least > Math.max(axis, other) - Math.min(axis, other)
}

/** Axes that the prediction has at least; class indices have one less. */
function leastRank({ contract, arguments: { target } }: Use, prediction: Argument): number {
  const indices =
    wants(contract, 'target', 'class-indices') && !claimed(target, 'distribution') && !accepts(contract, 'target', 'distribution')
  return Math.max(prediction.facts.rank ?? 0, indices ? (shapeOf(target)?.length ?? -1) + 1 : 0)
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
