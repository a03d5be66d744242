import type { NodeId, NodeOf } from '../graph/graph.js'
import { onDicts, onLists, onTensors } from './arithmetic.js'
import { activationByHand } from './by-hand.js'
import type { Context } from './context.js'
import type { Engine } from './engine.js'
import { contains, evaluateIndex } from './indexing.js'
import { keysOf } from './lists.js'
import { assumptionOf, decide, negated } from './merges.js'
import { mayNormalise } from './normalisers.js'
import { runByLanguage } from './run-by-language.js'
import { before } from './steps.js'
import { mapValue, union } from './union.js'
import { isEmpty, literal, unknown, type Value } from './value.js'

/** Operators on literals are computed; `a || b` and `a ?? b` give what arrives; everything else is unknown. */
export function evaluateOperator(engine: Engine, node: NodeOf<'operator'>, ctx: Context): Value {
  const { operator, operands } = node
  const [left] = operands
  if (operator === '||' || operator === '??' || operator === '&&')
    return mapValue(engine.evaluate(left!, ctx), (value) => shortCircuit(engine, node, value, ctx))
  if (operator === 'rest') return rest(engine, node, ctx)
  if (operator === 'omit') return omit(engine, node, ctx)
  if (operator === 'index') return evaluateIndex(engine, node, ctx)
  if (operator === 'keys') return mapValue(engine.evaluate(left!, ctx), keysOf)
  if (operator === 'enter') return mapValue(engine.evaluate(left!, ctx), (one) => entered(engine, one))
  const values = operands.map((operand) => engine.evaluate(operand, ctx))
  if (operator === 'typeof') return mapValue(values[0]!, typeOf)
  if (operator === 'contains') return contains(values[0]!, values[1]!, engine) ?? unknown(resultOf('in'))
  const computed =
    activationByHand(engine, node, ctx) ?? onLists(operator, values) ?? onDicts(operator, values) ?? onTensors(engine, node, values, ctx)
  if (computed) return computed
  if (operator === '!' || values.some(isEmpty))
    values.forEach((value, index) => {
      if (isThere(engine, operands[index]!, ctx) && truth(value)) values[index] = literal(true)
    })
  if (!values.every((value) => value.is === 'literal'))
    return values.find((value) => value.is === 'nothing') ?? values.find(mayNormalise) ?? unknown(resultOf(operator))
  const plain = values.map((value) => value.value)
  const plainly = plain.length === 1 ? unary(operator, plain[0]) : binary(operator, plain[0], plain[1])
  return plainly === undefined ? (operator === '`' ? literal(plain.join('')) : unknown(resultOf(operator))) : literal(plainly)
}

function resultOf(operator: string): string {
  return operator === '`'
    ? 'it is a text with parts that are not known'
    : `it is the result of \`${operator}\`, which is known only when the program runs`
}

/**
 * An item of a list is there when what it holds is known, and so is what a constructor has put into a field; a variable may
 * be empty at other times.
 */
export function isThere(engine: Engine, id: NodeId, ctx: Context): boolean {
  const node = engine.graph.node(before(engine.graph, id, 'alias'))
  if (node.type === 'parameter' || node.type === 'item') return true
  if (node.type !== 'member' || typeof node.key !== 'string') return false
  const object = engine.evaluate(node.object, ctx)
  return object.is === 'instance' && object.made !== null && object.fields.has(node.key)
}

/** Whether a value is truthy, as far as it is known. */
export function truth(value: Value): boolean | undefined {
  if (value.is === 'literal') return Boolean(value.value)
  const made = (value.is === 'object' && value.made !== undefined) || (value.is === 'tensor' && value.unknown === undefined)
  if (value.is === 'library') return value.bound === undefined ? undefined : true
  if (value.is === 'instance') return value.made === null ? undefined : true
  return made || value.is === 'list' || value.is === 'record' || value.is === 'function' || value.is === 'class' ? true : undefined
}

/** A left side that is no literal is taken to be there: objects and tensors are truthy. */
function shortCircuit(engine: Engine, { operator, operands, when = [] }: NodeOf<'operator'>, left: Value, ctx: Context): Value {
  const right = () => engine.evaluate(operands[1]!, ctx)
  if (left.is === 'nothing') return right()
  if (left.is === 'unknown') {
    const holds = when.map((condition) => ({ condition, holds: decide(engine, condition, ctx) }))
    if (holds.some((each) => each.holds === false)) return operator === '&&' ? literal(false) : left
    const taken = holds.flatMap((each) => (each.holds || each.condition.round ? [] : [assumptionOf(engine, each.condition, ctx)]))
    if (when.length > 0 && holds.every((each) => each.holds)) return right()
    return union([
      { value: right(), when: taken, via: 'branch' },
      {
        value: operator === '&&' ? literal(false) : left,
        when: taken.length === 1 && when.length === 1 ? [negated(taken[0]!)] : [],
        via: 'branch',
      },
    ])
  }
  const empty = left.is === 'literal' && (operator === '??' ? left.value === null || left.value === undefined : !left.value)
  return (operator === '&&' ? !empty : empty) ? right() : left
}

/** What a block is run with for a value: what it gives itself, where a class of the project says so. */
function entered(engine: Engine, value: Value): Value {
  return (value.is === 'instance' && runByLanguage(engine, value, 'entered')) || value
}

/** What `typeof` gives, where what is known of the value tells. */
function typeOf(value: Value): Value {
  if (value.is === 'nothing') return value
  if (value.is === 'literal') return literal(value.value === null ? 'object' : typeof value.value)
  if (value.is === 'function' || value.is === 'class') return literal('function')
  const objects: readonly Value['is'][] = ['list', 'record', 'instance', 'object', 'tensor']
  return objects.includes(value.is) ? literal('object') : unknown(resultOf('typeof'))
}

/** What destructuring leaves over: items from an index on (but for some at the end), or the properties that were not named. */
function rest(engine: Engine, node: NodeOf<'operator'>, ctx: Context): Value {
  const source = engine.evaluate(node.operands[0]!, ctx)
  const [from, behind] = node.operands.slice(1).map((operand) => engine.evaluate(operand, ctx))
  if (source.is === 'list' && from?.is === 'literal') {
    const end = behind?.is === 'literal' ? source.items.length - Number(behind.value) : undefined
    return { ...source, items: source.items.slice(Number(from.value), end) }
  }
  return source.is === 'record' ? source : unknown('it is the rest of an object that is not known')
}

/** A list without one of its items. */
function withoutItem(list: Value, key: Value): Value {
  if (list.is !== 'list') return list
  const at = key.is === 'literal' ? Number(key.value) : Number.NaN
  if (!Number.isInteger(at) || list.open || list.grown) return { ...list, items: [], open: true }
  const index = at < 0 ? list.items.length + at : at
  return { ...list, items: list.items.filter((_, each) => each !== index) }
}

/** An object without some of its members, or a list without some of its items. */
function omit(engine: Engine, { operands: [object, ...keys] }: NodeOf<'operator'>, ctx: Context): Value {
  const taken = keys.map((key) => engine.evaluate(key, ctx))
  return mapValue(engine.evaluate(object!, ctx), (one) => {
    if (one.is === 'list') return taken.reduce<Value>(withoutItem, one)
    if (one.is === 'object' && one.layers) {
      const list = taken.reduce<Value>(withoutItem, { is: 'list', items: one.layers, open: false })
      return list.is === 'list' && !list.open ? { ...one, layers: list.items } : unknown('the layers of the model are not known')
    }
    if (one.is !== 'record') return one
    if (taken.some((key) => key.is !== 'literal')) return { is: 'record', fields: new Map(), open: true }
    const names = new Set(taken.map((key) => (key.is === 'literal' ? String(key.value) : '')))
    return { ...one, fields: new Map([...one.fields].filter(([name]) => !names.has(name))) }
  })
}

type Plain = string | number | boolean | null | undefined

function unary(operator: string, value: Plain): Plain {
  if (operator === '!') return !value
  if (operator === '-' && typeof value === 'number') return -value
  if (operator === '+' && value !== null) return Number(value)
  return undefined
}

function binary(operator: string, a: Plain, b: Plain): Plain {
  if (operator === '===' || operator === '==') return a === b
  if (operator === '!==' || operator === '!=') return a !== b
  if (operator === '+' && (typeof a === 'string' || typeof b === 'string')) return `${a}${b}`
  if (typeof a !== 'number' || typeof b !== 'number') return undefined
  return arithmetic[operator]?.(a, b)
}

const arithmetic: Readonly<Record<string, (a: number, b: number) => number | boolean>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
  '**': (a, b) => a ** b,
  '//': (a, b) => Math.floor(a / b),
  '<': (a, b) => a < b,
  '>': (a, b) => a > b,
  '<=': (a, b) => a <= b,
  '>=': (a, b) => a >= b,
}
