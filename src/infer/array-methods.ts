import type { Does } from '../graph/language.js'
import { runCallback, type Site } from './callbacks.js'
import type { Argument } from './context.js'
import type { Engine } from './engine.js'
import { anyItem, flattened, joined, keysOf, pair, spreadItem } from './lists.js'
import { iterated } from './map-methods.js'
import { memberOf } from './members.js'
import { truth } from './operators.js'
import { positional } from './parameters.js'
import { foldOver, resultOf, runsOver } from './rounds.js'
import { type Lazy, type List, literal, unknown, type Value } from './value.js'

type ArrayMethod = (list: List, args: readonly Lazy[], site: Site) => Value | undefined

/** What the methods of a list give. */
export const arrayMethods: { readonly [D in Does]?: ArrayMethod } = {
  'maps each': (list, [fn], site) => {
    const results = fn && resultsOver(list, fn, site)
    return results && { ...list, items: results }
  },
  'maps each and flattens': (list, [fn], site) => {
    const results = fn && resultsOver(list, fn, site)
    return results && flattened(site.engine, { ...list, items: results })
  },
  'runs for each': () => literal(undefined),
  'keeps some': (list, [fn], site) => {
    const results = fn && resultsOver(list, fn, site)?.map((result) => truth(site.engine.force(result)))
    const items = results && list.items.filter((_, index) => results[index] !== false)
    return items && { ...list, items, open: list.open || results.includes(undefined) }
  },
  'folds all': (list, [fn, start], site) => {
    const callee = fn && site.engine.force(fn)
    if (callee?.is !== 'function' || list.open || list.items.length === 0) return undefined
    const runs = foldOver(site.engine, callee, list, start, site)
    const last = runs?.at(-1)
    return last ? site.engine.force(resultOf(site.engine, callee, last)) : runs && site.engine.force(start ?? list.items[0]!)
  },
  'reads item': (list, [index], site) => {
    const at = index && site.engine.force(index)
    if (at?.is !== 'literal' || typeof at.value !== 'number' || list.open) return undefined
    return memberOf(site.engine, list, String(at.value < 0 ? list.items.length + at.value : at.value))
  },
  'slices out': (list, [from, to], site) => {
    const bounds = [from, to].map((each) => (each === undefined ? literal(undefined) : site.engine.force(each)))
    if (list.open || !bounds.every((bound) => bound.is === 'literal')) return undefined
    const [start, end] = bounds.map((bound) => (bound.is === 'literal' && typeof bound.value === 'number' ? bound.value : undefined))
    return { ...list, items: list.items.slice(start, end) }
  },
  'joins lists': (list, others, site) => {
    const items = [...list.items]
    let open = list.open
    for (const other of others) {
      const value = site.engine.force(other)
      if (value.is === 'list') items.push(...value.items)
      else items.push(value)
      open ||= (value.is === 'list' && value.open) || value.is === 'unknown'
    }
    return { is: 'list', items, open }
  },
  reverses: (list) => ({ ...list, items: [...list.items].reverse() }),
  'gives reversed': (list) => ({ ...list, items: [...list.items].reverse() }),
  'flattens lists': (list, [depth], { engine }) => (depth === undefined ? flattened(engine, list) : { ...list, open: true }),
  'fills with': (list, [item]) => item && { ...list, items: list.items.map(() => item) },
  'gives indices': keysOf,
  'gives entries': (list) => ({ ...list, items: list.items.map((item, index) => pair(literal(index), item)) }),
  'takes out': (list, [at], site) =>
    list.open || at !== undefined ? undefined : list.items.length > 0 ? site.engine.force(list.items.at(-1)!) : literal(undefined),
  'takes first': (list, _, site) => (list.items[0] ? site.engine.force(list.items[0]) : undefined),
  'finds one': (list, _, site) => anyItem(site.engine, list),
  'adds at end and counts': () => unknown('it is the new length of a list'),
  'adds at start and counts': () => unknown('it is the new length of a list'),
  'gives itself': (list) => list,
  'adds at end': () => literal(null),
  'adds all': () => literal(null),
  'inserts at': () => literal(null),
  'joins text': (list, args, site) => {
    const items = [...list.items, ...args].map((item) => site.engine.force(item))
    if (list.open || list.grown || !items.every((item) => item.is === 'literal')) return undefined
    const plain = items.slice(0, list.items.length).map((item) => (item.is === 'literal' ? item.value : undefined))
    const separator = items[list.items.length]
    return literal(plain.join(separator?.is === 'literal' && separator.value !== undefined ? String(separator.value) : ','))
  },
  'tells whether in': (list, [item], site) => {
    const at = indexIn(list, item, site)
    return at === undefined ? undefined : literal(at >= 0)
  },
  'tells where': (list, [item], site) => {
    const at = indexIn(list, item, site)
    return at === undefined ? undefined : literal(at)
  },
}

/** What a callback returns for each item of a list; undefined when there are too many. */
function resultsOver(list: List, fn: Lazy, site: Site): Lazy[] | undefined {
  const { engine } = site
  const callee = engine.force(fn)
  if (callee.is === 'builtin' && callee.does === 'tells truth') return [...list.items]
  if (callee.is !== 'function')
    return list.items.map((_, index) => runCallback(fn, [list.items[index]!, literal(index), list], site, String(index)))
  return runsOver(engine, callee, list, site)?.map((ctx) => resultOf(engine, callee, ctx))
}

/** Where a constant stands in a list of constants. */
function indexIn(list: List, item: Lazy | undefined, { engine }: Site): number | undefined {
  const values = [...list.items, ...(item === undefined ? [] : [item])].map((each) => engine.force(each))
  if (item === undefined || list.open || list.grown || !values.every((value) => value.is === 'literal')) return undefined
  const plain = values.map((value) => (value.is === 'literal' ? value.value : undefined))
  return plain.slice(0, -1).indexOf(plain.at(-1))
}

/** A list after a method that runs a callback for each item, which may set members of it. */
export function changedInRuns(list: List, method: string, [given]: readonly Argument[], site: Site): List {
  const { engine } = site
  const does = engine.graph.words.lists.get(method)
  const fn = given && does && running.has(does) ? engine.force(given.value) : undefined
  const node = fn?.is === 'function' ? engine.graph.node(fn.node) : undefined
  const end = node?.type === 'function' ? node.definition.paramsAtEnd.get(0) : undefined
  if (fn?.is !== 'function' || end === undefined) return list
  const runs = runsOver(engine, fn, list, site)
  return { is: 'list', items: runs?.map((ctx) => ({ node: end, ctx })) ?? [], open: list.open || !runs, ...(list.grown && { grown: true }) }
}

const running: ReadonlySet<Does> = new Set([
  'runs for each',
  'maps each',
  'maps each and flattens',
  'keeps some',
  'finds one',
  'tests for some',
  'tests for every',
] as const)

/** A list after one of its own methods. */
export function changedByArrayMethod(engine: Engine, list: List, method: string, args: readonly Argument[], repeated: boolean): Value {
  const { items, open } = positional(engine, args)
  const grown = (repeated || list.grown) && { grown: true as const }
  switch (engine.graph.words.lists.get(method)) {
    case 'adds at end':
    case 'adds at end and counts':
      return {
        is: 'list',
        items: [...list.items, ...items.flatMap((item) => spreadItem(engine, item))],
        open: list.open || open,
        ...grown,
      }
    case 'adds at start and counts':
      return { ...list, grown: true, items: [...items, ...list.items] }
    case 'adds all': {
      const more = items[0] && iterated(engine, engine.force(items[0]))
      return more?.is === 'list' ? joined(list, more) : { ...list, open: true }
    }
    case 'inserts at': {
      const [at, item] = items
      const index = at && engine.force(at)
      if (index?.is !== 'literal' || typeof index.value !== 'number' || !item) return anyList
      return { ...list, items: [...list.items.slice(0, index.value), item, ...list.items.slice(index.value)], ...grown }
    }
    case 'takes out':
      return args.length > 0 ? withoutItem(engine, list, items[0]) : { ...list, items: list.items.slice(0, -1) }
    case 'takes first':
      return { ...list, items: list.items.slice(1) }
    case 'reverses':
      return { ...list, items: [...list.items].reverse() }
    case 'fills with':
    case 'changes somehow':
      return anyList
    default:
      return list
  }
}

const anyList: List = { is: 'list', items: [], open: true }

/** A list without the item that an index means. */
function withoutItem(engine: Engine, list: List, index: Lazy | undefined): Value {
  const at = index && engine.force(index)
  if (at?.is !== 'literal' || typeof at.value !== 'number') return anyList
  const taken = at.value < 0 ? list.items.length + at.value : at.value
  return { ...list, items: list.items.filter((_, each) => each !== taken) }
}
