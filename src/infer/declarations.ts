import { atLeast, bestOf, type Strength } from '../claims.js'
import type { Comment, Declaration, Module, NodeOf } from '../graph/graph.js'
import { isA, isKind, type Kind, kinds } from '../kinds.js'
import { nearest } from '../nearest.js'
import type { Place } from '../place.js'
import type { Related } from '../report.js'
import { toArgument } from './argument.js'
import { root } from './context.js'
import type { Engine } from './engine.js'
import { nameAround } from './found-use.js'
import { arriving } from './parameters.js'
import type { Value } from './value.js'

/** A comment that says of a value what the source refutes. */
export interface Contradiction {
  at: Place
  /** Dotted name of the function around the value. */
  within: string
  value: string
  declared: Kind
  got: Kind
  madeBy?: string
  certainty: Strength
  related: readonly Related[]
}

/** The declarations of a module that its own source contradicts: what it shows is of no kind that would do for the declared one. */
export function contradictions(engine: Engine, module: Module): Contradiction[] {
  return engine.charging(module.file, () => module.declarations.flatMap((each) => contradiction(engine, each) ?? []))
}

function contradiction(engine: Engine, { says, of }: Declaration): Contradiction | undefined {
  const { word: declared, span } = engine.graph.node(says) as NodeOf<'declared'>
  const value = of === null ? undefined : engine.question(() => shownBy(engine, engine.graph.node(of)))
  if (of === null || !value || !isKind(declared)) return undefined
  const node = engine.graph.node(of)
  const { claims, facts } = toArgument(engine, 'prediction', value, '', engine.graph.place(span)).argument
  const sure = claims.filter(({ strength }) => atLeast(strength, 'likely'))
  const best = bestOf(sure)
  if (!best || sure.some(({ kind }) => isA(kind, declared))) return undefined
  const related = best.evidence.flatMap((step) => (step.from === 'source' ? [{ at: step.at, note: step.note }] : []))
  const { kind: got, strength: certainty } = best
  const made = facts.madeBy === undefined ? {} : { madeBy: facts.madeBy }
  const within = nameAround(engine.graph, node.owner)
  return { at: engine.graph.place(span), within, value: nameOf(node), declared, got, certainty, related, ...made }
}

/** What is declared, as the source alone tells. */
function shownBy(engine: Engine, node: Declared): Value | undefined {
  if (node.type === 'alias') return engine.evaluate(node.value, root)
  if (node.type === 'parameter') return arriving(engine, node, root)
  if (node.type !== 'function' || node.definition.generator || node.definition.result === null) return undefined
  return engine.evaluate(node.definition.result, root)
}

type Declared = ReturnType<Engine['graph']['node']>

function nameOf(node: Declared): string {
  if (node.type === 'function') return `${node.definition.name ?? ''}()`
  return node.type === 'alias' || node.type === 'parameter' ? node.name : ''
}

/** Kinds of symbols, of which documentation speaks with the same tag. */
const ofSymbols = new Set([
  'class',
  'constant',
  'event',
  'external',
  'file',
  'function',
  'member',
  'mixin',
  'module',
  'namespace',
  'typedef',
])

/** Declarations that come to nothing, each with the reason: the kind is none, or nothing is there to have it. */
export function vainDeclarations(engine: Engine, module: Module): { comment: Comment; message: string }[] {
  const heard = new Set(module.declarations.map(({ says }) => engine.graph.node(says).span.start))
  return module.comments.flatMap((comment) => {
    const { declares: word } = comment
    if (word === undefined || ofSymbols.has(word)) return []
    if (!isKind(word)) return [{ comment, message: `\`@kind ${word}\` names no kind; ${known(word)}` }]
    return heard.has(comment.span.start) ? [] : [{ comment, message: `\`@kind ${word}\` speaks of no ${places}` }]
  })
}

function known(word: string): string {
  const near = nearest(word, kinds)
  return near ? `the nearest is ${near}` : `kinds are ${kinds.join(', ')}`
}

const places = 'variable, parameter, function or property; it belongs right before one, in Python also behind it'
