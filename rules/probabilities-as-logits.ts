import type { Kind } from '../src/kinds.js'
import { sigmoidFloor, softmaxFloor } from '../src/numbers/bounds.js'
import { smoothingOf } from '../src/options.js'
import { defineRule } from '../src/rule.js'
import { decimals, headline, noun, quote } from '../src/sentence.js'
import { accepts, claimed, wants } from '../src/use.js'

interface Data {
  value: string
  callee: string
  got: Kind
  madeBy?: string
  applies: 'softmax' | 'sigmoid' | 'other'
  /** Its value is on a scale of its own, on which no floor is known. */
  weighted: boolean
  classes?: number
  smoothing: number
  /** What the library does about it, somewhere. */
  repairs?: string
  /** It takes logits because an option says so, as in Keras. */
  told: boolean
}

export const probabilitiesAsLogits = defineRule<Data>({
  name: 'probabilities-as-logits',
  severity: 'error',
  summary: 'softmax or sigmoid output where the loss applies its own',
  check(use) {
    const prediction = use.arguments.prediction
    const certainty = claimed(prediction, 'probabilities')
    if (!prediction || !certainty || !wants(use.contract, 'prediction', 'logits')) return
    const got: Kind = claimed(prediction, 'distribution') === certainty ? 'distribution' : 'probabilities'
    if (accepts(use.contract, 'prediction', got)) return
    const { applies, weighted, repairs } = use.contract
    return {
      role: 'prediction',
      certainty,
      data: {
        value: prediction.text,
        callee: use.callee,
        got,
        madeBy: prediction.facts.madeBy,
        applies: applies === 'softmax' || applies === 'sigmoid' ? applies : 'other',
        weighted: weighted ?? false,
        classes: use.classes,
        smoothing: smoothingOf(use),
        ...(repairs !== undefined && { repairs }),
        told: use.options.from_logits === true,
      },
      remedies: [
        { do: 'drop' },
        ...(use.options.from_logits === true ? [{ do: 'option', name: 'from_logits', value: false } as const] : []),
        { do: 'loss', prediction: got },
        { do: 'loss', prediction: 'probabilities' },
      ],
    }
  },
  say(data) {
    return {
      what: headline(`${quote(data.value)} holds ${noun(data.got)}, but ${quote(data.callee)} expects logits.`),
      why: `It ${data.repairs === undefined ? floor(data) : `${floor(data).slice(0, -1)}; ${data.repairs}.`}`,
      todo: todoOf(data),
    }
  },
})

function floor({ applies, weighted, classes, smoothing }: Data): string {
  if (applies === 'other') return 'applies an activation itself, so probabilities are squashed twice and gradients shrink.'
  if (weighted) return `applies ${applies} itself, so probabilities are squashed twice and gradients shrink.`
  if (applies === 'sigmoid') {
    const [positive, negative] = [decimals(sigmoidFloor(1)), decimals(sigmoidFloor(0))]
    return `applies sigmoid itself, so the loss cannot fall below ${positive} for positives and ${negative} for negatives.`
  }
  const start = 'applies softmax itself, so the loss cannot fall below '
  if (classes === undefined || classes < 2) return `${start}ln(1 + (C-1)/e) for C classes, and gradients shrink.`
  const formula = smoothing === 0 ? ` = ln(1 + ${classes - 1}/e)` : ''
  return `${start}${decimals(softmaxFloor(classes, smoothing))}${formula} with ${classes} classes, and gradients shrink.`
}

function todoOf({ applies, madeBy, told }: Data): string {
  const step = madeBy ? quote(madeBy) : applies === 'other' ? 'the activation' : applies
  const other = told ? ', or give the loss `from_logits=False`' : ''
  return `Pass the raw scores, as they are before ${step}${other}.`
}
