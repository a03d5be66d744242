import type { NodeOf } from '../graph/graph.js'
import { activationIn, isLogSumExpOf } from './by-hand.js'
import { argumentsOf, enterFunction } from './calls.js'
import type { Context } from './context.js'
import { decorated } from './decorators.js'
import type { Engine } from './engine.js'
import { contractOf } from './found-use.js'
import { bare, computes, keyOf, numberIn, type Operation, operationOf, settled, softmaxKey, type Written } from './written.js'

/** One product in a sum: a logarithm, and what it is multiplied by. */
export interface Term {
  log: Log
  negative: boolean
  factors: readonly Written[]
  /** Some of its entries were picked by index. */
  picked: boolean
  /** Summed or averaged. */
  reduced: boolean
  /** It was negative and reduced, maybe before it became part of something else. */
  loss: boolean
  /** Divided or averaged in ways that put its value on another scale than that of a cross-entropy. */
  weighted: boolean
}

export interface Log {
  operation: Operation
  takes: 'log' | 'log-softmax' | 'log-sigmoid'
  at: Written
  argument: Written
}

/** A value as a sum: terms with a logarithm, and what else is added. */
export interface Formula {
  terms: readonly Term[]
  others: readonly Written[]
}

/** Reads formulas, each part of one once. */
export interface Reader {
  engine: Engine
  read: Map<string, Formula>
  /** The calls by which functions were entered. */
  calls: Map<Context, { ctx: Context; call: NodeOf<'call'> }>
  depth: number
}

export function createReader(engine: Engine): Reader {
  return { engine, read: new Map(), calls: new Map(), depth: 0 }
}

export function nameOf({ node, ctx }: Written): string {
  return `${node}:${ctx.id}`
}

const empty: Formula = { terms: [], others: [] }
/** Nested operations and calls, and terms of a sum, that are followed. */
const deepest = 48
const mostTerms = 16

export function formulaOf(reader: Reader, from: Written): Formula {
  const at = settled(reader.engine, from)
  const known = reader.read.get(nameOf(at))
  if (known) return known
  if (reader.depth >= deepest) return { ...empty, others: [at] }
  reader.read.set(nameOf(at), empty)
  reader.depth++
  const { terms, others } = read(reader, at)
  reader.depth--
  const found = {
    terms: terms.slice(0, mostTerms).map((term) => ({ ...term, loss: term.loss || (term.negative && term.reduced) })),
    others: others.slice(0, mostTerms),
  }
  reader.read.set(nameOf(at), found)
  return found
}

function read(reader: Reader, at: Written): Formula {
  const node = reader.engine.graph.node(at.node)
  if (node.type === 'merge') return sum(node.options.map((option) => formulaOf(reader, { ...at, node: option.node })))
  if (node.type === 'rounds') return formulaOf(reader, { ...at, node: node.otherwise })
  const operation = operationOf(reader.engine, at)
  const found = operation ? ofOperation(reader, operation, at) : node.type === 'call' ? ofFunction(reader, node, at) : undefined
  return found ?? { ...empty, others: [at] }
}

/** What a function of the project returns for the arguments of a call. */
function ofFunction(reader: Reader, call: NodeOf<'call'>, at: Written): Formula | undefined {
  const { engine } = reader
  const callee = engine.evaluate(call.callee, at.ctx)
  // A function with a contract is judged where it is called.
  if (callee.is !== 'function' || contractOf(engine, callee) || decorated(engine, callee)) return undefined
  const fn = engine.graph.node(callee.node)
  if (fn.type !== 'function' || fn.definition.result === null || fn.definition.generator) return undefined
  const ctx = enterFunction(engine, callee, argumentsOf(call, at.ctx), nameOf(at), at.ctx)
  if (!ctx) return undefined
  reader.calls.set(ctx, { ctx: at.ctx, call })
  const found = formulaOf(reader, { node: fn.definition.result, ctx, span: at.span })
  return found.terms.length > 0 ? found : undefined
}

function ofOperation(reader: Reader, operation: Operation, at: Written): Formula | undefined {
  const [first, second, third] = operation.inputs
  if (operation.contract.gives === 'callback') return ofCallback(reader, at)
  if (!first) return undefined
  const { computes: computed, gives } = operation.contract
  switch (computed) {
    case 'log':
      return ratio(reader, operation, at, first) ?? ofPicked(reader, operation, at, first) ?? logarithm(operation, computed, at, first)
    case 'log-softmax':
    case 'log-sigmoid':
      return logarithm(operation, computed, at, first)
    case 'negation':
      return each(formulaOf(reader, first), reversed)
    case 'total':
      return each(formulaOf(reader, first), (term) => ({ ...term, reduced: true }))
    case 'average':
      return each(formulaOf(reader, first), (term) => ({
        ...term,
        reduced: true,
        weighted: term.weighted || !(term.reduced || term.picked),
      }))
    case 'sum':
      return added(reader, addends(reader.engine, operation))
    case 'difference':
      return second && difference(reader, operation, at, first, second)
    case 'product':
      return second && product(reader, first, second)
    case 'dot':
      return second && each(product(reader, first, second), (term) => ({ ...term, reduced: true }))
    case 'quotient':
      return second && quotient(reader, first, second)
    case 'choice':
      return second && third && each(sum([formulaOf(reader, second), formulaOf(reader, third)]), (term) => multiplied(term, first))
    case 'pick':
      return each(formulaOf(reader, first), (term) => ({ ...term, picked: true }))
    default:
      return gives === 'itself' || gives === 'same' || gives === 'part' ? formulaOf(reader, first) : undefined
  }
}

function logarithm(operation: Operation, takes: Log['takes'], at: Written, argument: Written): Formula {
  const log = { operation, takes, at, argument }
  return { terms: [{ log, negative: false, factors: [], picked: false, reduced: false, loss: false, weighted: false }], others: [] }
}

/** The logarithm of a ratio is a difference of logarithms. */
function ratio({ engine }: Reader, operation: Operation, at: Written, argument: Written): Formula | undefined {
  const quotient = operationOf(engine, bare(engine, argument))
  const [above, below] = quotient?.inputs ?? []
  if (!computes(quotient, 'quotient') || !above || !below || activationIn(engine, [above, below])) return undefined
  if (numberIn(engine, above) !== undefined || numberIn(engine, below) !== undefined) return undefined
  return sum([logarithm(operation, 'log', at, above), each(logarithm(operation, 'log', at, below), negated)])
}

/** Entries picked before their logarithm is taken. */
function ofPicked({ engine }: Reader, operation: Operation, at: Written, argument: Written): Formula | undefined {
  const picking = operationOf(engine, bare(engine, argument))
  const [whole] = picking?.inputs ?? []
  if (!computes(picking, 'pick') || !whole) return undefined
  return each(logarithm(operation, 'log', at, whole), (term) => ({ ...term, picked: true }))
}

/** What each round of a loop adds to a variable is a total in the end. */
function added(reader: Reader, addends: readonly Written[]): Formula {
  const whole = sum(addends.map((each) => formulaOf(reader, each)))
  const rounds = addends.some((each) => isLoop(reader.engine, each))
  return rounds ? each(whole, (term) => ({ ...term, reduced: true })) : whole
}

function isLoop(engine: Engine, value: Written): boolean {
  const node = engine.graph.node(settled(engine, value).node)
  return node.type === 'merge' && node.reason === 'loop'
}

/** `x - logSumExp(x)` is a log-softmax, too; and so is `logSumExp(x) - pick(x)`, reversed. */
function difference(reader: Reader, operation: Operation, at: Written, first: Written, second: Written): Formula {
  const { engine } = reader
  const subtracted = operationOf(engine, settled(engine, second))
  if (isLogSumExpOf(engine, second, first)) return logarithm(operation, 'log-softmax', at, first)
  const [scores] = computes(subtracted, 'pick') ? subtracted!.inputs : []
  const total = operationOf(engine, bare(engine, first))
  if (scores && computes(total, 'log-sum-exp') && total!.inputs[0] && keyOf(engine, total!.inputs[0]) === keyOf(engine, scores))
    return each(logarithm(total!, 'log-softmax', at, scores), (term) => reversed({ ...term, picked: true }))
  const rest = each(formulaOf(reader, second), negated)
  return isLoop(engine, first) ? each(rest, (term) => ({ ...term, reduced: true })) : sum([formulaOf(reader, first), rest])
}

/** The values that a sum is of; some sums take them as a list. */
function addends(engine: Engine, { inputs }: Operation): readonly Written[] {
  return inputs.flatMap((input) => {
    const at = settled(engine, input)
    const node = engine.graph.node(at.node)
    return node.type === 'list' ? node.items.map((item) => ({ node: item.node, ctx: at.ctx, span: item.span })) : [input]
  })
}

function product(reader: Reader, first: Written, second: Written): Formula {
  const [left, right] = [formulaOf(reader, first), formulaOf(reader, second)]
  if (left.terms.length > 0 && right.terms.length > 0) return empty
  const [formula, factor] = left.terms.length > 0 ? [left, second] : [right, first]
  return formula.terms.length === 0 ? empty : times(reader.engine, formula, factor)
}

function times(engine: Engine, formula: Formula, factor: Written): Formula {
  const number = numberIn(engine, factor)
  if (number !== undefined) return each(formula, (term) => scaled(term, number))
  const operation = operationOf(engine, settled(engine, factor))
  const [first] = operation?.inputs ?? []
  if (first && computes(operation, 'negation')) return each(times(engine, formula, first), reversed)
  const above = first && computes(operation, 'quotient') ? numberIn(engine, first) : undefined
  if (above === undefined) return each(formula, (term) => multiplied(term, factor))
  return each(formula, (term) => ({ ...scaled(term, above), weighted: true }))
}

function quotient(reader: Reader, first: Written, second: Written): Formula {
  const number = numberIn(reader.engine, second)
  return each(formulaOf(reader, first), (term) => (number === undefined ? { ...term, weighted: true } : scaled(term, number)))
}

function ofCallback(reader: Reader, at: Written): Formula | undefined {
  const { engine } = reader
  const call = engine.graph.node(at.node)
  const last = call.type === 'call' ? call.args.at(-1) : undefined
  const callee = last && engine.evaluate(last.node, at.ctx)
  if (callee?.is !== 'function') return undefined
  const fn = engine.graph.node(callee.node)
  if (fn.type !== 'function' || fn.definition.result === null) return undefined
  const ctx = fn.definition.inline ? at.ctx : enterFunction(engine, callee, [], nameOf(at), at.ctx)
  return ctx && formulaOf(reader, { node: fn.definition.result, ctx, span: at.span })
}

function each(formula: Formula, change: (term: Term) => Term): Formula {
  return formula.terms.length === 0 ? formula : { ...formula, terms: formula.terms.map(change) }
}

function sum(formulas: readonly Formula[]): Formula {
  return { terms: formulas.flatMap((each) => each.terms), others: formulas.flatMap((each) => each.others) }
}

function negated(term: Term): Term {
  return { ...term, negative: !term.negative }
}

/** The same by a sign of its own: a picked logarithm of which the sign is turned is the loss of a sample. */
function reversed(term: Term): Term {
  const turned = negated(term)
  return { ...turned, loss: turned.loss || (turned.picked && turned.negative) }
}

function multiplied(term: Term, factor: Written): Term {
  return { ...term, factors: [...term.factors, factor] }
}

function scaled(term: Term, number: number): Term {
  return { ...(number < 0 ? reversed(term) : term), weighted: term.weighted || Math.abs(number) !== 1 }
}

/** Whether a factor is the very value under the logarithm: then the term is one of an entropy, and no loss. */
export function isEntropy(engine: Engine, term: Term): boolean {
  const key = keyOf(engine, term.log.argument)
  const argument = term.log.takes === 'log-softmax' ? softmaxKey(key) : key
  return term.factors.some((factor) => keyOf(engine, factor) === argument)
}
