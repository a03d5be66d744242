import { defineRule } from '../src/rule.js'
import { headline, quote } from '../src/sentence.js'
import { accepts, claimed } from '../src/use.js'

interface Data {
  value: string
  callee: string
  classes?: number
}

export const indicesAsOneHot = defineRule<Data>({
  name: 'indices-as-one-hot',
  severity: 'error',
  summary: 'class indices where one-hot rows or a distribution are expected',
  check(use) {
    const target = use.arguments.target
    const certainty = claimed(target, 'class-indices')
    // Without a class axis, 0 and 1 are the labels themselves.
    if (!target || !certainty || use.contract.axis === 'elementwise') return
    if (accepts(use.contract, 'target', 'class-indices') || !accepts(use.contract, 'target', 'one-hot')) return
    const remedies = [{ do: 'loss', target: 'class-indices' }] as const
    return { role: 'target', certainty, data: { value: target.text, callee: use.callee, classes: use.classes }, remedies }
  },
  say({ value, callee, classes }) {
    const depth = classes === undefined ? '' : ` of depth ${classes}`
    return {
      what: headline(`${quote(value)} holds class indices, but ${quote(callee)} expects one-hot rows.`),
      why: 'An index would be read as the weight of a class, so the shapes are refused or broadcast to a value that means nothing.',
      todo: `Encode the labels as one-hot rows${depth}, or use the sparse variant of the loss.`,
    }
  },
})
