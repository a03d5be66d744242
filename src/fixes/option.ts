import type { NodeOf } from '../graph/graph.js'
import type { Fix } from '../report.js'
import { lossCall } from './loss-call.js'
import { fixOf, type Site, writtenIn } from './site.js'

/** Gives the loss an option: where it is called or made, else in the place of its name. */
export function option(site: Site, name: string, value: boolean): Fix[] {
  const loss = lossCall(site)
  if (loss) return inCall(site, loss.call, `${name}=${spelt(value)}`, name, loss.direct)
  return []
}

function inCall(site: Site, call: NodeOf<'call'>, text: string, name: string, safe: boolean): Fix[] {
  const written = writtenIn(site, call.span)
  if (!written) return []
  const title = `Give the loss \`${text}\``
  const given = call.args.find(({ keyword }) => keyword === name)
  const old = given && writtenIn(site, given.span)
  if (old) return fixOf(title, safe, [old.at, { ...old, by: text.slice(name.length + 1) }])
  if (given || call.args.some(({ spread, keyword }) => spread || keyword === '')) return []
  const end = written.end - 1
  const [last, close] = [written.whole.slice(written.start, end).trimEnd().at(-1), written.whole[end]]
  if (close !== ')') return []
  const comma = last === '(' || last === ',' ? (last === ',' ? ' ' : '') : ', '
  const inner = written.whole.slice(written.start, end)
  const at = written.start + inner.trimEnd().length
  return fixOf(title, safe, [written.at, { whole: written.whole, start: at, end: at, by: `${comma}${text}` }])
}

/** Only languages with keyword arguments have such options. */
function spelt(value: boolean): string {
  return value ? 'True' : 'False'
}
