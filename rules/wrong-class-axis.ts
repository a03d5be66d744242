import { defineRule } from '../src/rule.js'
import { headline, quote, shapeText } from '../src/sentence.js'
import { aligned, axisIn, type Shape, sameShape, shapeOf, withoutAxis } from '../src/shapes.js'
import { accepts } from '../src/use.js'

interface Data {
  value: string
  callee: string
  shape: Shape
  looked: number
  found: number
}

export const wrongClassAxis = defineRule<Data>({
  name: 'wrong-class-axis',
  severity: 'error',
  summary: 'the class axis is not where the loss looks for it',
  check(use) {
    const { prediction, target } = use.arguments
    const [p, t] = [shapeOf(prediction), shapeOf(target)]
    if (!prediction || !p || !t || typeof use.contract.axis !== 'number' || !aligned(use.contract)) return
    if (!accepts(use.contract, 'target', 'class-indices')) return
    const looked = axisIn(p, use.contract.axis)
    if (looked === undefined || p.length < 3 || t.length !== p.length - 1 || sameShape(withoutAxis(p, looked), t)) return
    const found = [p.length - 1, 1].find((axis) => axis !== looked && sameShape(withoutAxis(p, axis), t))
    if (found === undefined) return
    return { points: 'prediction', certainty: 'proved', data: { value: prediction.text, callee: use.callee, shape: p, looked, found } }
  },
  say({ value, callee, shape, looked, found }) {
    return {
      what: headline(`${quote(value)} ${shapeText(shape)} has its classes on axis ${found}, but ${quote(callee)} looks on axis ${looked}.`),
      why: 'The loss refuses the shapes; as soon as both axes have one size it compares positions with each other instead of classes.',
      todo: `Move axis ${found} to position ${looked} before the loss.`,
    }
  },
})
