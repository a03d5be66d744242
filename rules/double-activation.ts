import type { Kind } from '../src/kinds.js'
import { softmaxFloor } from '../src/numbers/bounds.js'
import { defineRule } from '../src/rule.js'
import { decimals, headline, quote } from '../src/sentence.js'
import { accepts, bestClaim } from '../src/use.js'

interface Data {
  value: string
  first: string
  second: string
  got: Kind
  classes?: number
}

export const doubleActivation = defineRule<Data>({
  name: 'double-activation',
  severity: 'warning',
  summary: 'softmax or sigmoid applied to a value that is normalised already',
  check(use) {
    const prediction = use.arguments.prediction
    const twice = prediction?.facts.twice
    if (!prediction || !twice) return
    const { first, second, got } = twice
    return {
      role: 'prediction',
      certainty: bestClaim(prediction)?.strength ?? 'likely',
      severity: harmless(got, second) ? 'info' : undefined,
      data: { value: prediction.text, first, second, got, classes: prediction.facts.classes ?? use.classes },
      remedies: [
        ...(accepts(use.contract, 'prediction', got) ? [{ do: 'drop', which: 'second' } as const] : []),
        { do: 'drop', which: 'first' },
      ],
    }
  },
  say({ value, first, second, got, classes }) {
    return {
      what: headline(`${quote(value)} went through ${quote(first)} and then ${quote(second)}.`),
      why: consequence(second, got, classes),
      todo: remedy(first, second, got),
    }
  },
})

function remedy(first: string, second: string, got: Kind): string {
  if (harmless(got, second)) return `Leave out ${quote(first)}, which changes nothing.`
  return first === second ? `Apply ${quote(first)} once.` : `Keep one of the two, ${quote(first)} or ${quote(second)}.`
}

/** Softmax and log-softmax only see differences within a row, which log-softmax keeps. */
function harmless(got: Kind, second: string): boolean {
  return got === 'log-probabilities' && /softmax/i.test(second)
}

function consequence(second: string, got: Kind, classes: number | undefined): string {
  if (harmless(got, second))
    return 'Log-softmax keeps the differences within a row, so the second step gives what it would give without the first.'
  if (!/softmax/i.test(second)) {
    if (got === 'log-probabilities') return 'Sigmoid of values of at most 0 stays at or below 0.5, so no class ever becomes likely.'
    return `Sigmoid of values in [0, 1] stays between 0.5 and ${decimals(1 / (1 + Math.exp(-1)))}, so the output can no longer say no.`
  }
  if (classes === undefined || classes < 2)
    return 'Softmax of values in [0, 1] cannot exceed e/(e + C-1) for C classes, so the output can never be sure.'
  const most = decimals(Math.exp(-softmaxFloor(classes, 0)))
  return `Softmax of values in [0, 1] cannot exceed e/(e + ${classes - 1}) = ${most} with ${classes} classes, so the output can never be sure.`
}
