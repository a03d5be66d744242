import { sigmoidFloor } from '../src/numbers/bounds.js'
import { defineRule } from '../src/rule.js'
import { decimals, headline, quote } from '../src/sentence.js'
import { claimed, wants } from '../src/use.js'

interface Data {
  value: string
  callee: string
  madeBy?: string
  applies: 'softmax' | 'sigmoid'
}

export const logProbabilitiesAsLogits = defineRule<Data>({
  name: 'log-probabilities-as-logits',
  severity: 'info',
  summary: 'redundant log-softmax: same value, same gradient',
  check(use) {
    const { contract } = use
    const prediction = use.arguments.prediction
    const certainty = claimed(prediction, 'log-probabilities')
    if (!prediction || !certainty) return
    if (!wants(contract, 'prediction', 'logits') || wants(contract, 'prediction', 'log-probabilities')) return
    if (contract.applies !== 'softmax' && contract.applies !== 'sigmoid') return
    const data = { value: prediction.text, callee: use.callee, madeBy: prediction.facts.madeBy, applies: contract.applies }
    const remedies = [{ do: 'drop' }, { do: 'loss', prediction: 'log-probabilities' }] as const
    // Only softmax undoes what log-softmax did; under a sigmoid the scores have lost their upper half.
    return { role: 'prediction', certainty, severity: contract.applies === 'sigmoid' ? 'error' : undefined, data, remedies }
  },
  say({ value, callee, madeBy, applies }) {
    return {
      what: headline(`${quote(value)} holds log-probabilities, but ${quote(callee)} expects logits.`),
      why:
        applies === 'softmax'
          ? 'It applies log-softmax itself, and log-softmax of log-probabilities changes nothing: same value, same gradient.'
          : `No log-probability is above 0, so its sigmoid is at most 0.5 and the loss of a positive cannot fall below ${decimals(sigmoidFloor(0))}.`,
      todo: `Leave out ${leftOut(madeBy)} and pass the logits.`,
    }
  },
})

/** The activation; where it gives no logarithms itself, one was taken of what it gives. */
function leftOut(madeBy: string | undefined): string {
  if (!madeBy) return 'log-softmax'
  return /log/i.test(madeBy) ? quote(madeBy) : `the logarithm and ${quote(madeBy)}`
}
