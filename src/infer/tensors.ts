import type { Claim, Facts } from '../claims.js'
import { bestOf, weaker } from '../claims.js'
import { lastName } from '../contracts/catalog.js'
import type { Contract, Transfer } from '../contracts/contract.js'
import type { Framework } from '../contracts/framework.js'
import { isA, isKind, type Kind } from '../kinds.js'
import { confined as confinedKnown, isFreeScores, makesScores, normalised, part as partOf } from '../known.js'
import { someFloat } from '../numbers/values.js'
import type { Place } from '../place.js'
import type { Engine } from './engine.js'
import { axesOf, rankFrom, taken } from './known-shapes.js'
import { between, limited } from './limits.js'
import { literalTensor } from './literals.js'
import { commonFacts } from './merged-tensor.js'
import { isNegligible, negligible } from './negligible.js'
import { madeOfNormaliser, mayNormalise } from './normalisers.js'
import { broadcast, lastAxisOf, reshaped, sizeIn } from './sizes.js'
import { mapValue, union, weakened } from './union.js'
import { isEmpty, type Lazy, optionsOf, type Tensor, unknown, type Value } from './value.js'

/** Where an operation stands and what it is. */
export interface Operation {
  engine: Engine
  contract: Contract
  at: Place
  /** The step that a trace shows. */
  note: string
  options: ReadonlyMap<string, Lazy>
}

/** What an operation makes of its inputs, by the kind or transfer that its contract states. */
export function outcome(gives: Kind | Transfer, operation: Operation, inputs: readonly Lazy[]): Value {
  if (isKind(gives)) return ofKind(gives, operation, inputs)
  const { engine, contract } = operation
  const first = inputs[0] ?? unknown('an argument is missing')
  switch (gives) {
    case 'itself':
      return mapValue(engine.force(first), (one) =>
        // It may be the very operation that converts them.
        one.is === 'tensor' && one.literal ? { ...one, literal: { ...one.literal, dtype: 'number' } } : one,
      )
    case 'same':
      return mapValue(engine.force(first), (one) => (one.is === 'tensor' ? reshaped(engine, one, contract, operation.options, part) : one))
    case 'shape':
      return ofShape(operation, engine.force(first))
    case 'tensor':
      return literalTensor(operation, first)
    case 'part':
      return mapValue(asTensor(engine, first), (one) => (one.is === 'tensor' ? part(one) : one))
    case 'affine':
      return affine(operation, inputs)
    case 'at-least':
    case 'at-most':
      return mapValue(engine.force(first), (one) => limited(operation, gives, one, inputs[1]))
    case 'between':
      return between(operation, first)
    case 'stack':
      return stack(operation, first, inputs)
    case 'log':
    case 'exp':
      return mapValue(asTensor(engine, first), (one) => {
        if (one.is === 'tensor') return converted(one, gives, operation)
        return one.is === 'unknown' && gives === 'log' ? { ...one, normaliser: true } : one
      })
    default:
      return unknown(`it comes from \`${contract.name}\`, whose result is of no known kind`)
  }
}

/** A tensor whose numbers may mean anything, with the last axis that the contract or the first value tells. */
function ofShape({ engine, contract, options }: Operation, first: Value): Value {
  const classes = contract.classes === undefined ? sizeIn(first) : lastAxisOf(engine, contract, options)
  const facts: Facts = { ...(classes !== undefined && { classes }), ...(contract.learnt && { learnt: true }) }
  return {
    is: 'tensor',
    package: contract.package,
    claims: [],
    facts,
    blank: true,
    unknown: `the numbers of \`${lastName(contract)}\` may mean anything`,
  }
}

/** Products of values that are all at least 0, such as a mixture of distributions, are no scores. */
function neverNegative(value: Value): boolean {
  if (value.is !== 'tensor') return false
  const kind = bestOf(value.claims)?.kind
  return (kind !== undefined && isA(kind, 'probabilities')) || (value.facts.bounded?.low ?? -1) >= 0
}

function someMakesScores(value: Value): boolean {
  return optionsOf(value).some((one) => one.is === 'tensor' && makesScores(one))
}

function ofKind(kind: Kind, operation: Operation, inputs: readonly Lazy[]): Value {
  const [input] = inputs
  const { engine, contract, at, note } = operation
  const name = lastName(contract)
  const facts: Facts = { madeBy: name, ...axisOf(operation, input), ...classesOf(operation) }
  const evidence = [{ from: 'source', at, note } as const]
  const factors = inputs.length > 1 ? inputs.map((each) => engine.force(each)) : []
  const assumed = factors.length > 0 && !factors.some(someMakesScores)
  const claims: Claim[] = [{ kind, strength: 'proved', evidence, ...(assumed && { assumed }) }]
  const made: Tensor = { is: 'tensor', package: contract.package, claims, facts }
  if (factors.length > 0 && factors.every(neverNegative))
    return { ...made, claims: [], unknown: `\`${name}\` of values that are at least 0 may mean anything` }
  if (input === undefined) return made
  // Layers of weights, and activations, leave the axes; products of values may not.
  const rank = inputs.length === 1 && kind !== 'class-indices' && kind !== 'one-hot' ? rankFrom(engine.force(input)) : {}
  const shaped: Tensor = { ...made, facts: { ...facts, ...rank } }
  if (kind === 'logits' || kind === 'class-indices' || kind === 'one-hot') return shaped
  return afterActivation(shaped, engine.force(input), name, at)
}

/** The result of an activation that a layer or a call names. */
export function activated(
  name: string,
  framework: Framework | undefined,
  site: Omit<Operation, 'note'> & { layer: string },
  input: Value,
): Value {
  const activation = framework && Object.hasOwn(framework.activations, name) ? framework.activations[name] : undefined
  if (!activation) return unknown(`${framework?.package ?? 'the library'} knows no activation \`${name}\``)
  const { gives } = activation
  if (!isKind(gives))
    return activation.bounded ? confined(input, { by: activation.by ?? name, bounds: activation.bounded, at: site.at }) : input
  const evidence = [{ from: 'source', at: site.at, note: `${name} applied here, by \`${site.layer}\`` } as const]
  const claims: Claim[] = [{ kind: gives, strength: 'proved', evidence }]
  const made: Tensor = { is: 'tensor', package: site.contract.package, claims, facts: { madeBy: name, axis: -1 } }
  return mapValue(input, (one) => afterActivation({ ...made, facts: { ...made.facts, ...rankFrom(one) } }, one, name, site.at))
}

/** What is known of the input of an activation goes on to its result. */
function afterActivation(made: Tensor, input: Value, name: string, at: Place): Value {
  return input.is === 'tensor' ? normalised(made, input, name, at) : made
}

/** Scores that an activation confines to an interval are scores still. */
export function confined(value: Value, { by, bounds, at }: { by: string; bounds: readonly [number, number]; at: Place }): Value {
  return mapValue(value, (one) => (one.is === 'tensor' ? confinedKnown(one, by, bounds, at) : one))
}

function axisOf({ engine, contract, options }: Operation, input: Lazy | undefined): Facts {
  if (typeof contract.axis !== 'number' && contract.axisOption === undefined) return {}
  const given = contract.axisOption === undefined ? undefined : options.get(contract.axisOption)
  const value = given === undefined ? undefined : engine.force(given)
  if (value === undefined || isEmpty(value)) return implicitAxis(engine, contract, input)
  return value.is === 'literal' && typeof value.value === 'number' ? { axis: value.value } : {}
}

/** The axis that is taken when the caller names none. */
function implicitAxis(engine: Engine, contract: Contract, input: Lazy | undefined): Facts {
  if (typeof contract.axis === 'number') return { axis: contract.axis }
  const rank = contract.axisByRank && input && taken(contract, axesOf(engine.force(input))).shape?.length
  return rank === undefined ? {} : { axis: contract.axisByRank!.at(Math.min(rank, contract.axisByRank!.length - 1))! }
}

function classesOf({ engine, contract, options }: Operation): Facts {
  const classes = lastAxisOf(engine, contract, options)
  return classes === undefined ? {} : { classes }
}

function asTensor(engine: Engine, lazy: Lazy): Value {
  return mapValue(engine.force(lazy), (one) =>
    one.is === 'tensor' || one.is === 'nothing' || one.is === 'unknown' ? one : unknown('a tensor is expected here, and this is none'),
  )
}

/** Entries of a tensor, it is not known which. */
export function part(tensor: Tensor): Tensor {
  const { claims, facts } = partOf(tensor)
  return { is: 'tensor', package: tensor.package, claims, ...(mayNormalise(tensor) && { normaliser: true }), facts }
}

/** Sums and scalings of scores are scores; of anything else, and of scores that are confined, the result may mean anything. */
function affine({ engine, contract, at }: Operation, inputs: readonly Lazy[]): Value {
  const values = inputs.map((input) => engine.force(input))
  const kept = values.length === 2 ? shifted(contract, values[0]!, values[1]!) : undefined
  if (kept) return kept
  const moved = contract.computes === 'sum' || contract.computes === 'difference'
  for (const value of values) {
    const scores = mapValue(value, (one) =>
      one.is === 'tensor' && isFreeScores(one) ? scaled(one) : unknown(`after \`${contract.name}\` the numbers may mean anything`),
    )
    if (scores.is !== 'tensor' && scores.is !== 'union') continue
    const others = values.filter((other) => other !== value)
    const known = others.some(someMakesScores) ? mapValue(scores, (one) => (one.is === 'tensor' ? sure(one) : one)) : scores
    const sized = broadcast(moved && others.some(mayNormalise) ? weakened(known, 'possible') : known, others)
    return contract.bounded ? confined(sized, { by: contract.name, bounds: contract.bounded, at }) : sized
  }
  const stopped = values.find((value) => value.is === 'unknown') ?? values.find((value) => value.is === 'nothing')
  if (stopped && stopped.is !== 'unknown') return stopped
  return madeOfNormaliser(values, stopped ?? unknown(`after \`${contract.name}\` the numbers may mean anything`))
}

/** A value moved by next to nothing is what it was; what probabilities lack of 1 are probabilities too. */
function shifted({ computes }: Contract, left: Value, right: Value): Value | undefined {
  if (computes !== 'sum' && computes !== 'difference') return undefined
  if (isNegligible(right)) return claimedTensors(left, (one) => one)
  if (computes === 'sum') return isNegligible(left) ? claimedTensors(right, (one) => one) : undefined
  const a = numberOf(left)
  return a !== undefined && Math.abs(a - 1) <= negligible ? claimedTensors(right, complement) : undefined
}

/** The change of values that are known to be tensors of a kind; undefined when none is. */
function claimedTensors(value: Value, change: (one: Tensor) => Value): Value | undefined {
  const known = (one: Value): one is Tensor => one.is === 'tensor' && one.claims.length > 0 && !one.literal
  if (!(value.is === 'union' ? value.options.some((option) => known(option.value)) : known(value))) return undefined
  return mapValue(value, (one) =>
    known(one) ? change(one) : one.is === 'unknown' || one.is === 'nothing' ? one : unknown('it is a value of no known kind'),
  )
}

function complement(tensor: Tensor): Value {
  const claim = bestOf(tensor.claims)
  const { classes, axis, twice, bounded, ...facts } = tensor.facts
  if (claim && isA(claim.kind, 'probabilities')) return { ...tensor, claims: [{ ...claim, kind: 'probabilities' }], facts }
  if (claim?.kind === 'logits' && !bounded) return { ...scaled(tensor), facts }
  return unknown(`1 minus ${claim?.kind ?? 'an unknown value'} may mean anything`)
}

/** The number that a literal, or a tensor of one entry, holds. */
export function numberOf(value: Value): number | undefined {
  if (value.is === 'literal') return typeof value.value === 'number' ? value.value : undefined
  if (value.is === 'tensor') return value.literal?.data.length === 1 ? Number(value.literal.data[0]) : undefined
  if (value.is !== 'union') return undefined
  const [first, ...others] = value.options.map((option) => numberOf(option.value))
  return others.every((other) => other === first) ? first : undefined
}

function sure(tensor: Tensor): Tensor {
  return { ...tensor, claims: tensor.claims.map(({ assumed: _, ...claim }) => claim) }
}

function scaled(tensor: Tensor): Tensor {
  return { ...tensor, claims: tensor.claims.filter((claim) => claim.kind === 'logits'), literal: undefined }
}

/** Values side by side are of a kind when all are. */
function stack({ engine, contract }: Operation, first: Lazy, inputs: readonly Lazy[]): Value {
  const list = engine.force(first)
  if (list.is === 'list' && list.open && !list.every) return unknown(`what \`${contract.name}\` joins is not known whole`)
  const every = list.is === 'list' && list.every ? [list.every] : []
  const values = (list.is === 'list' ? [...list.items, ...every] : inputs).map((item) => asTensor(engine, item))
  const tensors = values.filter((value) => value.is === 'tensor').map(part)
  if (tensors.length < values.length || tensors.length === 0)
    return values.find((value) => value.is === 'unknown') ?? union(values.map((value) => ({ value, via: 'branch' })))
  const [one, ...others] = tensors
  const claims = one!.claims.flatMap((claim): Claim[] => {
    const all = others.map((other) => other.claims.find(({ kind }) => isA(kind, claim.kind)))
    if (!all.every((each) => each !== undefined)) return []
    return [{ ...claim, strength: all.reduce((strength, each) => weaker(strength, each.strength), claim.strength) }]
  })
  return {
    is: 'tensor',
    package: one!.package,
    claims,
    facts: commonFacts(tensors.map((tensor) => tensor.facts)),
    ...(claims.length === 0 && { unknown: `what \`${contract.name}\` joins is of different kinds` }),
  }
}

function converted(tensor: Tensor, by: 'log' | 'exp', { at, note }: Operation): Value {
  if (tensor.literal)
    return { ...tensor, literal: { ...tensor.literal, data: Array.from(tensor.literal.data, (x) => Math[by](x)), dtype: someFloat } }
  const kind = bestOf(tensor.claims)?.kind
  const result =
    kind && by === 'log' && isA(kind, 'distribution')
      ? 'log-probabilities'
      : kind === 'log-probabilities' && by === 'exp'
        ? 'distribution'
        : undefined
  if (!result)
    return {
      is: 'tensor',
      package: tensor.package,
      claims: [],
      facts: {},
      ...((kind === undefined || kind === 'logits') && { normaliser: true }),
      unknown: `it is the ${by === 'log' ? 'logarithm' : 'exponential'} of ${kind ?? 'a value that is not known'}`,
    }
  const step = { from: 'source', at, note } as const
  const claims = tensor.claims
    .filter((claim) => claim.kind === kind)
    .map((claim): Claim => ({ ...claim, kind: result, evidence: [step, ...claim.evidence] }))
  return { ...tensor, claims }
}
