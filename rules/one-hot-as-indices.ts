import { defineRule } from '../src/rule.js'
import { headline, quote } from '../src/sentence.js'
import { shapeOf } from '../src/shapes.js'
import { type Argument, accepts, claimed, parameterOf, type Use, wants } from '../src/use.js'

interface Data {
  value: string
  callee: string
  /** `same`: taken as class probabilities, at the cost of C numbers a row; `integers`: would be, were they floats; `either`: not shown. */
  outcome: 'same' | 'integers' | 'either' | 'refused'
  dtype?: string
  /** Version since which the loss takes such rows. */
  since?: string
}

export const oneHotAsIndices = defineRule<Data>({
  name: 'one-hot-as-indices',
  severity: 'error',
  summary: 'one-hot rows where class indices are expected',
  check(use) {
    const target = use.arguments.target
    const certainty = claimed(target, 'one-hot')
    if (!target || !certainty || !wants(use.contract, 'target', 'class-indices')) return
    const dtype = target.numbers?.dtype ?? target.facts.dtype
    if (mayBeIndices(use, target, dtype)) return
    const outcome = outcomeOf(use, dtype)
    const severity = outcome === 'same' || outcome === 'either' ? 'info' : undefined
    const remedies = [{ do: 'loss', target: 'distribution' }] as const
    const since = parameterOf(use.contract, 'target')?.since?.distribution
    return { role: 'target', certainty, severity, data: { value: target.text, callee: use.callee, outcome, dtype, since }, remedies }
  },
  say({ value, callee, outcome, dtype, since }) {
    const why = {
      same: `${since === undefined ? 'The' : `Since version ${since} the`} value is exactly the same; only with class weights the mean divides differently: by N, not by the sum of the weights.`,
      integers: `Rows of ${dtype} are neither class indices nor class probabilities, which have to be floats, so the loss refuses them.`,
      either: 'Rows of floats give exactly the same value, unless there are class weights; PyTorch refuses rows of integers.',
      refused: 'Each 0 or 1 would be read as the index of a class, so the loss refuses the shape.',
    }[outcome]
    return {
      what: headline(`${quote(value)} holds one-hot rows, but ${quote(callee)} expects class indices.`),
      why,
      todo: 'Pass the class indices, such as the argmax of each row along the class axis.',
    }
  },
})

function outcomeOf({ contract }: Use, dtype: string | undefined): Data['outcome'] {
  if (!accepts(contract, 'target', 'one-hot')) return 'refused'
  if (dtype === undefined) return 'either'
  return isInteger(dtype) ? 'integers' : 'same'
}

/** Integers 0 and 1 may be the classes of many positions: where there is one axis more of scores, or it is not known how many. */
function mayBeIndices({ arguments: { prediction } }: Use, target: Argument, dtype: string | undefined): boolean {
  const [scores, rows] = [shapeOf(prediction), shapeOf(target)]
  if (!isInteger(dtype)) return false
  if (scores && rows) return scores.length === rows.length + 1
  return target.numbers !== undefined && prediction?.facts.classes !== target.numbers.classes
}

function isInteger(dtype: string | undefined): boolean {
  return dtype !== undefined && /^(u?int|bool|long)/i.test(dtype)
}
