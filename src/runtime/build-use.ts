import type { Claim } from '../claims.js'
import { spelling } from '../contracts/catalog.js'
import type { Contract, Role } from '../contracts/contract.js'
import type { Known } from '../known.js'
import { claimsFrom, type Setting } from '../numbers/claims.js'
import type { Numbers } from '../numbers/numbers.js'
import { type Argument, parameterOf, refuted, type Use } from '../use.js'
import { ignoredIndex } from './arguments.js'
import type { Observation } from './observe.js'

/** What is known of a prediction beside its numbers, and what messages call it. */
export interface Expected extends Known {
  text: string
}

/** The use that the rules judge. `callee` is what messages call the loss; how people write the contract when left out. */
export function buildUse(
  contract: Contract,
  { numbers, options, loss, losses }: Observation,
  callee = spelling(contract),
  expected?: Expected,
): Use {
  const axis = contract.axis ?? -1
  const { prediction, target, weights } = numbers
  const classes = axis === 'elementwise' || !prediction || prediction.shape.length === 0 ? undefined : prediction.classes
  const setting: Omit<Setting, 'role' | 'other'> = { axis, classes, ignoreIndex: ignoredIndex(contract, options) }
  const use: Use = { contract, callee, arguments: {}, options, classes, loss, losses }
  if (prediction) {
    const measured = argument(contract, prediction, { ...setting, role: 'prediction', other: target?.shape })
    use.arguments.prediction = expected ? withExpected(measured, expected) : measured
  }
  if (target) use.arguments.target = argument(contract, target, { ...setting, role: 'target', other: prediction?.shape })
  if (weights) use.arguments.weights = { ...bare(contract, 'weights', weights), claims: [], refuted: [] }
  return use
}

function argument(contract: Contract, numbers: Numbers, setting: Setting): Argument {
  return { ...bare(contract, setting.role, numbers), ...claimsFrom(numbers, setting), unknown: reason(numbers) }
}

/** What is proved beside the numbers stands until they refute it: numbers that look like something else do so by chance. */
function withExpected(measured: Argument, { text, claims, facts, unknown }: Expected): Argument {
  const standing = claims
    .filter(({ kind }) => !refuted(measured, kind))
    .map((claim) => ({ ...claim, evidence: evidenceFor(claim, measured) }))
  const settled = standing.some(({ strength }) => strength === 'proved')
  return {
    ...measured,
    text,
    claims: settled ? standing : [...standing, ...measured.claims],
    facts: { ...(standing.length > 0 ? facts : {}), ...measured.facts },
    ...(unknown !== undefined && claims.length === 0 && { unknown }),
  }
}

/** What is known, and what the numbers say for it. */
function evidenceFor({ kind, evidence }: Claim, { claims }: Argument): Claim['evidence'] {
  return [...evidence, ...claims.filter((each) => each.kind === kind).flatMap((each) => each.evidence)]
}

function bare(contract: Contract, role: Role, numbers: Numbers): Omit<Argument, 'claims' | 'refuted'> {
  const { shape, dtype, classes } = numbers
  const facts = { shape, dtype, ...(classes > 1 || role === 'prediction' ? { classes } : {}) }
  return { role, text: parameterOf(contract, role)?.name ?? role, facts, numbers }
}

/** Why numbers may say nothing. */
function reason({ seenRows, nan, seenRows: rows, classes }: Numbers): string {
  if (seenRows === 0) return 'the batch is empty'
  if (nan === rows * classes) return 'every entry is NaN'
  return 'its numbers fit more than one kind'
}
