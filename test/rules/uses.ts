import type { Evidence, Facts, Strength } from '../../src/claims.js'
import type { Role } from '../../src/contracts/contract.js'
import { findContract } from '../../src/contracts/index.js'
import type { Kind } from '../../src/kinds.js'
import { claimsFrom } from '../../src/numbers/claims.js'
import { layoutsFor } from '../../src/numbers/layout.js'
import { lossesOf } from '../../src/numbers/losses.js'
import { measure } from '../../src/numbers/stats.js'
import { fromNested, type Nested } from '../../src/numbers/values.js'
import type { Argument, Use } from '../../src/use.js'

type Given = Partial<Omit<Use, 'contract' | 'arguments'>> & { arguments?: Partial<Record<Role, Argument>> }

/** A use of a loss of the catalogue, as the static pass would hand it to the rules. */
export function use(loss: string, prediction: Argument | undefined, target: Argument | undefined, given: Given = {}): Use {
  const contract = findContract(loss)
  if (!contract) throw new TypeError(`no contract is called ${loss}`)
  const args: Partial<Record<Role, Argument>> = { ...given.arguments }
  if (prediction) args.prediction = { ...prediction, role: 'prediction' }
  if (target) args.target = { ...target, role: 'target' }
  return { callee: loss, options: {}, classes: prediction?.facts.classes, ...given, contract, arguments: args }
}

/** An argument whose kind source shows. */
export function shown(text: string, kind: Kind, facts: Facts = {}, strength: Strength = 'proved'): Argument {
  const at = { file: 'a.ts', line: 1, column: 1, endLine: 1, endColumn: 2 }
  const evidence: Evidence[] = [{ from: 'source', at, note: `${facts.madeBy ?? kind} here` }]
  return { role: 'prediction', text, claims: [{ kind, strength, evidence }], refuted: [], facts }
}

/** An argument that nothing is known of. */
export function opaque(text: string, facts: Facts = {}): Argument {
  return { role: 'prediction', text, claims: [], refuted: [], facts, unknown: 'a parameter of a function that nobody calls' }
}

export interface Inspected {
  loss: string
  prediction: Nested
  target?: Nested
  weights?: Nested
  options?: Use['options']
  value?: number
  history?: readonly number[]
  dtypes?: { prediction?: string; target?: string }
}

/** A use of measured values, as the runtime would hand it to the rules. */
export function inspected({ loss, prediction, target, weights, options = {}, value, history, dtypes = {} }: Inspected): Use {
  const contract = findContract(loss)
  if (!contract) throw new TypeError(`no contract is called ${loss}`)
  const axis = contract.axis ?? -1
  const p = { ...fromNested(prediction), dtype: dtypes.prediction ?? 'float32' }
  const t = target === undefined ? undefined : { ...fromNested(target), dtype: dtypes.target ?? 'float32' }
  const layouts = layoutsFor(axis, p.shape, t?.shape)
  const ignoreIndex = contract.ignoreIndex
  const predicted = measure(p, layouts.prediction)
  const classes = axis === 'elementwise' ? undefined : predicted.classes
  const argument = (role: Role, text: string, known: Pick<Argument, 'claims' | 'refuted' | 'numbers'>): Argument => ({
    role,
    text,
    facts: {},
    ...known,
  })
  const args: Partial<Record<Role, Argument>> = {
    prediction: argument('prediction', 'output', {
      numbers: predicted,
      ...claimsFrom(predicted, { role: 'prediction', axis, other: t?.shape, classes }),
    }),
  }
  if (t) {
    const numbers = measure(t, { ...layouts.target, ignoreIndex })
    args.target = argument('target', 'labels', {
      numbers,
      ...claimsFrom(numbers, { role: 'target', axis, other: p.shape, classes, ignoreIndex }),
    })
  }
  if (weights !== undefined)
    args.weights = argument('weights', 'weights', {
      claims: [],
      refuted: [],
      numbers: measure(fromNested(weights), { classAxis: 'elementwise' }),
    })
  return { contract, callee: loss, arguments: args, options, classes, ...returned(value, history) }
}

function returned(value: number | undefined, history: readonly number[] | undefined): Pick<Use, 'loss' | 'losses'> {
  const values = history ?? (value === undefined ? [] : [value])
  return values.length > 0 ? { loss: Math.min(...values), losses: lossesOf(values) } : {}
}

/** `rows` rows of different logits over `classes` classes, the same at each call. */
export function logitRows(rows: number, classes: number): number[][] {
  return Array.from({ length: rows }, (_, r) => Array.from({ length: classes }, (_, c) => 3 * Math.sin(1 + r * classes + c * c)))
}

export function softmax(row: readonly number[]): number[] {
  const exps = row.map((z) => Math.exp(z - Math.max(...row)))
  const sum = exps.reduce((a, b) => a + b)
  return exps.map((e) => Math.fround(e / sum))
}

/** `rows` one-hot rows over `classes` classes, in turn. */
export function oneHotRows(rows: number, classes: number): number[][] {
  return Array.from({ length: rows }, (_, r) => Array.from({ length: classes }, (_, c) => Number(c === r % classes)))
}
