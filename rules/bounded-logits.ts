import type { Facts } from '../src/claims.js'
import { defineRule } from '../src/rule.js'
import { decimals, headline, quote } from '../src/sentence.js'
import { claimed, type Use, wants } from '../src/use.js'

interface Data {
  value: string
  by: string
  low: number | null
  high: number | null
  applies: 'softmax' | 'sigmoid'
  classes?: number
  /** Lowest value that the loss can reach; for sigmoid that of positives and of negatives. */
  floors: readonly number[]
}

export const boundedLogits = defineRule<Data>({
  name: 'bounded-logits',
  severity: 'warning',
  summary: 'ReLU, tanh or a clamp on the scores of a loss that wants logits',
  check(use) {
    const prediction = use.arguments.prediction
    const bounded = prediction?.facts.bounded
    const { applies } = use.contract
    if (!prediction || !bounded || !wants(use.contract, 'prediction', 'logits')) return
    // Of a weighted loss no floor is known.
    if ((applies !== 'softmax' && applies !== 'sigmoid') || use.contract.weighted || claimed(prediction, 'probabilities')) return
    const floors = applies === 'softmax' ? [softmaxLeast(use, bounded)] : [sigmoidLeast(bounded.high), sigmoidLeast(-bounded.low)]
    if (!floors.some((floor) => floor > negligible) && !dies(bounded)) return
    return {
      role: 'prediction',
      certainty: claimed(prediction, 'logits') ?? 'likely',
      data: {
        value: prediction.text,
        by: bounded.by,
        low: finite(bounded.low),
        high: finite(bounded.high),
        applies,
        classes: use.classes,
        floors,
      },
      remedies: [{ do: 'drop', which: 'bound' }],
    }
  },
  say({ value, by, low, high, applies, classes, floors }) {
    const interval = `${low === null ? '(-∞' : `[${low}`}, ${high === null ? '∞)' : `${high}]`}`
    return {
      what: headline(`${quote(value)} is confined to ${interval} by ${quote(by)}, but the loss expects logits.`),
      why: consequence(applies, classes, floors),
      todo: `Leave out ${quote(by)} on the last layer: the loss brings its own activation.`,
    }
  },
})

/** A stabilising clamp such as [-15, 15] costs less than this, and is no fault. */
const negligible = 0.01

/** Best case: the target's score at the upper end, all others at the lower. Two classes are the mildest assumption. */
function softmaxLeast(use: Use, { low, high }: NonNullable<Facts['bounded']>): number {
  return Math.log1p(((use.classes ?? 2) - 1) * Math.exp(low - high))
}

/** -ln sigmoid(score): the loss of a positive whose score cannot be greater, or of a negative whose score cannot be less. */
function sigmoidLeast(score: number): number {
  return Math.log1p(Math.exp(-score))
}

/** ReLU, or a clamp at 0, passes no gradient back where it gives 0; softplus, of the same interval, does. */
function dies(bounded: NonNullable<Facts['bounded']>): boolean {
  return bounded.low === 0 && /relu|clamp|clip|maximum/i.test(bounded.by)
}

function consequence(applies: Data['applies'], classes: number | undefined, floors: readonly number[]): string {
  const [first = 0, second = 0] = floors
  if (applies === 'sigmoid') {
    const least = [first > negligible && `${decimals(first)} for positives`, second > negligible && `${decimals(second)} for negatives`]
    return `The loss cannot fall below ${least.filter(Boolean).join(' and ')}, however sure the model is.`
  }
  if (first <= negligible) return 'A row of scores that are all cut to 0 has loss ln C and no gradient, so the model cannot leave it.'
  const count = classes === undefined ? 'even with two classes' : `with ${classes} classes`
  return `The loss cannot fall below ${decimals(first)} ${count}, however sure the model is.`
}

/** JSON has no infinity. */
function finite(bound: number): number | null {
  return Number.isFinite(bound) ? bound : null
}
