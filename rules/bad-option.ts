import type { Role } from '../src/contracts/contract.js'
import { defineRule } from '../src/rule.js'
import { headline, quote } from '../src/sentence.js'
import { shapeOf } from '../src/shapes.js'
import { parameterOf, type Use, wants } from '../src/use.js'

interface Data {
  callee: string
  option: string
  given: string
  expected: string
  nearest?: string
}

type Found = Omit<Data, 'callee'>

export const badOption = defineRule<Data>({
  name: 'bad-option',
  severity: 'error',
  summary: 'an option with a value that the loss does not know or that cannot be meant',
  check(use) {
    const found = unknownName(use) ?? smoothing(use) ?? reduction(use) ?? classWeights(use)
    if (!found) return
    const role: Role = found.option === parameterOf(use.contract, 'weights')?.name ? 'weights' : 'option'
    return { role, certainty: 'proved', data: { callee: use.callee, ...found } }
  },
  say({ callee, option, given, expected, nearest }) {
    return {
      what: headline(`${quote(callee)} is given ${quote(given)} as ${quote(option)}.`),
      why: `The library expects ${expected}.`,
      todo: nearest ? `Write ${quote(nearest)}.` : `Give ${expected}.`,
    }
  },
})

function unknownName({ faults }: Use): Found | undefined {
  const fault = faults?.[0]
  return fault && { ...fault, expected: 'a name that it knows, in its exact spelling' }
}

function smoothing({ options }: Use): Found | undefined {
  for (const option of ['labelSmoothing', 'label_smoothing', 'smoothing']) {
    const given = options[option]
    if (typeof given === 'number' && !(given >= 0 && given <= 1)) return { option, given: String(given), expected: 'a number from 0 to 1' }
  }
  return undefined
}

/** Known to some library; which of them takes which is the library's own affair, a name beyond these is a slip. */
const reductions = ['none', 'mean', 'sum', 'batchmean', 'sum_over_batch_size', 'sum_over_nonzero_weights', 'sum_by_nonzero_weights', 'auto']

function reduction({ options }: Use): Found | undefined {
  const given = options.reduction
  if (typeof given !== 'string' || reductions.includes(given.toLowerCase())) return undefined
  return { option: 'reduction', given, expected: 'one of its reductions, such as `mean`, `sum` or `none`' }
}

/** Weights of classes, which only losses over indices take; others weigh rows. */
function classWeights(use: Use): Found | undefined {
  const parameter = parameterOf(use.contract, 'weights')
  const shape = shapeOf(use.arguments.weights)
  const classes = use.arguments.prediction?.facts.classes ?? use.classes
  if (parameter?.name !== 'weight' || !wants(use.contract, 'target', 'class-indices')) return undefined
  if (classes === undefined || shape?.length !== 1 || typeof shape[0] !== 'number' || shape[0] === classes) return undefined
  return { option: parameter.name, given: `${shape[0]} weights`, expected: `one weight for each of the ${classes} classes` }
}
