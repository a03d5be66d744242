import type { Does } from '../graph/language.js'
import { sinceStored } from './aliases.js'
import type { Site } from './callbacks.js'
import type { Argument } from './context.js'
import type { Engine } from './engine.js'
import { withField } from './fields.js'
import { entryByKey } from './keyed.js'
import { entriesOf, fromEntries, keysOf, valuesOf } from './lists.js'
import { runByLanguage } from './run-by-language.js'
import { mapValue } from './union.js'
import { keyIn, type Lazy, literal, type RecordValue, unknown, type Value } from './value.js'

type Method = (map: RecordValue, args: readonly Lazy[], site: Site) => Value | undefined

/** What the methods of a `Map` give. Others may have put more into it, so that something is not there is never said. */
export const mapMethods: { readonly [D in Does]?: Method } = {
  'reads entry': (map, [key], site) => key && mapValue(site.engine.force(key), (one) => got(map, one, site)),
  'tells whether in': (map, [key], { engine }) => {
    const name = key && keyIn(engine.force(key))
    return name !== undefined && map.fields.has(name) ? literal(true) : undefined
  },
  'sets entry': (map, [key, value], { engine }) => (value ? withField(map, key && keyIn(engine.force(key)), value) : map),
  'gives keys': (map) => ({ is: 'list', items: [...map.fields.keys()].map(literal), open: map.open }),
  'gives values': valuesOf,
  'gives entries': entriesOf,
  'runs for each': () => literal(undefined),
}

function got(map: RecordValue, key: Value, { engine, ctx, event }: Site): Value {
  const name = keyIn(key)
  if (name !== undefined) return entryOf(engine, map, name)
  const call = engine.graph.node(event)
  const test = call.type === 'call' && call.args[0]?.node
  const picked = test && entryByKey(engine, { test, decides: call.decides }, map, (each) => entryOf(engine, map, each), ctx)
  return picked || unknown('which entry of a `Map` is read here is known only when the program runs')
}

function entryOf(engine: Engine, map: RecordValue, name: string): Value {
  const entry = map.fields.get(name)
  if (entry) return sinceStored(engine, entry)
  return map.open ? unknown(`what a \`Map\` holds under ${JSON.stringify(name)} is not known`) : literal(undefined)
}

/** `new Map(entries)`. */
export function makeMap(engine: Engine, entries: Value | undefined): Value {
  const empty: RecordValue = { is: 'record', fields: new Map(), open: false, map: true }
  if (!entries) return empty
  return mapValue(entries, (one) => (one.is === 'literal' ? empty : { ...fromEntries(engine, iterated(engine, one)), map: true }))
}

/** A `Map` after one of its own methods. */
export function changedByMapMethod(engine: Engine, map: RecordValue, method: string, [key, value]: readonly Argument[]): Value {
  const does = engine.graph.words.maps.get(method)
  if (does === 'takes all') return { ...map, fields: new Map(), open: false }
  const name = key && keyIn(engine.force(key.value))
  if (does === 'sets entry' && value) return withField(map, name, value.value)
  if (does !== 'takes out') return map
  return name === undefined ? { ...map, open: true } : { ...map, fields: new Map([...map.fields].filter(([each]) => each !== name)) }
}

/** What a loop over a value, or spreading it, goes through. */
export function iterated(engine: Engine, value: Value): Value {
  if (value.is === 'instance') return runByLanguage(engine, value, 'looped over') ?? value
  if (value.is === 'record' && value.dict) return keysOf(value)
  if (value.is === 'object' && value.layers) return { is: 'list', items: value.layers, open: false }
  return value.is === 'record' && value.map ? entriesOf(value) : value
}
