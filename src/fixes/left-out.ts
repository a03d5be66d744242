import type { NodeOf } from '../graph/graph.js'
import type { Fix } from '../report.js'
import { contractOfCall, limiting } from './reckoned.js'
import { fixOf, type Site, type Written } from './site.js'
import { withoutStatement } from './surgery.js'

/** What is left out, for titles. */
export function wordFor(site: Site, call: NodeOf<'call'>): 'activation' | 'limit' {
  return limiting.has(contractOfCall(site, call)?.gives ?? '') ? 'limit' : 'activation'
}

/** `x = softmax(x)` as a whole: `x` is read later by others as well. */
export function redundant(call: Written, what: string): Fix[] {
  const start = call.whole.lastIndexOf('\n', call.start - 1) + 1
  const indent = /^[ \t]*/.exec(call.whole.slice(start))![0].length
  return fixOf(`Leave out the ${what}`, false, [call.at, withoutStatement({ whole: call.whole, start: start + indent, end: call.end })])
}

/** Source in a title. */
export function shown({ text }: Pick<Written, 'text'>): string {
  const line = text.replace(/\s+/g, ' ')
  return `\`${line.length > 60 ? `${line.slice(0, 59)}…` : line}\``
}
