import type { Strength } from '../src/claims.js'
import type { Numbers } from '../src/numbers/numbers.js'
import { isFloat } from '../src/numbers/values.js'
import { defineRule } from '../src/rule.js'
import { decimals, headline, noun, quote } from '../src/sentence.js'
import { shapeOf } from '../src/shapes.js'
import { type Argument, accepts, claimed, refuted, type Use } from '../src/use.js'

type Fault = 'signed' | 'negative' | 'multi-hot' | 'sum' | 'logits' | 'log-probabilities' | 'probabilities'

interface Data {
  value: string
  callee: string
  fault: Fault
  /** The offending row sum, or the lowest entry. */
  number?: number
  /** Option with which the loss takes log-probabilities. */
  option?: string
}

export const targetNotDistribution = defineRule<Data>({
  name: 'target-not-distribution',
  severity: 'error',
  summary: 'soft targets that are negative or do not sum to 1',
  check(use) {
    const target = use.arguments.target
    if (!target || !asksForDistribution(use)) return
    const found = target.numbers ? byNumbers(use, target, target.numbers) : byKind(use, target)
    if (!found) return
    const { certainty, ...rest } = found
    const option = use.contract.takes.find(({ name }) => name === 'log_target')?.name
    return { role: 'target', certainty, data: { value: target.text, callee: use.callee, ...rest, option } }
  },
  say({ value, callee, fault, number, option }) {
    return {
      what: headline(`${quote(value)} ${holds(fault, number)}, but ${quote(callee)} expects a distribution.`),
      why: consequence(fault, number),
      todo: remedy(fault, option),
    }
  },
})

function asksForDistribution({ contract }: Use): boolean {
  return accepts(contract, 'target', 'distribution') && !accepts(contract, 'target', 'probabilities')
}

type Found = { certainty: Strength; fault: Fault; number?: number }

function byNumbers(use: Use, target: Argument, numbers: Numbers): Found | undefined {
  if (numbers.classes < 2 || !refuted(target, 'distribution')) return undefined
  if (claimed(target, 'class-indices') || mayBeIndices(use, numbers)) return undefined
  if (numbers.signed) return { certainty: 'proved', fault: 'signed' }
  // One-hot rows times what each is worth are as good as weights: so policy gradients are written.
  const certainty = numbers.singleRows === numbers.seenRows && !numbers.binary ? 'possible' : 'proved'
  if (numbers.negative > 0) return { certainty, fault: 'negative', number: numbers.min }
  // An elementwise divergence leaves open which axis sums to 1.
  if (use.contract.axis === 'elementwise') return undefined
  const { min, max } = numbers.rowSum
  if (numbers.binary && numbers.multiHotRows > 0) return { certainty: 'proved', fault: 'multi-hot', number: max }
  // Rows of zeros are padding: they add nothing to the loss.
  if (min === 0 && (numbers.binary || Math.abs(max - 1) < 1e-3)) return undefined
  return { certainty, fault: 'sum', number: Math.abs(max - 1) > Math.abs(min - 1) ? max : min }
}

/** Integers beside a prediction of unknown shape: a loss that also takes class indices may be given those of many positions. */
function mayBeIndices({ contract, arguments: { prediction } }: Use, { shape, fractions, dtype }: Numbers): boolean {
  if (shapeOf(prediction)) return false
  return shape.length < 2 || (fractions === 0 && !isFloat(dtype) && accepts(contract, 'target', 'class-indices'))
}

function byKind(use: Use, target: Argument): Found | undefined {
  if (claimed(target, 'log-probabilities') && (use.options.log_target === true || use.options.logTarget === true)) return undefined
  for (const fault of ['log-probabilities', 'logits', 'probabilities'] as const) {
    const certainty = claimed(target, fault)
    if (!certainty || accepts(use.contract, 'target', fault)) continue
    if (fault === 'probabilities' && (claimed(target, 'distribution') || use.contract.axis === 'elementwise')) continue
    return { certainty, fault }
  }
  return undefined
}

function holds(fault: Fault, number: number | undefined): string {
  if (fault === 'signed') return 'holds -1 and +1'
  if (fault === 'negative') return `holds ${Number((number ?? 0).toPrecision(4))}`
  if (fault === 'multi-hot') return `has rows with ${number} ones`
  return fault === 'sum' ? `has a row that sums to ${decimals(number ?? 0)}` : `holds ${noun(fault)}`
}

function consequence(fault: Fault, number = 0): string {
  if (fault === 'multi-hot') {
    const least = decimals(number * Math.log(number))
    return `All classes of a row share a probability of 1, so the loss of such a row cannot fall below ${number} ln ${number} = ${least}.`
  }
  if (fault === 'sum') return 'The loss of a row is multiplied by the sum of its target, so rows weigh unequally.'
  if (fault === 'probabilities') return 'Independent probabilities do not sum to 1, so rows weigh unequally and softmax cannot follow them.'
  return 'A negative weight rewards a low probability of its class, so the loss falls without bound.'
}

function remedy(fault: Fault, option: string | undefined): string {
  if (fault === 'multi-hot') return 'Use a sigmoid cross-entropy when a row can have several classes, or divide each row by its sum.'
  if (fault === 'signed') return 'Map -1 and +1 to 0 and 1: (y + 1) / 2.'
  if (fault === 'logits') return 'Apply softmax to the target, or pass the labels.'
  if (fault === 'log-probabilities') return `Apply exp to the target, or ${option ? `say \`${option}=True\`` : 'pass the labels'}.`
  if (fault === 'probabilities') return 'Apply softmax instead of sigmoid to the target, or use a sigmoid cross-entropy.'
  return fault === 'negative' ? 'Pass weights of classes that are at least 0 and sum to 1.' : 'Divide each row of the target by its sum.'
}
