import { type Contract, madeWith } from '../contracts/contract.js'
import { lossCounterparts, lossesByClasses } from '../contracts/counterparts.js'
import type { Element } from '../graph/graph.js'
import type { Kind } from '../kinds.js'
import type { Place } from '../place.js'
import type { Classes } from '../remedy.js'
import type { Fix } from '../report.js'
import { isInCompile, lossCall } from './loss-call.js'
import { imported, spelled } from './names.js'
import { calleePath, fixOf, type Site, type Written, writtenAt, writtenIn } from './site.js'
import type { Cut } from './surgery.js'

/** Takes the variant of the loss that wants what it is given. */
export function loss(site: Site, role: 'prediction' | 'target', kind: Kind): Fix[] {
  const { id } = site.use.contract
  const pairs = lossCounterparts.filter((each) => each.role === role && Object.values(each.of).includes(id))
  const takes = kind === 'distribution' ? 'a distribution' : kind.replace('class-indices', 'class indices')
  return pairs.flatMap(({ of, keeps }) => {
    const to = of[kind]
    // Under mixed precision, PyTorch refuses the loss of probabilities.
    const safe = { called: kind !== 'probabilities', compiled: keeps === kind }
    return to && to !== id ? exchange(site, to, `, which takes ${takes}`, safe) : []
  })
}

/** Takes the loss for rows of one class, or the one for rows of any number of classes, which means something else. */
export function lossByClasses(site: Site, classes: Classes): Fix[] {
  const other = classes === 'exclusive' ? 'independent' : 'exclusive'
  const [pair] = lossesByClasses.filter((each) => each[other] === site.use.contract.id)
  const why = classes === 'independent' ? `: ${pair?.labels}` : ''
  return pair ? exchange(site, pair[classes], why, { called: false, compiled: false }) : []
}

/** Puts a loss in the place of that of the use; `safe`: whether that changes no more than its value, where it is called and where it is handed over. */
function exchange(site: Site, to: string, why: string, safe: { called: boolean; compiled: boolean }): Fix[] {
  const { contract, at } = site.use
  const named = at && !site.written ? writtenAt(site, at) : undefined
  const title = `Use \`${nameOf(to)}\`${why}`
  if (named && !lossCall(site)) {
    const cuts = handedOver(site, named, to)
    return cuts ? fixOf(title, safe.compiled && isInCompile(site, named.at), ...cuts) : []
  }
  const call = lossCall(site)
  const written = call && writtenIn(site, call.call.span)
  if (!written || isCompiled(to) || !fits(call.call.args, contract, site.engine.catalog.byId(to))) return []
  const cuts = renamed(site, written, lastOf(contract.id), lastOf(to))
  return cuts ? fixOf(title, call.direct && (site.written ? safe.called : safe.compiled), ...cuts) : []
}

/** The same call or function under another name of the same module; where it was imported by its name, so is the other. */
function renamed(site: Site, written: Written, from: string, to: string): [Place, Cut][] | undefined {
  const path = calleePath(written)
  if (!path) return undefined
  const start = written.start + path.before.length
  const cut = { whole: written.whole, start, end: start + path.last.length, by: to }
  if (path.before !== '') return path.last === from ? [[written.at, cut]] : undefined
  const brought = imported(site, written, path.last, to)
  return brought && [[written.at, cut], ...brought]
}

/** A loss that is handed to `compile`: by its name, or as the function that it is, but not by a variable that may hold others. */
function handedOver(site: Site, written: Written, to: string): [Place, Cut][] | undefined {
  const quote = /^(['"`])\w+\1$/.exec(written.text)?.[1]
  const from = lastOf(site.use.contract.id)
  if (!quote && (calleePath(written)?.last !== from || !isInCompile(site, written.at))) return undefined
  if (isCompiled(to)) {
    const mark = quote ?? quoteIn(written.whole)
    return [[written.at, { ...written, by: `${mark}${lastOf(to)}${mark}` }]]
  }
  if (!quote) return renamed(site, written, from, lastOf(to))
  const [, id, call] = /^([^(]*)(.*)$/s.exec(to)!
  const by = spelled(site, written.at.file, id!)
  return by === undefined ? undefined : [[written.at, { ...written, by: `${by}${call}` }]]
}

/** The quotes that a text has more of. */
function quoteIn(text: string): string {
  return text.split('"').length > text.split("'").length ? '"' : "'"
}

/** Whether the arguments mean the same to both losses. */
function fits(args: readonly Element[], contract: Contract, other: Contract | undefined): boolean {
  const [own, theirs] = [contract, other].map((each) => (each ? (args.length > 0 && contract.criterion ? madeWith(each) : each.takes) : []))
  return args.every(({ keyword, spread }, index) => {
    if (spread || keyword === '') return false
    if (keyword !== undefined) return theirs!.some(({ name }) => name === keyword)
    const [a, b] = [own![index], theirs![index]]
    return a !== undefined && a.role === b?.role && (a.name === b.name || (a.role !== 'option' && a.role !== 'weights'))
  })
}

function isCompiled(id: string): boolean {
  return id.includes('#compile.')
}

/** As a title has it: `'categoricalCrossentropy'` where only `compile` knows it. */
function nameOf(id: string): string {
  return isCompiled(id) ? `'${lastOf(id)}'` : lastOf(id)
}

function lastOf(id: string): string {
  return id
    .slice(id.indexOf('#') + 1)
    .split('.')
    .at(-1)!
}
