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

export const arrayMethods: Readonly<Record<string, ArrayMethod>> = {
  map: (list, [fn], site) => {
    const results = fn && resultsOver(list, fn, site)
    return results && { ...list, items: results }
  },
  flatMap: (list, [fn], site) => {
    const results = fn && resultsOver(list, fn, site)
    return results && flattened(site.engine, { ...list, items: results })
  },
  forEach: () => literal(undefined),
  filter: (list, [fn], site) => {
    const results = fn && resultsOver(list, fn, site)?.map((result) => truth(site.engine.force(result)))
    const items = results && list.items.filter((_, index) => results[index] !== false)
    return items && { ...list, items, open: list.open || results.includes(undefined) }
  },
  reduce: (list, [fn, start], site) => {
    const callee = fn && site.engine.force(fn)
    if (callee?.is !== 'function' || list.open || list.items.length === 0) return undefined
    const runs = foldOver(site.engine, callee, list, start, site)
    const last = runs?.at(-1)
    return last ? site.engine.force(resultOf(site.engine, callee, last)) : runs && site.engine.force(start ?? list.items[0]!)
  },
  at: (list, [index], site) => {
    const at = index && site.engine.force(index)
    if (at?.is !== 'literal' || typeof at.value !== 'number' || list.open) return undefined
    return memberOf(site.engine, list, String(at.value < 0 ? list.items.length + at.value : at.value))
  },
  slice: (list, [from, to], site) => {
    const bounds = [from, to].map((each) => (each === undefined ? literal(undefined) : site.engine.force(each)))
    if (list.open || !bounds.every((bound) => bound.is === 'literal')) return undefined
    const [start, end] = bounds.map((bound) => (bound.is === 'literal' && typeof bound.value === 'number' ? bound.value : undefined))
    return { ...list, items: list.items.slice(start, end) }
  },
  concat: (list, others, site) => {
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
  reverse: (list) => ({ ...list, items: [...list.items].reverse() }),
  toReversed: (list) => ({ ...list, items: [...list.items].reverse() }),
  flat: (list, [depth], { engine }) => (depth === undefined ? flattened(engine, list) : { ...list, open: true }),
  fill: (list, [item]) => item && { ...list, items: list.items.map(() => item) },
  keys: keysOf,
  entries: (list) => ({ ...list, items: list.items.map((item, index) => pair(literal(index), item)) }),
  pop: (list, [at], site) =>
    list.open || at !== undefined ? undefined : list.items.length > 0 ? site.engine.force(list.items.at(-1)!) : literal(undefined),
  shift: (list, _, site) => (list.items[0] ? site.engine.force(list.items[0]) : undefined),
  find: (list, _, site) => anyItem(site.engine, list),
  push: () => unknown('it is the new length of a list'),
  unshift: () => unknown('it is the new length of a list'),
  values: (list) => list,
  append: () => literal(null),
  extend: () => literal(null),
  insert: () => literal(null),
  copy: (list) => list,
  join: (list, args, site) => {
    const items = [...list.items, ...args].map((item) => site.engine.force(item))
    if (list.open || list.grown || !items.every((item) => item.is === 'literal')) return undefined
    const plain = items.slice(0, list.items.length).map((item) => (item.is === 'literal' ? item.value : undefined))
    const separator = items[list.items.length]
    return literal(plain.join(separator?.is === 'literal' && separator.value !== undefined ? String(separator.value) : ','))
  },
  includes: (list, [item], site) => {
    const at = indexIn(list, item, site)
    return at === undefined ? undefined : literal(at >= 0)
  },
  indexOf: (list, [item], site) => {
    const at = indexIn(list, item, site)
    return at === undefined ? undefined : literal(at)
  },
}

/** What a callback returns for each item of a list; undefined when there are too many. */
function resultsOver(list: List, fn: Lazy, site: Site): Lazy[] | undefined {
  const { engine } = site
  const callee = engine.force(fn)
  if (callee.is === 'builtin' && callee.name === 'Boolean') return [...list.items]
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
  const fn = given && running.has(method) ? engine.force(given.value) : undefined
  const node = fn?.is === 'function' ? engine.graph.node(fn.node) : undefined
  const end = node?.type === 'function' ? node.definition.paramsAtEnd.get(0) : undefined
  if (fn?.is !== 'function' || end === undefined) return list
  const runs = runsOver(engine, fn, list, site)
  return { is: 'list', items: runs?.map((ctx) => ({ node: end, ctx })) ?? [], open: list.open || !runs, ...(list.grown && { grown: true }) }
}

const running = new Set(['forEach', 'map', 'flatMap', 'filter', 'find', 'some', 'every'])

/** A list after one of its own methods. */
export function changedByArrayMethod(engine: Engine, list: List, method: string, args: readonly Argument[], repeated: boolean): Value {
  if (method === 'push' || method === 'append') {
    const { items, open } = positional(engine, args)
    return {
      is: 'list',
      items: [...list.items, ...items.flatMap((item) => spreadItem(engine, item))],
      open: list.open || open,
      ...((repeated || list.grown) && { grown: true }),
    }
  }
  if (method === 'extend') {
    const [more] = positional(engine, args).items.map((item) => iterated(engine.force(item)))
    if (more?.is !== 'list') return { ...list, open: true }
    return joined(list, more)
  }
  if (method === 'insert') {
    const [at, item] = positional(engine, args).items
    const index = at && engine.force(at)
    if (index?.is !== 'literal' || typeof index.value !== 'number' || !item) return { is: 'list', items: [], open: true }
    return {
      ...list,
      items: [...list.items.slice(0, index.value), item, ...list.items.slice(index.value)],
      ...((repeated || list.grown) && { grown: true }),
    }
  }
  if (method === 'unshift') return { ...list, grown: true, items: [...positional(engine, args).items, ...list.items] }
  if (method === 'pop' && args.length > 0) return withoutItem(engine, list, args)
  if (method === 'pop') return { ...list, items: list.items.slice(0, -1) }
  if (method === 'shift') return { ...list, items: list.items.slice(1) }
  if (method === 'reverse') return { ...list, items: [...list.items].reverse() }
  return method === 'splice' || method === 'sort' || method === 'fill' || method === 'remove' || method === 'clear'
    ? { is: 'list', items: [], open: true }
    : list
}

/** `pop(index)`. */
function withoutItem(engine: Engine, list: List, args: readonly Argument[]): Value {
  const [at] = positional(engine, args).items.map((item) => engine.force(item))
  if (at?.is !== 'literal' || typeof at.value !== 'number') return { is: 'list', items: [], open: true }
  const index = at.value < 0 ? list.items.length + at.value : at.value
  return { ...list, items: list.items.filter((_, each) => each !== index) }
}
