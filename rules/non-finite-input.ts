import { defineRule } from '../src/rule.js'
import { headline, quote } from '../src/sentence.js'
import { type Argument, claimed, type Use, wants } from '../src/use.js'

interface Data {
  role: 'prediction' | 'target'
  value: string
  what: 'NaN' | 'Infinity' | '-Infinity'
  count: number
  first?: readonly number[]
}

export const nonFiniteInput = defineRule<Data>({
  name: 'non-finite-input',
  severity: 'error',
  summary: 'NaN or an infinity in prediction or target',
  check(use) {
    // NaN among the labels makes NaN of the prediction in the next step.
    for (const role of ['target', 'prediction'] as const) {
      const argument = use.arguments[role]
      const numbers = argument?.numbers
      if (!argument || !numbers || numbers.nan + numbers.infinite === 0 || (role === 'prediction' && masked(use, argument))) continue
      const what = numbers.nan > 0 ? 'NaN' : numbers.max === Number.POSITIVE_INFINITY ? 'Infinity' : '-Infinity'
      const count = numbers.nan > 0 ? numbers.nan : numbers.infinite
      return { role, certainty: 'proved', data: { role, value: argument.text, what, count, first: numbers.firstNonFinite } }
    }
    return
  },
  say({ role, value, what, count, first }) {
    const where = first && first.length > 0 ? ` (first at [${first.join(', ')}])` : ''
    return {
      what: headline(`${quote(value)} holds ${what} in ${count === 1 ? '1 entry' : `${count} entries`}${where}.`),
      why: 'One such entry makes the mean of the loss NaN or infinite, and with it every gradient.',
      todo:
        role === 'target'
          ? 'Look for labels that are missing in the data, or a division by 0 before this call.'
          : 'Look for a division by 0, the logarithm of 0 or a step that is too large before this call.',
    }
  },
})

/** Scores masked with -Infinity are sound where classes are picked by index; one-hot rows multiply them by 0, which is NaN. */
function masked(use: Use, { numbers }: Argument): boolean {
  if (!numbers || numbers.nan > 0 || numbers.max === Number.POSITIVE_INFINITY) return false
  if (use.loss !== undefined) return Number.isFinite(use.loss)
  return wants(use.contract, 'target', 'class-indices') && !claimed(use.arguments.target, 'distribution')
}
