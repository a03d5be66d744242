import type { Does } from '../graph/language.js'
import { sinceStored } from './aliases.js'
import type { Site } from './callbacks.js'
import type { Argument } from './context.js'
import type { Engine } from './engine.js'
import { withField } from './fields.js'
import { entryByKey } from './keyed.js'
import { entriesOf, fromEntries, keysOf, valuesOf } from './lists.js'
import { positional } from './parameters.js'
import { mapValue, union } from './union.js'
import { keyIn, type Lazy, literal, type RecordValue, unknown, type Value } from './value.js'

type DictMethod = (dict: RecordValue, args: readonly Lazy[], site: Site) => Value | undefined

/** What the methods of a dictionary give. */
export const dictMethods: { readonly [D in Does]?: DictMethod } = {
  'reads entry': (dict, [key, standard], site) => key && mapValue(site.engine.force(key), (one) => got(dict, one, standard, site)),
  'takes out': (dict, [key, standard], site) => key && mapValue(site.engine.force(key), (one) => got(dict, one, standard, site)),
  'reads or sets entry': (dict, [key, standard], site) => key && mapValue(site.engine.force(key), (one) => got(dict, one, standard, site)),
  'gives keys': keysOf,
  'gives values': valuesOf,
  'gives entries': entriesOf,
  'gives itself': (dict) => dict,
  'adds all': () => literal(null),
  'takes all': () => literal(null),
  'moves to end': () => literal(null),
}

function got(dict: RecordValue, key: Value, standard: Lazy | undefined, { engine, ctx, event }: Site): Value {
  const name = keyIn(key)
  if (name !== undefined) {
    const entry = dict.fields.get(name)
    if (entry) return sinceStored(engine, entry)
    if (dict.open) return unknown(`what a dictionary holds under ${JSON.stringify(name)} is not known`)
    return standard ? engine.force(standard) : literal(null)
  }
  const call = engine.graph.node(event)
  const test = call.type === 'call' && call.args[0]?.node
  const read = (each: string) => sinceStored(engine, dict.fields.get(each)!)
  const picked = test && standard === undefined && entryByKey(engine, { test, decides: call.decides }, dict, read, ctx)
  if (!picked) return unknown('which entry of a dictionary is read here is known only when the program runs')
  const none: Value = literal(null)
  return union([picked, none].map((value) => ({ value, via: 'branch' })))
}

/** A dictionary after one of its own methods. */
export function changedByDictMethod(engine: Engine, dict: RecordValue, method: string, args: readonly Argument[]): Value {
  const [first, second] = positional(engine, args).items
  const name = first && keyIn(engine.force(first))
  switch (engine.graph.words.dictionaries.get(method)) {
    case 'takes all':
      return { ...dict, fields: new Map(), open: false }
    case 'adds all':
      return updated(engine, dict, args)
    case 'takes out':
      if (name === undefined) return { ...dict, open: true }
      return { ...dict, fields: new Map([...dict.fields].filter(([each]) => each !== name)) }
    case 'takes some':
      return { ...dict, fields: new Map(), open: true }
    case 'moves to end':
      return movedToEnd(engine, dict, name, second)
    case 'reads or sets entry':
      return name !== undefined && dict.fields.has(name) ? dict : withField(dict, name, second ?? literal(null))
    default:
      return dict
  }
}

function movedToEnd(engine: Engine, dict: RecordValue, name: string | undefined, last: Lazy | undefined): Value {
  const atEnd = last === undefined ? literal(true) : engine.force(last)
  const field = name === undefined ? undefined : dict.fields.get(name)
  if (name === undefined || !field || atEnd.is !== 'literal') return { ...dict, fields: new Map(), open: true }
  const others = [...dict.fields].filter(([each]) => each !== name)
  return { ...dict, fields: new Map(atEnd.value ? [...others, [name, field]] : [[name, field], ...others]) }
}

function updated(engine: Engine, dict: RecordValue, args: readonly Argument[]): Value {
  const fields = new Map(dict.fields)
  let open = dict.open
  for (const { keyword, value } of args) {
    if (keyword) {
      fields.set(keyword, value)
      continue
    }
    const given = engine.force(value)
    const other = given.is === 'list' ? fromEntries(engine, given) : given
    if (other.is === 'record') for (const [key, field] of other.fields) fields.set(key, field)
    if (other.is !== 'record' || other.open) open = true
  }
  return { ...dict, fields: open && !dict.open ? new Map() : fields, open }
}
