import { activationCounterparts, axisKeywords } from '../contracts/counterparts.js'
import { contractById, frameworks } from '../contracts/index.js'
import type { Kind } from '../kinds.js'
import type { Fix } from '../report.js'
import { appliedNear, inputOf, placeOfActivation } from './activation.js'
import { contractOfCall } from './reckoned.js'
import { callAt, calleePath, fixOf, type Site, type Written, writtenAt } from './site.js'

type Activation = 'distribution' | 'log-probabilities' | 'probabilities'

/** Takes the variant of the activation that gives the kind: with a logarithm or without, of a row or of each score. */
export function variant(site: Site, gives: Kind): Fix[] {
  const made = placeOfActivation(site)
  const written = made && writtenAt(site, made)
  if (!written || !isActivation(gives)) return []
  const quote = /^(['"])(\w+)\1$/.exec(written.text)
  const from = quote ? quote[2]! : calleePath(written)?.last
  const kind = from === undefined ? undefined : kindOf(from)
  const pairs = activationCounterparts.filter(
    (each) => kind && from && each[kind] === from && isThere(site, written, from, each[gives], quote !== null),
  )
  return pairs.flatMap((each) => {
    const to = each[gives]!
    const title = `Apply \`${to}\` instead`
    if (quote) return fixOf(title, false, [written.at, { ...written, by: `${quote[1]}${to}${quote[1]}` }])
    return kind === 'probabilities' || gives === 'probabilities' ? anew(site, written, to, title) : renamed(site, written, to, title)
  })
}

/** Whether the library has the other activation in the place where it has this one. */
function isThere(site: Site, { at }: Written, from: string, to: string | undefined, quoted: boolean): boolean {
  if (to === undefined) return false
  if (quoted) return frameworks.some(({ package: library, activations }) => library === site.use.contract.package && to in activations)
  const call = callAt(site, at)
  const contract = call && contractOfCall(site, call.call)
  return contract !== undefined && contractById(`${contract.package}#${contract.name.slice(0, -from.length)}${to}`) !== undefined
}

function isActivation(kind: Kind): kind is Activation {
  return kind === 'distribution' || kind === 'log-probabilities' || kind === 'probabilities'
}

function kindOf(name: string): Activation | undefined {
  const kinds: readonly Activation[] = ['distribution', 'log-probabilities', 'probabilities']
  return kinds.find((kind) => activationCounterparts.some((each) => each[kind] === name))
}

/** The same arguments mean the same to both. */
function renamed(site: Site, written: Written, to: string, title: string): Fix[] {
  const { before, last } = calleePath(written)!
  if (before === '') return []
  const start = written.start + before.length
  const near = appliedNear(site, written.at)
  const safe = near !== undefined && near.call.start === written.start && (near.named?.readers ?? 0) === 0
  return fixOf(title, safe, [written.at, { whole: written.whole, start, end: start + last.length, by: to }])
}

/** One that has an axis, and one that has none: the call is written anew. */
function anew(site: Site, written: Written, to: string, title: string): Fix[] {
  const { before } = calleePath(written)!
  const call = callAt(site, written.at)
  if (!call || before === '') return []
  const keyword = axisKeywords[contractOfCall(site, call.call)?.package ?? '']
  const axis = keyword && to.toLowerCase() === 'softmax' ? `${keyword}=${classAxis(site)}` : ''
  const input = call.call.args.length === 0 ? undefined : inputOf(site, call.call, written)?.input
  const isMethod = input !== undefined && input.start === written.start
  const isLayer = /^[A-Z]/.test(to)
  if (!isLayer && !input) return []
  const path = isMethod ? `${input.text}.` : before
  const args = isMethod || isLayer ? axis : [input!.text, ...(axis ? [axis] : [])].join(', ')
  return fixOf(title, false, [written.at, { ...written, by: `${path}${to}(${args})` }])
}

/** The axis of the classes in the prediction. */
export function classAxis({ use }: Pick<Site, 'use'>): number {
  return typeof use.contract.axis === 'number' ? use.contract.axis : -1
}
