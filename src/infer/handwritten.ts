import { bestOf, type Claim } from '../claims.js'
import { spelling } from '../contracts/catalog.js'
import type { Contract, Role } from '../contracts/contract.js'
import { formulaWords } from '../contracts/words.js'
import type { Module, NodeId } from '../graph/graph.js'
import { isA } from '../kinds.js'
import { remembered } from '../remembered.js'
import { claimed } from '../use.js'
import { type Followed, toArgument } from './argument.js'
import { root } from './context.js'
import { isDescribed } from './described.js'
import { type Engine, whatIsCalled } from './engine.js'
import { createReader, type Formula, formulaOf, isEntropy, type Log, nameOf, type Reader, type Term } from './formulas.js'
import { type FoundUse, makeUse, nameAround } from './found-use.js'
import { before } from './steps.js'
import type { Value } from './value.js'
import { atRoot, bare, complemented, computes, keyOf, operationOf, settled, valueAt, type Written, writtenByCaller } from './written.js'

/** A term that is a loss, with the form that its formula has. */
interface Loss {
  term: Term
  /** Name of its contract. */
  form: string
  /** The factor that the form itself shows to be the target. */
  target?: Written
}

/**
 * Losses that a module writes out: products of a logarithm and something else, summed or averaged, and negative. Found by
 * the call that takes the logarithm. `compiled`: functions of which `compile` averages what they return.
 */
export function handwrittenUses(engine: Engine, module: Module, compiled: readonly NodeId[]): Map<NodeId, FoundUse[]> {
  const reader = createReader(engine)
  const losses = new Map<string, Loss>()
  const add = (formula: Formula) => {
    for (const loss of lossesOf(engine, formula)) {
      const name = nameOf(loss.term.log.at)
      if (!losses.has(name)) losses.set(name, loss)
    }
  }
  const look = () => {
    for (const fn of compiled) add(returned(reader, fn))
    for (const id of outermostFirst(engine, module)) {
      const at = atRoot(id, engine.graph.node(id).span)
      if (!reader.read.has(nameOf(at)) && isPart(engine, at)) add(engine.question(() => formulaOf(reader, at)))
    }
  }
  // There are many sums and products: to look at them must not use up the work that the loss calls may cost.
  engine.charging(`formulas of ${module.file}`, () => engine.assuming([whatIsCalled], look))
  const uses = new Map<NodeId, FoundUse[]>()
  for (const loss of losses.values()) {
    const { node, ctx } = loss.term.log.at
    // What a function shows by itself holds for all of its callers.
    if (ctx !== root && losses.has(`${node}:${root.id}`)) continue
    const use = useOf(engine, reader, loss)
    if (use) uses.set(node, [...(uses.get(node) ?? []), use])
  }
  return uses
}

/** What a function returns, averaged by its caller. */
function returned(reader: Reader, fn: NodeId): Formula {
  const node = reader.engine.graph.node(fn)
  if (node.type !== 'function' || node.definition.result === null) return { terms: [], others: [] }
  const formula = formulaOf(reader, atRoot(node.definition.result, node.span))
  return { ...formula, terms: formula.terms.map((term) => ({ ...term, reduced: true, loss: term.loss || term.negative })) }
}

/** Calls and signs in whose order no part of a formula comes before the whole. */
function outermostFirst(engine: Engine, { file, calls, arithmetic }: Module): NodeId[] {
  const span = (id: NodeId) => engine.graph.node(id).span
  const signs = mentionsLogarithm(engine, file) ? arithmetic : []
  return [...calls, ...signs].sort((a, b) => span(b).end - span(a).end || span(a).start - span(b).start)
}

const logarithms = new WeakMap<Engine, readonly string[]>()

function mentionsLogarithm(engine: Engine, file: string): boolean {
  const words = remembered(logarithms, engine, () => formulaWords(engine.catalog).logarithms)
  return words.some((word) => engine.graph.mentions(file, word))
}

function isPart(engine: Engine, at: Written): boolean {
  return computes(operationOf(engine, at), 'negation', 'product', 'quotient', 'sum', 'difference', 'total', 'average', 'dot')
}

function lossesOf(engine: Engine, { terms, others }: Formula): Loss[] {
  const rates = new Set(others.map((other) => keyOf(engine, other)))
  const open = terms.filter(
    (term) =>
      term.loss &&
      (term.factors.length > 0 || term.picked) &&
      !isEntropy(engine, term) &&
      // A rate beside its own logarithm: the likelihood of a count.
      !rates.has(keyOf(engine, term.log.argument)),
  )
  const losses: Loss[] = []
  while (open.length > 0) {
    const term = open.shift()!
    const pair = open.map((other) => pairOf(engine, term, other)).find((each) => each !== undefined)
    if (pair) open.splice(open.indexOf(pair.main === term ? pair.other : pair.main), 1)
    losses.push(pair ? binary(engine, pair) : { term, form: forms[term.log.takes] })
  }
  return losses
}

const forms = { log: 'cross-entropy', 'log-softmax': 'softmax-cross-entropy', 'log-sigmoid': 'sigmoid-cross-entropy' } as const

/** The two terms of a binary loss: the logarithms of a probability and of what it lacks of 1. */
interface Pair {
  main: Term
  other: Term
}

function pairOf(engine: Engine, a: Term, b: Term): Pair | undefined {
  if (lacks(engine, b, a)) return { main: a, other: b }
  return lacks(engine, a, b) ? { main: b, other: a } : undefined
}

function lacks(engine: Engine, other: Term, main: Term): boolean {
  if (other.log.takes !== main.log.takes || main.log.takes === 'log-softmax') return false
  const { argument } = other.log
  const opposite = main.log.takes === 'log' ? complemented(engine, argument) : negatedBy(engine, argument)
  return opposite !== undefined && keyOf(engine, opposite) === keyOf(engine, main.log.argument)
}

function negatedBy(engine: Engine, value: Written): Written | undefined {
  const operation = operationOf(engine, settled(engine, value))
  return computes(operation, 'negation') ? operation?.inputs[0] : undefined
}

/** Of a binary loss, the target is the factor of which the other term has what it lacks of 1. */
function binary(engine: Engine, { main, other }: Pair): Loss {
  const opposites = new Set(other.factors.flatMap((factor) => complemented(engine, factor) ?? []).map((each) => keyOf(engine, each)))
  const target = main.factors.find((factor) => opposites.has(keyOf(engine, factor)))
  const weighted = main.weighted || other.weighted || main.factors.length > 1
  return { term: { ...main, weighted }, form: main.log.takes === 'log' ? 'binary-cross-entropy' : 'sigmoid-cross-entropy', target }
}

function useOf(engine: Engine, reader: Reader, { term, form, target }: Loss): FoundUse | undefined {
  const { log } = term
  const known = engine.catalog.lookup('handwritten', [form])
  if (!known || isDescribed(engine, log.at.node)) return undefined
  const inside = pickedFrom(engine, log.argument) ?? log.argument
  const argument = writtenByCaller(engine, inside, reader.calls)
  const value = valueAt(engine, inside)
  if (!mayBePrediction(value)) return undefined
  const given = withoutAssumed(log, followed(engine, 'prediction', argument, value))
  const found = targetOf(engine, reader, term, target)
  const prediction = form === forms.log && !isWhole(engine, reader, log, found) ? perhapsBinary(given) : given
  if (!isUnderstood(log, prediction, found) || isSpread(log, prediction, found)) return undefined
  const follow = { prediction: () => valueAt(engine, inside) }
  const contract: Contract = isPlain(term) ? known : { ...known, weighted: true }
  const at = argument.node === inside.node ? engine.graph.node(log.at.node).span : argument.span
  const callee = calleeOf(engine, log.argument) ?? spelling(log.operation.contract)
  const use = makeUse(engine, contract, callee, engine.graph.place(at), { prediction, ...(found && { target: found }) }, new Map())
  return { use, within: nameAround(engine.graph, engine.graph.node(log.at.node).owner), follow, of: log.operation.contract.package }
}

/** Labels of classes are multiplied by its logarithm, and nothing here takes the logarithm of what the prediction lacks of 1. */
function isWhole(engine: Engine, { read }: Reader, { argument }: Log, target: Followed | undefined): boolean {
  const kind = bestOf(target?.argument.claims ?? [])?.kind
  if (!kind || !isA(kind, 'distribution')) return false
  const key = keyOf(engine, argument)
  const logarithms = [...read.values()].flatMap(({ terms }) => terms.map((term) => term.log.argument))
  return !logarithms.some((other) => {
    const opposite = complemented(engine, other)
    return opposite !== undefined && keyOf(engine, opposite) === key
  })
}

/**
 * What a formula takes the logarithm of need not be a prediction: a product of marginals, of the factors of a matrix, of a mixture.
 * That it is a product makes it no score.
 */
function withoutAssumed({ takes }: Log, given: Followed): Followed {
  const { argument } = given
  if (takes !== 'log' || !argument.claims.some((claim) => claim.assumed)) return given
  const claims = argument.claims.filter((claim) => !claim.assumed)
  const unknown = `\`${argument.facts.madeBy ?? argument.text}\` of values of which none is known to be a weight or a score may mean anything`
  return { argument: { ...argument, claims, unknown } }
}

/** Independent probabilities may be right: a single logarithm can be one term of a binary loss whose others stand elsewhere. */
function perhapsBinary({ argument }: Followed): Followed {
  if (claimed(argument, 'distribution')) return { argument }
  const claims = argument.claims.map((claim): Claim => (claim.kind === 'probabilities' ? { ...claim, strength: 'possible' } : claim))
  return { argument: { ...argument, claims } }
}

/** Whether its value is that of a cross-entropy, on which bounds are known. */
function isPlain(term: Term): boolean {
  return !term.weighted && !term.picked && term.factors.length === 1
}

/** A logarithm of what is not known may be that of anything; multiplied by labels, or of a binary loss or a softmax, it is a loss's. */
function isUnderstood({ operation, takes }: Log, prediction: Followed, target: Followed | undefined): boolean {
  if (prediction.argument.claims.length > 0 || isLabels(target?.argument.claims ?? [])) return true
  return !operation.guessed && (target !== undefined || takes !== 'log')
}

/** What softplus makes has a logarithm, and may be a spread or a rate: where nothing shows labels, it is no score of a class. */
function isSpread({ takes }: Log, { argument }: Followed, target: Followed | undefined): boolean {
  return takes === 'log' && argument.facts.bounded?.low === 0 && !isLabels(target?.argument.claims ?? [])
}

/** `p` of `sum(p * labels)`, which picks its entries. */
function pickedFrom(engine: Engine, argument: Written): Written | undefined {
  const sum = operationOf(engine, bare(engine, argument))
  const product = computes(sum, 'total') ? operationOf(engine, bare(engine, sum!.inputs[0]!)) : undefined
  const [first, second] = computes(product, 'product') ? product!.inputs : []
  if (!first || !second) return undefined
  if (isOneHot(valueAt(engine, second))) return first
  return isOneHot(valueAt(engine, first)) ? second : undefined
}

function isOneHot(value: Value): boolean {
  return value.is === 'tensor' && bestOf(value.claims)?.kind === 'one-hot'
}

/** Numbers that the source spells out are no model's. */
function mayBePrediction(value: Value): boolean {
  if (value.is === 'union') return value.options.some((option) => mayBePrediction(option.value))
  return (value.is === 'tensor' && !value.literal) || value.is === 'unknown' || value.is === 'nothing'
}

/** The values themselves are left out: weights and masks look like labels. */
function followed(engine: Engine, role: Role, { span }: Written, value: Value): Followed {
  const { argument } = toArgument(engine, role, value, engine.graph.text(span), engine.graph.place(span))
  return { argument }
}

/** The factor that is the target: by its kind, or because there is no other; what depends on the prediction is none. */
function targetOf(engine: Engine, reader: Reader, { factors, picked, log }: Term, shown: Written | undefined): Followed | undefined {
  if (picked) return undefined
  const candidates = shown ? [shown] : factors
  const targets = candidates.map((factor) =>
    followed(engine, 'target', writtenByCaller(engine, factor, reader.calls), valueAt(engine, factor)),
  )
  const labels = targets.find(({ argument }) => isLabels(argument.claims))
  return labels ?? (shown || log.takes === 'log-sigmoid' ? targets[0] : undefined)
}

function isLabels(claims: Parameters<typeof bestOf>[0]): boolean {
  const kind = bestOf(claims)?.kind
  return kind !== undefined && (isA(kind, 'distribution') || kind === 'class-indices')
}

/** The function to which the prediction is a parameter: that is what a caller sees as the loss. */
function calleeOf(engine: Engine, argument: Written): string | undefined {
  const node = engine.graph.node(before(engine.graph, bare(engine, argument).node, 'alias', 'changed'))
  const fn = node.type === 'parameter' ? engine.graph.node(node.function) : undefined
  return fn?.type === 'function' ? (fn.definition.qualified ?? fn.definition.name ?? undefined) : undefined
}
