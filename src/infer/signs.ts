import { type Computation, type Contract, call } from '../contracts/contract.js'
import type { NodeOf } from '../graph/graph.js'
import type { Does } from '../graph/language.js'
import type { Context } from './context.js'
import type { Engine } from './engine.js'
import { takenBy } from './indexing.js'

/** What signs and indices compute, whatever library the tensors are of: only a library's logarithm makes a formula of them. */
export function computedBy(engine: Engine, node: NodeOf<'operator'> | NodeOf<'member'>, ctx: Context): Contract | undefined {
  if (node.type === 'member') return ofKey(engine, node, ctx)
  const { operator, operands } = node
  if (operator === 'index') return ofIndices(operands.slice(1).map((index) => takenBy(engine, index, ctx)))
  return operands.length === 1 ? before.get(operator) : between.get(operator)
}

const sign = (name: string, facts: Partial<Contract>): Contract => call('signs', name, { ...facts, source: 'the definition of the sign' })
const signs = (computations: Readonly<Record<string, Computation>>) =>
  new Map(Object.entries(computations).map(([name, computes]) => [name, sign(name, { computes })]))

const between = signs({ '+': 'sum', '-': 'difference', '*': 'product', '/': 'quotient', '@': 'dot' })
const before = signs({ '-': 'negation' }).set('+', sign('+x', { gives: 'itself' }))

const whole = sign('[:]', { gives: 'same' })
const partly = sign('[i]', { gives: 'part' })
const picking = sign('[y]', { gives: 'part', computes: 'pick' })

/** `o[k]`, where `k` is a number or may be one, or many. */
function ofKey(engine: Engine, { key }: NodeOf<'member'>, ctx: Context): Contract | undefined {
  if (typeof key !== 'string') return ofIndices([isCounter(engine, key) ? 'entry' : takenBy(engine, key, ctx)])
  return /^\d+$/.test(key) ? partly : undefined
}

function ofIndices(taken: readonly ReturnType<typeof takenBy>[]): Contract {
  if (taken.includes('some')) return picking
  return taken.every((each) => each === 'all' || each === 'new' || each === 'rest') ? whole : partly
}

/** What counts the rounds of a loop goes through rows: it picks none by a label. */
function isCounter(engine: Engine, id: NodeOf<'member'>['object']): boolean {
  const node = engine.graph.node(id)
  if (node.type === 'alias') return isCounter(engine, node.value)
  if (node.type === 'member') return node.key === '0' && isItemOf(engine, node.object, 'counts items')
  return isItemOf(engine, id, 'counts up')
}

function isItemOf(engine: Engine, id: NodeOf<'member'>['object'], does: Does): boolean {
  const item = engine.graph.node(id)
  const list = item.type === 'item' ? engine.graph.node(item.of) : undefined
  const callee = list?.type === 'call' ? engine.graph.node(list.callee) : undefined
  return callee?.type === 'name' && engine.graph.words.globals.get(callee.path.join('.')) === does
}
