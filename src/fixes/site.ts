import type { Graph, NodeId, NodeOf, Span } from '../graph/graph.js'
import { root } from '../infer/context.js'
import type { Engine } from '../infer/engine.js'
import type { FoundUse } from '../infer/found-use.js'
import { optionsOf, type Value } from '../infer/value.js'
import type { Place } from '../place.js'
import type { Fix } from '../report.js'
import type { Use } from '../use.js'
import { type Cut, hasComment } from './surgery.js'
import { placeAt, type Read, type Stretch, stretchOf } from './texts.js'

/** A use and the source that it was found in. */
export interface Site {
  engine: Engine
  use: Use
  written?: FoundUse['written']
  read: Read
}

/** What is written at a place, and where that is. */
export interface Written extends Stretch {
  at: Place
  text: string
}

export function writtenAt({ read }: Pick<Site, 'read'>, at: Place): Written | undefined {
  const stretch = stretchOf(read, at)
  return stretch && { ...stretch, at, text: stretch.whole.slice(stretch.start, stretch.end) }
}

export function writtenIn({ engine, read }: Pick<Site, 'engine' | 'read'>, span: Span): Written | undefined {
  return writtenAt({ read }, engine.graph.place(span))
}

/** A fix of one or more cuts; none where a comment would be lost, or nothing would change. */
export function fixOf(title: string, safe: boolean, ...cuts: readonly (readonly [Place, Cut | undefined])[]): Fix[] {
  const edits = cuts.map(([at, cut]) => {
    if (!cut) return undefined
    const removed = cut.whole.slice(cut.start, cut.end)
    if (removed === cut.by || (hasComment(removed) && !cut.by.includes(removed))) return undefined
    return { at: placeAt(at, cut.whole, cut.start, cut.end), text: cut.by }
  })
  const whole = edits.filter((edit) => edit !== undefined)
  return whole.length === cuts.length ? [{ title, safe, edits: whole }] : []
}

/** The call that is written at a place. */
export function callAt({ engine: { graph } }: Pick<Site, 'engine'>, at: Place): { id: NodeId; call: NodeOf<'call'> } | undefined {
  for (const id of graph.module(at.file)?.calls ?? []) {
    const call = graph.node(id)
    if (call.type === 'call' && isAt(graph, call.span, at)) return { id, call }
  }
  return undefined
}

export function isAt(graph: Graph, span: Span, at: Place): boolean {
  if (span.file !== at.file) return false
  const place = graph.place(span)
  return (
    place.cell === at.cell &&
    place.line === at.line &&
    place.column === at.column &&
    place.endLine === at.endLine &&
    place.endColumn === at.endColumn
  )
}

/** What a node comes to, where that is one value. */
export function oneValue({ engine }: Pick<Site, 'engine'>, id: NodeId): Value | undefined {
  const options = optionsOf(engine.question(() => engine.evaluate(id, root)))
  return options.length === 1 ? options[0] : undefined
}

/** The callee of a call as a dotted path, with its last name apart: `nn.` and `Softmax`. */
export function calleePath({ text }: Pick<Written, 'text'>): { before: string; last: string } | undefined {
  const found = /^((?:[A-Za-z_$][\w$]*\s*\.\s*)*)([A-Za-z_$][\w$]*)\s*\(/.exec(text)
  return found ? { before: found[1]!, last: found[2]! } : undefined
}

/** The same call under another last name; undefined for a bare name, which would have to be imported. */
export function renamed(call: Written, from: string, to: string): Cut | undefined {
  const path = calleePath(call)
  if (path?.last !== from || path.before === '') return undefined
  const start = call.start + path.before.length
  return { whole: call.whole, start, end: start + from.length, by: to }
}
