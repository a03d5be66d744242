import type { Strength } from '../src/claims.js'
import { defineRule } from '../src/rule.js'
import { headline, quote } from '../src/sentence.js'
import { accepts, claimed, parameterOf, refuted, type Use } from '../src/use.js'

interface Data {
  value: string
  callee: string
  wanted: 'distribution' | 'probabilities'
  outside?: number
  /** An option makes it take logits, as in Keras. */
  option?: string
}

export const logitsAsProbabilities = defineRule<Data>({
  name: 'logits-as-probabilities',
  severity: 'error',
  summary: 'raw scores where the loss takes the logarithm itself',
  check(use) {
    const prediction = use.arguments.prediction
    const certainty = rawScores(use)
    const wanted = firstWanted(use)
    if (!prediction || !certainty || !wanted) return
    const option = use.contract.depends?.option === 'from_logits' ? 'from_logits' : undefined
    return {
      role: 'prediction',
      certainty,
      data: { value: prediction.text, callee: use.callee, wanted, outside: outsideUnit(use), option },
      remedies: [
        { do: 'loss', prediction: 'logits' },
        ...(option ? [{ do: 'option', name: option, value: true } as const] : []),
        { do: 'apply', gives: wanted },
      ],
    }
  },
  say({ value, callee, wanted, outside, option }) {
    const [expected, activation] = wanted === 'distribution' ? ['a distribution', 'softmax'] : ['probabilities', 'sigmoid']
    const seen = outside === undefined ? '' : `, such as ${outside},`
    return {
      what: headline(`${quote(value)} holds logits, but ${quote(callee)} expects ${expected}.`),
      why: `It takes the logarithm of each value, so a score outside [0, 1]${seen} is refused, clipped to a constant without gradient, or becomes NaN.`,
      todo: `Apply ${activation} before the loss, or use the ${option ? `loss with \`${option}=True\`` : 'variant of the loss that takes logits'}.`,
    }
  },
})

/** What the loss asks for first: a categorical one that would take independent probabilities too means a distribution. */
function firstWanted({ contract }: Use): Data['wanted'] | undefined {
  return parameterOf(contract, 'prediction')?.wants.find((kind) => kind === 'distribution' || kind === 'probabilities')
}

/** Numbers outside [0, 1] cannot be probabilities, whatever else they are. */
function rawScores(use: Use): Strength | undefined {
  const prediction = use.arguments.prediction
  if (!firstWanted(use) || accepts(use.contract, 'prediction', 'logits') || claimed(prediction, 'log-probabilities')) return undefined
  return refuted(prediction, 'probabilities') ? 'proved' : claimed(prediction, 'logits')
}

function outsideUnit(use: Use): number | undefined {
  const numbers = use.arguments.prediction?.numbers
  if (!numbers || numbers.outsideUnit === 0) return undefined
  return Number((numbers.firstOutsideUnit ?? numbers.max).toPrecision(4))
}
