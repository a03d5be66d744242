import { defineRule } from '../src/rule.js'
import { headline, quote, shapeText } from '../src/sentence.js'
import { aligned, axisIn, broadcastShape, type Shape, sameShape, shapeOf, withoutAxis } from '../src/shapes.js'
import { accepts, claimed, type Use } from '../src/use.js'

interface Data {
  target: string
  callee: string
  targetShape: Shape
  predictionShape: Shape
  /** What the library makes of them without a word. */
  broadcast?: Shape
}

export const shapeMismatch = defineRule<Data>({
  name: 'shape-mismatch',
  severity: 'error',
  summary: 'shapes that the loss refuses or silently broadcasts',
  check(use) {
    const { prediction, target } = use.arguments
    const [p, t] = [shapeOf(prediction), shapeOf(target)]
    if (!target || !p || !t || !aligned(use.contract) || fits(use, p, t)) return
    const broadcast = use.contract.broadcasts ? broadcastShape(p, t) : undefined
    return {
      points: 'target',
      certainty: 'proved',
      data: { target: target.text, callee: use.callee, targetShape: t, predictionShape: p, broadcast },
    }
  },
  say({ target, callee, targetShape, predictionShape, broadcast }) {
    return {
      what: headline(
        `${quote(target)} has shape ${shapeText(targetShape)}, which does not fit ${shapeText(predictionShape)} in ${quote(callee)}.`,
      ),
      why: broadcast
        ? `Both are broadcast to ${shapeText(broadcast)} without a word, so rows meet the targets of other rows.`
        : 'The loss refuses the two shapes when it is called.',
      todo: 'Reshape the target so that each row of the prediction has its own target.',
    }
  },
})

/** Encodings of the target that another rule explains better are left to it. */
function fits(use: Use, p: Shape, t: Shape): boolean {
  const { contract } = use
  if (contract.axis === 'elementwise') return sameShape(p, t)
  const axis = axisIn(p, contract.axis ?? -1)
  if (axis === undefined) return true
  const target = use.arguments.target
  const indices = accepts(contract, 'target', 'class-indices') || claimed(target, 'class-indices') !== undefined
  const rows = accepts(contract, 'target', 'one-hot') || claimed(target, 'one-hot') !== undefined
  if (rows && sameShape(p, t)) return true
  // The family with class axis 1 refuses a column of indices, the other one flattens it.
  return indices && (sameShape(withoutAxis(p, axis), t) || (contract.axis === -1 && sameShape(p.with(axis, 1), t)))
}
