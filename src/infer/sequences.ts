import type { Does } from '../graph/language.js'
import { arrayMethods } from './array-methods.js'
import { runCallback, type Site } from './callbacks.js'
import type { Argument } from './context.js'
import { fromEntries, pair } from './lists.js'
import { iterated } from './map-methods.js'
import { nextOf } from './next.js'
import { longest } from './rounds.js'
import { mapValue } from './union.js'
import { isEmpty, type Lazy, type List, literal, unknown, type Value } from './value.js'

type Made = (items: readonly Lazy[], site: Site, args: readonly Argument[]) => Value | undefined

/** What functions of a language give that make sequences and dictionaries of others. */
export const sequences: { readonly [D in Does]?: Made } = {
  'maps each': ([fn, over], site) =>
    fn && over && mapValue(site.engine.force(over), (value) => mapped(iterated(site.engine, value), fn, site)),
  'keeps some': ([fn, over], site) =>
    fn &&
    over &&
    overList(over, site, (list) =>
      isEmpty(site.engine.force(fn)) ? { ...list, open: true } : arrayMethods['keeps some']!(list, [fn], site),
    ),
  'folds all': ([fn, over, start], site) =>
    fn && over && overList(over, site, (list) => arrayMethods['folds all']!(list, start === undefined ? [fn] : [fn, start], site)),
  'chains lists': (items, site) => arrayMethods['flattens lists']!({ is: 'list', items, open: false }, [], site),
  'flattens lists': ([over], site) => over && overList(over, site, (list) => arrayMethods['flattens lists']!(list, [], site)),
  'makes list': same,
  'sorts list': ([over], site) => over && overList(over, site, (list) => ({ is: 'list', items: [], open: true, every: anyOf(list) })),
  'reverses list': ([over], site) => over && overList(over, site, (list) => arrayMethods.reverses!(list, [], site)),
  'takes next': ([over], site) => over && overList(over, site, (list) => nextOf(list, site)),
  'counts items': ([over], site) =>
    over &&
    overList(over, site, (list) => ({ ...list, items: list.items.map((item, index) => pair(literal(index), item)), ...everyPair(list) })),
  'pairs lists': zipped,
  'counts up': ranged,
  'tells length': ([over], site) => over && mapValue(site.engine.force(over), (one) => lengthOf(one)),
  'makes dictionary': (items, site, args) =>
    mapValue(fieldsOf(items, site, args), (one) => (one.is === 'record' ? { ...one, dict: true } : one)),
  'makes object': fieldsOf,
}

/** What a function gives for each item; of a collection that is not known, for any. */
function mapped(over: Value, fn: Lazy, site: Site): Value {
  if (over.is === 'nothing') return over
  const any = (item: Lazy) => runCallback(fn, [item], site, 'any')
  if (over.is !== 'list')
    return { is: 'list', items: [], open: true, every: any(unknown('it is an item of a collection whose items are not known')) }
  const made = arrayMethods['maps each']!(over, [fn], site)
  if (made?.is !== 'list') return unknown('it is made of a collection whose items are not known')
  return over.every === undefined ? made : { ...made, every: any(over.every) }
}

function same([over]: readonly Lazy[], site: Site): Value {
  return over === undefined ? { is: 'list', items: [], open: false } : overList(over, site, (list) => list)
}

function overList(over: Lazy, site: Site, make: (list: List) => Value | undefined): Value {
  return mapValue(site.engine.force(over), (value) => {
    const one = iterated(site.engine, value)
    if (one.is === 'unknown' || one.is === 'nothing') return one
    return (one.is === 'list' ? make(one) : undefined) ?? unknown('it is made of a collection whose items are not known')
  })
}

function anyOf({ items, open, every }: List): Lazy {
  const further = every ?? (open || items.length === 0 ? unknown('it is an item of a collection whose items are not known') : undefined)
  return { join: [...items, ...(further === undefined ? [] : [further])].map((value) => ({ value, when: [], via: 'branch' as const })) }
}

function everyPair({ every }: List): { every?: Lazy } {
  return every === undefined ? {} : { every: pair(unknown('it is an index into a list of unknown length'), every) }
}

function zipped(items: readonly Lazy[], { engine }: Site): Value {
  const lists = items.map((item) => iterated(engine, engine.force(item)))
  const strange = lists.find((list) => list.is !== 'list')
  if (strange) return strange.is === 'unknown' ? openPairs(lists) : unknown('it is made of a collection whose items are not known')
  const known = lists.filter((list) => list.is === 'list')
  // All that it is made of comes from a list that is spread into the call.
  if (known.length === 0) return { is: 'list', items: [], open: true }
  if (known.some(({ open }) => open)) return openPairs(lists)
  const length = Math.min(...known.map((list) => list.items.length))
  const rows = Array.from({ length }, (_, index): Value => ({ is: 'list', items: known.map((list) => list.items[index]!), open: false }))
  return { is: 'list', items: rows, open: false, ...(known.some(({ grown }) => grown) && { grown: true }) }
}

/** Pairs of which one side is not known: the other is any of its items. */
function openPairs(lists: readonly Value[]): Value {
  const every: Value = { is: 'list', items: lists.map((list) => (list.is === 'list' ? anyOf(list) : list)), open: false }
  return { is: 'list', items: [], open: true, every }
}

function ranged(items: readonly Lazy[], { engine }: Site): Value {
  const given = items.map((item) => engine.force(item))
  const numbers = given.map((value) => (value.is === 'literal' && typeof value.value === 'number' ? value.value : undefined))
  const [first, second, step = 1] = numbers.length === 1 ? [0, numbers[0]] : numbers
  const anyIndex: Value = { is: 'list', items: [], open: true, every: unknown('it is an index into a list of unknown length') }
  if (first === undefined || second === undefined || step === undefined || step === 0) return anyIndex
  const length = Math.max(0, Math.ceil((second - first) / step))
  if (length > longest) return anyIndex
  return { is: 'list', items: Array.from({ length }, (_, index) => literal(first + index * step)), open: false }
}

function lengthOf(value: Value): Value {
  if (value.is === 'list' && !value.open && !value.grown) return literal(value.items.length)
  if (value.is === 'record' && !value.open) return literal(value.fields.size)
  if (value.is === 'literal' && typeof value.value === 'string') return literal(value.value.length)
  return value.is === 'nothing' ? value : unknown('it is the length of something that is not known whole')
}

/** A record of what a list of pairs, another record and keywords hold. */
function fieldsOf(items: readonly Lazy[], { engine }: Site, args: readonly Argument[]): Value {
  const first = items[0] === undefined ? undefined : engine.force(items[0])
  const begun: Value = first === undefined ? { is: 'record', fields: new Map(), open: false } : first
  return mapValue(begun, (one) => {
    const made = one.is === 'record' ? one : fromEntries(engine, iterated(engine, one))
    const fields = new Map(made.fields)
    for (const { keyword, value } of args) if (keyword) fields.set(keyword, value)
    return { is: 'record', fields, open: made.open || args.some(({ keyword }) => keyword === '') }
  })
}
