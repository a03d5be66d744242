import type { Strength } from '../src/claims.js'
import { defineRule } from '../src/rule.js'
import { headline, noun, quote } from '../src/sentence.js'
import { type Argument, accepts, claimed, refuted, type Use, wants } from '../src/use.js'

type Fault = 'signed' | 'outside' | 'logits' | 'log-probabilities'

interface Data {
  value: string
  callee: string
  fault: Fault
  number?: number
}

export const targetNotBinary = defineRule<Data>({
  name: 'target-not-binary',
  severity: 'error',
  summary: 'binary targets outside [0, 1], such as -1 and +1',
  check(use) {
    const target = use.arguments.target
    if (!target || use.contract.axis !== 'elementwise' || !wants(use.contract, 'target', 'probabilities')) return
    const found = byNumbers(target) ?? byKind(use, target)
    if (!found) return
    const { certainty, ...rest } = found
    return { role: 'target', certainty, data: { value: target.text, callee: use.callee, ...rest } }
  },
  say({ value, callee, fault, number }) {
    return {
      what: headline(`${quote(value)} ${holds(fault, number)}, but the targets of ${quote(callee)} lie in [0, 1].`),
      why: 'Beyond 0 and 1 the two terms of the loss no longer balance: it is refused, or falls without bound as the scores grow.',
      todo: remedy(fault),
    }
  },
})

type Found = { certainty: Strength; fault: Fault; number?: number }

function byNumbers(target: Argument): Found | undefined {
  const numbers = target.numbers
  if (!numbers || numbers.outsideUnit === 0 || !refuted(target, 'probabilities')) return undefined
  if (numbers.signed) return { certainty: 'proved', fault: 'signed' }
  return { certainty: 'proved', fault: 'outside', number: numbers.max > 1 ? numbers.max : numbers.min }
}

function byKind(use: Use, target: Argument): Found | undefined {
  for (const fault of ['log-probabilities', 'logits'] as const) {
    const certainty = claimed(target, fault)
    if (certainty && !accepts(use.contract, 'target', fault)) return { certainty, fault }
  }
  return undefined
}

function holds(fault: Fault, number: number | undefined): string {
  if (fault === 'signed') return 'holds -1 and +1'
  return fault === 'outside' ? `holds ${Number((number ?? 0).toPrecision(4))}` : `holds ${noun(fault)}`
}

function remedy(fault: Fault): string {
  if (fault === 'signed') return 'Map -1 and +1 to 0 and 1: (y + 1) / 2.'
  if (fault === 'outside') return 'Scale the targets to [0, 1], or encode class indices as one-hot rows.'
  return 'Pass the labels, or apply sigmoid to scores that serve as soft labels.'
}
