import type { NodeId } from '../../graph/graph.js'
import { saying } from '../flow/declared.js'
import type { Lowering } from './lowering.js'
import { part, type Syntax } from './syntax.js'

/** What a comment says of what an assignment gives: behind it, behind its first line, or alone on the line above. */
export function sayingOf(m: Lowering, syntax: Syntax, type?: NodeId): NodeId | undefined {
  return said(m, type, (at) => isAbove(m, at, syntax) || isBehind(m, at, syntax.end) || isBehindFirstLine(m, at, syntax))
}

/** The same of a parameter, which stands on a line of its own. */
export function sayingOfParameter(m: Lowering, fn: Syntax, syntax: Syntax, type: NodeId | undefined): NodeId | undefined {
  const first = m.text.slice(fn.start, syntax.start).includes('\n')
  return first ? said(m, type, (at) => isAbove(m, at, syntax) || isBehind(m, at, syntax.end)) : undefined
}

/** The same of what a function gives: behind its head, or above it. */
export function sayingOfResult(m: Lowering, fn: Syntax, type: NodeId | undefined): NodeId | undefined {
  const head = part(fn, 'parameters')
  if (fn.type !== 'function_definition' || !head) return undefined
  const behind = (at: number) => at > head.end && /^[^\n]*:[ \t]*$/.test(m.text.slice(head.end, at)) && at < (part(fn, 'body')?.end ?? 0)
  return said(m, type, (at) => behind(at) || isAbove(m, at, m.decorated.get(fn) ?? fn))
}

function said(m: Lowering, type: NodeId | undefined, fits: (at: number) => boolean): NodeId | undefined {
  const found = m.declaring.find(({ span }) => fits(span.start))
  return found && saying(m, found, type)
}

function isBehind(m: Lowering, at: number, end: number): boolean {
  return at >= end && /^[ \t]*,?[ \t]*$/.test(m.text.slice(end, at))
}

function isBehindFirstLine(m: Lowering, at: number, { start, end }: Syntax): boolean {
  return at > start && at < end && !m.text.slice(start, at).includes('\n')
}

/** Alone on the line above; other comments may stand between. */
function isAbove(m: Lowering, at: number, { start }: Syntax): boolean {
  if (at >= start || m.text.slice(m.text.lastIndexOf('\n', at) + 1, at).trim() !== '') return false
  return /^[^\n]*\n(?:[ \t]*#[^\n]*\n)*[ \t]*$/.test(m.text.slice(at, start))
}
