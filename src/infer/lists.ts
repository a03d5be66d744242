import type { Engine } from './engine.js'
import { itemOf, longest } from './rounds.js'
import { before } from './steps.js'
import { union } from './union.js'
import { isThunk, keyIn, type Lazy, type List, literal, type RecordValue, unknown, type Value } from './value.js'

export function pair(key: Value, value: Lazy): Value {
  return { is: 'list', items: [key, value], open: false }
}

/** The members of an object, each with its key. */
export function entriesOf({ fields, open }: RecordValue): List {
  return { is: 'list', items: [...fields].map(([key, value]) => pair(literal(key), value)), open }
}

export function valuesOf({ fields, open }: RecordValue): List {
  return { is: 'list', items: [...fields.values()], open }
}

/** An object from a list of keys with their values. */
export function fromEntries(engine: Engine, entries: Value): RecordValue {
  const fields = new Map<string, Lazy>()
  for (const item of entries.is === 'list' ? entries.items : []) {
    const entry = engine.force(item)
    const [key, value] = entry.is === 'list' ? entry.items : []
    const name = key && keyIn(engine.force(key))
    if (name === undefined || !value) return { is: 'record', fields: new Map(), open: true }
    fields.set(name, value)
  }
  return { is: 'record', fields, open: entries.is !== 'list' || entries.open || entries.grown === true }
}

/** The keys of an object or a list, as a loop over them meets them. */
export function keysOf(object: Value): Value {
  if (object.is === 'record') return { is: 'list', items: [...object.fields.keys()].map(literal), open: object.open }
  if (object.is === 'list') return { ...object, items: object.items.map((_, index) => literal(index)) }
  return unknown('it is made of the keys of an object that is not known')
}

/** As many items as a number says; where it is not known, one stands for all. */
export function repeated(count: Value, make: (index: Value) => Lazy): Value {
  if (count.is !== 'literal')
    return { is: 'list', items: [make(unknown('it is an index into a list of unknown length'))], open: false, grown: true }
  const length = Number(count.value)
  if (!Number.isInteger(length) || length < 0 || length > longest) return unknown('it is a list that is too long to follow')
  return { is: 'list', items: Array.from({ length }, (_, index) => make(literal(index))), open: false }
}

/** A list with the lists in it taken apart. */
export function flattened(engine: Engine, list: List): Value {
  const items: Lazy[] = []
  let open = list.open
  for (const item of list.items) {
    const value = engine.force(item)
    if (value.is === 'list') items.push(...value.items)
    else items.push(item)
    open ||= value.is === 'unknown' || value.is === 'union' || (value.is === 'list' && value.open)
  }
  return { ...list, items, open }
}

/** Two lists, one behind the other. */
export function joined(list: List, more: List): List {
  const items = [...list.items, ...more.items]
  const every = more.every ?? list.every
  return { is: 'list', items, open: list.open || more.open, ...(every && { every }), ...((list.grown || more.grown) && { grown: true }) }
}

/** What a loop over a list adds one by one is the whole list. */
export function spreadItem(engine: Engine, lazy: Lazy): readonly Lazy[] {
  if (!isThunk(lazy)) return [lazy]
  const node = engine.graph.node(before(engine.graph, lazy.node, 'alias', 'changed'))
  if (node.type !== 'item' || itemOf(engine, node, engine.frame(lazy.ctx, node.owner)) !== undefined) return [lazy]
  const list = engine.evaluate(node.of, lazy.ctx)
  return list.is === 'list' ? list.items : [lazy]
}

/** Any item of a list: which one is not known. */
export function anyItem(engine: Engine, list: List): Value {
  const items: { value: Value; via: 'branch' }[] = list.items.map((item) => ({ value: engine.force(item), via: 'branch' }))
  const further = list.every ? engine.force(list.every) : unknown('it is an item of a collection whose items are not known')
  return union(list.open || items.length === 0 ? [...items, { value: further, via: 'branch' }] : items)
}
