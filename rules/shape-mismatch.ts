import { defineRule } from '../src/rule.js'
import { headline, quote, shapeText } from '../src/sentence.js'
import { aligned, axisIn, broadcastShape, type Shape, sameShape, shapeOf, withoutAxis } from '../src/shapes.js'
import { accepts, claimed, type Use } from '../src/use.js'

interface Data {
  role: 'target' | 'weights'
  value: string
  callee: string
  shape: Shape
  /** Of the prediction, or of the losses that the weights are for. */
  expected: Shape
  /** What the library makes of them without a word. */
  broadcast?: Shape
  /** The rows of the target lie along the other axis of the prediction. */
  turned?: boolean
}

export const shapeMismatch = defineRule<Data>({
  name: 'shape-mismatch',
  severity: 'error',
  summary: 'shapes that the loss refuses or silently broadcasts',
  check(use) {
    const { prediction, target, weights } = use.arguments
    const [p, t, w] = [shapeOf(prediction), shapeOf(target), shapeOf(weights)]
    if (!p || !aligned(use.contract)) return
    const { callee, contract } = use
    if (target && t && !fits(use, p, t)) {
      const broadcast = contract.broadcasts ? broadcastShape(p, t) : undefined
      const turned = typeof contract.axis === 'number' && p.length === 2 && sameShape(withoutAxis(p, 0), t)
      const data: Data = { role: 'target', value: target.text, callee, shape: t, expected: p, broadcast, turned }
      return { points: 'target', certainty: 'proved', data }
    }
    const losses = typeof contract.axis === 'number' ? withoutAxis(p, axisIn(p, contract.axis) ?? 0) : p
    if (!weights || !w || !contract.weighsLosses || isScalar(w)) return
    const broadcast = broadcastShape(w, losses)
    if (broadcast && sameShape(broadcast, losses)) return
    const data: Data = { role: 'weights', value: weights.text, callee, shape: w, expected: losses, broadcast }
    return { role: 'weights', certainty: 'proved', data }
  },
  say({ role, value, callee, shape, expected, broadcast, turned }) {
    const other = role === 'target' ? shapeText(expected) : `the losses ${shapeText(expected)}`
    return {
      what: headline(`${quote(value)} has shape ${shapeText(shape)}, which does not fit ${other} in ${quote(callee)}.`),
      why: broadcast
        ? `Both are broadcast to ${shapeText(broadcast)} without a word, so rows meet the ${role === 'target' ? 'targets' : 'weights'} of other rows.`
        : 'The loss refuses the two shapes when it is called.',
      todo: remedy(role, expected, turned),
    }
  },
})

function remedy(role: Data['role'], expected: Shape, turned: boolean | undefined): string {
  if (role === 'weights') return `Give one weight for each loss: shape ${shapeText(expected)}, or one that is broadcast to it.`
  return turned
    ? 'Transpose the prediction, if its rows are along axis 1; otherwise give each of its rows a target of its own.'
    : 'Reshape the target so that each row of the prediction has its own target.'
}

function isScalar(shape: Shape): boolean {
  return shape.every((size) => size === 1)
}

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
