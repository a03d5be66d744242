import { frameworkNamed } from '../contracts/catalog.js'
import type { NodeOf } from '../graph/graph.js'
import type { Context } from './context.js'
import type { Engine } from './engine.js'
import { applyContract } from './operations.js'
import { optionsOf, type Tensor, unknown, type Value } from './value.js'

/** An operator on tensors, in a language that has such: the operation of the tensor's library that it stands for. */
export function onTensors(engine: Engine, node: NodeOf<'operator'>, values: readonly Value[], ctx: Context): Value | undefined {
  const tensor = values.flatMap(optionsOf).find((value) => value.is === 'tensor' && !isForeign(value))
  if (tensor?.is !== 'tensor') return undefined
  const contract = engine.catalog.lookup(tensor.package, nameFor(tensor, node).split('.'))
  if (!contract) return undefined
  const args = node.operands.map((operand) => ({ value: { node: operand, ctx } }))
  return applyContract(engine, contract, undefined, { span: node.span, args, key: `operator:${node.span.start}:${ctx.id}`, ctx })
}

/** The name of the operation; a sign before an operand is another than one between two. */
function nameFor({ package: pkg }: Tensor, { operator, operands }: NodeOf<'operator'>): string {
  const names = frameworkNamed(pkg)?.operators ?? {}
  const key = operands.length === 1 ? `${operator}x` : operator
  return Object.hasOwn(names, key) ? names[key]! : ''
}

function isForeign({ package: pkg }: Tensor): boolean {
  return frameworkNamed(pkg)?.operators === undefined
}

/** Lists that are put one behind the other, or repeated. */
export function onLists(operator: string, [left, right]: readonly Value[]): Value | undefined {
  if (left?.is !== 'list' || !right) return undefined
  if (operator === '+' && right.is === 'list')
    return { is: 'list', items: [...left.items, ...right.items], open: left.open || right.open, ...(right.every && { every: right.every }) }
  if (operator !== '*') return undefined
  const times = right.is === 'literal' && typeof right.value === 'number' ? right.value : undefined
  if (times === undefined) return left.open ? unknown('it is a list that is repeated') : { ...left, grown: true }
  return times * left.items.length <= 64
    ? { ...left, items: Array.from({ length: times }, () => left.items).flat() }
    : { ...left, grown: true }
}
