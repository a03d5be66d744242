import type { Claim, Evidence } from '../claims.js'
import type { Contract } from '../contracts/contract.js'
import { claimsFrom } from '../numbers/claims.js'
import { type Layout, layoutsFor } from '../numbers/layout.js'
import { measure } from '../numbers/stats.js'
import { comparePlaces } from '../place.js'
import type { Argument, Use } from '../use.js'
import type { Followed } from './argument.js'

/** Judges the values that the source spells out as the runtime judges tensors, and adds what they say to the claims. */
export function withNumbers(
  of: Contract,
  ignored: number | null,
  prediction: Followed | undefined,
  target: Followed | undefined,
): Use['arguments'] {
  const contract = { ...of, ignoreIndex: ignored }
  const shapes = { prediction: shapeOf(prediction), target: shapeOf(target) }
  const layouts = layoutsFor(contract.axis ?? -1, shapes.prediction ?? [1, 2], shapes.target)
  return {
    ...(prediction && { prediction: judged(contract, 'prediction', prediction, layouts.prediction, target) }),
    ...(target && { target: judged(contract, 'target', target, layouts.target, prediction) }),
  }
}

/** Stands for a size that is not known: there are several entries. */
const several = 2

function shapeOf(followed: Followed | undefined): readonly number[] | undefined {
  if (followed?.values) return followed.values.shape
  const { classes, shape } = followed?.argument.facts ?? {}
  if (shape) return shape.map((size) => size ?? classes ?? several)
  return classes === undefined ? undefined : [1, classes]
}

function judged(contract: Contract, role: 'prediction' | 'target', own: Followed, layout: Layout, other: Followed | undefined): Argument {
  if (!own.values) return own.argument
  const numbers = measure(own.values, { ...layout, ignoreIndex: contract.ignoreIndex })
  const { claims, refuted } = claimsFrom(numbers, {
    role,
    axis: contract.axis ?? -1,
    other: other?.argument.facts.shape ?? shapeOf(other),
    classes: role === 'target' ? classesOf(other) : undefined,
    ignoreIndex: contract.ignoreIndex,
  })
  const classes = numbers.classes > 1 ? { classes: numbers.classes } : {}
  return {
    ...own.argument,
    numbers,
    refuted,
    claims: [...own.argument.claims, ...claims.map((claim) => placed(claim, own))],
    facts: { ...own.argument.facts, shape: own.values.shape, ...classes },
  }
}

/** What numbers say is shown where they are written, unless that is in the call itself. */
function placed(claim: Claim, { writtenAt, argument }: Followed): Claim {
  if (!writtenAt || (argument.at && comparePlaces(writtenAt, argument.at) === 0)) return claim
  const notes = claim.evidence.map((step): Evidence => ({ from: 'source', at: writtenAt, note: step.note }))
  return { ...claim, evidence: [...notes, ...claim.evidence] }
}

function classesOf(followed: Followed | undefined): number | undefined {
  const shape = followed?.values?.shape
  return followed?.argument.facts.classes ?? (shape && shape.length > 1 ? shape.at(-1) : undefined)
}
