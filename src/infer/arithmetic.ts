import type { Contract } from '../contracts/contract.js'
import type { NodeOf } from '../graph/graph.js'
import type { Context } from './context.js'
import type { Engine } from './engine.js'
import { joined } from './lists.js'
import { applyContract } from './operations.js'
import { optionsOf, unknown, type Value } from './value.js'

/** An operator on tensors, in a language that has such: the operation of the tensor's library that it stands for. */
export function onTensors(engine: Engine, node: NodeOf<'operator'>, values: readonly Value[], ctx: Context): Value | undefined {
  const contract = operationOf(engine, node, values)
  if (!contract) return undefined
  const args = node.operands.map((operand) => ({ value: { node: operand, ctx } }))
  return applyContract(engine, contract, undefined, { span: node.span, args, key: `operator:${node.span.start}:${ctx.id}`, ctx })
}

/** The operation that an operator stands for where an operand is a tensor; a sign before one is another than one between two. */
export function operationOf(
  { catalog }: Engine,
  { operator, operands }: NodeOf<'operator'>,
  values: readonly Value[],
): Contract | undefined {
  const tensor = values.flatMap(optionsOf).find((value) => value.is === 'tensor')
  return tensor?.is === 'tensor' ? catalog.operator(tensor.package, operands.length === 1 ? `${operator}x` : operator) : undefined
}

/** Dictionaries of which the second adds to the first. */
export function onDicts(operator: string, [left, right]: readonly Value[]): Value | undefined {
  if (operator !== '|' || left?.is !== 'record' || right?.is !== 'record' || !left.dict) return undefined
  return { ...left, fields: new Map([...(right.open ? [] : left.fields), ...right.fields]), open: left.open || right.open }
}

/** Lists that are put one behind the other, or repeated. */
export function onLists(operator: string, [left, right]: readonly Value[]): Value | undefined {
  if (left?.is !== 'list' || !right) return undefined
  if (operator === '+' && right.is === 'list') return joined(left, right)
  if (operator !== '*') return undefined
  const times = right.is === 'literal' && typeof right.value === 'number' ? right.value : undefined
  if (times === undefined) return left.open ? unknown('it is a list that is repeated') : { ...left, grown: true }
  return times * left.items.length <= 64
    ? { ...left, items: Array.from({ length: times }, () => left.items).flat() }
    : { ...left, grown: true }
}
