import { ignoredIndexOf } from '../src/options.js'
import { defineRule } from '../src/rule.js'
import { headline, quote } from '../src/sentence.js'
import { type Use, wants } from '../src/use.js'

interface Data {
  value: string
  callee: string
  /** The ignored index that all targets are; absent when it is the weights that are all 0. */
  index?: number
}

export const targetIgnored = defineRule<Data>({
  name: 'target-ignored',
  severity: 'warning',
  summary: 'every target is the ignored index, or all weights are 0',
  check(use) {
    const { target, weights } = use.arguments
    const index = ignoredIndexOf(use)
    if (target && index !== undefined && allIgnored(use, index))
      return { role: 'target', certainty: 'proved', data: { value: target.text, callee: use.callee, index } }
    const numbers = weights?.numbers
    const zero = weights?.facts.value === 0 || (numbers && numbers.min === 0 && numbers.max === 0 && numbers.seenRows === numbers.rows)
    if (weights && zero) return { role: 'weights', certainty: 'proved', data: { value: weights.text, callee: use.callee } }
    return
  },
  say({ value, callee, index }) {
    return {
      what: headline(
        `${quote(value)} ${index === undefined ? 'is 0 for every row of' : `holds nothing but ${index}, which is ignored by`} ${quote(callee)}.`,
      ),
      why: 'No row counts, so the mean is 0/0, which is NaN in tfjs and torch, and spoils every weight of the model at the next step.',
      todo: 'Leave such batches out, or look for the step that masks every row.',
    }
  },
})

function allIgnored(use: Use, index: number): boolean {
  const numbers = use.arguments.target?.numbers
  if (!numbers || !wants(use.contract, 'target', 'class-indices') || numbers.seenRows < numbers.rows) return false
  return numbers.rows > 0 && numbers.nan === 0 && numbers.min === index && numbers.max === index
}
