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

/** Several fixes as one; none where one of them cannot be made, or touches what another does. */
export function together(fixes: readonly (Fix | undefined)[]): Fix[] {
  const all = fixes.filter((fix) => fix !== undefined)
  if (all.length < fixes.length) return []
  const [first, ...others] = all.map(({ title }) => title)
  const title = [first, ...others.map((each) => each.charAt(0).toLowerCase() + each.slice(1))].join(', and ')
  return [{ title, safe: all.every(({ safe }) => safe), edits: all.flatMap(({ edits }) => edits) }]
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

/** A dotted path, or the callee of a call that is one, with its last name apart: `nn.` and `Softmax`. */
export function calleePath({ text }: Pick<Written, 'text'>): { before: string; last: string } | undefined {
  const found = /^((?:[A-Za-z_$][\w$]*\s*\.\s*)*)([A-Za-z_$][\w$]*)\s*(?:\(|$)/.exec(text)
  return found ? { before: found[1]!, last: found[2]! } : undefined
}
